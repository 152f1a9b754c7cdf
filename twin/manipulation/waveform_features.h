// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace gemba::twin {

/// What the values of a stretch of signal look like, in any order of time.
struct WaveformFeatures {
    double mean = 0.0;
    double rms = 0.0;       ///< root of the mean square, mean included
    double deviation = 0.0; ///< of the population: root of the mean square about the mean
    double peak = 0.0;      ///< largest distance from the mean
    double crest = 0.0;     ///< peak / deviation: 1.414 for a sine, 3..5 for noise, more for impacts
    double skewness = 0.0;  ///< third central moment / deviation^3
    double kurtosis = 0.0;  ///< fourth central moment / deviation^4: 3 for Gaussian noise
};

/// Two passes, no cancellation far from zero. Crest, skewness and kurtosis of a constant signal are
/// 0; all are 0 without values. Values are finite.
[[nodiscard]] WaveformFeatures featuresOf(std::span<const float> signal);

} // namespace gemba::twin
