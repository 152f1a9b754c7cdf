// SPDX-License-Identifier: GPL-3.0-or-later
// The half of SessionSink that speaks SQL.
#include "twin/store/session_sink.h"

#include <charconv>
#include <filesystem>

#include "twin/store/hex.h"
#include "twin/store/session_schema.h"

namespace gemba::twin {
namespace {

std::int64_t stored(std::uint64_t v) { return static_cast<std::int64_t>(v); }

Error atFile(Error e, ErrorCode code, const std::string& path)
{
    e.code = code;
    e.place.file = path;
    return e;
}

/// Opens a new file in place of an old one, with its schema, ready for commits several times a
/// second.
Result<Database> createFile(const std::string& path, const SessionWriter::Options& options)
{
    removeSessionFiles(path);
    Result<Database> db = Database::open(path, Database::Access::Create);
    if (!db)
        return atFile(db.error(), ErrorCode::FileNotWritable, path);
    if (const auto r = createSessionSchema(*db); !r)
        return atFile(r.error(), ErrorCode::FileNotWritable, path);
    // The mode is changed after the first pages are there: their header says what the file is
    // even if the write-ahead log is lost.
    for (const char* sql : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL",
                            "PRAGMA cache_size=-8192", // a batch's pages are written once, at its end
                            "PRAGMA wal_autocheckpoint=2000", "PRAGMA journal_size_limit=67108864"}) {
        if (const auto r = db->execute(sql); !r)
            return r.error();
    }
    if (options.maxFileBytes > 0) {
        const std::string limit
            = "PRAGMA max_page_count=" + std::to_string(options.maxFileBytes / 4096);
        if (const auto r = db->execute(limit.c_str()); !r)
            return r.error();
    }
    return db;
}

} // namespace

SessionSink::SessionSink(Database db, std::string path, const SessionWriter::Options& options)
    : m_path(std::move(path)), m_options(options), m_db(std::move(db))
{
}

Result<std::unique_ptr<SessionSink>> SessionSink::create(const std::string& path,
                                                         const PlantPackage& package,
                                                         const SessionFacts& facts,
                                                         const SessionWriter::Options& options)
{
    Result<Database> db = createFile(path, options);
    if (!db)
        return db.error();
    std::unique_ptr<SessionSink> sink(new SessionSink(std::move(*db), path, options));
    if (const auto r = sink->prepare(); !r)
        return r.error();
    sink->m_blobs = package.blobs;
    Result<Transaction> t = Transaction::beginImmediate(sink->m_db);
    if (!t)
        return t.error();
    const std::string started = std::to_string(facts.startedAt);
    const std::pair<const char*, std::string_view> values[] = {
        {"plant_id", facts.plantId}, {"plant_name", facts.plantName},
        {"app_version", facts.appVersion}, {"fingerprint", facts.fingerprint},
        {"started_at", started}, {"complete", "0"}, {"digest", ""}};
    for (const auto& [key, value] : values) {
        if (const auto r = sink->writeMetaValue(key, value); !r)
            return r.error();
    }
    if (const auto r = sink->writeAll(); !r)
        return r.error();
    if (const auto r = t->commit(); !r)
        return r.error();
    sink->forgetWritten();
    return sink;
}

Result<void> SessionSink::prepare()
{
    const std::pair<Statement*, const char*> statements[] = {
        {&m_putSegment, "INSERT OR REPLACE INTO log VALUES(?,?,?,?,?,?,?,?,?)"},
        {&m_putInterval, "INSERT OR REPLACE INTO interval VALUES(?,?,?,?,?,?,?,?,?,?)"},
        {&m_putKeyframe, "INSERT OR REPLACE INTO keyframe VALUES(?,?,?,?)"},
        {&m_putGap, "INSERT OR REPLACE INTO gap VALUES(?,?,?,?,?,?,?,?)"},
        {&m_putEvent, "INSERT OR REPLACE INTO event VALUES(?,?,?,?,?,?,?,?,?,?)"},
        {&m_putBlob, "INSERT OR IGNORE INTO blob(sha256,kind,name,bytes) VALUES(?,?,?,?)"},
        {&m_putChunk, "INSERT OR REPLACE INTO chunk VALUES(?,?,?,?)"},
        {&m_putRollup, "INSERT OR REPLACE INTO rollup VALUES(?,?,?,?)"},
        {&m_putRecent, "INSERT OR REPLACE INTO recent VALUES(?,?,?)"},
        {&m_dropRecent, "DELETE FROM recent WHERE last_no <= ?"},
        {&m_putMeta, "INSERT OR REPLACE INTO meta VALUES(?,?)"},
    };
    for (const auto& [statement, sql] : statements) {
        Result<Statement> s = m_db.prepare(sql);
        if (!s)
            return s.error();
        *statement = std::move(*s);
    }
    return {};
}

Result<void> SessionSink::commit(bool durable)
{
    // A statement outside the transaction, as SQLite asks for it.
    if (const auto r = m_db.execute(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        !r)
        return r;
    Result<Transaction> t = Transaction::beginImmediate(m_db);
    if (!t)
        return t.error();
    if (auto r = writeAll(); !r)
        return r;
    if (auto r = t->commit(); !r)
        return r;
    forgetWritten();
    return {};
}

Result<void> SessionSink::writeAll()
{
    for (const Segment& s : m_segments) {
        if (auto r = writeSegment(s); !r)
            return r;
    }
    if (m_openDirty) {
        Segment open;
        encodeSegment(open);
        if (auto r = writeSegment(open); !r)
            return r;
    }
    for (const auto write : {&SessionSink::writeIntervals, &SessionSink::writeRows,
                             &SessionSink::writeCaches, &SessionSink::writeMeta}) {
        if (auto r = (this->*write)(); !r)
            return r;
    }
    return {};
}

Result<void> SessionSink::writeSegment(const Segment& s)
{
    m_putSegment.bind(1, stored(s.firstSeq)).bind(2, stored(s.lastSeq)).bind(3, stored(s.interval))
        .bind(4, s.firstArrival).bind(5, s.lastArrival).bind(6, stored(s.records))
        .bind(7, stored(s.packets)).bind(8, stored(s.dropped)).bindBytes(9, s.data);
    return m_putSegment.run();
}

Result<void> SessionSink::writeIntervals()
{
    const auto write = [this](const IntervalRow& row) {
        const IntervalInfo& i = row.info;
        m_putInterval.bind(1, stored(i.index)).bind(2, stored(i.firstSeq)).bind(3, i.firstArrival)
            .bind(4, stored(i.lastSeq)).bind(5, i.lastArrival).bind(6, stored(i.records))
            .bind(8, std::int64_t{i.ended ? 1 : 0}).bind(9, row.firstChunk)
            .bind(10, stored(row.samplesBefore));
        if (i.digest)
            m_putInterval.bindBytes(7, {reinterpret_cast<const char*>(i.digest->data()),
                                        i.digest->size()});
        else
            m_putInterval.bindNull(7);
        return m_putInterval.run();
    };
    for (const IntervalRow& row : m_intervals) {
        if (auto r = write(row); !r)
            return r;
    }
    if (m_interval) {
        if (auto r = write(*m_interval); !r)
            return r;
    }
    for (const KeyframeRow& k : m_keyframes) {
        m_putKeyframe.bind(1, stored(k.interval)).bind(2, k.derivedHash)
            .bindBytes(3, k.acquisition).bindBytes(4, k.derived);
        if (auto r = m_putKeyframe.run(); !r)
            return r;
    }
    return {};
}

Result<void> SessionSink::writeRows()
{
    std::int64_t id = m_nextGap;
    for (const GapInfo& g : m_gaps) {
        m_putGap.bind(1, id++).bind(2, stored(g.interval)).bind(3, stored(g.firstSeq))
            .bind(4, stored(g.lastSeq)).bind(5, g.from).bind(6, g.to).bind(7, stored(g.records))
            .bind(8, stored(g.bytes));
        if (auto r = m_putGap.run(); !r)
            return r;
    }
    id = m_nextEvent;
    for (const Event& e : m_events) {
        m_putEvent.bind(1, id++).bind(2, stored(e.seq)).bind(3, e.at)
            .bind(4, static_cast<std::int64_t>(e.kind)).bind(5, std::int64_t{e.priority})
            .bind(6, std::int64_t{index(e.asset)}).bind(7, std::int64_t{index(e.tag)})
            .bind(8, stored(e.alertId)).bind(9, e.number).bind(10, e.text);
        if (auto r = m_putEvent.run(); !r)
            return r;
    }
    for (const Blob& b : m_blobs) {
        m_compressor.compress(b.bytes, m_raw);
        m_putBlob.bind(1, b.sha256).bind(2, b.kind).bind(3, b.name).bindBytes(4, m_raw);
        if (auto r = m_putBlob.run(); !r)
            return r;
    }
    return {};
}

Result<void> SessionSink::writeCaches()
{
    for (const SealedChunk& c : m_caches.chunks) {
        m_putChunk.bind(1, c.id).bind(2, c.series).bind(3, stored(c.lastNo)).bindBytes(4, c.data);
        if (auto r = m_putChunk.run(); !r)
            return r;
    }
    for (const SealedRollup& s : m_caches.rollups) {
        m_putRollup.bind(1, s.id).bind(2, s.series).bind(3, s.lastChunk).bindBytes(4, s.data);
        if (auto r = m_putRollup.run(); !r)
            return r;
    }
    const std::uint64_t sealed = m_caches.sealedUpTo();
    for (const RecentRow& row : m_recent) {
        if (row.lastNo <= sealed)
            continue;
        m_putRecent.bind(1, stored(row.firstNo)).bind(2, stored(row.lastNo)).bindBytes(3, row.data);
        if (auto r = m_putRecent.run(); !r)
            return r;
    }
    m_dropRecent.bind(1, stored(sealed));
    return m_dropRecent.run();
}

Result<void> SessionSink::writeMetaValue(std::string_view key, std::string_view value)
{
    m_putMeta.bind(1, key).bind(2, value);
    return m_putMeta.run();
}

Result<void> SessionSink::writeMeta()
{
    for (const auto& [key, value] :
         {std::pair{"samples", m_samples}, std::pair{"metrics", std::uint64_t{m_caches.tags()}},
          std::pair{"sources", m_sources}, std::pair{"lost_rows", m_lostRows}}) {
        if (auto r = writeMetaValue(key, std::to_string(value)); !r)
            return r;
    }
    return {};
}

Result<void> SessionSink::close(bool inOrder, const std::optional<IntervalDigest>& digest)
{
    sealSegment();
    m_caches.sealAll();
    const bool complete = inOrder && m_everyRecord && !m_interval;
    if (auto r = commit(true); !r)
        return r;
    Result<Transaction> t = Transaction::beginImmediate(m_db);
    if (!t)
        return t.error();
    if (auto r = writeMetaValue("complete", complete ? "1" : "0"); !r)
        return r;
    if (auto r = writeMetaValue("closed", inOrder ? "1" : "0"); !r)
        return r;
    if (auto r = writeMetaValue("digest", complete && digest ? hexOf(*digest) : std::string()); !r)
        return r;
    if (auto r = t->commit(); !r)
        return r;
    // What recent samples took is free now.
    if (auto r = m_db.execute("PRAGMA incremental_vacuum"); !r)
        return r;
    // While someone still reads, the log beside the file cannot go; it holds nothing of its own.
    (void)m_db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    (void)m_db.execute("PRAGMA journal_mode=DELETE");
    return {};
}

std::uint64_t SessionSink::fileBytes() const
{
    std::uint64_t bytes = 0;
    for (const char* suffix : {"", "-wal"}) {
        std::error_code error;
        const auto size = std::filesystem::file_size(m_path + suffix, error);
        bytes += error ? 0 : size;
    }
    return bytes;
}

} // namespace gemba::twin
