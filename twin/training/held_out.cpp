// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/held_out.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "twin/training/folds.h"

namespace gemba::twin {

namespace {

constexpr std::size_t kMostGroups = 20;
constexpr std::size_t kRowsInGroup = 100;
constexpr double kLow = 0.1, kHigh = 0.9;

std::vector<std::size_t> byPrediction(const HeldOutRows& rows)
{
    std::vector<std::size_t> order(rows.predicted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rows.predicted[a] < rows.predicted[b]; });
    return order;
}

/// Between order statistics, as numpy's default has it (Hyndman and Fan 1996, definition 7).
double quantile(const std::vector<double>& sorted, double q)
{
    const double at = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// The rows of one part, or those of all others.
HeldOutRows part(const HeldOutRows& rows, std::uint32_t fold, bool others)
{
    HeldOutRows out;
    for (std::size_t r = 0; r < rows.fold.size(); ++r) {
        if ((rows.fold[r] != fold) != others)
            continue;
        out.predicted.push_back(rows.predicted[r]);
        out.truth.push_back(rows.truth[r]);
        if (!rows.uncapped.empty())
            out.uncapped.push_back(rows.uncapped[r]);
        out.fold.push_back(rows.fold[r]);
    }
    return out;
}

double coverage(const HeldOutRows& rows)
{
    double inside = 0.0;
    for (std::uint32_t f = 0; f < kHoldOutFolds; ++f) {
        const HeldOutRows others = part(rows, f, true), own = part(rows, f, false);
        if (others.fold.empty())
            return NAN;
        const auto band = bandOf(others);
        for (std::size_t r = 0; r < own.fold.size(); ++r) {
            const Band b = bandAt(band, own.predicted[r]);
            const double truth = own.uncapped.empty() ? own.truth[r] : own.uncapped[r];
            inside += truth >= b.low && truth <= b.high ? 1.0 : 0.0;
        }
    }
    return inside / static_cast<double>(rows.fold.size());
}

double ratio(double part, double whole) { return whole > 0.0 ? part / whole : 0.0; }

/// The chance that a row of the rarer class has the higher probability (Mann and Whitney 1947).
double areaUnderCurve(const HeldOutRows& rows)
{
    const std::vector<std::size_t> order = byPrediction(rows);
    double rare = 0.0, common = 0.0, won = 0.0;
    for (std::size_t i = 0; i < order.size();) {
        double rareHere = 0.0, commonHere = 0.0; // of equal probability
        const double p = rows.predicted[order[i]];
        for (; i < order.size() && rows.predicted[order[i]] == p; ++i)
            (rows.truth[order[i]] > 0.5 ? rareHere : commonHere) += 1.0;
        won += rareHere * (common + 0.5 * commonHere);
        rare += rareHere;
        common += commonHere;
    }
    return ratio(won, rare * common);
}

} // namespace

std::vector<BandKnot> bandOf(const HeldOutRows& rows)
{
    const std::vector<std::size_t> order = byPrediction(rows);
    const std::size_t n = order.size(), groups = std::clamp<std::size_t>(n / kRowsInGroup, 1, kMostGroups);
    std::vector<BandKnot> knots;
    for (std::size_t g = 0; g < groups; ++g) {
        std::vector<double> below, above;
        double score = 0.0;
        for (std::size_t i = g * n / groups; i < (g + 1) * n / groups; ++i) {
            const double said = rows.predicted[order[i]];
            below.push_back(rows.truth[order[i]] - said);
            above.push_back((rows.uncapped.empty() ? rows.truth : rows.uncapped)[order[i]] - said);
            score += said;
        }
        score /= static_cast<double>(below.size());
        std::sort(below.begin(), below.end());
        std::sort(above.begin(), above.end());
        if (knots.empty() || score > knots.back().score)
            knots.push_back({score, quantile(below, kLow), quantile(above, kHigh)});
    }
    return knots;
}

Metrics measures(const HeldOutRows& rows)
{
    const auto n = static_cast<double>(rows.truth.size());
    const double mean = std::accumulate(rows.truth.begin(), rows.truth.end(), 0.0) / n;
    double squares = 0.0, absolute = 0.0, total = 0.0;
    for (std::size_t r = 0; r < rows.truth.size(); ++r) {
        const double error = rows.predicted[r] - rows.truth[r];
        squares += error * error;
        absolute += std::abs(error);
        total += (rows.truth[r] - mean) * (rows.truth[r] - mean);
    }
    Metrics out{{"rmse", std::sqrt(squares / n)}, {"mae", absolute / n}};
    if (total > 0.0)
        out["r2"] = 1.0 - squares / total;
    if (const double c = coverage(rows); std::isfinite(c))
        out["coverage"] = c;
    return out;
}

double bestThreshold(const HeldOutRows& rows)
{
    std::vector<std::size_t> order = byPrediction(rows);
    std::reverse(order.begin(), order.end());
    const double all = std::accumulate(rows.truth.begin(), rows.truth.end(), 0.0);
    double hits = 0.0, best = -1.0, threshold = 0.5;
    for (std::size_t i = 0; i < order.size(); ++i) {
        hits += rows.truth[order[i]];
        const double here = rows.predicted[order[i]];
        const double next = i + 1 < order.size() ? rows.predicted[order[i + 1]] : 0.0;
        const double f1 = ratio(2.0 * hits, static_cast<double>(i + 1) + all);
        if (here > next && f1 > best) {
            best = f1;
            threshold = 0.5 * (here + next);
        }
    }
    return threshold;
}

Metrics rareMetrics(const HeldOutRows& rows)
{
    double hits = 0.0, called = 0.0, rare = 0.0, right = 0.0;
    for (std::uint32_t f = 0; f < kHoldOutFolds; ++f) {
        const HeldOutRows own = part(rows, f, false);
        const double threshold = bestThreshold(part(rows, f, true));
        for (std::size_t r = 0; r < own.fold.size(); ++r) {
            const bool is = own.truth[r] > 0.5, says = own.predicted[r] >= threshold;
            hits += is && says ? 1.0 : 0.0;
            called += says ? 1.0 : 0.0;
            rare += is ? 1.0 : 0.0;
            right += is == says ? 1.0 : 0.0;
        }
    }
    return {{"f1", ratio(2.0 * hits, called + rare)}, {"precision", ratio(hits, called)}, {"recall", ratio(hits, rare)},
            {"accuracy", ratio(right, static_cast<double>(rows.fold.size()))}, {"auc", areaUnderCurve(rows)}};
}

Metrics classMetrics(std::span<const std::uint32_t> predicted, std::span<const std::uint32_t> truth, std::size_t classes)
{
    std::vector<double> hits(classes), called(classes), real(classes);
    double right = 0.0;
    for (std::size_t r = 0; r < truth.size(); ++r) {
        hits[truth[r]] += predicted[r] == truth[r] ? 1.0 : 0.0;
        right += predicted[r] == truth[r] ? 1.0 : 0.0;
        ++called[predicted[r]];
        ++real[truth[r]];
    }
    double f1 = 0.0;
    for (std::size_t c = 0; c < classes; ++c)
        f1 += ratio(2.0 * hits[c], called[c] + real[c]) / static_cast<double>(classes);
    return {{"accuracy", ratio(right, static_cast<double>(truth.size()))}, {"f1", f1}};
}

} // namespace gemba::twin
