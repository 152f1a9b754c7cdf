// SPDX-License-Identifier: GPL-3.0-or-later
// How entries of a batch are read again; WriterQueue writes them.
#include <algorithm>

#include "twin/store/writer_queue.h"

namespace gemba::twin {

Record readRecord(ByteReader& in)
{
    Record r;
    r.seq = in.u64();
    r.arrival = in.i64();
    r.kind = static_cast<RecordKind>(in.u8());
    r.source = SourceId{in.u16()};
    r.bytes = in.bytes();
    return r;
}

BeginEntry readBegin(ByteReader& in)
{
    BeginEntry e;
    e.index = in.u64();
    e.firstSeq = in.u64();
    e.arrival = in.i64();
    e.samplesBefore = in.u64();
    e.keyframe = in.boolean();
    e.derivedHash = in.bytes();
    e.acquisition = in.bytes();
    e.derived = in.bytes();
    return e;
}

IntervalEnd readEnd(ByteReader& in)
{
    IntervalEnd e;
    e.index = in.u64();
    const std::string_view digest = in.bytes();
    std::memcpy(e.digest.data(), digest.data(), std::min(digest.size(), e.digest.size()));
    e.records = in.u64();
    e.lastSeq = in.u64();
    e.lastArrival = in.i64();
    return e;
}

Event readEvent(ByteReader& in)
{
    Event e;
    e.seq = in.u64();
    e.at = in.i64();
    e.kind = static_cast<EventKind>(in.u8());
    e.priority = in.i32();
    e.asset = AssetId{in.u32()};
    e.tag = TagId{in.u32()};
    e.alertId = in.u64();
    e.number = in.i64();
    e.text = std::string(in.bytes());
    return e;
}

GapInfo readGap(ByteReader& in)
{
    GapInfo g;
    for (std::uint64_t* v : {&g.interval, &g.firstSeq, &g.lastSeq, &g.records, &g.bytes})
        *v = in.u64();
    g.from = in.i64();
    g.to = in.i64();
    return g;
}

Blob readBlob(ByteReader& in)
{
    Blob b;
    b.kind = std::string(in.bytes());
    b.name = std::string(in.bytes());
    b.sha256 = std::string(in.bytes());
    b.bytes = Bytes(in.bytes());
    return b;
}

} // namespace gemba::twin
