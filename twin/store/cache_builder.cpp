// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/cache_builder.h"

#include <algorithm>
#include <array>

namespace gemba::twin {
namespace {

std::size_t sizeOf(const Value& v)
{
    if (const auto* text = std::get_if<std::string>(&v))
        return text->size();
    if (const auto* waveform = std::get_if<Waveform>(&v))
        return waveform->values.size() * sizeof(float);
    return 0;
}

std::uint64_t bitsOf(const Value& v)
{
    if (const auto* d = std::get_if<double>(&v))
        return std::bit_cast<std::uint64_t>(*d);
    if (const auto* i = std::get_if<std::int64_t>(&v))
        return static_cast<std::uint64_t>(*i);
    const auto* b = std::get_if<bool>(&v);
    return b != nullptr && *b ? 1 : 0;
}

} // namespace

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

void CacheBuilder::append(StreamedSample&& sample) { append(series(sample.series), std::move(sample)); }

void CacheBuilder::append(std::span<StreamedSample> samples)
{
    constexpr std::size_t kAhead = 32;
    std::array<Series*, kAhead> ahead;
    for (; !samples.empty(); samples = samples.subspan(std::min(kAhead, samples.size()))) {
        const std::size_t n = std::min(kAhead, samples.size());
        // Thousands of series do not stay in the processor's cache: all are asked for at once.
        for (std::size_t i = 0; i < n; ++i) {
            ahead[i] = &series(samples[i].series);
            __builtin_prefetch(ahead[i], 1);
        }
        for (std::size_t i = 0; i < n; ++i)
            __builtin_prefetch(ahead[i]->entries.data() + ahead[i]->entries.size(), 1);
        for (std::size_t i = 0; i < n; ++i)
            append(*ahead[i], std::move(samples[i]));
    }
}

void CacheBuilder::append(Series& s, StreamedSample&& sample)
{
    sample.arrival = cachedArrival(sample.arrival);
    if (!s.entries.empty() && sample.arrival - s.entries.front().arrival >= kLongest)
        seal(s);
    if (s.entries.empty())
        s.firstNo = m_no + 1;
    s.lastNo = ++m_no;
    const ValueKind kind = kindOf(sample.value);
    std::uint64_t bits = bitsOf(sample.value);
    if (kind == ValueKind::String || kind == ValueKind::Waveform) {
        bits = s.others.size();
        s.otherBytes += sizeOf(sample.value);
        s.others.push_back(std::move(sample.value));
    }
    s.entries.push_back({sample.arrival, sample.source, bits, sample.flags, kind});
    if (s.entries.size() >= ChunkCodec::kMaxSamples || s.otherBytes >= kMostOtherBytes)
        seal(s);
}

void CacheBuilder::sealIdle(TimeNs now)
{
    if (now - m_lastSweep < kLongest / 12)
        return;
    m_lastSweep = now;
    for (const auto& s : m_series) {
        if (!s->entries.empty() && now - s->entries.front().arrival >= kLongest)
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
    m_columns.clear();
    for (const Entry& e : s.entries)
        m_columns.appendBits(e.arrival, e.source, e.flags, e.kind, e.bits);
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
