// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "twin/model/assessment.h"

namespace gemba::ui {

/// Rounds parts to whole points so that they add up to `total`: every part is cut down to whole
/// points, the points left over go to the largest remainders (earlier parts first when equal).
/// Parts are >= 0; total lies between the sum of the cut parts and that plus their number, or
/// the difference stays on the largest part.
[[nodiscard]] std::vector<int> apportion(const std::vector<twin::MilliPoints>& parts, int total);

} // namespace gemba::ui
