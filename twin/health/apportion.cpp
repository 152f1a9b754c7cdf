// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/apportion.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gemba::twin {

void apportion(std::span<const double> weights, MilliPoints total, std::span<MilliPoints> parts,
               std::span<std::uint32_t> order)
{
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::fill(parts.begin(), parts.end(), 0);
    if (!(sum > 0.0) || total <= 0)
        return;
    const auto share = [&](std::size_t i) { return weights[i] / sum * static_cast<double>(total); };
    MilliPoints given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        parts[i] = static_cast<MilliPoints>(std::floor(share(i)));
        given += parts[i];
        order[i] = static_cast<std::uint32_t>(i);
    }
    const auto remainder = [&](std::uint32_t i) { return share(i) - std::floor(share(i)); };
    std::sort(order.begin(), order.end(), [&](std::uint32_t l, std::uint32_t r) {
        const double a = remainder(l), b = remainder(r);
        return a != b ? a > b : l < r;
    });
    // Rounding can leave a floor one too high or the rest one too long; both loops are that short.
    for (std::size_t k = 0; given < total; k = (k + 1) % order.size()) {
        if (weights[order[k]] > 0.0) {
            ++parts[order[k]];
            ++given;
        }
    }
    for (std::size_t k = order.size(); given > total; k = k > 1 ? k - 1 : order.size()) {
        if (parts[order[k - 1]] > 0) {
            --parts[order[k - 1]];
            --given;
        }
    }
}

} // namespace gemba::twin
