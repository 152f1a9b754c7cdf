// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "twin/store/segment.h"
#include "twin/store/session_access.h"
#include "twin/store/log_cursor_private.h"

namespace gemba::twin {

LogCursor::LogCursor(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
LogCursor::LogCursor(LogCursor&&) noexcept = default;
LogCursor& LogCursor::operator=(LogCursor&&) noexcept = default;
LogCursor::~LogCursor() = default;

Result<void> LogCursor::Private::prepare()
{
    if (atOrBefore)
        return {};
    const std::pair<Statement*, const char*> statements[] = {
        {&atOrBefore, "SELECT first_seq, last_seq, data FROM log WHERE first_seq<=?"
                      " ORDER BY first_seq DESC LIMIT 1"},
        {&after, "SELECT first_seq, last_seq, data FROM log WHERE first_seq>?"
                 " ORDER BY first_seq LIMIT 1"},
        {&nextInterval, "SELECT min(first_seq) FROM interval WHERE first_seq>?"},
    };
    for (const auto& [statement, sql] : statements) {
        Result<Statement> s = access->db.prepare(sql);
        if (!s)
            return s.error();
        *statement = std::move(*s);
    }
    return {};
}

/// Reads the segment that holds `position` or, where there is none, the next one.
Result<bool> LogCursor::Private::load()
{
    if (auto r = prepare(); !r)
        return r.error();
    access->grantSteps();
    const auto wanted = static_cast<std::int64_t>(position);
    for (Statement* s : {&atOrBefore, &after}) {
        s->bind(1, wanted);
        const Result<bool> row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            continue;
        const std::uint64_t firstSeq = s->unsignedInteger(0);
        lastSeq = s->unsignedInteger(1);
        if (lastSeq < firstSeq)
            lastSeq = firstSeq;
        Result<bool> use = lastSeq >= position;
        if (use && *use) {
            const auto unpacked
                = access->decompressor.decompress(s->bytes(2), kMaxSegmentBytes, bytes);
            if (unpacked) {
                Result<SegmentReader> opened = SegmentReader::open(bytes, firstSeq);
                if (opened)
                    segment = *opened;
                else
                    use = opened.error();
            } else {
                use = unpacked.error();
            }
            if (use.ok())
                position = std::max(position, firstSeq);
        }
        s->reset();
        if (!use.ok() || use.value())
            return use;
    }
    return false;
}

/// Goes behind what could not be read: the rest of the segment, or where even that is unknown
/// the rest of the interval.
void LogCursor::Private::skip()
{
    loaded = false;
    if (lastSeq >= position) {
        position = lastSeq + 1;
        lastSeq = 0;
        return;
    }
    ended = true;
    if (!nextInterval)
        return;
    nextInterval.bind(1, static_cast<std::int64_t>(position));
    const Result<bool> row = nextInterval.step();
    if (row && *row && !nextInterval.isNull(0)) {
        position = nextInterval.unsignedInteger(0);
        ended = false;
    }
    nextInterval.reset();
}

Error LogCursor::Private::named(Error e) const
{
    e.place.file = access->path;
    e.place.row = static_cast<std::int64_t>(position);
    e.place.column = "log";
    return e;
}

Result<bool> LogCursor::next(Record& out)
{
    Private& d = *m_d;
    while (!d.ended) {
        if (!d.loaded) {
            d.lastSeq = 0;
            const Result<bool> found = d.load();
            if (!found) {
                const Error e = d.named(found.error());
                if (e.code == ErrorCode::SessionDamaged)
                    d.skip();
                return e;
            }
            if (!*found)
                return false;
            d.loaded = true;
        }
        const Result<bool> got = d.segment.next(out);
        if (!got) {
            const Error e = d.named(got.error());
            d.skip();
            return e;
        }
        if (!*got) {
            d.loaded = false;
            d.position = std::max(d.position, d.lastSeq + 1);
            continue;
        }
        if (out.seq < d.position)
            continue; // before the place asked for
        d.position = out.seq + 1;
        return true;
    }
    return false;
}

std::uint64_t LogCursor::position() const { return m_d->position; }

} // namespace gemba::twin
