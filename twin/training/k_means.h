// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace gemba::twin {

struct Clustering {
    std::vector<double> centres; ///< k x columns
    double spread = std::numeric_limits<double>::infinity(); ///< sum of squared distances to them
};

/// k-means (Lloyd 1982) from seeded k-means++ starts (Arthur and Vassilvitskii 2007), the best of
/// five. points: rows x columns, finite, one row at least; k >= 1. Fewer than k centres where the
/// points have fewer places.
[[nodiscard]] Clustering kMeans(std::span<const double> points, std::size_t columns, std::size_t k, std::uint64_t seed);

} // namespace gemba::twin
