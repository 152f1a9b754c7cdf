// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace gemba::twin {

/// What a stretch of signal is multiplied with before it is transformed, so that its ends do not
/// leak into every line. Coefficients as in Harris, Proc. IEEE 66 (1978) 51-83; flat top as in
/// ISO 18431-2.
enum class Taper : std::uint8_t { Rectangular, Hann, Hamming, Blackman, FlatTop };

/// The periodic form, for spectra. length >= 1.
[[nodiscard]] std::vector<double> taperWeights(Taper taper, std::size_t length);

/// 1 but for the ends, which rise from 0 as half a Hann taper (Tukey): for records whose middle must
/// keep its size. ends: both together as a share of the length, 0..1.
[[nodiscard]] std::vector<double> edgeWeights(std::size_t length, double ends);

} // namespace gemba::twin
