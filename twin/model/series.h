// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "twin/model/sample.h"

namespace gemba::twin {

/// One stored sample as it is drawn and calculated with.
struct SeriesPoint {
    TimeNs at = kNoTime; ///< source time, arrival where there is none
    double value = 0.0;  ///< NaN: the sample has no number
    Quality quality = Quality::Good;
};

/// What can be said of the samples in a stretch of time. Unit of the tag; NaN: cannot be said
/// (of no sample, the deviation of one, the slope of one instant).
struct SeriesStatistics {
    std::uint64_t count = 0;   ///< samples with a number
    std::uint64_t without = 0; ///< samples without a number
    double minimum, maximum, mean;
    double deviation;         ///< standard deviation of a sample (n − 1)
    double slopePerHour;      ///< least squares over time
    double goodShare;         ///< of all samples: those of good quality and with a number, 0..1
    std::optional<TimeNs> outside; ///< time beyond an alert limit; none: the tag has no such limit
    TimeNs covered = 0;       ///< time in which the value was known
};

} // namespace gemba::twin
