// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "twin/prognosis/feature_set.h"
#include "twin/training/training_table.h"

namespace gemba::twin {

/// The features that a recipe asks for, settled on the rows of a table.
///  - Inputs that do not vary (with regimes: within none) are left out and named in dropped.
///  - "auto" adds the product of every two inputs and the difference of every two that move
///    together (it varies less than the one of them that varies more: others have no common
///    scale). A product that is its own factor over again (correlation beyond 0.98) is left out: it
///    would tell nothing more and blur whom a decision is owed to. Of more than 45 inputs those are
///    paired that correlate best with the target.
///  - rul adds the age: the time where lives begin near time 0, else the time since the first row.
/// Errors: TrainNoInputs, ExpressionInvalid, RecipeInvalid (too many features).
[[nodiscard]] Result<FeatureSet> settleFeatures(const TrainingTable& table, const Recipe& recipe,
                                                std::vector<std::string>& dropped);

/// rows x set.size(), run after run. Errors: those of FeatureMaker::make().
[[nodiscard]] Result<std::vector<float>> featureRows(const FeatureSet& set, const TrainingTable& table);

} // namespace gemba::twin
