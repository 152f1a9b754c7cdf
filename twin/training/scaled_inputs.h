// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "twin/detection/regime_scaling.h"
#include "twin/training/training_table.h"

namespace gemba::twin {

/// The inputs of a table as a model sees them: those that vary, standardised by regime
/// where the recipe names operating settings.
struct ScaledInputs {
    std::vector<std::string> names;       ///< q <= p
    std::vector<double> values;           ///< n x q
    std::optional<RegimeScaling> regimes; ///< of these inputs
    std::vector<double> scale;            ///< q, standard deviation over all rows, > 0
    std::vector<std::string> dropped;     ///< constant inputs
};

/// Error: TrainNoInputs (every input is constant).
[[nodiscard]] Result<ScaledInputs> scaledInputs(const TrainingTable& table, const Recipe& recipe);

} // namespace gemba::twin
