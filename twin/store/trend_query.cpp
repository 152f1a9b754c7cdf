// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "twin/store/series_scan.h"

namespace gemba::twin {
namespace {

constexpr std::size_t kMostColumns = 100'000;

/// Without overflow, whatever the times.
std::uint64_t distance(TimeNs from, TimeNs to)
{
    return static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
}

/// Collects one series into pixel columns. Chunks that fall into one column are taken by their
/// summary, the others sample by sample, so the outcome is that of a scan of all samples.
class ColumnScan : public SeriesScan
{
public:
    /// Columns of `width` from `origin` on; only what is shown in [from, to), of which `origin` is
    /// at most the start.
    ColumnScan(SessionAccess& access, std::int64_t series, TimeNs origin, TimeNs from, TimeNs to,
               std::uint64_t width, TimeNs knownAt)
        : SeriesScan(access, series, from, to, knownAt), m_origin(origin), m_width(width),
          columns(static_cast<std::size_t>((distance(origin, to) + width - 1) / width))
    {
    }

protected:
    void take(TimeNs arrival, TimeNs shown, double number, std::uint8_t flags) override
    {
        TrendColumn& c = columns[column(shown)];
        addToBucket(c.bucket, shown, number, (flags & 3) == static_cast<int>(Quality::Bad));
        c.latestArrival = std::max(c.latestArrival, arrival);
    }
    void tellLater(TimeNs first, TimeNs last) override
    {
        for (std::size_t i = column(first); i <= column(last); ++i)
            columns[i].settled = false;
    }
    bool takeWhole(const ChunkSummary& s) override
    {
        if (column(s.earliest) != column(s.latest))
            return false;
        TrendColumn& c = columns[column(s.earliest)];
        mergeIntoBucket(c.bucket, s.bucket);
        c.latestArrival = std::max(c.latestArrival, s.lastArrival);
        return true;
    }

private:
    [[nodiscard]] std::size_t column(TimeNs shown) const
    {
        return static_cast<std::size_t>(distance(m_origin, shown) / m_width);
    }
    const TimeNs m_origin;
    const std::uint64_t m_width;

public:
    std::vector<TrendColumn> columns;
};

/// Keeps samples as they are, in the order of the time at which they are shown.
class PointScan : public SeriesScan
{
public:
    PointScan(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to, TimeNs knownAt,
              std::size_t most)
        : SeriesScan(access, series, from, to, knownAt), m_most(most)
    {
    }
    std::vector<SeriesPoint> points;
    [[nodiscard]] bool enough() const override { return points.size() > m_most; }

protected:
    void take(TimeNs, TimeNs shown, double number, std::uint8_t flags) override
    {
        points.push_back({shown, number, static_cast<Quality>(std::min(flags & 3, 2))});
    }
    void tellLater(TimeNs, TimeNs) override {}
    bool takeWhole(const ChunkSummary&) override { return false; }

private:
    const std::size_t m_most;
};

/// Runs a question on one state of a file that grows: rollups, chunks and recent samples must fit
/// together.
template <class Ask>
Result<void> onOneState(SessionAccess& access, Ask ask)
{
    access.grantSteps();
    if (auto r = access.db.execute("BEGIN"); !r)
        return r;
    const Result<void> done = ask();
    const Result<void> ended = access.db.execute("COMMIT");
    return done ? ended : done;
}

/// One grid of columns, those known from before and those that have to be read now.
class GridTrend
{
public:
    GridTrend(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to, TimeNs width, TimeNs knownAt)
        : m_access(access), m_series(series), m_to(to), m_width(width), m_knownAt(knownAt),
          m_first(floorOf(from)), m_last(floorOf(to - 1)), m_grid(access.trends.grid(series, width))
    {
        if (access.mode != SessionReader::OpenMode::Foreign)
            m_grid.columns.clear(); // late samples may still come into any of them
    }

    Result<TrendSeries> run()
    {
        TimeNs first = m_first, last = m_last;
        while (first <= last && known(first))
            ++first;
        while (last > first && known(last))
            --last;
        TrendSeries trend;
        if (first <= last) {
            const TimeNs from = first * m_width;
            const TimeNs to = last == m_last ? m_to : (last + 1) * m_width;
            ColumnScan scan(m_access, m_series, from, from, to, static_cast<std::uint64_t>(m_width), m_knownAt);
            if (auto r = scan.run(); !r)
                return r.error();
            trend.damaged = std::move(scan.damaged());
            for (std::size_t i = 0; i < scan.columns.size(); ++i)
                m_grid.columns[first + static_cast<TimeNs>(i)] = scan.columns[i];
        }
        for (TimeNs c = m_first; c <= m_last; ++c) {
            if (m_grid.columns[c].bucket.count > 0)
                trend.buckets.push_back(m_grid.columns[c].bucket);
        }
        if (m_to < (m_last + 1) * m_width)
            m_grid.columns.erase(m_last); // cut off at the end of the view
        if (trend.damaged.empty())
            TrendCache::trim(m_grid, m_first, m_last);
        else
            m_grid.columns.clear();
        return trend;
    }

private:
    [[nodiscard]] TimeNs floorOf(TimeNs t) const
    {
        return t / m_width - (t % m_width < 0 ? 1 : 0);
    }
    [[nodiscard]] bool known(TimeNs column) const
    {
        if (column == m_last && m_to < (m_last + 1) * m_width)
            return false;
        const auto c = m_grid.columns.find(column);
        return c != m_grid.columns.end() && c->second.settled && c->second.latestArrival <= m_knownAt;
    }

    SessionAccess& m_access;
    const std::int64_t m_series;
    const TimeNs m_to, m_width, m_knownAt;
    const TimeNs m_first, m_last; ///< numbers of columns
    TrendCache::Grid& m_grid;
};

} // namespace

Result<TrendSeries> readTrend(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to,
                              int columns, TimeNs knownAt)
{
    TrendSeries trend;
    if (from >= to || columns < 1)
        return trend;
    const auto most = std::min(static_cast<std::uint64_t>(columns), std::uint64_t{kMostColumns});
    const std::uint64_t width = (distance(from, to) + most - 1) / most;
    ColumnScan scan(access, series, from, from, to, width, knownAt);
    if (auto r = onOneState(access, [&] { return scan.run(); }); !r)
        return r.error();
    trend.damaged = std::move(scan.damaged());
    for (const TrendColumn& c : scan.columns) {
        if (c.bucket.count > 0)
            trend.buckets.push_back(c.bucket);
    }
    return trend;
}

Result<TrendSeries> readGridTrend(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to,
                                  TimeNs width, TimeNs knownAt)
{
    constexpr TimeNs kFarthest = std::numeric_limits<TimeNs>::max() / 2;
    if (from >= to || width < 1 || from < -kFarthest || to > kFarthest || width > kFarthest
        || distance(from, to) / static_cast<std::uint64_t>(width) > kMostColumns)
        return TrendSeries{};
    Result<TrendSeries> trend = TrendSeries{};
    const auto done = onOneState(access, [&]() -> Result<void> {
        trend = GridTrend(access, series, from, to, width, knownAt).run();
        return trend ? Result<void>{} : trend.error();
    });
    if (!done)
        return done.error();
    return trend;
}

Result<StoredSeries> readPoints(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to,
                                TimeNs knownAt, std::size_t most)
{
    StoredSeries out;
    if (from >= to)
        return out;
    PointScan scan(access, series, from, to, knownAt, most);
    if (auto r = onOneState(access, [&] { return scan.run(); }); !r)
        return r.error();
    if (scan.enough())
        return Error{ErrorCode::LimitReached, {std::string("samples"), static_cast<std::int64_t>(most)}, {}};
    std::stable_sort(scan.points.begin(), scan.points.end(),
                     [](const SeriesPoint& a, const SeriesPoint& b) { return a.at < b.at; });
    out.points = std::move(scan.points);
    out.damaged = std::move(scan.damaged());
    return out;
}

} // namespace gemba::twin
