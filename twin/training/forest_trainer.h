// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/detection/isolation_forest.h"
#include "twin/training/progress.h"
#include "twin/training/training_table.h"

namespace gemba::twin {

/// Grows recipe.forestTrees isolation trees on 256 rows each, drawn without replacement from the
/// table. Limits come from rows held out in turn (recipe.split), as for PCA. Constant inputs are
/// dropped and named in facts.dropped. Uses nothing but its arguments; the same give the same model.
/// Errors: TrainNoInputs, TrainTooFewRows (fewer than 30).
[[nodiscard]] Result<ForestModel> trainForest(const TrainingTable& table, const Recipe& recipe,
                                              const std::string& dataSha256, const TrainingProgress& progress = {});

} // namespace gemba::twin
