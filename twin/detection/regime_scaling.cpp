// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/regime_scaling.h"

#include <cmath>
#include <limits>

namespace gemba::twin {

std::size_t RegimeScaling::regimeOf(std::span<const double> values) const
{
    const std::size_t s = settings.size();
    std::size_t best = 0;
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < regimes(); ++k) {
        double distance = 0.0;
        for (std::size_t i = 0; i < s; ++i) {
            const double d = (values[i] - settingMean[i]) / settingScale[i] - centres[k * s + i];
            distance += d * d;
        }
        if (distance < nearest) {
            nearest = distance;
            best = k;
        }
    }
    return best;
}

bool RegimeScaling::outside(std::span<const double> values) const
{
    constexpr double kRoom = 1.5; // what a sample did not happen to contain
    constexpr double kRounding = 1e-6;
    if (reach.empty())
        return false;
    const std::size_t s = settings.size(), k = regimeOf(values);
    for (std::size_t i = 0; i < s; ++i) {
        const double centre = centres[k * s + i] * settingScale[i] + settingMean[i];
        if (std::abs(values[i] - centre) > kRoom * reach[k * s + i] + kRounding * std::max(1.0, std::abs(centre)))
            return true;
    }
    return false;
}

void RegimeScaling::standardise(std::size_t regime, std::span<double> x) const
{
    const std::size_t p = x.size();
    for (std::size_t i = 0; i < p; ++i)
        x[i] = (x[i] - inputMean[regime * p + i]) / inputScale[regime * p + i];
}

} // namespace gemba::twin
