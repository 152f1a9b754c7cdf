// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "twin/detection/isolation_forest.h"
#include "twin/detection/pca_model.h"
#include "twin/prognosis/boosted_model.h"
#include "twin/training/progress.h"
#include "twin/training/training_table.h"

namespace gemba::twin {

/// Every kind of model that is kept in .gmodel files.
using Model = std::variant<PcaModel, ForestModel, BoostedModel>;

/// Reads a model of whichever kind it is. Every size, shape and range is checked; errors name the
/// JSON path.
[[nodiscard]] Result<Model> parseAnyModel(std::string_view json);

/// Canonical JSON; equal models give equal bytes.
[[nodiscard]] std::string modelJson(const Model& model);

[[nodiscard]] const TrainingFacts& factsOf(const Model& model);
[[nodiscard]] const std::vector<std::string>& inputsOf(const Model& model);

/// Trains whatever the recipe asks for; the trainers say how and which errors there are.
[[nodiscard]] Result<Model> trainModel(const TrainingTable& table, const Recipe& recipe,
                                       const std::string& dataSha256, const TrainingProgress& progress);

} // namespace gemba::twin
