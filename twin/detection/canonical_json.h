// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the .cpp files of twin_core only: public headers do not show the JSON library.
#include <nlohmann/json.hpp>

#include <string>

namespace gemba::twin {

/// Sorted keys, no white space, shortest doubles that read back the same, texts escaped only
/// where JSON demands it. Equal documents give equal bytes. Doubles must be finite.
[[nodiscard]] std::string canonicalJson(const nlohmann::json& document);

} // namespace gemba::twin
