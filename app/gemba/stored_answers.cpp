// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/stored_answers.h"

#include <algorithm>
#include <cmath>

#include "twin/manipulation/series_statistics.h"
#include "twin/store/chunk_summary.h"

namespace gemba {

using twin::SeriesPoint;
using twin::TimeNs;

namespace {

constexpr double kHoldPeriods = 3.0;

/// Calls use(points of each pen) slice by slice.
template <class Use>
twin::Result<void> walk(twin::SessionReader& reader, const std::vector<ui::PenSource>& pens, TimeNs from, TimeNs to,
                        TimeNs knownAt, const StillWanted& wanted, Use use)
{
    auto stored = StoredPens::create(pens, from, to, knownAt);
    if (!stored)
        return stored.error();
    std::vector<std::vector<SeriesPoint>> points;
    while (wanted()) {
        const auto more = stored->next(reader, points);
        if (!more)
            return more.error();
        if (!*more)
            break;
        use(points);
    }
    return {};
}

/// How long a value counts as known after its sample.
TimeNs holdOf(const ui::PenSource& pen)
{
    TimeNs period = twin::kSecond;
    double periods = kHoldPeriods;
    if (pen.plant && twin::index(pen.tag) < pen.plant->tags.size()) {
        period = std::max(pen.plant->tag(pen.tag).expectedPeriod, twin::kMillisecond);
        periods = pen.plant->rules.staleAfterPeriods;
    }
    return static_cast<TimeNs>(static_cast<double>(period) * periods * std::max(pen.speed, 1.0));
}

} // namespace

twin::Result<ui::Trend> calculatedTrend(twin::SessionReader& reader, const ui::PenSource& pen, TimeNs from, TimeNs to,
                                        int columns, TimeNs knownAt, const StillWanted& wanted)
{
    ui::Trend trend;
    if (to <= from || columns < 1)
        return trend;
    const TimeNs width = std::max<TimeNs>((to - from + columns - 1) / columns, 1);
    std::vector<twin::TrendBucket> buckets(static_cast<std::size_t>((to - from + width - 1) / width));
    const auto done = walk(reader, {pen}, from, to, knownAt, wanted, [&](const auto& points) {
        for (const SeriesPoint& p : points[0])
            twin::addToBucket(buckets[static_cast<std::size_t>((p.at - from) / width)], p.at, p.value,
                              p.quality == twin::Quality::Bad);
    });
    if (!done)
        return done.error();
    for (const twin::TrendBucket& b : buckets) {
        if (b.count > 0)
            trend.buckets.push_back({b.from, b.to, b.first, b.minimum, b.maximum, b.last, b.count, b.bad});
    }
    return trend;
}

twin::Result<ui::StretchStatistics> stretchStatistics(twin::SessionReader& reader, const ui::PenSource& pen,
                                                      const twin::Limits& limits, TimeNs from, TimeNs to,
                                                      TimeNs knownAt, const StillWanted& wanted)
{
    twin::StatisticsMeter meter(limits, holdOf(pen));
    const auto done = walk(reader, {pen}, from, to, knownAt, wanted, [&](const auto& points) {
        for (const SeriesPoint& p : points[0])
            meter.add(p);
    });
    if (!done)
        return done.error();
    return ui::StretchStatistics{meter.result(to), {}};
}

twin::Result<ui::ValuePairs> valuePairs(twin::SessionReader& reader, const ui::PenSource& x, const ui::PenSource& y,
                                        TimeNs from, TimeNs to, TimeNs knownAt, std::size_t most,
                                        const StillWanted& wanted)
{
    twin::SeriesJoin join({holdOf(x), holdOf(y)});
    ui::ValuePairs out;
    std::size_t keep = 1; // every so manieth
    const auto done = walk(reader, {x, y}, from, to, knownAt, wanted, [&](const auto& points) {
        join.add(points, [&](TimeNs at, std::span<const double> values, twin::Quality) {
            if (out.all++ % keep == 0)
                out.pairs.push_back({at, values[0], values[1]});
            if (out.pairs.size() < 2 * most)
                return;
            for (std::size_t i = 1; 2 * i < out.pairs.size(); ++i)
                out.pairs[i] = out.pairs[2 * i];
            out.pairs.resize((out.pairs.size() + 1) / 2);
            keep *= 2;
        });
    });
    if (!done)
        return done.error();
    return out;
}

} // namespace gemba
