// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "twin/model/result.h"
#include "twin/prognosis/tree_ensemble.h"
#include "twin/training/recipe.h"

namespace gemba::twin {

/// What trees are to learn. rows x columns features; a label each: a number (Identity), 0 or 1
/// (Logistic), the position of the class (Softmax).
struct TreeTask {
    std::span<const float> features;
    std::size_t columns = 0;
    std::span<const float> labels;
    TreeEnsemble::Link link = TreeEnsemble::Link::Identity;
    std::uint32_t outputs = 1;
};

/// Gradient boosting by XGBoost with histograms, on one thread: the same arguments grow the same
/// trees to the bit. round is called after each round. Error: BoostingFailed.
[[nodiscard]] Result<TreeEnsemble> growTrees(const TreeTask& task, const BoostRecipe& recipe, std::uint64_t seed,
                                             const std::function<void()>& round);

} // namespace gemba::twin
