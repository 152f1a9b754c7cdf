// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/plant.h"
#include "twin/model/series.h"

namespace gemba::twin {

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
