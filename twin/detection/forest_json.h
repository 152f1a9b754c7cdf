// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For .cpp files only: it shows the JSON library.
#include <nlohmann/json.hpp>

#include "twin/detection/isolation_forest.h"

namespace gemba::twin {

/// Every size, shape and range is checked; errors (ModelInvalid) name the JSON path.
[[nodiscard]] Result<ForestModel> forestModelFrom(const nlohmann::json& model);

} // namespace gemba::twin
