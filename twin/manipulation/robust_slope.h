// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace gemba::twin {

struct RobustLine {
    double slope = 0.0;     ///< unit of y per unit of x
    double intercept = 0.0; ///< at x = 0
};

/// The line with the median of all slopes between two points (Theil 1950, Sen, JASA 63 (1968)
/// 1379-1389) and the median of y - slope x: up to 29 % of the points may be anywhere. Nothing
/// where no two points differ in x. scratch: at least n (n - 1) / 2 values, and n. All finite.
[[nodiscard]] std::optional<RobustLine> robustLine(std::span<const double> x, std::span<const double> y,
                                                   std::span<double> scratch);

/// Of all values; their order changes. Not empty. Of an even number the mean of the middle two.
[[nodiscard]] double medianOf(std::span<double> values);

} // namespace gemba::twin
