// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "twin/model/event.h"
#include "twin/model/package.h"
#include "twin/model/record.h"
#include "twin/store/sample_stream.h"
#include "twin/store/session_types.h"

namespace gemba::twin {

/// What the ingest thread handed over since the writer last looked.
struct WriterBatch {
    Bytes log; ///< entries of LogEntry, in order
    SampleList samples;
    std::uint64_t lastSeq = 0; ///< of the last record in it; kept from batch to batch
    std::uint64_t lostRows = 0; ///< samples and events that found no room, so far
    TimeNs lastArrival = 0;    ///< of the last record offered, kept or not
    bool urgent = false; ///< holds an act
    [[nodiscard]] bool empty() const { return log.empty() && samples.entries.empty(); }
    [[nodiscard]] std::size_t bytes() const { return log.size() + samples.bytes(); }
    void clear();
};

enum class LogEntry : std::uint8_t { Record = 1, Begin, End, Event, Gap, Blob };

/// The bounded queue between the ingest thread and the writer's thread. When it is full, records
/// are counted into a gap instead; small entries (ends, gaps, events) may use a reserve.
class WriterQueue
{
public:
    static constexpr std::size_t kReserve = std::size_t{4} << 20;

    explicit WriterQueue(std::size_t capacity) : m_capacity(capacity) {}

    void begin(const IntervalStart& start);
    void end(const IntervalEnd& end);
    void record(const Record& record);
    void sample(std::int64_t series, TimeNs arrival, TimeNs source, std::uint8_t flags,
                const Value& value);
    void event(const Event& event);
    void blob(const Blob& blob);

    /// Waits until due, or until there is something urgent or a lot; then swaps what there is
    /// into batch. False: stop() was called and nothing is left.
    bool take(WriterBatch& batch, std::chrono::steady_clock::time_point due);
    void done(); ///< the batch taken last is on disk: its bytes no longer count
    void stop(); ///< nothing more is accepted; an open gap is closed
    /// As if everything had been urgent: for those who wait for it.
    void hurry();

    [[nodiscard]] std::uint64_t unrecorded() const;
    [[nodiscard]] std::uint64_t lostRows() const;
    [[nodiscard]] std::size_t bytesHeld() const;
    [[nodiscard]] std::uint64_t lastSeq() const;
    [[nodiscard]] TimeNs lastArrival() const;

private:
    [[nodiscard]] bool fits(std::size_t bytes, bool small) const;
    void flushGap();
    void notify();

    const std::size_t m_capacity;
    mutable std::mutex m_mutex; ///< guards everything below
    std::condition_variable m_ready;
    WriterBatch m_batch;
    std::size_t m_taken = 0;
    GapInfo m_gap; ///< records > 0: open
    std::uint64_t m_interval = 0;
    std::uint64_t m_samples = 0; ///< of tags, so far
    std::uint64_t m_unrecorded = 0;
    bool m_begun = false, m_stopped = false, m_hurried = false;
};

// How entries stand in WriterBatch::log, for the one who reads them.
struct BeginEntry {
    std::uint64_t index = 0, firstSeq = 0;
    TimeNs arrival = 0;
    std::uint64_t samplesBefore = 0;
    bool keyframe = false;
    std::string_view derivedHash, acquisition, derived;
};
[[nodiscard]] Record readRecord(ByteReader& in);
[[nodiscard]] BeginEntry readBegin(ByteReader& in);
[[nodiscard]] IntervalEnd readEnd(ByteReader& in);
[[nodiscard]] Event readEvent(ByteReader& in);
[[nodiscard]] GapInfo readGap(ByteReader& in);
[[nodiscard]] Blob readBlob(ByteReader& in);

} // namespace gemba::twin
