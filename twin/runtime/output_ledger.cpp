// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/output_ledger.h"

#include "twin/runtime/asset_scoring.h"
#include "twin/runtime/tag_table.h"

namespace gemba::twin {
namespace {

constexpr std::size_t kFlushAt = 64U << 10;

// One letter tells the kinds apart, so that no two outputs share their bytes.
constexpr std::uint8_t kSample = 'v';
constexpr std::uint8_t kAssessment = 'h';
constexpr std::uint8_t kTransition = 'a';
constexpr std::uint8_t kRecord = 'r';
constexpr std::uint8_t kEvent = 'e';
constexpr std::uint8_t kSource = 's';

} // namespace

void OutputLedger::flushIfLarge()
{
    if (m_pending.size() < kFlushAt)
        return;
    m_digest.update(m_pending);
    m_pending.clear();
}

void OutputLedger::sample(const Sample& s)
{
    ByteWriter w(m_pending);
    w.u8(kSample);
    w.u32(index(s.tag));
    w.i64(s.arrival);
    w.i64(s.source);
    w.u8(static_cast<std::uint8_t>(static_cast<int>(s.quality) | (s.historical ? 4 : 0)));
    save(s.value, w);
    flushIfLarge();
}

void OutputLedger::assessment(std::uint64_t seq, AssetId asset, const Assessment& a)
{
    ByteWriter w(m_pending);
    w.u8(kAssessment);
    w.u64(seq);
    w.u32(index(asset));
    save(a, w);
    flushIfLarge();
}

void OutputLedger::transition(std::uint64_t seq, const AlertTransition& t)
{
    ByteWriter w(m_pending);
    w.u8(kTransition);
    w.u64(seq);
    w.u8(static_cast<std::uint8_t>(t.what));
    save(t.alert, w);
    flushIfLarge();
}

void OutputLedger::record(const Record& r)
{
    ByteWriter w(m_pending);
    w.u8(kRecord);
    w.u64(r.seq);
    w.i64(r.arrival);
    w.u8(static_cast<std::uint8_t>(r.kind));
    w.u16(index(r.source));
    w.bytes(r.bytes);
    flushIfLarge();
}

void OutputLedger::event(const Event& e)
{
    ByteWriter w(m_pending);
    w.u8(kEvent);
    w.u64(e.seq);
    w.i64(e.at);
    w.u8(static_cast<std::uint8_t>(e.kind));
    w.u8(static_cast<std::uint8_t>(e.priority));
    w.u32(index(e.asset));
    w.u32(index(e.tag));
    w.u64(e.alertId);
    w.i64(e.number);
    w.bytes(e.text);
    flushIfLarge();
}

void OutputLedger::source(const SourceState& s)
{
    ByteWriter w(m_pending);
    w.u8(kSource);
    w.bytes(s.address);
    w.boolean(s.up);
    w.boolean(s.host);
    w.i64(s.since);
    w.bytes(s.reason);
    const SourceCounters& c = s.counters;
    for (const std::uint64_t n : {c.handedOver, c.logged, c.dropped, c.rejected, c.late, c.duplicates,
                                  c.gapExact, c.gapAtLeast, c.bytes})
        w.u64(n);
}

Sha256 OutputLedger::finish()
{
    m_digest.update(m_pending);
    m_pending.clear();
    return m_digest.finish();
}

} // namespace gemba::twin
