// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/writer_queue.h"

#include "twin/store/session_schema.h"

namespace gemba::twin {
namespace {

constexpr std::size_t kALot = std::size_t{16} << 20; // worth a commit before its time

void put(ByteWriter& w, LogEntry entry) { w.u8(static_cast<std::uint8_t>(entry)); }

} // namespace

void WriterBatch::clear()
{
    log.clear();
    samples.clear();
    lastSeq = lostRows = 0;
    lastArrival = 0;
    urgent = false;
}

bool WriterQueue::fits(std::size_t bytes, bool small) const
{
    const std::size_t limit = m_capacity + (small ? kReserve : 0);
    return m_taken + m_batch.bytes() + bytes <= limit;
}

void WriterQueue::notify()
{
    if (m_batch.urgent || m_batch.bytes() >= kALot)
        m_ready.notify_one();
}

/// Puts an open gap where its records would have been.
void WriterQueue::flushGap()
{
    if (m_gap.records == 0)
        return;
    ByteWriter w(m_batch.log);
    put(w, LogEntry::Gap);
    for (const std::uint64_t v : {m_gap.interval, m_gap.firstSeq, m_gap.lastSeq, m_gap.records,
                                  m_gap.bytes})
        w.u64(v);
    w.i64(m_gap.from);
    w.i64(m_gap.to);
    m_gap = {};
}

void WriterQueue::begin(const IntervalStart& s)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped)
        return;
    flushGap();
    m_begun = true;
    m_interval = s.index;
    // A full queue costs the keyframe, not the interval: seeking takes longer there.
    const bool keyframe = !s.acquisition.empty()
        && fits(s.acquisition.size() + s.derived.size(), false)
        && s.acquisition.size() <= kMaxKeyframeBytes && s.derived.size() <= kMaxKeyframeBytes;
    ByteWriter w(m_batch.log);
    put(w, LogEntry::Begin);
    w.u64(s.index);
    w.u64(s.firstSeq);
    w.i64(s.arrival);
    w.u64(m_samples);
    w.boolean(keyframe);
    w.bytes(s.derivedHash);
    w.bytes(keyframe ? std::string_view(s.acquisition) : std::string_view());
    w.bytes(keyframe ? std::string_view(s.derived) : std::string_view());
    notify();
}

void WriterQueue::end(const IntervalEnd& e)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped)
        return;
    flushGap();
    ByteWriter w(m_batch.log);
    put(w, LogEntry::End);
    w.u64(e.index);
    w.bytes({reinterpret_cast<const char*>(e.digest.data()), e.digest.size()});
    w.u64(e.records);
    w.u64(e.lastSeq);
    w.i64(e.lastArrival);
}

void WriterQueue::record(const Record& r)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped)
        return;
    const std::size_t size = r.bytes.size() + 32;
    m_batch.lastArrival = r.arrival;
    // Once full, it must be half empty before records are kept again: few long gaps, not many.
    const bool room = m_gap.records == 0 ? fits(size, false) : fits(m_capacity / 2, false);
    if (!m_begun || !room || r.bytes.size() > kMaxRecordBytes) {
        if (m_gap.records == 0)
            m_gap = {m_interval, r.seq, r.seq, r.arrival, r.arrival, 0, 0};
        m_gap.lastSeq = r.seq;
        m_gap.to = r.arrival;
        ++m_gap.records;
        m_gap.bytes += r.bytes.size();
        ++m_unrecorded;
        return;
    }
    flushGap();
    m_batch.lastSeq = r.seq;
    ByteWriter w(m_batch.log);
    put(w, LogEntry::Record);
    w.u64(r.seq);
    w.i64(r.arrival);
    w.u8(static_cast<std::uint8_t>(r.kind));
    w.u16(index(r.source));
    w.bytes(r.bytes);
    m_batch.urgent = m_batch.urgent || r.kind == RecordKind::Act;
    notify();
}

void WriterQueue::sample(std::int64_t series, TimeNs arrival, TimeNs source, std::uint8_t flags,
                         const Value& value)
{
    const std::lock_guard lock(m_mutex);
    // Samples are a cache of the log: what does not fit is found again by rebuilding it.
    if (m_stopped)
        return;
    if (!fits(64, true)) {
        ++m_batch.lostRows;
        return;
    }
    m_samples += series >= 0 ? 1 : 0;
    m_batch.samples.append(series, arrival, source, flags, value);
    notify();
}

void WriterQueue::event(const Event& e)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped)
        return;
    if (!fits(e.text.size() + 64, true)) {
        ++m_batch.lostRows;
        return;
    }
    ByteWriter w(m_batch.log);
    put(w, LogEntry::Event);
    w.u64(e.seq);
    w.i64(e.at);
    w.u8(static_cast<std::uint8_t>(e.kind));
    w.i32(e.priority);
    w.u32(index(e.asset));
    w.u32(index(e.tag));
    w.u64(e.alertId);
    w.i64(e.number);
    w.bytes(e.text);
}

void WriterQueue::blob(const Blob& b)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped)
        return;
    ByteWriter w(m_batch.log);
    put(w, LogEntry::Blob);
    w.bytes(b.kind);
    w.bytes(b.name);
    w.bytes(b.sha256);
    w.bytes(b.bytes);
    notify();
}

bool WriterQueue::take(WriterBatch& batch, std::chrono::steady_clock::time_point due)
{
    batch.clear();
    std::unique_lock lock(m_mutex);
    m_ready.wait_until(lock, due, [this] {
        return m_stopped || m_hurried || m_batch.urgent || m_batch.bytes() >= kALot;
    });
    std::swap(m_batch, batch);
    m_batch.lastSeq = batch.lastSeq;
    m_batch.lastArrival = batch.lastArrival;
    m_batch.lostRows = batch.lostRows;
    m_taken = batch.bytes();
    m_hurried = false;
    return !(m_stopped && batch.empty());
}

void WriterQueue::done()
{
    const std::lock_guard lock(m_mutex);
    m_taken = 0;
}

void WriterQueue::stop()
{
    const std::lock_guard lock(m_mutex);
    flushGap();
    m_stopped = true;
    m_ready.notify_one();
}

void WriterQueue::hurry()
{
    const std::lock_guard lock(m_mutex);
    m_hurried = true;
    m_ready.notify_one();
}

std::uint64_t WriterQueue::unrecorded() const
{
    const std::lock_guard lock(m_mutex);
    return m_unrecorded;
}

std::uint64_t WriterQueue::lostRows() const
{
    const std::lock_guard lock(m_mutex);
    return m_batch.lostRows;
}

std::size_t WriterQueue::bytesHeld() const
{
    const std::lock_guard lock(m_mutex);
    return m_taken + m_batch.bytes();
}

std::uint64_t WriterQueue::lastSeq() const
{
    const std::lock_guard lock(m_mutex);
    return m_batch.lastSeq;
}

TimeNs WriterQueue::lastArrival() const
{
    const std::lock_guard lock(m_mutex);
    return m_batch.lastArrival;
}

} // namespace gemba::twin
