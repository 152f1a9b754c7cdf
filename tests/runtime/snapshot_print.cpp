// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot_print.h"

#include "twin/advisory/alert_book.h"
#include "twin/runtime/asset_scoring.h"
#include "twin/runtime/tag_table.h"

namespace gemba::test {
namespace {

void print(const twin::SourceState& s, twin::ByteWriter& w)
{
    w.bytes(s.address);
    w.boolean(s.up);
    w.boolean(s.host);
    w.i64(s.since);
    w.bytes(s.reason);
    const twin::SourceCounters& c = s.counters;
    for (const std::uint64_t n : {c.handedOver, c.logged, c.dropped, c.rejected, c.late, c.duplicates,
                                  c.gapExact, c.gapAtLeast, c.bytes})
        w.u64(n);
}

void print(const twin::Event& e, twin::ByteWriter& w)
{
    w.u64(e.seq);
    w.i64(e.at);
    w.u8(static_cast<std::uint8_t>(e.kind));
    w.i64(e.priority);
    w.i64(index(e.asset));
    w.i64(index(e.tag));
    w.u64(e.alertId);
    w.i64(e.number);
    w.bytes(e.text);
}

} // namespace

twin::Bytes print(const twin::Snapshot& s)
{
    twin::Bytes bytes;
    twin::ByteWriter w(bytes);
    w.i64(s.at);
    w.u64(s.seq);
    for (const twin::AssetState& a : s.assets)
        twin::save(a.assessment, w);
    for (const twin::TagState& t : s.tags) {
        twin::save(t.value, w);
        w.i64(t.arrival);
        w.i64(t.source);
        w.u8(static_cast<std::uint8_t>(t.quality));
        w.boolean(t.stale);
    }
    for (const twin::Alert& a : s.alerts)
        twin::save(a, w);
    for (const twin::SourceState& link : s.sources)
        print(link, w);
    for (const twin::NodeState& n : s.nodes) {
        w.bytes(n.group + '/' + n.node + '/' + n.device);
        w.boolean(n.online);
        w.i64(n.since);
        w.boolean(n.compliant);
    }
    for (const twin::Event& e : *s.events)
        print(e, w);
    w.u64(s.eventsForgotten);
    w.f64(s.observedSpeed);
    return bytes;
}

} // namespace gemba::test
