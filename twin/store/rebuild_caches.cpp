// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>

#include "twin/store/cache_builder.h"
#include "twin/store/check_session.h"
#include "twin/store/session_access.h"

namespace gemba::twin {
namespace {

/// Builds new caches in a file of its own: replay reads the session meanwhile.
class CacheFile : public CacheSink
{
public:
    static Result<std::unique_ptr<CacheFile>> create(const std::vector<IntervalInfo>& intervals)
    {
        std::unique_ptr<CacheFile> f(new CacheFile);
        Result<PrivateFolder> folder = PrivateFolder::create();
        if (!folder)
            return folder.error();
        f->m_folder = std::move(*folder);
        Result<Database> db = Database::open(f->path(), Database::Access::Create);
        if (!db)
            return db.error();
        f->m_db = std::move(*db);
        if (auto r = createSessionSchema(f->m_db); !r)
            return r.error();
        Result<Statement> chunk = f->m_db.prepare("INSERT INTO chunk VALUES(?,?,?,?)");
        Result<Statement> rollup = f->m_db.prepare("INSERT INTO rollup VALUES(?,?,?,?)");
        if (!chunk || !rollup)
            return chunk ? rollup.error() : chunk.error();
        f->m_putChunk = std::move(*chunk);
        f->m_putRollup = std::move(*rollup);
        for (const IntervalInfo& i : intervals)
            f->m_cuts.push_back({i.index, i.firstArrival, 1, 0});
        if (auto r = f->m_db.execute("BEGIN"); !r)
            return r.error();
        return f;
    }

    void appendSample(const Sample& s) override
    {
        cut(s.arrival);
        ++m_samples;
        m_builder.append({seriesOf(s.tag), s.arrival, s.source, flagsOf(s), s.value});
        write(s.arrival);
    }
    void appendCondition(AssetId asset, TimeNs at, MilliPoints score) override
    {
        cut(at);
        m_builder.append({seriesOf(asset), at, kNoTime, 0, std::int64_t{score}});
        write(at);
    }

    Result<void> finish()
    {
        cut(INT64_MAX);
        m_builder.sealAll();
        write(0);
        if (m_error)
            return *m_error;
        return m_db.execute("COMMIT");
    }

    /// Puts what was built into the session, all of it or nothing.
    Result<void> moveInto(const std::string& session)
    {
        m_putChunk = Statement();
        m_putRollup = Statement();
        m_db.close();
        Result<Database> db = Database::open(session, Database::Access::ReadWrite);
        if (!db)
            return db.error();
        Result<Statement> attach = db->prepare("ATTACH ?1 AS built");
        if (!attach)
            return attach.error();
        const std::string file = path();
        attach->bind(1, std::string_view(file));
        if (auto r = attach->run(); !r)
            return r;
        Result<Transaction> t = Transaction::beginImmediate(*db);
        if (!t)
            return t.error();
        for (const char* sql : {"DELETE FROM main.chunk", "DELETE FROM main.rollup",
                                "DELETE FROM main.recent",
                                "INSERT INTO main.chunk SELECT * FROM built.chunk",
                                "INSERT INTO main.rollup SELECT * FROM built.rollup"}) {
            if (auto r = db->execute(sql); !r)
                return r;
        }
        if (auto r = writeFacts(*db); !r)
            return r;
        if (auto r = t->commit(); !r)
            return r;
        if (auto r = db->execute("PRAGMA incremental_vacuum"); !r)
            return r;
        // A file that was cut off had its tail beside it until now.
        return db->execute("PRAGMA journal_mode=DELETE");
    }

private:
    struct Cut {
        std::uint64_t interval = 0;
        TimeNs from = 0;
        std::int64_t firstChunk = 1;
        std::uint64_t samplesBefore = 0;
    };

    CacheFile() = default;
    [[nodiscard]] std::string path() const { return m_folder.path() + "/caches.gmb"; }

    /// Notes for each interval up to t where its samples and chunks begin.
    void cut(TimeNs t)
    {
        for (; m_nextCut < m_cuts.size() && m_cuts[m_nextCut].from <= t; ++m_nextCut) {
            m_cuts[m_nextCut].firstChunk = m_builder.nextChunk();
            m_cuts[m_nextCut].samplesBefore = m_samples;
        }
    }

    void write(TimeNs now)
    {
        m_builder.sealIdle(now);
        for (const SealedChunk& c : m_builder.chunks) {
            m_putChunk.bind(1, c.id).bind(2, c.series)
                .bind(3, static_cast<std::int64_t>(c.lastNo)).bindBytes(4, c.data);
            if (auto r = m_putChunk.run(); !r)
                m_error = r.error();
        }
        for (const SealedRollup& s : m_builder.rollups) {
            m_putRollup.bind(1, s.id).bind(2, s.series).bind(3, s.lastChunk).bindBytes(4, s.data);
            if (auto r = m_putRollup.run(); !r)
                m_error = r.error();
        }
        m_builder.chunks.clear();
        m_builder.rollups.clear();
    }

    Result<void> writeFacts(Database& db)
    {
        Result<Statement> put
            = db.prepare("UPDATE interval SET first_chunk=?, samples_before=? WHERE id=?");
        if (!put)
            return put.error();
        for (const Cut& c : m_cuts) {
            put->bind(1, c.firstChunk).bind(2, static_cast<std::int64_t>(c.samplesBefore))
                .bind(3, static_cast<std::int64_t>(c.interval));
            if (auto r = put->run(); !r)
                return r;
        }
        Result<Statement> meta = db.prepare("INSERT OR REPLACE INTO meta VALUES(?,?)");
        if (!meta)
            return meta.error();
        for (const auto& [key, value] : {std::pair{"samples", std::to_string(m_samples)},
                                         std::pair{"metrics", std::to_string(m_builder.tags())},
                                         std::pair{"lost_rows", std::string("0")}}) {
            meta->bind(1, std::string_view(key)).bind(2, std::string_view(value));
            if (auto r = meta->run(); !r)
                return r;
        }
        return {};
    }

    PrivateFolder m_folder;
    Database m_db;
    Statement m_putChunk, m_putRollup;
    CacheBuilder m_builder;
    std::vector<Cut> m_cuts;
    std::size_t m_nextCut = 0;
    std::uint64_t m_samples = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<void> rebuildCaches(const std::string& path,
                           const std::function<Result<void>(CacheSink&)>& replay)
{
    std::vector<IntervalInfo> intervals;
    {
        auto reader = SessionReader::open(path, SessionReader::OpenMode::Foreign);
        if (!reader)
            return reader.error();
        auto found = (*reader)->intervals();
        if (!found)
            return found.error();
        intervals = std::move(*found);
    }
    auto caches = CacheFile::create(intervals);
    if (!caches)
        return caches.error();
    if (auto r = replay(**caches); !r)
        return r;
    if (auto r = (*caches)->finish(); !r)
        return r;
    return (*caches)->moveInto(path);
}

} // namespace gemba::twin
