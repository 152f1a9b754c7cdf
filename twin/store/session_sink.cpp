// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/session_sink.h"

#include <algorithm>
#include <array>

namespace gemba::twin {

void SessionSink::apply(const WriterBatch& batch)
{
    ByteReader in(batch.log);
    while (!in.atEnd()) {
        switch (static_cast<LogEntry>(in.u8())) {
        case LogEntry::Record: applyRecord(readRecord(in)); break;
        case LogEntry::Begin: applyBegin(readBegin(in)); break;
        case LogEntry::End: applyEnd(readEnd(in)); break;
        case LogEntry::Event: m_events.push_back(readEvent(in)); break;
        case LogEntry::Blob: m_blobs.push_back(readBlob(in)); break;
        case LogEntry::Gap:
            m_gaps.push_back(readGap(in));
            m_intervalVoid = true;
            m_everyRecord = false;
            sealSegment(); // a reader can tell by the rows alone where records are missing
            break;
        }
    }
    applySamples(batch);
    m_lostRows = batch.lostRows;
}

void SessionSink::applyRecord(const Record& r)
{
    const std::uint16_t source = index(r.source);
    if (r.kind == RecordKind::Packet || r.kind == RecordKind::LinkUp
        || r.kind == RecordKind::LinkDown) {
        std::uint64_t& word = m_sourceBits[source / 64];
        const std::uint64_t bit = std::uint64_t{1} << (source % 64);
        m_sources += (word & bit) == 0 ? 1 : 0;
        word |= bit;
    }
    m_open.append(r);
    ++m_waiting;
    m_openDirty = true;
    if (m_interval) {
        m_interval->info.lastSeq = r.seq;
        m_interval->info.lastArrival = r.arrival;
        ++m_interval->info.records;
    }
    if (m_open.full())
        sealSegment();
}

void SessionSink::encodeSegment(Segment& out)
{
    out.interval = m_interval ? m_interval->info.index : 0;
    out.firstSeq = m_open.firstSeq();
    out.lastSeq = m_open.lastSeq();
    out.firstArrival = m_open.firstArrival();
    out.lastArrival = m_open.lastArrival();
    out.records = m_open.records();
    out.packets = m_open.packets();
    out.dropped = m_open.dropped();
    m_open.encode(m_raw);
    m_compressor.compress(m_raw, out.data);
}

void SessionSink::sealSegment()
{
    if (m_open.empty())
        return;
    encodeSegment(m_segments.emplace_back());
    m_open.clear();
    m_openDirty = false;
}

/// Keyframes serve seeking only, so they may take a tenth of the file; the first one must stay.
bool SessionSink::keepKeyframe(std::size_t bytes) const
{
    return m_firstKeyframe || (m_keyframeBytes + bytes) * 9 <= m_otherBytes;
}

void SessionSink::applyBegin(const BeginEntry& e)
{
    sealSegment();
    if (m_interval)
        m_intervals.push_back(*m_interval); // left without an end
    m_interval = IntervalRow{};
    m_interval->info.index = e.index;
    m_interval->info.firstSeq = e.firstSeq;
    m_interval->info.firstArrival = m_interval->info.lastArrival = e.arrival;
    m_interval->firstChunk = m_caches.nextChunk();
    m_interval->samplesBefore = e.samplesBefore;
    m_intervalVoid = false;
    if (!e.keyframe)
        return;
    KeyframeRow k{e.index, std::string(e.derivedHash), {}, {}};
    m_compressor.compress(e.acquisition, k.acquisition);
    m_compressor.compress(e.derived, k.derived);
    const std::size_t bytes = k.acquisition.size() + k.derived.size();
    if (!keepKeyframe(bytes))
        return;
    if (!m_firstKeyframe)
        m_keyframeBytes += bytes;
    m_firstKeyframe = false;
    m_keyframes.push_back(std::move(k));
}

void SessionSink::applyEnd(const IntervalEnd& e)
{
    sealSegment();
    if (!m_interval || m_interval->info.index != e.index)
        return;
    IntervalInfo& info = m_interval->info;
    info.records = e.records;
    info.lastSeq = e.lastSeq;
    info.lastArrival = e.lastArrival;
    info.ended = true;
    if (!m_intervalVoid)
        info.digest = e.digest;
    m_intervals.push_back(*m_interval);
    m_interval.reset();
}

void SessionSink::applySamples(const WriterBatch& batch)
{
    const std::uint64_t before = m_caches.lastNo();
    for (const QueuedSample& q : batch.samples.entries)
        m_samples += q.series() >= 0 ? 1 : 0;
    m_caches.append(batch.samples);
    m_caches.sealIdle(batch.lastArrival);
    // Until chunks hold them, samples stand in the file as they came.
    constexpr std::size_t kPieceSamples = 16'384;
    const std::uint64_t sealed = m_caches.sealedUpTo();
    const std::span<const QueuedSample> all(batch.samples.entries);
    for (std::size_t from = 0; from < all.size(); from += kPieceSamples) {
        const auto piece = all.subspan(from, std::min(kPieceSamples, all.size() - from));
        if (before + from + piece.size() <= sealed)
            continue;
        m_raw.clear();
        ByteWriter(m_raw).i64(0); // the piece begins on its own
        SampleStreamWriter stream;
        for (const QueuedSample& q : piece)
            stream.append(m_raw, q.series(), q.arrival, q.source, q.flags(), batch.samples.value(q));
        RecentRow& row = m_recent.emplace_back();
        row.firstNo = before + from + 1;
        row.lastNo = before + from + piece.size();
        m_fast.compress(m_raw, row.data);
    }
}

void SessionSink::forgetWritten()
{
    for (const Segment& s : m_segments)
        m_otherBytes += s.data.size();
    for (const SealedChunk& c : m_caches.chunks)
        m_otherBytes += c.data.size();
    for (const SealedRollup& r : m_caches.rollups)
        m_otherBytes += r.data.size();
    m_nextGap += static_cast<std::int64_t>(m_gaps.size());
    m_nextEvent += static_cast<std::int64_t>(m_events.size());
    m_segments.clear();
    m_intervals.clear();
    m_keyframes.clear();
    m_gaps.clear();
    m_events.clear();
    m_blobs.clear();
    m_recent.clear();
    m_caches.chunks.clear();
    m_caches.rollups.clear();
    m_openDirty = false;
    m_waiting = 0;
}

} // namespace gemba::twin
