// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/folds.h"

#include <algorithm>
#include <numeric>

#include "twin/training/split_mix.h"

namespace gemba::twin {

namespace {

/// 0 to n - 1 in an order drawn at random.
std::vector<std::size_t> shuffled(std::size_t n, std::uint64_t seed)
{
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    SplitMix64 random(seed);
    for (std::size_t i = n; i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    return order;
}

/// place: by run, its place among those that are dealt out in turn.
std::vector<std::uint32_t> byRun(const TrainingTable& table, std::size_t rows, const std::vector<std::size_t>& place)
{
    std::vector<std::uint32_t> fold(rows);
    std::size_t run = 0;
    for (std::size_t r = 0; r < rows; ++r) {
        while (run + 1 < table.runs.size() && table.runs[run + 1] <= r)
            ++run;
        fold[r] = static_cast<std::uint32_t>(place[run] % kHoldOutFolds);
    }
    return fold;
}

/// Blocks of consecutive rows, dealt out: every part has stretches from all over the data. Five blocks a
/// part, fewer where they would be too short for the filters to fill.
std::vector<std::uint32_t> byBlock(std::size_t rows, const Recipe& recipe)
{
    const std::size_t shortest = std::size_t{4} * (recipe.median + recipe.onDelay);
    const std::size_t blocks = std::clamp(rows / shortest, kHoldOutFolds, 5 * kHoldOutFolds);
    const std::vector<std::size_t> place = shuffled(blocks, recipe.seed);
    std::vector<std::uint32_t> fold(rows);
    for (std::size_t r = 0; r < rows; ++r)
        fold[r] = static_cast<std::uint32_t>(place[r * blocks / rows] % kHoldOutFolds);
    return fold;
}

/// Shuffled, then dealt out class by class: every part has its share of the rarest class.
std::vector<std::uint32_t> atRandom(const TrainingTable& table, std::size_t rows, std::uint64_t seed)
{
    std::vector<std::size_t> order = shuffled(rows, seed);
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
    const std::size_t rows = table.rows(), runs = table.runs.size();
    const bool random = recipe.split == Split::KFold;
    if (random && recipe.task == LearningTask::Detect)
        return byBlock(rows, recipe);
    if (random && recipe.task != LearningTask::Rul)
        return atRandom(table, rows, recipe.seed);
    if (runs > 1 && recipe.split != Split::Time) {
        std::vector<std::size_t> place(runs);
        std::iota(place.begin(), place.end(), std::size_t{0});
        return byRun(table, rows, random ? shuffled(runs, recipe.seed) : place);
    }
    std::vector<std::uint32_t> fold(rows);
    for (std::size_t r = 0; r < rows; ++r)
        fold[r] = static_cast<std::uint32_t>(r * kHoldOutFolds / rows);
    return fold;
}

} // namespace gemba::twin
