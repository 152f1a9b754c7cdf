// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/folds.h"

#include <algorithm>
#include <numeric>

#include "twin/training/split_mix.h"

namespace gemba::twin {

namespace {

std::vector<std::uint32_t> byRun(const TrainingTable& table, std::size_t rows)
{
    std::vector<std::uint32_t> fold(rows);
    std::size_t run = 0;
    for (std::size_t r = 0; r < rows; ++r) {
        while (run + 1 < table.runs.size() && table.runs[run + 1] <= r)
            ++run;
        fold[r] = static_cast<std::uint32_t>(run % kHoldOutFolds);
    }
    return fold;
}

/// Shuffled, then dealt out class by class: every part has its share of the rarest class.
std::vector<std::uint32_t> atRandom(const TrainingTable& table, std::size_t rows, std::uint64_t seed)
{
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    SplitMix64 random(seed);
    for (std::size_t i = rows; i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    if (!table.classes.empty())
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return table.targets[a] < table.targets[b]; });
    std::vector<std::uint32_t> fold(rows);
    for (std::size_t i = 0; i < rows; ++i)
        fold[order[i]] = static_cast<std::uint32_t>(i % kHoldOutFolds);
    return fold;
}

} // namespace

std::vector<std::uint32_t> foldsOf(const TrainingTable& table, const Recipe& recipe)
{
    const std::size_t rows = table.rows();
    if (recipe.split == Split::Id && table.runs.size() > 1)
        return byRun(table, rows);
    if (recipe.split == Split::KFold)
        return atRandom(table, rows, recipe.seed);
    std::vector<std::uint32_t> fold(rows);
    for (std::size_t r = 0; r < rows; ++r)
        fold[r] = static_cast<std::uint32_t>(r * kHoldOutFolds / rows);
    return fold;
}

} // namespace gemba::twin
