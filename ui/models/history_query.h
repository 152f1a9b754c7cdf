// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "twin/model/event.h"
#include "ui/models/transport.h"

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

/// How much came, by columns of equal length over [from, to).
struct Density
{
    std::vector<double> perSecond; ///< messages a second
    bool records = false;          ///< log records a second instead: over very long stretches
    std::vector<TimeRange> silences; ///< nothing came, or could be recorded
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

    // The lanes of the time bar, in log time.
    virtual void density(int ticket, twin::TimeNs from, twin::TimeNs to, int columns,
                         std::function<void(Density)> done) = 0;
    /// Events worth a mark, increasing; of those that would lie upon one another the most urgent.
    virtual void marks(int ticket, twin::TimeNs from, twin::TimeNs to, int columns,
                       std::function<void(std::vector<twin::Event>)> done) = 0;
    /// Lowest condition of the first `assets` machines, 0..100 by column; NaN: not known.
    virtual void lowestCondition(int ticket, std::size_t assets, twin::TimeNs from, twin::TimeNs to,
                                 int columns, std::function<void(std::vector<double>)> done) = 0;
};

} // namespace gemba::ui
