// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/boosted_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "twin/prognosis/tree_predictor.h"
#include "twin/training/folds.h"
#include "twin/training/grow_trees.h"
#include "twin/training/held_out.h"
#include "twin/training/make_features.h"
#include "twin/training/training_facts.h"

namespace gemba::twin {

namespace {

constexpr std::size_t kFewestRows = 30;

class Trainer
{
public:
    Trainer(const TrainingTable& table, const Recipe& recipe, const TrainingProgress& progress)
        : m_table(table), m_recipe(recipe), m_progress(progress), m_rows(table.rows())
    {
    }

    Result<BoostedModel> run(const std::string& dataSha256)
    {
        if (m_rows < kFewestRows)
            return Error{ErrorCode::TrainTooFewRows, {static_cast<std::int64_t>(m_rows), static_cast<std::int64_t>(kFewestRows)}, {}};
        auto set = settleFeatures(m_table, m_recipe, m_model.facts.dropped);
        if (!set)
            return set.error();
        m_model.features = std::move(*set);
        auto features = featureRows(m_model.features, m_table);
        if (!features)
            return features.error();
        m_features = std::move(*features);
        m_model.task = m_recipe.task;
        prepareLabels();
        if (auto done = holdOut(); !done)
            return done.error();
        std::vector<std::size_t> all(m_rows);
        std::iota(all.begin(), all.end(), std::size_t{0});
        auto trees = grow(all);
        if (!trees)
            return trees.error();
        m_model.trees = std::move(*trees);
        describe(dataSha256);
        return std::move(m_model);
    }

private:
    [[nodiscard]] bool classifies() const { return m_recipe.task == LearningTask::Classify; }
    [[nodiscard]] bool twoClasses() const { return classifies() && m_table.classes.size() == 2; }

    void prepareLabels();
    Result<TreeEnsemble> grow(std::span<const std::size_t> rows);
    Result<void> holdOut();
    Result<void> predictHeldOut(const TreeEnsemble& trees, std::span<const std::size_t> rows);
    void judge();
    void describe(const std::string& dataSha256);

    const TrainingTable& m_table;
    const Recipe& m_recipe;
    const TrainingProgress& m_progress;
    std::size_t m_rows;
    std::size_t m_rounds = 0;
    BoostedModel m_model;
    std::vector<float> m_features; ///< rows x features
    std::vector<float> m_labels;
    HeldOutRows m_held;
    std::vector<std::uint32_t> m_heldClass; ///< more than two classes: the one predicted
};

void Trainer::prepareLabels()
{
    std::vector<double> truth = m_table.targets;
    if (classifies()) {
        m_model.classes = m_table.classes;
        if (twoClasses()) {
            const double ones = std::accumulate(truth.begin(), truth.end(), 0.0);
            m_model.rareClass = 2.0 * ones <= static_cast<double>(m_rows) ? 1 : 0;
        }
    } else {
        if (m_recipe.task == LearningTask::Rul) {
            m_model.cap = m_recipe.cap;
            m_held.uncapped = truth;
            for (double& t : truth)
                t = std::min(t, m_recipe.cap);
        }
        // Standardised, so that regularisation does not depend on the target's unit.
        const auto n = static_cast<double>(m_rows);
        m_model.targetMean = std::accumulate(truth.begin(), truth.end(), 0.0) / n;
        double squares = 0.0;
        for (const double t : truth)
            squares += (t - m_model.targetMean) * (t - m_model.targetMean) / n;
        m_model.targetScale = squares > 0.0 ? std::sqrt(squares) : 1.0;
    }
    for (const double t : truth)
        m_labels.push_back(static_cast<float>((t - m_model.targetMean) / m_model.targetScale));
    for (double& t : truth)
        t = twoClasses() ? (t == static_cast<double>(m_model.rareClass) ? 1.0 : 0.0) : t;
    m_held.truth = std::move(truth);
}

Result<TreeEnsemble> Trainer::grow(std::span<const std::size_t> rows)
{
    const std::size_t f = m_model.features.size();
    std::vector<float> features, labels;
    const bool all = rows.size() == m_rows;
    for (std::size_t i = 0; !all && i < rows.size(); ++i) {
        const auto first = m_features.begin() + static_cast<std::ptrdiff_t>(rows[i] * f);
        features.insert(features.end(), first, first + static_cast<std::ptrdiff_t>(f));
        labels.push_back(m_labels[rows[i]]);
    }
    TreeTask task{.features = all ? m_features : features, .columns = f, .labels = all ? m_labels : labels};
    if (classifies()) {
        task.link = twoClasses() ? TreeEnsemble::Link::Logistic : TreeEnsemble::Link::Softmax;
        task.outputs = twoClasses() ? 1 : static_cast<std::uint32_t>(m_table.classes.size());
    }
    const auto rounds = static_cast<double>(m_recipe.boost.trees) * static_cast<double>(kHoldOutFolds + 1);
    return growTrees(task, m_recipe.boost, m_recipe.seed, [&] {
        if (m_progress)
            m_progress(static_cast<double>(++m_rounds) / rounds);
    });
}

Result<void> Trainer::holdOut()
{
    m_held.fold = foldsOf(m_table, m_recipe);
    m_held.predicted.resize(m_rows);
    m_heldClass.resize(m_rows);
    for (std::uint32_t f = 0; f < kHoldOutFolds; ++f) {
        std::vector<std::size_t> seen, unseen;
        for (std::size_t r = 0; r < m_rows; ++r)
            (m_held.fold[r] == f ? unseen : seen).push_back(r);
        if (unseen.empty() || seen.empty())
            continue;
        const auto trees = grow(seen);
        if (!trees)
            return trees.error();
        if (auto done = predictHeldOut(*trees, unseen); !done)
            return done;
    }
    judge();
    return {};
}

Result<void> Trainer::predictHeldOut(const TreeEnsemble& trees, std::span<const std::size_t> rows)
{
    auto predictor = TreePredictor::make(trees);
    if (!predictor)
        return predictor.error();
    const std::size_t f = m_model.features.size();
    std::vector<float> batch, out;
    for (std::size_t start = 0; start < rows.size(); start += kBatchRows) {
        const std::size_t n = std::min(kBatchRows, rows.size() - start);
        batch.clear();
        for (std::size_t i = 0; i < n; ++i) {
            const auto first = m_features.begin() + static_cast<std::ptrdiff_t>(rows[start + i] * f);
            batch.insert(batch.end(), first, first + static_cast<std::ptrdiff_t>(f));
        }
        out.resize(n * trees.outputs);
        if (auto done = predictor->predict(batch, out); !done)
            return done;
        for (std::size_t i = 0; i < n; ++i) {
            const std::size_t row = rows[start + i];
            const float* const first = &out[i * trees.outputs];
            m_heldClass[row] = static_cast<std::uint32_t>(std::max_element(first, first + trees.outputs) - first);
            const auto v = static_cast<double>(*first);
            m_held.predicted[row] = twoClasses() ? (m_model.rareClass == 1 ? v : 1.0 - v) : targetOf(m_model, v);
        }
    }
    return {};
}

void Trainer::judge()
{
    if (twoClasses()) {
        m_model.threshold = bestThreshold(m_held);
        m_model.metrics = rareMetrics(m_held);
        return;
    }
    if (classifies()) {
        const std::vector<std::uint32_t> truth(m_held.truth.begin(), m_held.truth.end());
        m_model.metrics = classMetrics(m_heldClass, truth, m_table.classes.size());
        return;
    }
    m_model.band = bandOf(m_held);
    m_model.metrics = measures(m_held);
}

void Trainer::describe(const std::string& dataSha256)
{
    m_model.facts.library = treeLibrary();
    m_model.facts.rows = m_rows;
    describeTraining(m_table, m_recipe, dataSha256, m_model.facts);
}

} // namespace

Result<BoostedModel> trainBoosted(const TrainingTable& table, const Recipe& recipe, const std::string& dataSha256,
                                  const TrainingProgress& progress)
{
    return Trainer(table, recipe, progress).run(dataSha256);
}

} // namespace gemba::twin
