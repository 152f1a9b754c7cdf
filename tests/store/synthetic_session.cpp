// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/synthetic_session.h"

#include <cmath>

namespace gemba::twin::testing {

Bytes SyntheticPlant::payloadOf(std::uint64_t seq, std::size_t size)
{
    Bytes bytes;
    encode(PacketView{"plant/unit", {}, 0, false, false}, bytes);
    std::uint64_t x = seq * 0x9E3779B97F4A7C15ULL;
    while (bytes.size() < size) {
        x ^= x >> 27;
        x *= 0x94D049BB133111EBULL;
        bytes.push_back(static_cast<char>('0' + (x >> 60)));
    }
    return bytes;
}

IntervalDigest SyntheticPlant::digestOf(std::uint64_t interval)
{
    IntervalDigest d{};
    d.fill(static_cast<std::uint8_t>(interval * 7 + 1));
    return d;
}

IntervalDigest SyntheticPlant::digest() const
{
    Bytes all;
    for (const IntervalDigest& d : m_digests)
        all.append(reinterpret_cast<const char*>(d.data()), d.size());
    const std::string hex = sha256Hex(all);
    IntervalDigest out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<std::uint8_t>(std::stoi(hex.substr(2 * i, 2), nullptr, 16));
    return out;
}

PlantPackage SyntheticPlant::package()
{
    PlantPackage p;
    for (const auto& [kind, name, bytes] :
         {std::tuple{"plant", "plant.json", std::string("{\"id\":\"synthetic\"}")},
          std::tuple{"model", "models/a.gmodel", std::string(5000, 'm')}})
        p.blobs.push_back({kind, name, sha256Hex(bytes), bytes});
    return p;
}

SessionFacts SyntheticPlant::facts()
{
    return {"synthetic", "Synthetic plant", "0.1.0", "g++ 12 libm 1234", kStart};
}

void SyntheticPlant::cutIfDue(SessionWriter& writer)
{
    if (m_begun && m_inInterval < kIntervalRecords)
        return;
    endInterval(writer);
    const std::string n = std::to_string(m_interval);
    writer.beginInterval({m_interval, m_seq, m_arrival, "acquisition " + n, "derived " + n, "hash"});
    m_begun = true;
}

void SyntheticPlant::endInterval(SessionWriter& writer)
{
    if (!m_begun)
        return;
    m_digests.push_back(digestOf(m_interval));
    writer.endInterval({m_interval, m_digests.back(), m_inInterval, m_seq - 1, m_arrival - kStep});
    ++m_interval;
    m_inInterval = 0;
    m_begun = false;
}

void SyntheticPlant::say(SessionWriter& writer)
{
    for (std::uint32_t tag = 0; tag < 3; ++tag) {
        Sample s{TagId{tag}, m_arrival, m_arrival - 20 * kMillisecond, Quality::Good, false, {}};
        const auto x = static_cast<double>(m_seq);
        if (tag == 0)
            s.value = std::round(std::sin(x / 30) * 1000) / 100;
        else if (tag == 1)
            s.value = static_cast<std::int64_t>(m_seq);
        else
            s.value = std::sqrt(x);
        if (m_seq % 97 == 0)
            s.quality = Quality::Bad;
        writer.appendSample(s);
        m_samples.push_back(std::move(s));
    }
    writer.appendCondition(AssetId{0}, m_arrival, static_cast<MilliPoints>(100'000 - m_seq % 1000));
    if (m_seq % 50 == 0)
        writer.appendEvent({m_seq, m_arrival, EventKind::PlantEvent, 0, AssetId{0}, kNoTag, 0,
                            static_cast<std::int64_t>(m_seq), "event"});
}

void SyntheticPlant::play(SessionWriter& writer, std::uint64_t n)
{
    for (std::uint64_t i = 0; i < n; ++i) {
        cutIfDue(writer);
        const Bytes bytes = payloadOf(m_seq, m_payload);
        writer.append({m_seq, m_arrival, RecordKind::Packet, SourceId{1}, bytes});
        say(writer);
        ++m_seq;
        ++m_inInterval;
        m_arrival += kStep;
    }
}

void SyntheticPlant::act(SessionWriter& writer)
{
    cutIfDue(writer);
    Bytes bytes;
    encode(ActView{"me", "note", "unit", std::to_string(m_seq)}, bytes);
    writer.append({m_seq, m_arrival, RecordKind::Act, SourceId{0}, bytes});
    ++m_seq;
    ++m_inInterval;
    m_arrival += kStep;
}

std::string compareLog(SessionReader& reader, std::uint64_t first, std::uint64_t last,
                       std::size_t payload)
{
    LogCursor cursor = reader.cursor(0);
    Record r;
    for (std::uint64_t seq = first; seq <= last; ++seq) {
        const auto more = cursor.next(r);
        if (!more.ok() || !more.value())
            return "no record " + std::to_string(seq);
        if (r.seq != seq)
            return "found " + std::to_string(r.seq) + " instead of " + std::to_string(seq);
        if (r.kind == RecordKind::Packet && r.bytes != SyntheticPlant::payloadOf(seq, payload))
            return "other bytes in " + std::to_string(seq);
    }
    const auto more = cursor.next(r);
    return more.ok() && !more.value() ? std::string() : "more than " + std::to_string(last);
}

} // namespace gemba::twin::testing
