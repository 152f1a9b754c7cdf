// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/detection/pca_model.h"
#include "twin/training/training_table.h"

namespace gemba::twin {

/// What every model says of its making: the seed, the hash of the data, and the recipe complete
/// with what the table has filled in. Leaves the other facts as they are.
void describeTraining(const TrainingTable& table, const Recipe& recipe, const std::string& dataSha256,
                      TrainingFacts& facts);

} // namespace gemba::twin
