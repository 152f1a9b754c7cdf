// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twin/model/result.h"

namespace gemba::twin {

enum class Split : std::uint8_t {
    Time, ///< five blocks of consecutive rows are held out in turn
    Id,   ///< every id is held out in turn (at most five groups of them)
};

/// What to learn from which columns. This build knows the task "detect" by the method "pca".
struct Recipe {
    std::string id;    ///< column of the run a row belongs to; empty: one run per file
    std::string time;  ///< column of the time; empty: the order of the rows
    std::string label; ///< column that says normal or not; empty: every row is normal
    std::vector<std::string> inputs; ///< columns; empty: every other column that holds numbers
    double components = 0.9; ///< count where >= 1, else the share of variance to reach
    double confidence = 0.99; ///< of the textbook limits
    std::uint32_t median = 1; ///< rows of the median filter on both statistics; JSON: filter
    std::uint64_t seed = 1;   ///< of the bootstrap
    Split split = Split::Time; ///< how the data are held out to find the operating limits
    // False-alert budget
    double budgetAlerts = 1.0, budgetDays = 90.0; ///< JSON: budget {"alerts", "days"}
    std::uint32_t onDelay = 3; ///< rows; JSON: on_delay
    std::optional<double> period; ///< seconds of process time per row; none: from the time column
    bool operator==(const Recipe&) const = default;
};

/// Reads a recipe and fills in what is left out. Errors (JsonSyntax, RecipeInvalid) name the JSON
/// path and what was expected. Keys that only other tasks use are refused, never ignored.
[[nodiscard]] Result<Recipe> parseRecipe(std::string_view json);

/// The complete recipe, defaults included, as canonical JSON. Reads back the same.
[[nodiscard]] std::string recipeJson(const Recipe& recipe);

} // namespace gemba::twin
