// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the .cpp files that read and write recipes only: it shows the JSON library.
#include <optional>
#include <string>
#include <string_view>

#include "twin/model/json_document.h"
#include "twin/training/recipe.h"

namespace gemba::twin {

[[nodiscard]] std::string_view methodName(Method method);

/// Reads "task" and "method" and sets the defaults that follow from them.
[[nodiscard]] std::optional<Error> readKind(const nlohmann::json& recipe, Recipe& out);
/// Reads every other key; refuses those that this kind of recipe does not use.
[[nodiscard]] std::optional<Error> readKeys(const nlohmann::json& recipe, Recipe& out);

[[nodiscard]] Error recipeError(std::string path, std::string expected);

} // namespace gemba::twin
