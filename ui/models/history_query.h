// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "twin/model/ids.h"
#include "twin/model/time.h"

namespace gemba::ui {

/// One pixel column of a trend: everything drawn of the samples that fall into it (M4: first,
/// minimum, maximum, last). Times are source times (arrival where there is none).
struct TrendBucket
{
    twin::TimeNs from = 0, to = 0; ///< times of first and last sample in it
    double first = 0, minimum = 0, maximum = 0, last = 0;
    quint32 count = 0;
    bool bad = false; ///< holds at least one sample of bad quality
};

struct Trend
{
    std::vector<TrendBucket> buckets; ///< increasing; empty columns are left out: a gap
};

/// Asks for what was recorded. Answers arrive later on the GUI thread; a new request with the same
/// ticket replaces the old one. Only samples that had arrived by knownAt are returned.
class HistoryQuery
{
public:
    virtual ~HistoryQuery() = default;
    virtual void tagTrend(int ticket, twin::TagId tag, twin::TimeNs from, twin::TimeNs to,
                          int columns, twin::TimeNs knownAt, std::function<void(Trend)> done) = 0;
    /// Condition of an asset over time, in points 0..100.
    virtual void conditionTrend(int ticket, twin::AssetId asset, twin::TimeNs from, twin::TimeNs to,
                                int columns, twin::TimeNs knownAt,
                                std::function<void(Trend)> done) = 0;
};

} // namespace gemba::ui
