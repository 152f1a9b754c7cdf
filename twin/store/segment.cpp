// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/segment.h"

namespace gemba::twin {
namespace {

Error damaged(const char* what)
{
    return {ErrorCode::SessionDamaged, {std::string(what)}, {}};
}

/// Differences wrap, so that any two times can follow one another in a damaged or hostile file.
TimeNs plus(TimeNs a, std::uint64_t b)
{
    return static_cast<TimeNs>(static_cast<std::uint64_t>(a) + b);
}

} // namespace

void SegmentBuilder::append(const Record& record)
{
    if (m_records == 0) {
        m_firstSeq = record.seq;
        m_lastSeq = record.seq - 1;
        m_firstArrival = record.arrival;
        m_lastArrival = record.arrival;
    }
    ByteWriter w(m_body);
    w.varint(record.seq - m_lastSeq - 1);
    w.varint(static_cast<std::uint64_t>(record.arrival) - static_cast<std::uint64_t>(m_lastArrival));
    w.u8(static_cast<std::uint8_t>(record.kind));
    w.varint(index(record.source));
    w.bytes(record.bytes);
    m_lastSeq = record.seq;
    m_lastArrival = record.arrival;
    ++m_records;
    m_packets += record.kind == RecordKind::Packet ? 1 : 0;
    if (record.kind == RecordKind::Drop) {
        if (const auto drop = decodeDrop(record.bytes))
            m_dropped += drop.value().messages;
    }
}

void SegmentBuilder::encode(Bytes& out) const
{
    out.clear();
    out.reserve(m_body.size() + 32);
    ByteWriter w(out);
    w.u64(m_firstSeq);
    w.i64(m_firstArrival);
    w.varint(m_records);
    out.append(m_body);
}

void SegmentBuilder::clear()
{
    m_body.clear();
    m_records = m_packets = m_dropped = 0;
}

Result<SegmentReader> SegmentReader::open(std::string_view bytes, std::uint64_t firstSeq)
{
    SegmentReader r(bytes);
    const std::uint64_t seq = r.m_in.u64();
    r.m_arrival = r.m_in.i64();
    r.m_left = r.m_in.varint();
    r.m_seq = seq - 1;
    if (r.m_in.failed() || r.m_arrival < 0 || seq != firstSeq)
        return damaged("segment header");
    return r;
}

Result<bool> SegmentReader::next(Record& out)
{
    if (m_left == 0) {
        if (!m_in.atEnd())
            return damaged("bytes after the last record of a segment");
        return false;
    }
    out.seq = m_seq + 1 + m_in.varint();
    out.arrival = plus(m_arrival, m_in.varint());
    out.kind = static_cast<RecordKind>(m_in.u8());
    const std::uint64_t source = m_in.varint();
    out.source = SourceId{static_cast<std::uint16_t>(source)};
    out.bytes = m_in.bytes();
    if (m_in.failed() || out.seq <= m_seq || out.arrival < m_arrival || out.arrival > kLatestTime
        || source > UINT16_MAX)
        return damaged("record of a segment");
    m_seq = out.seq;
    m_arrival = out.arrival;
    --m_left;
    return true;
}

} // namespace gemba::twin
