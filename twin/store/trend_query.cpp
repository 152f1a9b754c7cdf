// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "twin/store/cache_builder.h"
#include "twin/store/sample_stream.h"
#include "twin/store/session_access.h"

namespace gemba::twin {
namespace {

/// Collects one series into pixel columns. Chunks that fall into one column are taken by their
/// summary, the others sample by sample, so the outcome is that of a scan of all samples.
class TrendScan
{
public:
    TrendScan(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to, int columns,
              TimeNs knownAt)
        : m_access(access), m_series(series), m_from(from), m_to(to), m_knownAt(knownAt),
          m_width((span() + static_cast<std::uint64_t>(columns) - 1)
                  / static_cast<std::uint64_t>(columns)),
          m_buckets(static_cast<std::size_t>((span() + m_width - 1) / m_width))
    {
        if (access.info.from != kNoTime)
            m_earliest = cachedArrival(access.info.from); // older samples may stand in chunks cut at the start
        if (access.mode == SessionReader::OpenMode::Foreign && access.info.to != kNoTime)
            m_knownAt = std::min(m_knownAt, access.info.to);
    }

    Result<TrendSeries> run()
    {
        for (const auto step : {&TrendScan::scanRollups, &TrendScan::scanChunks,
                                &TrendScan::scanRecent}) {
            if (const auto r = (this->*step)(); !r)
                return r.error();
        }
        for (const TrendBucket& b : m_buckets) {
            if (b.count > 0)
                m_trend.buckets.push_back(b);
        }
        return std::move(m_trend);
    }

private:
    [[nodiscard]] std::uint64_t span() const
    {
        return static_cast<std::uint64_t>(m_to) - static_cast<std::uint64_t>(m_from);
    }
    [[nodiscard]] std::size_t column(TimeNs shown) const
    {
        return static_cast<std::size_t>(
            (static_cast<std::uint64_t>(shown) - static_cast<std::uint64_t>(m_from)) / m_width);
    }

    void take(TimeNs arrival, TimeNs shown, double number, std::uint8_t flags)
    {
        if (arrival < m_earliest || arrival > m_knownAt || shown < m_from || shown >= m_to)
            return;
        addToBucket(m_buckets[column(shown)], shown, number,
                    (flags & 3) == static_cast<int>(Quality::Bad));
    }

    void takeRecent(const StreamedSample& s)
    {
        const TimeNs arrival = cachedArrival(s.arrival);
        take(arrival, s.source == kNoTime ? arrival : s.source, toNumber(s.value), s.flags);
    }

    /// Damage is noted and gone around; any other trouble ends the scan.
    Result<void> note(const Error& e)
    {
        if (e.code != ErrorCode::SessionDamaged)
            return e;
        m_trend.damaged.push_back(e);
        return {};
    }

    Result<void> scanData(std::string_view data, std::int64_t chunk)
    {
        if (const auto r = m_codec.decode(data, m_columns); !r) {
            Error e = r.error();
            e.place.column = "chunk";
            e.place.row = chunk;
            return note(e);
        }
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            take(m_columns.arrival[i], m_columns.shown(i), m_columns.number(i), m_columns.flags[i]);
        return {};
    }

    Result<void> takeSummary(const ChunkSummary& s)
    {
        if (s.latest < m_from || s.earliest >= m_to || s.firstArrival > m_knownAt
            || s.lastArrival < m_earliest)
            return {};
        const bool whole = s.earliest >= m_from && s.latest < m_to && s.firstArrival >= m_earliest
            && s.lastArrival <= m_knownAt && column(s.earliest) == column(s.latest);
        if (whole) {
            mergeIntoBucket(m_buckets[column(s.earliest)], s.bucket);
            return {};
        }
        if (!m_chunk) {
            Result<Statement> p = m_access.db.prepare("SELECT data FROM chunk WHERE id=? AND series=?");
            if (!p)
                return p.error();
            m_chunk = std::move(*p);
        }
        m_chunk.bind(1, s.chunk).bind(2, m_series);
        const Result<bool> row = m_chunk.step();
        if (!row)
            return note(row.error());
        Result<void> done;
        if (*row) // else forgotten by the ring
            done = scanData(m_chunk.bytes(0), s.chunk);
        m_chunk.reset();
        return done;
    }

    Result<void> scanRollups()
    {
        const Result<std::int64_t> oldest = m_access.db.integer("SELECT min(id) FROM chunk");
        if (!oldest)
            return note(oldest.error());
        return forRows("SELECT id, data, last_chunk FROM rollup WHERE series=?1 AND id>?2 ORDER BY id",
                       [&](std::int64_t row, std::string_view data, std::int64_t lastChunk) {
            const auto summaries = decodeSummaries(data);
            if (!summaries) {
                Error e = summaries.error();
                e.place.column = "rollup";
                e.place.row = row;
                return note(e); // its chunks are scanned one by one instead: see m_covered
            }
            if (m_broken)
                return Result<void>{};
            m_covered = lastChunk;
            for (const ChunkSummary& s : *summaries) {
                if (s.chunk < *oldest)
                    continue;
                if (auto r = takeSummary(s); !r)
                    return r;
            }
            return Result<void>{};
        });
    }

    Result<void> scanChunks()
    {
        m_after = m_covered;
        return forRows("SELECT id, data, last_no FROM chunk WHERE series=?1 AND id>?2 ORDER BY id",
                       [this](std::int64_t row, std::string_view data, std::int64_t) {
            return scanData(data, row);
        });
    }

    /// Samples that no chunk holds yet.
    Result<void> scanRecent()
    {
        Result<Statement> last = m_access.db.prepare(
            "SELECT last_no FROM chunk WHERE series=? ORDER BY id DESC LIMIT 1");
        if (!last)
            return note(last.error());
        last->bind(1, m_series);
        const Result<bool> row = last->step();
        if (!row)
            return note(row.error());
        const std::int64_t sealed = *row ? last->integer(0) : 0;
        last->reset();
        Bytes raw;
        m_after = sealed;
        return forRows("SELECT first_no, data, last_no FROM recent WHERE last_no>?2 AND ?1=?1"
                       " ORDER BY first_no",
                       [&](std::int64_t firstNo, std::string_view data, std::int64_t) {
            if (const auto r = m_access.decompressor.decompress(data, kMaxRecentBytes, raw); !r)
                return note(r.error());
            SampleStreamReader in = SampleStreamReader::ofPiece(raw);
            StreamedSample s;
            for (std::int64_t no = firstNo;; ++no) {
                const Result<bool> more = in.next(s);
                if (!more)
                    return note(more.error());
                if (!*more)
                    return Result<void>{};
                if (s.series == m_series && no > sealed)
                    takeRecent(s);
            }
        });
    }

    /// Calls use(column 0, bytes of column 1, column 2) for each row of the series after m_after.
    template <class Use>
    Result<void> forRows(std::string_view sql, Use use)
    {
        Result<Statement> s = m_access.db.prepare(sql);
        if (!s)
            return s.error();
        s->bind(1, m_series).bind(2, m_after);
        for (;;) {
            const Result<bool> row = s->step();
            if (!row)
                return note(row.error());
            if (!*row)
                return {};
            const std::size_t before = m_trend.damaged.size();
            if (auto r = use(s->integer(0), s->bytes(1), s->integer(2)); !r)
                return r;
            m_broken = m_broken || m_trend.damaged.size() > before;
        }
    }

    SessionAccess& m_access;
    const std::int64_t m_series;
    const TimeNs m_from, m_to;
    TimeNs m_earliest = std::numeric_limits<TimeNs>::min();
    TimeNs m_knownAt;
    const std::uint64_t m_width;
    std::vector<TrendBucket> m_buckets;
    std::int64_t m_after = 0;   ///< rows above this one are read
    std::int64_t m_covered = 0; ///< chunks up to this one came in by rollups
    bool m_broken = false;      ///< from here on chunks are read one by one
    TrendSeries m_trend;
    Statement m_chunk;
    ChunkCodec m_codec;
    ChunkColumns m_columns;
};

} // namespace

Result<TrendSeries> readTrend(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to,
                        int columns, TimeNs knownAt)
{
    constexpr int kMostColumns = 100'000;
    if (from >= to || columns < 1)
        return TrendSeries{};
    access.grantSteps();
    // One state of a file that grows: rollups, chunks and recent samples must fit together.
    if (auto r = access.db.execute("BEGIN"); !r)
        return r.error();
    Result<TrendSeries> trend
        = TrendScan(access, series, from, to, std::min(columns, kMostColumns), knownAt).run();
    if (auto r = access.db.execute("COMMIT"); !r)
        return r.error();
    return trend;
}

} // namespace gemba::twin
