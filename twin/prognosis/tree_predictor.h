// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>

#include "twin/model/result.h"
#include "twin/prognosis/tree_ensemble.h"

namespace gemba::twin {

/// Rows are cheapest together: one alone costs about twenty times its share of a batch, and more
/// than so many gain nothing.
inline constexpr std::size_t kBatchRows = 1'024;

/// Evaluates a tree ensemble with XGBoost, on one thread. Moves, does not copy; one thread at a time.
class TreePredictor
{
public:
    /// The library is given a document made from the checked ensemble, never bytes from outside.
    /// Errors: ModelInvalid (what faultOf() says), BoostingFailed.
    [[nodiscard]] static Result<TreePredictor> make(const TreeEnsemble& ensemble);
    TreePredictor(TreePredictor&&) noexcept;
    TreePredictor& operator=(TreePredictor&&) noexcept;
    ~TreePredictor();

    /// rows: n x features, NaN where missing. out: n x outputs after the link. Error: BoostingFailed.
    [[nodiscard]] Result<void> predict(std::span<const float> rows, std::span<float> out);

    /// Exact shares of each feature in the margin (TreeSHAP: Lundberg and others 2018). out: n x
    /// outputs x (features + 1); the last is the mean, and all add up to the margin.
    [[nodiscard]] Result<void> contributions(std::span<const float> rows, std::span<float> out);

private:
    struct Private;
    explicit TreePredictor(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// "xgboost 1.7.4": what evaluates trees here.
[[nodiscard]] std::string treeLibrary();

} // namespace gemba::twin
