// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/operating_limit.h"

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>
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

std::vector<double> peaksOver(std::span<const std::vector<double>> runs, double u)
{
    std::vector<double> excesses;
    for (const auto& run : runs) {
        double peak = 0.0;
        for (const double v : run) {
            if (v <= u && peak > 0.0)
                excesses.push_back(std::exchange(peak, 0.0));
            peak = std::max(peak, v - u);
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
