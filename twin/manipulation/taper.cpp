// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/taper.h"

#include <array>
#include <cmath>
#include <numbers>

namespace gemba::twin {

namespace {

/// w(x) = sum of (-1)^j a[j] cos(2 pi j x), x in 0..1.
using Cosines = std::array<double, 5>;

constexpr Cosines cosinesOf(Taper taper)
{
    switch (taper) {
    case Taper::Hann:
        return {0.5, 0.5, 0.0, 0.0, 0.0};
    case Taper::Hamming:
        return {0.54, 0.46, 0.0, 0.0, 0.0};
    case Taper::Blackman:
        return {0.42, 0.5, 0.08, 0.0, 0.0};
    case Taper::FlatTop:
        return {1.0, 1.933, 1.286, 0.388, 0.0322};
    case Taper::Rectangular:
        break;
    }
    return {1.0, 0.0, 0.0, 0.0, 0.0};
}

} // namespace

std::vector<double> taperWeights(Taper taper, std::size_t length)
{
    const Cosines a = cosinesOf(taper);
    std::vector<double> weights(length);
    for (std::size_t n = 0; n < length; ++n) {
        const double turn = 2.0 * std::numbers::pi * static_cast<double>(n) / static_cast<double>(length);
        double w = 0.0;
        for (std::size_t j = 0; j < a.size(); ++j)
            w += (j % 2 == 0 ? 1.0 : -1.0) * a[j] * std::cos(static_cast<double>(j) * turn);
        weights[n] = w;
    }
    return weights;
}

std::vector<double> edgeWeights(std::size_t length, double ends)
{
    std::vector<double> weights(length, 1.0);
    const double rise = ends * static_cast<double>(length) / 2.0;
    for (std::size_t n = 0; static_cast<double>(n) + 0.5 < rise; ++n) {
        const double part = (static_cast<double>(n) + 0.5) / rise;
        weights[n] = weights[length - 1 - n] = 0.5 - 0.5 * std::cos(std::numbers::pi * part);
    }
    return weights;
}

} // namespace gemba::twin
