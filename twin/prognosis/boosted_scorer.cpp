// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/prognosis/boosted_scorer.h"

#include <algorithm>

namespace gemba::twin {

BoostedScorer::BoostedScorer(std::shared_ptr<const BoostedModel> model, TreePredictor predictor)
    : m_model(std::move(model)), m_predictor(std::move(predictor))
{
}

Result<BoostedScorer> BoostedScorer::make(std::shared_ptr<const BoostedModel> model)
{
    auto predictor = TreePredictor::make(model->trees);
    if (!predictor)
        return predictor.error();
    return BoostedScorer(std::move(model), std::move(*predictor));
}

Result<void> BoostedScorer::score(std::span<const float> features)
{
    const std::size_t n = features.size() / m_model->trees.features;
    m_outputs.resize(n * m_model->trees.outputs);
    m_predictions.assign(n, {});
    m_probabilities.clear();
    if (auto done = m_predictor.predict(features, m_outputs); !done)
        return done;
    if (m_model->task == LearningTask::Classify)
        classify(n);
    else
        measure(n);
    return {};
}

void BoostedScorer::measure(std::size_t rows)
{
    const BoostedModel& m = *m_model;
    for (std::size_t r = 0; r < rows; ++r) {
        BoostedPrediction& p = m_predictions[r];
        p.score = targetOf(m, static_cast<double>(m_outputs[r]));
        const Band band = bandAt(m.band, p.score);
        const double least = m.task == LearningTask::Rul ? 0.0 : band.low; // nothing lives a negative time
        p.low = std::max(least, band.low);
        p.high = std::max(least, band.high);
    }
}

void BoostedScorer::classify(std::size_t rows)
{
    const BoostedModel& m = *m_model;
    const std::size_t classes = m.classes.size();
    for (std::size_t r = 0; r < rows; ++r) {
        if (classes == 2) {
            const auto one = static_cast<double>(m_outputs[r]);
            m_probabilities.push_back(1.0 - one);
            m_probabilities.push_back(one);
            const bool rare = m_probabilities[2 * r + m.rareClass] >= m.threshold;
            m_predictions[r].predicted = rare ? m.rareClass : 1 - m.rareClass;
            continue;
        }
        const auto first = m_outputs.begin() + static_cast<std::ptrdiff_t>(r * classes);
        const auto end = first + static_cast<std::ptrdiff_t>(classes);
        m_probabilities.insert(m_probabilities.end(), first, end);
        m_predictions[r].predicted = static_cast<std::uint32_t>(std::max_element(first, end) - first);
    }
}

Result<void> BoostedScorer::explain(std::span<const float> features, std::span<float> out)
{
    const TreeEnsemble& trees = m_model->trees;
    const std::size_t f = trees.features, n = features.size() / f;
    m_shares.resize(n * trees.outputs * (f + 1));
    if (auto done = m_predictor.contributions(features, m_shares); !done)
        return done;
    const bool two = trees.link == TreeEnsemble::Link::Logistic;
    const float sign = two ? (m_model->rareClass == 1 ? 1.0F : -1.0F) : 1.0F;
    const float scale = m_model->task == LearningTask::Classify ? sign : static_cast<float>(m_model->targetScale);
    for (std::size_t r = 0; r < n; ++r) {
        const std::size_t output = trees.outputs > 1 ? m_predictions[r].predicted : 0;
        const float* const shares = &m_shares[(r * trees.outputs + output) * (f + 1)];
        std::transform(shares, shares + f, out.begin() + static_cast<std::ptrdiff_t>(r * f), [&](float v) { return scale * v; });
    }
    return {};
}

} // namespace gemba::twin
