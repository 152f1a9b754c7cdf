// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For .cpp files only: it shows the JSON library.
#include <nlohmann/json.hpp>

#include "twin/prognosis/boosted_model.h"

namespace gemba::twin {

/// Every size, shape and range is checked; errors (ModelInvalid, ExpressionInvalid) name the path.
[[nodiscard]] Result<BoostedModel> boostedModelFrom(const nlohmann::json& model);

} // namespace gemba::twin
