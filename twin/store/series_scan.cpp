// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/series_scan.h"

#include <algorithm>

#include "twin/store/cache_builder.h"
#include "twin/store/sample_stream.h"

namespace gemba::twin {

SeriesScan::SeriesScan(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to, TimeNs knownAt)
    : m_access(access), m_series(series), m_from(from), m_to(to), m_knownAt(knownAt)
{
    if (access.info.from != kNoTime)
        m_earliest = cachedArrival(access.info.from); // older samples may stand in chunks cut at the start
    if (access.mode == SessionReader::OpenMode::Foreign && access.info.to != kNoTime)
        m_knownAt = std::min(m_knownAt, access.info.to);
}

Result<void> SeriesScan::run()
{
    for (const auto step : {&SeriesScan::readSummaries, &SeriesScan::scanRollups, &SeriesScan::scanChunks,
                            &SeriesScan::scanRecent}) {
        if (const auto r = (this->*step)(); !r)
            return r;
        if (enough())
            break;
    }
    if (!m_damaged.empty())
        m_access.trends.dropSummaries(m_series);
    return {};
}

void SeriesScan::offer(TimeNs arrival, TimeNs shown, double number, std::uint8_t flags)
{
    if (arrival < m_earliest || shown < m_from || shown >= m_to)
        return;
    if (arrival > m_knownAt)
        tellLater(shown, shown);
    else
        take(arrival, shown, number, flags);
}

/// Damage is noted and gone around; any other trouble ends the scan.
Result<void> SeriesScan::note(const Error& e)
{
    if (e.code != ErrorCode::SessionDamaged)
        return e;
    m_damaged.push_back(e);
    return {};
}

Result<void> SeriesScan::scanData(std::string_view data, std::int64_t chunk)
{
    if (const auto r = m_codec.decode(data, m_columns); !r) {
        Error e = r.error();
        e.place.column = "chunk";
        e.place.row = chunk;
        return note(e);
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        offer(m_columns.arrival[i], m_columns.shown(i), m_columns.number(i), m_columns.flags[i]);
    return {};
}

Result<void> SeriesScan::takeSummary(const ChunkSummary& s)
{
    if (s.latest < m_from || s.earliest >= m_to || s.lastArrival < m_earliest)
        return {};
    if (s.firstArrival > m_knownAt) {
        tellLater(std::max(s.earliest, m_from), std::min(s.latest, m_to - 1));
        return {};
    }
    const bool whole = s.earliest >= m_from && s.latest < m_to && s.firstArrival >= m_earliest
        && s.lastArrival <= m_knownAt;
    if (whole && takeWhole(s))
        return {};
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

/// Rollups are written once and never changed, so those read before need not be read again.
Result<void> SeriesScan::readSummaries()
{
    SeriesSummaries& known = m_access.trends.summaries(m_series);
    m_after = known.lastRollup;
    return forRows("SELECT id, data, last_chunk FROM rollup WHERE series=?1 AND id>?2 ORDER BY id",
                   [&](std::int64_t row, std::string_view data, std::int64_t lastChunk) {
        const auto summaries = decodeSummaries(data);
        if (!summaries) {
            Error e = summaries.error();
            e.place.column = "rollup";
            e.place.row = row;
            return note(e); // its chunks are scanned one by one instead
        }
        if (m_broken)
            return Result<void>{};
        known.lastRollup = row;
        known.lastChunk = lastChunk;
        known.all.insert(known.all.end(), summaries->begin(), summaries->end());
        return Result<void>{};
    });
}

Result<void> SeriesScan::scanRollups()
{
    const Result<std::int64_t> oldest = m_access.db.integer("SELECT min(id) FROM chunk");
    if (!oldest)
        return note(oldest.error());
    const SeriesSummaries& known = m_access.trends.summaries(m_series);
    m_after = known.lastChunk;
    for (const ChunkSummary& s : known.all) {
        if (s.chunk < *oldest)
            continue;
        if (auto r = takeSummary(s); !r || enough())
            return r;
    }
    return {};
}

Result<void> SeriesScan::scanChunks()
{
    return forRows("SELECT id, data, last_no FROM chunk WHERE series=?1 AND id>?2 ORDER BY id",
                   [this](std::int64_t row, std::string_view data, std::int64_t) {
        return scanData(data, row);
    });
}

/// Samples that no chunk holds yet.
Result<void> SeriesScan::scanRecent()
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
            if (s.series != m_series || no <= sealed)
                continue;
            const TimeNs arrival = cachedArrival(s.arrival);
            offer(arrival, s.source == kNoTime ? arrival : s.source, toNumber(s.value), s.flags);
        }
    });
}

/// Calls use(column 0, bytes of column 1, column 2) for each row of the series after m_after.
template <class Use>
Result<void> SeriesScan::forRows(std::string_view sql, Use use)
{
    Result<Statement> s = m_access.db.prepare(sql);
    if (!s)
        return s.error();
    s->bind(1, m_series).bind(2, m_after);
    for (;;) {
        const Result<bool> row = s->step();
        if (!row)
            return note(row.error());
        if (!*row || enough())
            return {};
        const std::size_t before = m_damaged.size();
        if (auto r = use(s->integer(0), s->bytes(1), s->integer(2)); !r)
            return r;
        m_broken = m_broken || m_damaged.size() > before;
    }
}

} // namespace gemba::twin
