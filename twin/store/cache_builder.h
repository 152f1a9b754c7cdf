// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <unordered_map>

#include "twin/store/chunk_summary.h"
#include "twin/store/sample_stream.h"

namespace gemba::twin {

/// Arrival in chunks, to the millisecond below. To the nanosecond it would be most of a chunk, and
/// here it only decides what was known at an instant; the log has it exactly.
[[nodiscard]] constexpr TimeNs cachedArrival(TimeNs arrival)
{
    const TimeNs rest = arrival % kMillisecond;
    return arrival - (rest < 0 ? rest + kMillisecond : rest);
}

struct SealedChunk {
    std::int64_t id = 0, series = 0;
    std::uint64_t lastNo = 0; ///< number of its last sample among all samples of the file
    Bytes data;
};

struct SealedRollup {
    std::int64_t id = 0, series = 0, lastChunk = 0;
    Bytes data;
};

/// Collects samples per series and seals them into chunks at 512 samples or 60 s of log time, and
/// chunks into rollups. Rows are numbered here, in the order of sealing. One thread.
class CacheBuilder
{
public:
    static constexpr TimeNs kLongest = kMinute;
    static constexpr std::size_t kMostOtherBytes = std::size_t{1} << 20; ///< texts and waveforms

    /// Samples come in order of arrival and are numbered from 1.
    void append(StreamedSample&& sample);
    /// The same for many at once: faster, as their series lie far apart in memory.
    void append(const SampleList& samples);
    /// Seals what has waited for 60 s of log time, also where nothing arrives any more.
    void sealIdle(TimeNs now);
    void sealAll(); ///< rollups as well

    [[nodiscard]] std::uint64_t lastNo() const { return m_no; }
    [[nodiscard]] std::int64_t nextChunk() const { return m_nextChunk; }
    [[nodiscard]] std::size_t tags() const { return m_tags; } ///< series of tags seen so far
    /// Samples up to this number are all in sealed chunks.
    [[nodiscard]] std::uint64_t sealedUpTo() const;

    // Rows that are ready; the taker empties them.
    std::vector<SealedChunk> chunks;
    std::vector<SealedRollup> rollups;

private:
    /// One sample on one cache line: samples come series by series, columns are made in the end.
    struct Entry {
        TimeNs source = 0;
        std::uint64_t bits = 0;
        std::uint32_t after = 0; ///< milliseconds from the arrival of the series' first one
        std::uint8_t flags = 0;
        ValueKind kind = ValueKind::Null;
    };
    struct Series {
        std::int64_t id = 0;
        std::vector<Entry> entries;
        TimeNs firstArrival = 0;
        std::vector<Value> others; ///< texts and waveforms; Entry::bits is the index
        std::uint64_t firstNo = 0, lastNo = 0;
        std::size_t otherBytes = 0;
        std::vector<ChunkSummary> summaries;
    };
    Series& series(std::int64_t id);
    void append(Series& s, const QueuedSample& sample, const Value* other);
    void seal(Series& s);
    void sealRollup(Series& s);

    SampleList m_one;
    ChunkCodec m_codec;
    ChunkColumns m_columns; ///< of the chunk being sealed
    std::vector<std::unique_ptr<Series>> m_series; ///< in order of first appearance
    std::vector<Series*> m_byTag; ///< the usual way to a series
    std::unordered_map<std::int64_t, Series*> m_byId; ///< conditions, odd tags; never iterated
    std::uint64_t m_no = 0;
    std::size_t m_tags = 0;
    std::int64_t m_nextChunk = 1, m_nextRollup = 1;
    TimeNs m_lastSweep = 0;
};

} // namespace gemba::twin
