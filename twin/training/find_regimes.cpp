// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/find_regimes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "twin/training/k_means.h"
#include "twin/training/pca_fit.h"

namespace gemba::twin {

namespace {

constexpr std::size_t kMostPoints = 4'000; // enough to see where groups are
constexpr double kShareExplained = 0.99;
constexpr double kGap = 0.2; // one group more leaves at most this share of the spread: evenly spread
                             // settings leave a quarter or more
constexpr std::size_t kFewestRows = 30;

/// Rows in each regime of a scaling whose centres are known.
std::vector<std::vector<std::size_t>> rowsOf(const RegimeScaling& scaling, std::span<const double> settings)
{
    const std::size_t s = scaling.settings.size();
    std::vector<std::vector<std::size_t>> rows(scaling.regimes());
    for (std::size_t r = 0; r < settings.size() / s; ++r)
        rows[scaling.regimeOf(settings.subspan(r * s, s))].push_back(r);
    return rows;
}

bool enoughRows(const RegimeScaling& scaling, std::span<const double> settings)
{
    const auto rows = rowsOf(scaling, settings);
    return std::all_of(rows.begin(), rows.end(), [](const auto& r) { return r.size() >= kFewestRows; });
}

/// Standardised settings of at most kMostPoints rows, evenly over the table.
std::vector<double> sample(const RegimeScaling& scaling, std::span<const double> settings)
{
    const std::size_t s = scaling.settings.size();
    const std::size_t n = settings.size() / s, taken = std::min(n, kMostPoints);
    std::vector<double> points;
    for (std::size_t j = 0; j < taken; ++j) {
        const std::size_t r = j * n / taken;
        for (std::size_t i = 0; i < s; ++i)
            points.push_back((settings[r * s + i] - scaling.settingMean[i]) / scaling.settingScale[i]);
    }
    return points;
}

void findCentres(RegimeScaling& scaling, std::span<const double> settings, std::size_t count, std::uint64_t seed)
{
    const std::size_t s = scaling.settings.size();
    const std::vector<double> points = sample(scaling, settings);
    if (count > 0) {
        scaling.centres = kMeans(points, s, count, seed).centres;
        return;
    }
    const Clustering one = kMeans(points, s, 1, seed);
    scaling.centres = one.centres;
    Clustering before = one, found;
    double sharpest = kGap;
    for (std::size_t k = 2; k <= kMostRegimes && before.spread > 1e-9 * one.spread; ++k) {
        Clustering next = kMeans(points, s, k, seed);
        const double left = next.spread / before.spread;
        if (left < sharpest && next.spread <= (1.0 - kShareExplained) * one.spread) {
            sharpest = left;
            found = next;
        }
        before = std::move(next);
    }
    if (found.centres.empty())
        return;
    scaling.centres = found.centres;
    if (!enoughRows(scaling, settings))
        scaling.centres = one.centres;
}

void findReach(RegimeScaling& scaling, std::span<const double> settings)
{
    const std::size_t s = scaling.settings.size();
    scaling.reach.assign(scaling.centres.size(), 0.0);
    for (std::size_t r = 0; r < settings.size() / s; ++r) {
        const auto values = settings.subspan(r * s, s);
        const std::size_t k = scaling.regimeOf(values);
        for (std::size_t i = 0; i < s; ++i) {
            const double centre = scaling.centres[k * s + i] * scaling.settingScale[i] + scaling.settingMean[i];
            scaling.reach[k * s + i] = std::max(scaling.reach[k * s + i], std::abs(values[i] - centre));
        }
    }
}

void findMoments(RegimeScaling& scaling, std::span<const double> settings, std::span<const double> values)
{
    const std::size_t n = settings.size() / scaling.settings.size();
    const std::size_t p = values.size() / n;
    std::vector<double> within(p), mean, scale;
    for (const auto& rows : rowsOf(scaling, settings)) {
        columnMoments(values, p, rows, mean, scale);
        for (std::size_t i = 0; i < p; ++i) {
            const double sd = rows.size() > 1 ? scale[i] : 0.0;
            within[i] += sd * sd * static_cast<double>(rows.size()) / static_cast<double>(n);
            scaling.inputMean.push_back(mean[i]);
            scaling.inputScale.push_back(sd);
        }
    }
    for (std::size_t i = 0; i < scaling.inputScale.size(); ++i) {
        double& sd = scaling.inputScale[i];
        sd = sd > 0.0 ? sd : std::sqrt(within[i % p]);
    }
}

} // namespace

RegimeScaling findRegimes(const std::vector<std::string>& names, std::span<const double> settings,
                          std::span<const double> values, std::size_t count, std::uint64_t seed)
{
    RegimeScaling out;
    out.settings = names;
    std::vector<std::size_t> all(settings.size() / names.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    columnMoments(settings, names.size(), all, out.settingMean, out.settingScale);
    for (double& scale : out.settingScale)
        scale = scale > 0.0 ? scale : 1.0;
    findCentres(out, settings, count, seed);
    findReach(out, settings);
    findMoments(out, settings, values);
    return out;
}

void keepInputs(RegimeScaling& scaling, std::size_t inputs, std::span<const std::size_t> kept)
{
    std::vector<double> mean, scale;
    for (std::size_t k = 0; k < scaling.regimes(); ++k) {
        for (const std::size_t i : kept) {
            mean.push_back(scaling.inputMean[k * inputs + i]);
            scale.push_back(scaling.inputScale[k * inputs + i]);
        }
    }
    scaling.inputMean = std::move(mean);
    scaling.inputScale = std::move(scale);
}

} // namespace gemba::twin
