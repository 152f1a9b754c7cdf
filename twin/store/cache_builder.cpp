// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/cache_builder.h"

#include <algorithm>
#include <array>

namespace gemba::twin {

CacheBuilder::Series& CacheBuilder::series(std::int64_t id)
{
    constexpr std::int64_t kMostByTag = 1 << 20;
    const bool usual = id >= 0 && id < kMostByTag;
    const auto position = static_cast<std::size_t>(id);
    if (usual && position >= m_byTag.size())
        m_byTag.resize(position + 1);
    Series*& s = usual ? m_byTag[position] : m_byId[id];
    if (s == nullptr) {
        s = m_series.emplace_back(std::make_unique<Series>()).get();
        s->id = id;
        m_tags += id >= 0 ? 1 : 0;
    }
    return *s;
}

void CacheBuilder::append(StreamedSample&& sample)
{
    m_one.clear();
    m_one.append(sample.series, sample.arrival, sample.source, sample.flags, sample.value);
    append(m_one);
}

void CacheBuilder::append(const SampleList& list)
{
    constexpr std::size_t kAhead = 32;
    std::array<Series*, kAhead> ahead;
    for (std::span<const QueuedSample> rest(list.entries); !rest.empty();) {
        const auto now = rest.first(std::min(kAhead, rest.size()));
        // Thousands of series do not stay in the processor's cache: all are asked for at once.
        for (std::size_t i = 0; i < now.size(); ++i) {
            ahead[i] = &series(now[i].series());
            __builtin_prefetch(ahead[i], 1);
        }
        for (std::size_t i = 0; i < now.size(); ++i)
            __builtin_prefetch(ahead[i]->entries.data() + ahead[i]->entries.size(), 1);
        for (std::size_t i = 0; i < now.size(); ++i) {
            const ValueKind kind = now[i].kind();
            const bool other = kind == ValueKind::String || kind == ValueKind::Waveform;
            append(*ahead[i], now[i], other ? &list.others[now[i].bits] : nullptr);
        }
        rest = rest.subspan(now.size());
    }
}

/// other: its text or waveform, if it is one.
void CacheBuilder::append(Series& s, const QueuedSample& sample, const Value* other)
{
    const TimeNs arrival = cachedArrival(sample.arrival);
    // Also where time goes back, which a damaged log may say.
    const auto since = static_cast<std::uint64_t>(arrival) - static_cast<std::uint64_t>(s.firstArrival);
    if (!s.entries.empty() && since >= std::uint64_t{kLongest})
        seal(s);
    if (s.entries.empty()) {
        s.firstNo = m_no + 1;
        s.firstArrival = arrival;
    }
    s.lastNo = ++m_no;
    std::uint64_t bits = sample.bits;
    if (other != nullptr) {
        bits = s.others.size();
        s.otherBytes += otherSize(*other);
        s.others.push_back(*other);
    }
    s.entries.push_back({sample.source, bits,
                         static_cast<std::uint32_t>((arrival - s.firstArrival) / kMillisecond),
                         sample.flags(), sample.kind()});
    if (s.entries.size() >= ChunkCodec::kMaxSamples || s.otherBytes >= kMostOtherBytes)
        seal(s);
}

void CacheBuilder::sealIdle(TimeNs now)
{
    if (now - m_lastSweep < kLongest / 12)
        return;
    m_lastSweep = now;
    for (const auto& s : m_series) {
        if (!s->entries.empty() && now - s->firstArrival >= kLongest)
            seal(*s);
    }
}

void CacheBuilder::sealAll()
{
    for (const auto& s : m_series) {
        if (!s->entries.empty())
            seal(*s);
        if (!s->summaries.empty())
            sealRollup(*s);
    }
}

std::uint64_t CacheBuilder::sealedUpTo() const
{
    std::uint64_t no = m_no;
    for (const auto& s : m_series) {
        if (!s->entries.empty())
            no = std::min(no, s->firstNo - 1);
    }
    return no;
}

void CacheBuilder::seal(Series& s)
{
    SealedChunk chunk{m_nextChunk++, s.id, s.lastNo, {}};
    m_columns.resize(s.entries.size());
    for (std::size_t i = 0; i < s.entries.size(); ++i) {
        const Entry& e = s.entries[i];
        m_columns.set(i, s.firstArrival + e.after * kMillisecond, e.source, e.flags, e.kind, e.bits);
    }
    m_columns.others.clear();
    m_columns.others.swap(s.others);
    m_codec.encode(m_columns, chunk.data);
    s.summaries.push_back(summarise(m_columns, chunk.id));
    chunks.push_back(std::move(chunk));
    s.entries.clear();
    s.others.clear();
    s.otherBytes = 0;
    if (s.summaries.size() >= kRollupChunks)
        sealRollup(s);
}

void CacheBuilder::sealRollup(Series& s)
{
    SealedRollup rollup{m_nextRollup++, s.id, s.summaries.back().chunk, {}};
    encodeSummaries(s.summaries, rollup.data);
    rollups.push_back(std::move(rollup));
    s.summaries.clear();
}

} // namespace gemba::twin
