// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/trend_cache.h"

#include <algorithm>

namespace gemba::twin {

SeriesSummaries& TrendCache::summaries(std::int64_t series)
{
    const auto known = std::find_if(m_summaries.begin(), m_summaries.end(),
                                    [&](const auto& entry) { return entry.first == series; });
    if (known == m_summaries.end())
        m_summaries.emplace_front(series, SeriesSummaries{});
    else
        m_summaries.splice(m_summaries.begin(), m_summaries, known);
    std::size_t total = 0;
    for (auto entry = m_summaries.begin(); entry != m_summaries.end();) {
        total += entry->second.all.size();
        const bool tooMany = total > kMostSummaries && entry != m_summaries.begin();
        entry = tooMany ? m_summaries.erase(entry) : std::next(entry);
    }
    return m_summaries.front().second;
}

void TrendCache::dropSummaries(std::int64_t series)
{
    m_summaries.remove_if([&](const auto& entry) { return entry.first == series; });
}

TrendCache::Grid& TrendCache::grid(std::int64_t series, TimeNs width)
{
    const auto known = std::find_if(m_grids.begin(), m_grids.end(), [&](const Grid& g) {
        return g.series == series && g.width == width;
    });
    if (known == m_grids.end())
        m_grids.push_front({series, width, {}});
    else
        m_grids.splice(m_grids.begin(), m_grids, known);
    if (m_grids.size() > kMostGrids)
        m_grids.pop_back();
    return m_grids.front();
}

void TrendCache::trim(Grid& grid, TimeNs first, TimeNs last)
{
    while (grid.columns.size() > kMostColumns) {
        const TimeNs before = first - grid.columns.begin()->first;
        const TimeNs after = std::prev(grid.columns.end())->first - last;
        grid.columns.erase(before >= after ? grid.columns.begin() : std::prev(grid.columns.end()));
    }
}

} // namespace gemba::twin
