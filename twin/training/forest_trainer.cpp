// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/forest_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "twin/detection/on_delay.h"
#include "twin/detection/operating_limit.h"
#include "twin/training/folds.h"
#include "twin/training/scaled_inputs.h"
#include "twin/training/split_mix.h"
#include "twin/training/training_facts.h"

namespace gemba::twin {

namespace {

constexpr std::size_t kFewestRows = 30;
constexpr std::size_t kSample = 256; // Liu, Ting and Zhou 2008: more makes no better a forest
constexpr double kSmallestEase = 1e-6;

class TreeGrower
{
public:
    TreeGrower(std::span<const double> values, std::size_t inputs, SplitMix64& random)
        : m_values(values), m_inputs(inputs), m_random(random)
    {
    }

    /// rows: which the tree is grown on; their order is lost.
    IsolationTree grow(std::vector<std::size_t>& rows)
    {
        const auto deepest = static_cast<std::size_t>(std::ceil(std::log2(static_cast<double>(rows.size()))));
        IsolationTree t;
        std::vector<Part> parts{{rows.begin(), rows.end(), 0}}; // of each node, breadth first
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Part part = parts[i];
            const auto n = static_cast<double>(part.end - part.begin);
            const auto split = part.depth < deepest && n > 1.0 ? choose(part) : std::nullopt;
            t.input.push_back(split ? static_cast<std::int32_t>(split->input) : -1);
            t.left.push_back(split ? static_cast<std::int32_t>(parts.size()) : -1);
            t.value.push_back(split ? split->value : meanPathLength(n));
            if (!split)
                continue;
            const auto middle = std::partition(part.begin, part.end, [&](std::size_t r) { return at(r, split->input) < split->value; });
            parts.push_back({part.begin, middle, part.depth + 1});
            parts.push_back({middle, part.end, part.depth + 1});
        }
        return t;
    }

private:
    using Iterator = std::vector<std::size_t>::iterator;
    struct Part {
        Iterator begin, end;
        std::size_t depth;
    };
    struct Cut {
        std::size_t input;
        double value;
    };

    [[nodiscard]] double at(std::size_t row, std::size_t input) const { return m_values[row * m_inputs + input]; }

    /// An input drawn among those that vary here, and a place between its smallest and largest value.
    std::optional<Cut> choose(const Part& part)
    {
        std::vector<std::pair<double, double>> ranges(m_inputs);
        std::vector<std::size_t> vary;
        for (std::size_t i = 0; i < m_inputs; ++i) {
            double low = at(*part.begin, i), high = low;
            for (auto r = part.begin; r != part.end; ++r) {
                low = std::min(low, at(*r, i));
                high = std::max(high, at(*r, i));
            }
            ranges[i] = {low, high};
            if (low < high)
                vary.push_back(i);
        }
        if (vary.empty())
            return std::nullopt;
        const std::size_t input = vary[m_random.below(vary.size())];
        const auto [low, high] = ranges[input];
        // Above low, so that both sides have rows.
        return Cut{input, std::max(low + m_random.unit() * (high - low), std::nextafter(low, high))};
    }

    std::span<const double> m_values;
    std::size_t m_inputs;
    SplitMix64& m_random;
};

class Trainer
{
public:
    Trainer(const TrainingTable& table, const Recipe& recipe, const TrainingProgress& progress)
        : m_table(table), m_recipe(recipe), m_progress(progress)
    {
    }

    Result<ForestModel> run(const std::string& dataSha256)
    {
        if (m_table.rows() < kFewestRows)
            return Error{ErrorCode::TrainTooFewRows,
                         {static_cast<std::int64_t>(m_table.rows()), static_cast<std::int64_t>(kFewestRows)}, {}};
        auto inputs = scaledInputs(m_table, m_recipe);
        if (!inputs)
            return inputs.error();
        m_values = std::move(inputs->values);
        std::vector<std::size_t> all(m_table.rows());
        std::iota(all.begin(), all.end(), std::size_t{0});
        ForestModel model;
        model.inputs = std::move(inputs->names);
        model.regimes = std::move(inputs->regimes);
        model.facts.dropped = std::move(inputs->dropped);
        model.confidence = m_recipe.confidence;
        model.medianRows = m_recipe.median;
        grow(model, all);
        findUsual(model);
        findLimits(model);
        describe(model, dataSha256);
        return model;
    }

private:
    void grow(ForestModel& model, const std::vector<std::size_t>& rows)
    {
        SplitMix64 random(m_recipe.seed);
        TreeGrower grower(m_values, model.inputs.size(), random);
        const std::size_t sample = std::min(kSample, rows.size());
        model.sample = static_cast<std::uint32_t>(sample);
        model.trees.clear();
        std::vector<std::size_t> drawn;
        for (std::size_t t = 0; t < std::max<std::size_t>(2, m_recipe.forestTrees); ++t) {
            drawn = rows;
            for (std::size_t i = 0; i < sample; ++i)
                std::swap(drawn[i], drawn[i + random.below(drawn.size() - i)]);
            drawn.resize(sample);
            model.trees.push_back(grower.grow(drawn));
        }
        if (m_progress)
            m_progress(static_cast<double>(++m_forests) / static_cast<double>(kHoldOutFolds + 1));
    }

    void findUsual(ForestModel& model) const
    {
        const std::size_t p = model.inputs.size();
        std::vector<double> column(m_table.rows());
        for (std::size_t i = 0; i < p; ++i) {
            for (std::size_t r = 0; r < column.size(); ++r)
                column[r] = m_values[r * p + i];
            const auto middle = column.begin() + static_cast<std::ptrdiff_t>(column.size() / 2);
            std::nth_element(column.begin(), middle, column.end());
            model.usual.push_back(*middle);
        }
    }

    void findLimits(ForestModel& model);
    void describe(ForestModel& model, const std::string& dataSha256) const;

    const TrainingTable& m_table;
    const Recipe& m_recipe;
    const TrainingProgress& m_progress;
    std::size_t m_forests = 0; ///< grown so far
    std::vector<double> m_values; ///< n x p
};

/// Ease of isolation of rows held out: after the median filter, and by stretch after the on-delay.
struct HeldOutEase {
    std::vector<double> filtered;
    std::vector<std::vector<double>> delayed;
};

void Trainer::findLimits(ForestModel& model)
{
    const std::vector<std::uint32_t> fold = foldsOf(m_table, m_recipe);
    const std::size_t n = m_table.rows(), p = model.inputs.size();
    HeldOutEase held;
    for (std::uint32_t f = 0; f < kHoldOutFolds; ++f) {
        ForestModel part;
        part.inputs = model.inputs;
        std::vector<std::size_t> seen;
        for (std::size_t r = 0; r < n; ++r) {
            if (fold[r] != f)
                seen.push_back(r);
        }
        if (seen.size() == n || seen.size() < 2)
            continue;
        grow(part, seen);
        OnDelay filter(m_recipe.median, m_recipe.onDelay);
        bool joined = false;
        std::size_t stretch = 0;
        for (std::size_t r = 0; r < n; ++r) {
            const bool starts = stretch < m_table.stretches.size() && m_table.stretches[stretch] == r;
            stretch += starts ? 1 : 0;
            if (fold[r] != f) {
                joined = false;
                continue;
            }
            if (!joined || starts) {
                filter.reset();
                held.delayed.emplace_back();
                joined = true;
            }
            filter.push(isolate(part, std::span(m_values).subspan(r * p, p)).ease);
            held.filtered.push_back(filter.median());
            if (filter.ready())
                held.delayed.back().push_back(filter.value());
        }
    }
    std::sort(held.filtered.begin(), held.filtered.end());
    const std::size_t size = held.filtered.size();
    const auto at = static_cast<std::size_t>(std::ceil(m_recipe.confidence * static_cast<double>(size)));
    const double limit = size > 0 ? held.filtered[std::min(at, size) - 1] : 1.0;
    model.limit = std::clamp(isolationOf(limit), 1e-9, 1.0 - 1e-9);
    const auto over = held.filtered.end() - std::upper_bound(held.filtered.begin(), held.filtered.end(), limit);
    model.facts.heldOutAlarmRate = size > 0 ? static_cast<double>(over) / static_cast<double>(size) : 0.0;
    const double rowsInBudget = m_recipe.budgetDays * 86'400.0 / m_table.rowSeconds;
    const OperatingLimit operating = operatingLimit(held.delayed, m_recipe.budgetAlerts / rowsInBudget, kSmallestEase);
    model.operatingLimit = operating.limit;
    model.budget = {.alerts = m_recipe.budgetAlerts, .days = m_recipe.budgetDays, .rowSeconds = m_table.rowSeconds,
                    .onDelay = m_recipe.onDelay,
                    .t2PerMonth = operating.alertsPerRow * 30.0 * 86'400.0 / m_table.rowSeconds, .spePerMonth = 0.0};
}

void Trainer::describe(ForestModel& model, const std::string& dataSha256) const
{
    model.facts.rows = m_table.rows();
    describeTraining(m_table, m_recipe, dataSha256, model.facts);
}

} // namespace

Result<ForestModel> trainForest(const TrainingTable& table, const Recipe& recipe, const std::string& dataSha256,
                                const TrainingProgress& progress)
{
    return Trainer(table, recipe, progress).run(dataSha256);
}

} // namespace gemba::twin
