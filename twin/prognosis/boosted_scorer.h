// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "twin/prognosis/boosted_model.h"
#include "twin/prognosis/tree_predictor.h"

namespace gemba::twin {

/// What a model says of one row. regress, rul: score and band; classify: class and probabilities.
struct BoostedPrediction {
    double score = 0.0, low = 0.0, high = 0.0; ///< in units of the target
    std::uint32_t predicted = 0;               ///< position in the model's classes
};

/// Evaluates a model on rows of features, many at a time (see kBatchRows): each asset's rows go
/// through a FeatureMaker of its own, the features of many assets make one batch. One thread at a
/// time.
class BoostedScorer
{
public:
    /// Errors: those of TreePredictor::make().
    [[nodiscard]] static Result<BoostedScorer> make(std::shared_ptr<const BoostedModel> model);

    [[nodiscard]] const BoostedModel& model() const { return *m_model; }

    /// features: n x model().features.size(). Error: BoostingFailed.
    [[nodiscard]] Result<void> score(std::span<const float> features);
    [[nodiscard]] std::span<const BoostedPrediction> predictions() const { return m_predictions; }
    /// classify: of every class, for each row of the latest score(): n x classes.
    [[nodiscard]] std::span<const double> probabilities() const { return m_probabilities; }

    /// Shares of each feature in the score of the rows of the latest score(), in units of the target;
    /// classify: in the log odds of the rarer of two classes, or of the class predicted. The shares
    /// of a row and a constant add up to it. out: n x features.
    [[nodiscard]] Result<void> explain(std::span<const float> features, std::span<float> out);

private:
    BoostedScorer(std::shared_ptr<const BoostedModel> model, TreePredictor predictor);
    void classify(std::size_t rows);
    void measure(std::size_t rows);

    std::shared_ptr<const BoostedModel> m_model;
    TreePredictor m_predictor;
    std::vector<float> m_outputs, m_shares;
    std::vector<BoostedPrediction> m_predictions;
    std::vector<double> m_probabilities;
};

} // namespace gemba::twin
