// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/make_features.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "twin/training/scaled_inputs.h"

namespace gemba::twin {

namespace {

constexpr std::size_t kPairedInputs = 45;
constexpr double kSameAgain = 0.98; // correlation
constexpr double kNearBirth = 0.05; // of a life

double correlation(std::span<const double> x, std::span<const double> y)
{
    const auto n = static_cast<double>(x.size());
    double mx = 0.0, my = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        mx += x[i] / n;
        my += y[i] / n;
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
        xy += (x[i] - mx) * (y[i] - my);
    }
    return xx > 0.0 && yy > 0.0 ? xy / std::sqrt(xx * yy) : 0.0;
}

double variance(std::span<const double> x)
{
    const double mean = std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
    return std::accumulate(x.begin(), x.end(), 0.0, [&](double sum, double v) { return sum + (v - mean) * (v - mean); });
}

/// One list for each input.
std::vector<std::vector<double>> columnsOf(const ScaledInputs& inputs)
{
    std::vector<std::vector<double>> columns(inputs.names.size());
    for (std::size_t i = 0; i < inputs.values.size(); ++i)
        columns[i % columns.size()].push_back(inputs.values[i]);
    return columns;
}

void addPairs(const std::vector<std::vector<double>>& columns, std::span<const double> target, FeatureSet& set)
{
    std::vector<std::uint32_t> paired(columns.size());
    std::iota(paired.begin(), paired.end(), 0U);
    if (paired.size() > kPairedInputs) {
        std::vector<double> worth;
        for (const auto& column : columns)
            worth.push_back(std::abs(correlation(column, target)));
        std::stable_sort(paired.begin(), paired.end(), [&](std::uint32_t a, std::uint32_t b) { return worth[a] > worth[b]; });
        paired.resize(kPairedInputs);
        std::sort(paired.begin(), paired.end());
    }
    std::vector<double> made(target.size());
    for (std::size_t i = 0; i < paired.size(); ++i) {
        for (std::size_t j = i + 1; j < paired.size(); ++j) {
            const std::uint32_t a = paired[i], b = paired[j];
            std::transform(columns[a].begin(), columns[a].end(), columns[b].begin(), made.begin(), std::multiplies<>());
            if (std::abs(correlation(made, columns[a])) <= kSameAgain && std::abs(correlation(made, columns[b])) <= kSameAgain)
                set.columns.push_back({FeatureColumn::Kind::Product, a, b, {}, {}});
            std::transform(columns[a].begin(), columns[a].end(), columns[b].begin(), made.begin(), std::minus<>());
            const double spread = variance(made);
            if (spread > 0.0 && spread < std::max(variance(columns[a]), variance(columns[b])))
                set.columns.push_back({FeatureColumn::Kind::Difference, a, b, {}, {}});
        }
    }
}

void addAge(const TrainingTable& table, const Recipe& recipe, FeatureSet& set)
{
    std::vector<double> first, life;
    for (std::size_t k = 0; k < table.runs.size(); ++k) {
        const std::size_t end = k + 1 < table.runs.size() ? table.runs[k + 1] : table.rows();
        first.push_back(table.times[table.runs[k]]);
        life.push_back(table.times[end - 1] - first.back());
    }
    const auto middle = [](std::vector<double>& v) {
        const auto m = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
        std::nth_element(v.begin(), m, v.end());
        return *m;
    };
    const bool fromBirth = table.timesAreNumbers && std::abs(middle(first)) <= kNearBirth * middle(life);
    set.age = fromBirth ? FeatureSet::Age::Time : FeatureSet::Age::Since;
    set.ageName = recipe.time.empty() ? "age" : recipe.time;
}

} // namespace

Result<FeatureSet> settleFeatures(const TrainingTable& table, const Recipe& recipe, std::vector<std::string>& dropped)
{
    auto inputs = scaledInputs(table, recipe);
    if (!inputs)
        return inputs.error();
    FeatureSet set;
    for (std::size_t i = 0; i < inputs->names.size(); ++i)
        set.columns.push_back({FeatureColumn::Kind::Input, static_cast<std::uint32_t>(i), 0, {}, {}});
    if (recipe.features.automatic)
        addPairs(columnsOf(*inputs), table.targets, set);
    set.inputs = std::move(inputs->names);
    set.regimes = std::move(inputs->regimes);
    dropped = std::move(inputs->dropped);
    for (const auto& [name, formula] : recipe.features.formulas)
        set.columns.push_back({FeatureColumn::Kind::Formula, 0, 0, name, formula});
    set.window = recipe.window;
    if (recipe.task == LearningTask::Rul)
        addAge(table, recipe, set);
    if (set.size() > kMostFeatures)
        return Error{ErrorCode::RecipeInvalid, {"at most " + std::to_string(kMostFeatures) + " features, not " + std::to_string(set.size())},
                     Place{{}, -1, {}, {}, "/features"}};
    return set;
}

Result<std::vector<float>> featureRows(const FeatureSet& set, const TrainingTable& table)
{
    auto maker = FeatureMaker::make(set);
    if (!maker)
        return maker.error();
    std::vector<std::size_t> from; // position in the table of each input
    for (const std::string& name : set.inputs)
        from.push_back(static_cast<std::size_t>(std::find(table.inputs.begin(), table.inputs.end(), name) - table.inputs.begin()));
    const std::size_t f = set.size(), p = table.inputs.size(), s = set.settings();
    std::vector<float> out(table.rows() * f);
    std::vector<double> row(from.size());
    std::size_t run = 0;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        if (run < table.runs.size() && table.runs[run] == r) {
            maker->reset();
            ++run;
        }
        for (std::size_t i = 0; i < from.size(); ++i)
            row[i] = table.values[r * p + from[i]];
        maker->push(row, std::span(table.settings).subspan(r * s, s), table.times[r], std::span(out).subspan(r * f, f));
    }
    return out;
}

} // namespace gemba::twin
