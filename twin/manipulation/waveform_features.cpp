// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/waveform_features.h"

#include <algorithm>
#include <cmath>

namespace gemba::twin {

WaveformFeatures featuresOf(std::span<const float> signal)
{
    WaveformFeatures f;
    if (signal.empty())
        return f;
    const auto n = static_cast<double>(signal.size());
    const double origin = static_cast<double>(signal.front());
    double sum = 0.0;
    for (const float v : signal)
        sum += static_cast<double>(v) - origin;
    f.mean = origin + sum / n;
    double second = 0.0, third = 0.0, fourth = 0.0;
    for (const float v : signal) {
        const double d = static_cast<double>(v) - f.mean;
        const double square = d * d;
        second += square;
        third += square * d;
        fourth += square * square;
        f.peak = std::max(f.peak, std::abs(d));
    }
    const double variance = second / n;
    f.deviation = std::sqrt(variance);
    f.rms = std::sqrt(variance + f.mean * f.mean);
    if (variance > 0.0) {
        f.crest = f.peak / f.deviation;
        f.skewness = third / n / (variance * f.deviation);
        f.kurtosis = fourth / n / (variance * variance);
    }
    return f;
}

} // namespace gemba::twin
