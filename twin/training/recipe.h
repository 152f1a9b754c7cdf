// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "twin/model/learning_task.h"
#include "twin/model/result.h"

namespace gemba::twin {

enum class Method : std::uint8_t {
    Pca,             ///< detect: T2 and SPE by principal components
    IsolationForest, ///< detect
    Xgboost,         ///< regress, rul, classify
};

enum class Split : std::uint8_t {
    Time,  ///< five blocks of consecutive rows are held out in turn
    Id,    ///< every id is held out in turn (at most five groups of them)
    KFold, ///< five parts drawn at random: of rows, each class spread over all of them; rul: of ids;
           ///< detect: of blocks of consecutive rows, since neighbouring rows are alike
};

/// What trees are grown on besides the inputs themselves.
struct FeatureRecipe {
    bool automatic = false; ///< products and differences of every two inputs; JSON: "auto"
    std::vector<std::pair<std::string, std::string>> formulas; ///< name and expression, by name
    bool operator==(const FeatureRecipe&) const = default;
};

/// How trees are boosted; the names and meanings are XGBoost's.
struct BoostRecipe {
    std::uint32_t trees = 500, depth = 5;
    double eta = 0.05, subsample = 0.8, colsample = 0.7, minChildWeight = 5.0, alpha = 0.1;
    bool operator==(const BoostRecipe&) const = default;
};

/// What to learn from which columns.
struct Recipe {
    LearningTask task = LearningTask::Detect;
    Method method = Method::Pca;
    std::string id;     ///< column of the run a row belongs to; empty: one run per file
    std::string time;   ///< column of the time; empty: the order of the rows
    std::string label;  ///< column that says normal or not; empty: every row is normal
    std::string target; ///< column to predict; rul: empty for the life left to the id's last row
    std::vector<std::string> inputs; ///< columns; empty: every other column that holds numbers
    std::vector<std::string> operating; ///< columns of the settings that make regimes
    std::uint32_t regimes = 0; ///< 0: as many as the settings show
    double components = 0.9;   ///< pca: count where >= 1, else the share of variance to reach
    double confidence = 0.99;  ///< detect: of the textbook limits
    std::uint32_t median = 1;  ///< detect: rows of the median filter on the statistics; JSON: filter
    std::uint64_t seed = 1;    ///< of everything drawn at random
    Split split = Split::Time; ///< how the data are held out to find limits, bands and metrics
    double cap = 125.0;        ///< rul: longer lives count as this long, in units of the time
    std::uint32_t window = 1;  ///< xgboost: rows whose course makes features; 1: only the row itself
    FeatureRecipe features;    ///< xgboost
    BoostRecipe boost;         ///< xgboost
    std::uint32_t forestTrees = 200; ///< isolation-forest; JSON: trees
    // detect: the false-alert budget
    double budgetAlerts = 1.0, budgetDays = 90.0; ///< JSON: budget {"alerts", "days"}
    std::uint32_t onDelay = 3;    ///< rows; JSON: on_delay
    std::optional<double> period; ///< seconds of process time per row; none: from the time column
    bool operator==(const Recipe&) const = default;
};

/// Reads a recipe and fills in what is left out; the defaults depend on the task. Errors
/// (JsonSyntax, RecipeInvalid) name the JSON path and what was expected. Keys that only other
/// tasks use are refused, never ignored.
[[nodiscard]] Result<Recipe> parseRecipe(std::string_view json);

/// The complete recipe, defaults included, as canonical JSON. Reads back the same.
[[nodiscard]] std::string recipeJson(const Recipe& recipe);

} // namespace gemba::twin
