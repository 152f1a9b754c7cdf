// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/check_session.h"

#include <algorithm>
#include <map>

#include "twin/store/chunk_summary.h"
#include "twin/store/sample_stream.h"
#include "twin/store/session_access.h"

namespace gemba::twin {
namespace {

constexpr std::size_t kMostProblems = 200; // nobody reads more; the file is beyond doubt by then

class SessionCheck
{
public:
    explicit SessionCheck(std::unique_ptr<SessionAccess> access)
        : m_access(*access), m_reader(std::move(access))
    {
    }

    std::vector<SessionProblem> run()
    {
        for (const Error& e : m_reader.info().problems)
            add("file", e);
        for (const auto part : {&SessionCheck::checkPages, &SessionCheck::checkBlobs,
                                &SessionCheck::checkIntervals, &SessionCheck::checkLog,
                                &SessionCheck::checkChunks, &SessionCheck::checkRollups,
                                &SessionCheck::checkRecent}) {
            m_access.stepsLeft = INT64_MAX; // reading everything is what this is for
            (this->*part)();
        }
        return std::move(m_problems);
    }

private:
    void add(std::string where, const Error& what)
    {
        if (m_problems.size() < kMostProblems)
            m_problems.push_back({std::move(where), what});
    }
    void damaged(std::string where, const char* what)
    {
        add(std::move(where), {ErrorCode::SessionDamaged, {std::string(what)}, {}});
    }

    template <class Use>
    void forEachRow(const char* table, const char* sql, Use use)
    {
        Result<Statement> s = m_access.db.prepare(sql);
        while (m_problems.size() < kMostProblems) {
            const Result<bool> row = s ? s->step() : Result<bool>(s.error());
            if (!row)
                add(table, row.error());
            if (!row || !*row)
                return;
            use(*s);
        }
    }

    void checkPages()
    {
        forEachRow("pages", "PRAGMA integrity_check(20)", [this](Statement& s) {
            if (s.bytes(0) != "ok")
                add("pages", {ErrorCode::SessionDamaged, {std::string(s.bytes(0).substr(0, 200))}, {}});
        });
    }

    void checkBlobs()
    {
        forEachRow("blob", "SELECT name, sha256, bytes FROM blob", [this](Statement& s) {
            Bytes bytes;
            const std::string where = "blob " + std::string(s.bytes(0).substr(0, 200));
            if (const auto r = m_access.decompressor.decompress(s.bytes(2), kMaxBlobBytes, bytes); !r)
                add(where, r.error());
            else if (sha256Hex(bytes) != s.bytes(1))
                damaged(where, "its SHA-256 is another");
        });
    }

    void checkIntervals()
    {
        const auto intervals = m_reader.intervals();
        const auto gaps = m_reader.gaps();
        if (!intervals || !gaps) {
            add("interval", intervals ? gaps.error() : intervals.error());
            return;
        }
        std::map<std::uint64_t, std::uint64_t> missing; // interval -> records
        for (const GapInfo& g : *gaps) {
            missing[g.interval] += g.records;
            m_gaps[g.firstSeq] = g.lastSeq;
        }
        std::map<std::uint64_t, std::uint64_t> kept;
        forEachRow("log", "SELECT interval, sum(records) FROM log GROUP BY interval",
                   [&](Statement& s) { kept[s.unsignedInteger(0)] = s.unsignedInteger(1); });
        Bytes digests;
        const IntervalInfo* before = nullptr;
        for (const IntervalInfo& i : *intervals) {
            const std::string where = "interval " + std::to_string(i.index);
            if (before != nullptr && i.index != before->index + 1)
                damaged(where, "the interval before it is missing");
            if (before != nullptr && before->ended && i.firstSeq != before->lastSeq + 1)
                damaged(where, "it does not begin where the one before ends");
            if (i.ended && i.digest.has_value() == (missing[i.index] > 0))
                damaged(where, "a digest and missing records do not go together");
            if (i.ended && kept[i.index] + missing[i.index] != i.records)
                damaged(where, "it does not have as many records as it says");
            if (i.keyframe) {
                if (const auto k = m_reader.readKeyframe(i.index); !k)
                    add("keyframe " + std::to_string(i.index), k.error());
            } else if (before == nullptr) {
                damaged(where, "the first interval has no keyframe");
            }
            if (i.digest)
                digests.append(i.digest->begin(), i.digest->end());
            before = &i;
        }
        const std::string& digest = m_reader.info().digest;
        if (!digest.empty() && sha256Hex(digests) != digest)
            damaged("digest", "it is not that of the intervals");
    }

    /// Every record is there or within a gap, and time does not go back.
    void checkLog()
    {
        LogCursor cursor = m_reader.cursor(0);
        Record r;
        std::uint64_t expected = 0;
        TimeNs arrival = std::numeric_limits<TimeNs>::min();
        while (m_problems.size() < kMostProblems) {
            const Result<bool> more = cursor.next(r);
            if (!more) {
                add("log", more.error());
                if (more.error().code != ErrorCode::SessionDamaged)
                    return;
                expected = 0; // where it goes on is known only from the next record
                continue;
            }
            if (!*more)
                return;
            for (auto gap = m_gaps.find(expected); gap != m_gaps.end() && r.seq != expected;
                 gap = m_gaps.find(expected))
                expected = gap->second + 1;
            if (expected != 0 && r.seq != expected)
                add("log", {ErrorCode::SequenceGap,
                            {static_cast<std::int64_t>(expected), static_cast<std::int64_t>(r.seq)}, {}});
            if (r.arrival < arrival)
                damaged("log " + std::to_string(r.seq), "time goes back");
            arrival = r.arrival;
            expected = r.seq + 1;
        }
    }

    void checkChunks()
    {
        forEachRow("meta", "SELECT value FROM meta WHERE key='lost_rows' AND value<>'0'",
                   [this](Statement& s) {
            const std::string lost(s.bytes(0).substr(0, 20));
            add("chunk", {ErrorCode::SessionDamaged,
                          {lost + " samples and events found no room; rebuild the caches"}, {}});
        });
        forEachRow("chunk", "SELECT id, data FROM chunk ORDER BY id", [this](Statement& s) {
            if (const auto r = m_codec.decode(s.bytes(1), m_columns); !r)
                add("chunk " + std::to_string(s.integer(0)), r.error());
        });
    }

    /// A summary that is not that of its chunk would show in trends and nowhere else.
    void checkRollups()
    {
        Result<Statement> chunk = m_access.db.prepare("SELECT data FROM chunk WHERE id=?");
        if (!chunk) {
            add("rollup", chunk.error());
            return;
        }
        forEachRow("rollup", "SELECT id, data FROM rollup", [&](Statement& s) {
            const std::string where = "rollup " + std::to_string(s.integer(0));
            const auto summaries = decodeSummaries(s.bytes(1));
            if (!summaries) {
                add(where, summaries.error());
                return;
            }
            for (const ChunkSummary& summary : *summaries) {
                chunk->bind(1, summary.chunk);
                const Result<bool> row = chunk->step();
                // Chunks that are gone or damaged are spoken of elsewhere.
                if (row && *row && m_codec.decode(chunk->bytes(0), m_columns)
                    && !(summarise(m_columns, summary.chunk) == summary))
                    damaged(where, "a summary is not that of its chunk");
                chunk->reset();
            }
        });
    }

    void checkRecent()
    {
        forEachRow("recent", "SELECT first_no, data FROM recent", [this](Statement& s) {
            const std::string where = "recent " + std::to_string(s.integer(0));
            Bytes raw;
            if (const auto r = m_access.decompressor.decompress(s.bytes(1), kMaxRecentBytes, raw); !r) {
                add(where, r.error());
                return;
            }
            SampleStreamReader in = SampleStreamReader::ofPiece(raw);
            StreamedSample sample;
            for (auto more = in.next(sample); !more || *more; more = in.next(sample)) {
                if (!more) {
                    add(where, more.error());
                    return;
                }
            }
        });
    }

    SessionAccess& m_access;
    SessionReader m_reader;
    std::vector<SessionProblem> m_problems;
    std::map<std::uint64_t, std::uint64_t> m_gaps; ///< first -> last sequence number
    ChunkCodec m_codec;
    ChunkColumns m_columns;
};

} // namespace

std::vector<SessionProblem> checkSession(const std::string& path)
{
    auto access = openSession(path, SessionReader::OpenMode::Foreign);
    if (!access)
        return {{"file", access.error()}};
    return SessionCheck(std::move(*access)).run();
}

} // namespace gemba::twin
