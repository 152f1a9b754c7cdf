// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/session_copy.h"

#include <algorithm>
#include <filesystem>

#include "twin/model/package.h"
#include "twin/store/session_schema.h"
#include "twin/store/sqlite.h"

namespace gemba::twin {
namespace {

struct Range {
    std::int64_t first = 0, last = 0; ///< intervals
    std::int64_t firstSeq = 0, lastSeq = 0, firstChunk = 0;
    SessionWriter::Saved saved;
};

Result<Range> findRange(Database& db, TimeNs from)
{
    Result<Statement> s = db.prepare(
        "SELECT coalesce((SELECT max(i.id) FROM src.keyframe k JOIN src.interval i ON i.id=k.interval"
        " WHERE i.first_arrival<=?1), (SELECT min(interval) FROM src.keyframe))");
    if (!s)
        return s.error();
    s->bind(1, from);
    if (const auto row = s->step(); !row)
        return row.error();
    if (s->isNull(0))
        return Error{ErrorCode::SessionEmpty, {}, {}};
    Range range;
    range.first = s->integer(0);
    s = db.prepare("SELECT max(id), min(first_seq), max(last_seq), min(first_arrival),"
                   " max(last_arrival), min(first_chunk), count(*) FROM src.interval"
                   " WHERE id>=?1 AND ended=1");
    if (!s)
        return s.error();
    s->bind(1, range.first);
    if (const auto row = s->step(); !row)
        return row.error();
    if (s->integer(6) == 0)
        return Error{ErrorCode::SessionEmpty, {}, {}};
    range.last = s->integer(0);
    range.firstSeq = s->integer(1);
    range.lastSeq = s->integer(2);
    range.saved.from = s->integer(3);
    range.saved.to = s->integer(4);
    range.firstChunk = s->integer(5);
    range.saved.intervals = s->unsignedInteger(6);
    return range;
}

struct Copy {
    const char* sql;
    std::int64_t low, high;
    bool large = false; ///< in slices, so that it can be told how far it has come, and ended
};

constexpr int kSlices = 40;

/// One table, by its key; `slice` is told after each slice of it.
Result<void> copyTable(Database& db, const Copy& copy, const std::function<Result<void>()>& slice)
{
    Result<Statement> s = db.prepare(copy.sql);
    if (!s)
        return s.error();
    const int slices = copy.large ? kSlices : 1;
    const std::int64_t step = copy.large ? (copy.high - copy.low) / slices + 1 : 0;
    for (int i = 0; i < slices; ++i) {
        const std::int64_t low = copy.low + i * step;
        s->bind(1, low).bind(2, copy.large ? std::min(copy.high, low + step - 1) : copy.high);
        if (auto done = s->run(); !done)
            return done;
        if (auto go = copy.large ? slice() : Result<void>(); !go)
            return go;
    }
    return {};
}

Result<void> copyRows(Database& db, const Range& r, const SaveProgress& progress)
{
    const Result<std::int64_t> lastChunk = db.integer("SELECT coalesce(max(id), 0) FROM src.chunk");
    if (!lastChunk)
        return lastChunk.error();
    const Copy copies[] = {
        {"INSERT INTO blob SELECT * FROM src.blob WHERE id>=?1 AND id<=?2", 0, INT64_MAX},
        {"INSERT OR REPLACE INTO meta SELECT * FROM src.meta WHERE ?1<=?2", 0, 0},
        {"INSERT INTO interval SELECT * FROM src.interval WHERE id BETWEEN ?1 AND ?2", r.first, r.last},
        {"INSERT INTO keyframe SELECT * FROM src.keyframe WHERE interval BETWEEN ?1 AND ?2", r.first,
         r.last},
        {"INSERT INTO gap SELECT * FROM src.gap WHERE interval BETWEEN ?1 AND ?2", r.first, r.last},
        {"INSERT INTO log SELECT * FROM src.log WHERE first_seq BETWEEN ?1 AND ?2", r.firstSeq,
         r.lastSeq, true},
        {"INSERT INTO event SELECT * FROM src.event WHERE seq BETWEEN ?1 AND ?2", r.firstSeq,
         r.lastSeq},
        {"INSERT INTO chunk SELECT * FROM src.chunk WHERE id BETWEEN ?1 AND ?2", r.firstChunk,
         std::max(r.firstChunk, *lastChunk), true},
        {"INSERT INTO rollup SELECT * FROM src.rollup WHERE last_chunk BETWEEN ?1 AND ?2",
         r.firstChunk, INT64_MAX},
        {"INSERT INTO recent SELECT * FROM src.recent WHERE first_no BETWEEN ?1 AND ?2", 0, INT64_MAX},
    };
    int slices = 0;
    const auto slice = [&]() -> Result<void> {
        // Two tables are large; what follows the last slice is little.
        if (progress && !progress(++slices / (2.0 * kSlices + 1)))
            return Error{ErrorCode::StoreFailed, {std::string("ended on request")}, {}};
        return {};
    };
    for (const Copy& copy : copies) {
        if (auto done = copyTable(db, copy, slice); !done)
            return done;
    }
    return {};
}

/// The copy is complete if nothing is missing in its part, whatever happened elsewhere.
Result<void> writeFacts(Database& db, const Range& r)
{
    const Result<std::int64_t> holes
        = db.integer("SELECT (SELECT count(*) FROM gap)"
                     " + (SELECT count(*) FROM interval WHERE ended=0 OR digest IS NULL)");
    if (!holes)
        return holes.error();
    Bytes digests;
    Result<Statement> s = db.prepare("SELECT digest FROM interval ORDER BY id");
    if (!s)
        return s.error();
    for (auto row = s->step(); !row.ok() || row.value(); row = s->step()) {
        if (!row)
            return row.error();
        digests.append(s->bytes(0));
    }
    Result<Statement> samples = db.prepare(
        "SELECT coalesce((SELECT samples_before FROM src.interval WHERE id=?1+1),"
        " (SELECT value FROM src.meta WHERE key='samples'))");
    if (!samples)
        return samples.error();
    samples->bind(1, r.last);
    if (const auto row = samples->step(); !row)
        return row.error();
    const std::pair<const char*, std::string> values[] = {
        {"samples", std::to_string(samples->integer(0))},
        {"complete", *holes == 0 ? "1" : "0"},
        {"closed", "1"},
        {"digest", *holes == 0 ? sha256Hex(digests) : std::string()},
    };
    samples->reset();
    Result<Statement> put = db.prepare("INSERT OR REPLACE INTO meta VALUES(?,?)");
    if (!put)
        return put.error();
    for (const auto& [key, value] : values) {
        put->bind(1, std::string_view(key)).bind(2, std::string_view(value));
        if (auto done = put->run(); !done)
            return done;
    }
    return {};
}

Result<SessionWriter::Saved> copyInto(Database& db, const std::string& source, TimeNs from,
                                      const SaveProgress& progress)
{
    if (auto r = createSessionSchema(db); !r)
        return r.error();
    Result<Statement> attach = db.prepare("ATTACH ?1 AS src");
    if (!attach)
        return attach.error();
    attach->bind(1, std::string_view(source));
    if (auto r = attach->run(); !r)
        return r.error();
    if (auto r = db.execute("BEGIN"); !r)
        return r.error();
    Result<Range> range = findRange(db, from);
    if (!range)
        return range.error();
    if (auto r = copyRows(db, *range, progress); !r)
        return r.error();
    if (auto r = writeFacts(db, *range); !r)
        return r.error();
    const Result<std::int64_t> records = db.integer("SELECT sum(records) FROM main.log");
    if (!records)
        return records.error();
    range->saved.records = static_cast<std::uint64_t>(*records);
    if (auto r = db.execute("COMMIT"); !r)
        return r.error();
    return range->saved;
}

} // namespace

Result<SessionWriter::Saved> copySession(const std::string& source, TimeNs from,
                                         const std::string& target, const SaveProgress& progress)
{
    const std::string part = target + ".part";
    removeSessionFiles(part);
    Result<Database> db = Database::open(part, Database::Access::Create);
    if (!db) {
        Error e = db.error();
        e.code = ErrorCode::FileNotWritable;
        e.place.file = target;
        return e;
    }
    Result<SessionWriter::Saved> saved = copyInto(*db, source, from, progress);
    *db = Database();
    std::error_code error;
    if (saved)
        std::filesystem::rename(part, target, error);
    if (error)
        saved = Error{ErrorCode::FileNotWritable, {error.message()}, {}};
    if (!saved)
        removeSessionFiles(part);
    else
        saved->path = target;
    return saved;
}

} // namespace gemba::twin
