// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "twin/manipulation/series.h"
#include "twin/model/plant.h"

namespace gemba::twin {

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

/// Takes the samples one by one in the order of time. Mean and deviation by Welford's updates,
/// the slope by the same for the covariance with time (Chan, Golub & LeVeque 1983), so that a
/// million samples far from zero lose no figures. A value holds until the next sample, but no
/// longer than `longestHold`.
class StatisticsMeter
{
public:
    StatisticsMeter(const Limits& limits, TimeNs longestHold);
    void add(const SeriesPoint& point);
    /// Up to `end`, until which the last value may hold.
    [[nodiscard]] SeriesStatistics result(TimeNs end) const;

private:
    [[nodiscard]] bool outside(double value) const;
    void hold(SeriesStatistics& s, TimeNs until) const;
    Limits m_limits;
    TimeNs m_longestHold;
    SeriesStatistics m_so;
    SeriesPoint m_last;
    TimeNs m_first = kNoTime;
    std::uint64_t m_good = 0;
    double m_meanTime = 0.0; ///< hours since the first sample
    double m_squares = 0.0, m_timeSquares = 0.0, m_products = 0.0;
};

} // namespace gemba::twin
