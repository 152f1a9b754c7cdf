// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "twin/store/cache_builder.h"
#include "twin/store/segment.h"
#include "twin/store/session_writer.h"
#include "twin/store/sqlite.h"
#include "twin/store/writer_queue.h"

namespace gemba::twin {

/// The disk end of a SessionWriter: turns batches into rows that wait in memory, and commits
/// those in one transaction. A commit that fails leaves the waiting rows as they are, so it can
/// be tried again: every row is written under a number of its own. One thread.
class SessionSink
{
public:
    /// Creates the file with its blobs; see SessionWriter::create.
    static Result<std::unique_ptr<SessionSink>> create(const std::string& path,
                                                       const PlantPackage& package,
                                                       const SessionFacts& facts,
                                                       const SessionWriter::Options& options);
    /// Adds a batch to what waits.
    void apply(const WriterBatch& batch);
    /// Writes what waits. durable: survives a power cut, too. Errors: StoreFailed.
    Result<void> commit(bool durable);
    /// Ring only: forgets the oldest intervals. Errors: StoreFailed.
    Result<void> trim();
    /// Seals everything and leaves one file. Errors: StoreFailed.
    Result<void> close(bool inOrder, const std::optional<IntervalDigest>& digest);

    [[nodiscard]] std::uint64_t fileBytes() const;
    /// Records that wait and would be lost if the process gave up now.
    [[nodiscard]] std::uint64_t waitingRecords() const { return m_waiting; }

private:
    struct Segment {
        std::uint64_t interval = 0, firstSeq = 0, lastSeq = 0;
        TimeNs firstArrival = 0, lastArrival = 0;
        std::uint64_t records = 0, packets = 0, dropped = 0;
        Bytes data;
    };
    struct IntervalRow {
        IntervalInfo info;
        std::int64_t firstChunk = 0;
        std::uint64_t samplesBefore = 0;
    };
    struct KeyframeRow {
        std::uint64_t interval = 0;
        std::string derivedHash;
        Bytes acquisition, derived; ///< compressed
    };
    struct RecentRow {
        std::uint64_t firstNo = 0, lastNo = 0;
        Bytes data;
    };

    SessionSink(Database db, std::string path, const SessionWriter::Options& options);
    Result<void> prepare();
    void applyBegin(const BeginEntry& e);
    void applyEnd(const IntervalEnd& e);
    void applyRecord(const Record& r);
    void applySamples(const WriterBatch& batch);
    void sealSegment();
    void encodeSegment(Segment& out);
    [[nodiscard]] bool keepKeyframe(std::size_t bytes) const;
    Result<void> writeAll();
    Result<void> writeSegment(const Segment& s);
    Result<void> writeIntervals();
    Result<void> writeRows();
    Result<void> writeCaches();
    Result<void> writeMeta();
    Result<void> writeMetaValue(std::string_view key, std::string_view value);
    void forgetWritten();
    Result<void> trimToSize();
    Result<void> deleteBefore(std::uint64_t interval);

    std::string m_path;
    SessionWriter::Options m_options;
    Database m_db;
    Statement m_putSegment, m_putInterval, m_putKeyframe, m_putGap, m_putEvent, m_putBlob,
        m_putChunk, m_putRollup, m_putRecent, m_dropRecent, m_putMeta;
    Compressor m_compressor{3}, m_fast{-10};
    SegmentBuilder m_open;
    bool m_openDirty = false;
    std::uint64_t m_waiting = 0; ///< records since the last commit
    CacheBuilder m_caches;
    // What waits for the next commit
    std::deque<Segment> m_segments;
    std::vector<IntervalRow> m_intervals;
    std::vector<KeyframeRow> m_keyframes;
    std::vector<GapInfo> m_gaps;
    std::vector<Event> m_events;
    std::vector<Blob> m_blobs;
    std::vector<RecentRow> m_recent;
    // Where the file stands
    std::optional<IntervalRow> m_interval; ///< the one that goes on
    bool m_intervalVoid = false;
    bool m_everyRecord = true;
    std::uint64_t m_samples = 0, m_lostRows = 0;
    std::uint64_t m_sources = 0, m_sourceBits[1024] = {}; ///< one bit for each SourceId seen
    std::int64_t m_nextGap = 1, m_nextEvent = 1;
    std::uint64_t m_keyframeBytes = 0, m_otherBytes = 0; ///< written so far
    bool m_firstKeyframe = true;
    Bytes m_raw;
};

} // namespace gemba::twin
