// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "twin/model/series.h"

namespace gemba::twin {

enum class Between : std::uint8_t {
    Line, ///< linear between two samples
    Hold, ///< the value before
};

/// Brings samples that come at any time to equal steps: what a spectrum or a model needs. Where two
/// samples are further apart than longestGap, or one of them has no number, there is no value (NaN)
/// in between. Samples come in the order of time; of several at one instant the last counts. A value
/// type; no allocation.
class GridResampler
{
public:
    /// The grid has start + k * step, step > 0.
    GridResampler(TimeNs start, TimeNs step, TimeNs longestGap, Between between)
        : m_next(start), m_step(step), m_longestGap(longestGap), m_between(between)
    {
    }

    /// visit(TimeNs at, double value) for each instant of the grid that this sample has made certain:
    /// those before it. Instants before the first sample are skipped.
    template <class Visit>
    void add(const SeriesPoint& point, Visit&& visit)
    {
        if (m_last.at == kNoTime && m_next < point.at)
            m_next += (point.at - m_next + m_step - 1) / m_step * m_step;
        for (; m_last.at != kNoTime && m_next < point.at; m_next += m_step)
            visit(m_next, valueAt(m_next, point));
        m_last = point;
    }

private:
    [[nodiscard]] double valueAt(TimeNs t, const SeriesPoint& after) const
    {
        if (t == m_last.at)
            return m_last.value;
        if (after.at - m_last.at > m_longestGap)
            return std::nan("");
        if (m_between == Between::Hold)
            return m_last.value;
        const double part = static_cast<double>(t - m_last.at) / static_cast<double>(after.at - m_last.at);
        return m_last.value + (after.value - m_last.value) * part;
    }
    SeriesPoint m_last{kNoTime, 0.0, Quality::Bad};
    TimeNs m_next, m_step, m_longestGap;
    Between m_between;
};

} // namespace gemba::twin
