// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/cache_builder.h"

#include <algorithm>

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

void CacheBuilder::append(StreamedSample&& sample)
{
    Series& s = series(sample.series);
    sample.arrival = cachedArrival(sample.arrival);
    if (s.columns.size() > 0 && sample.arrival - s.columns.arrival.front() >= kLongest)
        seal(s);
    if (s.columns.size() == 0)
        s.firstNo = m_no + 1;
    s.lastNo = ++m_no;
    s.otherBytes += sizeOf(sample.value);
    s.columns.append(sample.arrival, sample.source, sample.flags, std::move(sample.value));
    if (s.columns.size() >= ChunkCodec::kMaxSamples || s.otherBytes >= kMostOtherBytes)
        seal(s);
}

void CacheBuilder::sealIdle(TimeNs now)
{
    if (now - m_lastSweep < kLongest / 12)
        return;
    m_lastSweep = now;
    for (const auto& s : m_series) {
        if (s->columns.size() > 0 && now - s->columns.arrival.front() >= kLongest)
            seal(*s);
    }
}

void CacheBuilder::sealAll()
{
    for (const auto& s : m_series) {
        if (s->columns.size() > 0)
            seal(*s);
        if (!s->summaries.empty())
            sealRollup(*s);
    }
}

std::uint64_t CacheBuilder::sealedUpTo() const
{
    std::uint64_t no = m_no;
    for (const auto& s : m_series) {
        if (s->columns.size() > 0)
            no = std::min(no, s->firstNo - 1);
    }
    return no;
}

void CacheBuilder::seal(Series& s)
{
    SealedChunk chunk{m_nextChunk++, s.id, s.lastNo, {}};
    m_codec.encode(s.columns, chunk.data);
    s.summaries.push_back(summarise(s.columns, chunk.id));
    chunks.push_back(std::move(chunk));
    s.columns.clear();
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
