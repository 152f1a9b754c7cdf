// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/series_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gemba::twin {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

} // namespace

StatisticsMeter::StatisticsMeter(const Limits& limits, TimeNs longestHold)
    : m_limits(limits), m_longestHold(longestHold), m_so{}
{
    m_so.minimum = m_so.maximum = m_so.mean = kUnknown;
    m_so.deviation = m_so.slopePerHour = m_so.goodShare = kUnknown;
    if (limits.low.alert || limits.high.alert)
        m_so.outside = 0;
}

bool StatisticsMeter::outside(double value) const
{
    return (m_limits.low.alert && value < *m_limits.low.alert)
        || (m_limits.high.alert && value > *m_limits.high.alert);
}

void StatisticsMeter::hold(SeriesStatistics& s, TimeNs until) const
{
    if (m_last.at == kNoTime || std::isnan(m_last.value))
        return;
    const TimeNs length = std::clamp<TimeNs>(until - m_last.at, 0, m_longestHold);
    s.covered += length;
    if (s.outside && outside(m_last.value))
        *s.outside += length;
}

void StatisticsMeter::add(const SeriesPoint& point)
{
    hold(m_so, point.at);
    m_last = point;
    if (std::isnan(point.value)) {
        ++m_so.without;
        return;
    }
    if (m_so.count++ == 0) {
        m_first = point.at;
        m_so.minimum = m_so.maximum = point.value;
        m_so.mean = 0.0;
    }
    m_good += point.quality == Quality::Good ? 1 : 0;
    m_so.minimum = std::min(m_so.minimum, point.value);
    m_so.maximum = std::max(m_so.maximum, point.value);
    const auto n = static_cast<double>(m_so.count);
    const double hours = static_cast<double>(point.at - m_first) / static_cast<double>(kHour);
    const double value = point.value - m_so.mean;
    const double time = hours - m_meanTime;
    m_so.mean += value / n;
    m_meanTime += time / n;
    m_squares += value * (point.value - m_so.mean);
    m_timeSquares += time * (hours - m_meanTime);
    m_products += time * (point.value - m_so.mean);
}

SeriesStatistics StatisticsMeter::result(TimeNs end) const
{
    SeriesStatistics s = m_so;
    hold(s, end);
    const auto n = static_cast<double>(s.count);
    const double all = n + static_cast<double>(s.without);
    if (s.count > 1)
        s.deviation = std::sqrt(m_squares / (n - 1.0));
    if (m_timeSquares > 0.0)
        s.slopePerHour = m_products / m_timeSquares;
    if (all > 0.0)
        s.goodShare = static_cast<double>(m_good) / all;
    return s;
}

} // namespace gemba::twin
