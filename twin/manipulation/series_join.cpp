// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/series_join.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gemba::twin {

SeriesJoin::SeriesJoin(std::vector<TimeNs> longestAge)
    : m_longestAge(std::move(longestAge)), m_last(m_longestAge.size()), m_values(m_longestAge.size())
{
}

bool SeriesJoin::complete(TimeNs at) const
{
    for (std::size_t i = 0; i < m_last.size(); ++i) {
        if (m_last[i].at == kNoTime || std::isnan(m_last[i].value) || at - m_last[i].at > m_longestAge[i])
            return false;
    }
    return true;
}

void SeriesJoin::add(std::span<const std::vector<SeriesPoint>> slice, const Visit& visit)
{
    constexpr TimeNs kEnd = std::numeric_limits<TimeNs>::max();
    std::vector<std::size_t> next(slice.size());
    for (;;) {
        TimeNs at = kEnd;
        for (std::size_t i = 0; i < slice.size(); ++i) {
            if (next[i] < slice[i].size())
                at = std::min(at, slice[i][next[i]].at);
        }
        if (at == kEnd)
            return;
        for (std::size_t i = 0; i < slice.size(); ++i) {
            while (next[i] < slice[i].size() && slice[i][next[i]].at == at)
                m_last[i] = slice[i][next[i]++];
        }
        if (!complete(at))
            continue;
        Quality worst = Quality::Good;
        for (std::size_t i = 0; i < m_last.size(); ++i) {
            m_values[i] = m_last[i].value;
            worst = std::max(worst, m_last[i].quality);
        }
        visit(at, m_values, worst);
    }
}

} // namespace gemba::twin
