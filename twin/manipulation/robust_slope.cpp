// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/robust_slope.h"

#include <algorithm>

namespace gemba::twin {

double medianOf(std::span<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return values.size() % 2 == 1 ? *middle : (*std::max_element(values.begin(), middle) + *middle) / 2.0;
}

std::optional<RobustLine> robustLine(std::span<const double> x, std::span<const double> y,
                                     std::span<double> scratch)
{
    std::size_t slopes = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = i + 1; j < x.size(); ++j) {
            if (x[j] != x[i])
                scratch[slopes++] = (y[j] - y[i]) / (x[j] - x[i]);
        }
    }
    if (slopes == 0)
        return std::nullopt;
    RobustLine line;
    line.slope = medianOf(scratch.first(slopes));
    for (std::size_t i = 0; i < x.size(); ++i)
        scratch[i] = y[i] - line.slope * x[i];
    line.intercept = medianOf(scratch.first(x.size()));
    return line;
}

} // namespace gemba::twin
