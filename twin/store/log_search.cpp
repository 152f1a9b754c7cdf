// SPDX-License-Identifier: GPL-3.0-or-later
// Where in the log the next thing worth stopping at is.
#include <algorithm>
#include <optional>

#include "twin/store/session_access.h"

namespace gemba::twin {
namespace {

/// The first column of the first row; kNoTime where there is none.
Result<TimeNs> timeOf(SessionAccess& access, std::string_view sql, TimeNs bound)
{
    access.grantSteps();
    Result<Statement> s = access.db.prepare(sql);
    if (!s)
        return s.error();
    s->bind(1, bound);
    const Result<bool> row = s->step();
    if (!row)
        return row.error();
    return *row ? s->integer(0) : kNoTime;
}

struct SegmentSpan {
    std::uint64_t firstSeq = 0, lastSeq = 0;
    bool packets = false;
};

Result<std::optional<SegmentSpan>> spanOf(SessionAccess& access, std::string_view sql,
                                          std::uint64_t seq)
{
    access.grantSteps();
    Result<Statement> s = access.db.prepare(sql);
    if (!s)
        return s.error();
    s->bind(1, static_cast<std::int64_t>(std::min<std::uint64_t>(seq, INT64_MAX)));
    const Result<bool> row = s->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<SegmentSpan>();
    return std::optional(SegmentSpan{s->unsignedInteger(0), s->unsignedInteger(1), s->integer(2) > 0});
}

constexpr const char* kHolding = "SELECT first_seq, last_seq, packets FROM log WHERE first_seq<=?"
                                 " ORDER BY first_seq DESC LIMIT 1";
constexpr const char* kNextSpoken = "SELECT first_seq, last_seq, packets FROM log WHERE first_seq>?"
                                    " AND packets>0 ORDER BY first_seq LIMIT 1";
constexpr const char* kLastSpoken = "SELECT first_seq, last_seq, packets FROM log WHERE first_seq<?"
                                    " AND packets>0 ORDER BY first_seq DESC LIMIT 1";

/// Arrival of the first, or the last, packet with from <= seq < to; kNoTime: none.
Result<TimeNs> packetWithin(LogCursor walk, std::uint64_t from, std::uint64_t to, bool first)
{
    TimeNs found = kNoTime;
    Record r;
    for (;;) {
        const Result<bool> got = walk.next(r);
        if (!got)
            return got.error();
        if (!*got || r.seq >= to)
            return found;
        if (r.seq < from || r.kind != RecordKind::Packet)
            continue;
        found = r.arrival;
        if (first)
            return found;
    }
}

} // namespace

Result<TimeNs> SessionReader::eventAfter(TimeNs t)
{
    return timeOf(*m_access, "SELECT at FROM event WHERE at>? ORDER BY at LIMIT 1", t);
}

Result<TimeNs> SessionReader::eventBefore(TimeNs t)
{
    return timeOf(*m_access, "SELECT at FROM event WHERE at<? ORDER BY at DESC LIMIT 1", t);
}

Result<TimeNs> SessionReader::packetAfter(std::uint64_t seq)
{
    for (const char* sql : {kHolding, kNextSpoken}) { // the segment it is in, then the next spoken
        const auto span = spanOf(*m_access, sql, seq);
        if (!span)
            return span.error();
        if (!*span || !(*span)->packets || (*span)->lastSeq <= seq)
            continue;
        const std::uint64_t from = std::max((*span)->firstSeq, seq + 1);
        const Result<TimeNs> found = packetWithin(cursor(from), from, (*span)->lastSeq + 1, true);
        if (!found || *found != kNoTime)
            return found;
    }
    return kNoTime;
}

Result<TimeNs> SessionReader::packetBefore(std::uint64_t seq)
{
    for (int tries = 0; tries < 2; ++tries) { // the segment it is in may begin with silence
        const auto span = spanOf(*m_access, kLastSpoken, seq);
        if (!span)
            return span.error();
        if (!*span)
            return kNoTime;
        const std::uint64_t from = (*span)->firstSeq;
        const std::uint64_t to = std::min(seq, (*span)->lastSeq + 1);
        const Result<TimeNs> found = packetWithin(cursor(from), from, to, false);
        if (!found || *found != kNoTime)
            return found;
        seq = from;
    }
    return kNoTime;
}

} // namespace gemba::twin
