// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/operating_limit.h"

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace gemba::twin {

namespace {

constexpr double kThresholdQuantile = 0.9;
constexpr double kConfidence = 0.9;

double threshold(std::span<const std::vector<double>> runs)
{
    std::vector<double> all;
    for (const auto& run : runs)
        all.insert(all.end(), run.begin(), run.end());
    if (all.empty())
        return 0.0;
    const auto at = static_cast<std::ptrdiff_t>(kThresholdQuantile * static_cast<double>(all.size() - 1));
    std::nth_element(all.begin(), all.begin() + at, all.end());
    return all[static_cast<std::size_t>(at)];
}

/// Gaps between neighbouring rows over u, all runs together.
std::vector<std::size_t> gapsOver(std::span<const std::vector<double>> runs, double u)
{
    std::vector<std::size_t> gaps;
    for (const auto& run : runs) {
        std::size_t last = run.size();
        for (std::size_t r = 0; r < run.size(); ++r) {
            if (!(run[r] > u))
                continue;
            if (last < r)
                gaps.push_back(r - last);
            last = r;
        }
    }
    return gaps;
}

/// The widest gap that still lies within one peak. Of n gaps, the share of Ferro and Segers'
/// extremal index parts peaks, the widest ones (J. R. Statist. Soc. B 65 (2003) 545-556, eq. 7).
std::size_t widestWithin(std::vector<std::size_t> gaps)
{
    if (gaps.empty())
        return 1;
    std::sort(gaps.begin(), gaps.end(), std::greater<>());
    const std::size_t less = gaps.front() > 2 ? 1 : 0;
    double sum = 0.0, squares = 0.0;
    for (const std::size_t gap : gaps) {
        const auto t = static_cast<double>(gap - less);
        sum += t;
        squares += t * (t - static_cast<double>(less));
    }
    const double n = static_cast<double>(gaps.size());
    const double index = squares > 0.0 ? std::min(1.0, 2.0 * sum * sum / (n * squares)) : 1.0;
    const auto between = static_cast<std::size_t>(index * n);
    return between < gaps.size() ? gaps[between] : 1;
}

std::vector<double> peaksOver(std::span<const std::vector<double>> runs, double u)
{
    const std::size_t widest = widestWithin(gapsOver(runs, u));
    std::vector<double> excesses;
    for (const auto& run : runs) {
        double peak = 0.0;
        std::size_t last = 0;
        for (std::size_t r = 0; r < run.size(); ++r) {
            if (!(run[r] > u))
                continue;
            if (peak > 0.0 && r - last > widest)
                excesses.push_back(std::exchange(peak, 0.0));
            peak = std::max(peak, run[r] - u);
            last = r;
        }
        if (peak > 0.0)
            excesses.push_back(peak);
    }
    return excesses;
}

} // namespace

OperatingLimit operatingLimit(std::span<const std::vector<double>> runs, double targetPerRow, double floor,
                              double boundPeaks)
{
    std::size_t rows = 0;
    for (const auto& run : runs)
        rows += run.size();
    const double u = threshold(runs);
    const std::vector<double> peaks = peaksOver(runs, u);
    if (peaks.empty())
        return {std::max(floor, u), 0.0, 0.0};
    const auto k = static_cast<double>(peaks.size());
    double mean = 0.0;
    for (const double e : peaks)
        mean += e / k;
    const double rate = k / static_cast<double>(rows);
    const double degrees = 2.0 * (boundPeaks > 0.0 ? boundPeaks : k);
    const boost::math::chi_squared chi(degrees);
    const double bound = mean * degrees / boost::math::quantile(chi, 1.0 - kConfidence);
    OperatingLimit out;
    out.peaks = k;
    out.limit = std::max(floor, u + bound * std::max(0.0, std::log(rate / targetPerRow)));
    out.alertsPerRow = std::min(rate, rate * std::exp(-(out.limit - u) / mean));
    return out;
}

} // namespace gemba::twin
