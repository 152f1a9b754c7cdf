// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/prognosis/boosted_model.h"
#include "twin/training/progress.h"
#include "twin/training/training_table.h"

namespace gemba::twin {

/// Learns to predict the table's targets by boosted trees (regress, rul, classify). Five more
/// ensembles, each grown without a fifth of the rows (recipe.split), predict the rows they have not
/// seen: from those come the band (P10 and P90 of the truth for predictions alike), the threshold
/// of two classes (the best F1 of the rarer one) and the metrics. The metrics of band and threshold
/// are taken where the other four fifths set them. rul: the truth is capped but for
/// the upper side of the band.
/// Uses nothing but its arguments: the same give the same model to the bit on one machine.
/// Errors: those of settleFeatures(), TrainTooFewRows (fewer than 30), BoostingFailed.
[[nodiscard]] Result<BoostedModel> trainBoosted(const TrainingTable& table, const Recipe& recipe,
                                                const std::string& dataSha256, const TrainingProgress& progress);

} // namespace gemba::twin
