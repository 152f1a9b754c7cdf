// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/detection/pca_model.h"
#include "twin/training/progress.h"
#include "twin/training/training_table.h"

namespace gemba::twin {

inline constexpr std::size_t kBootstrapRefits = 20;

/// Learns a detection model: drops constant inputs (listed in facts.dropped), fits the components
/// on all rows, finds the operating limits on rows held out in turn (recipe.split), and refits on
/// 20 moving-block resamples for the band. Uses nothing but its arguments: the same table, recipe
/// and hash give the same model to the bit on one machine.
/// Errors: TrainNoInputs (every input is constant), TrainTooFewRows (fewer than 30, or not more
/// than twice the components).
[[nodiscard]] Result<PcaModel> trainPca(const TrainingTable& table, const Recipe& recipe,
                                        const std::string& dataSha256, const TrainingProgress& progress = {});

} // namespace gemba::twin
