// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/tag_table.h"

#include <limits>

namespace gemba::twin {

TagTable::TagTable(const Plant& plant)
{
    m_entries.resize(plant.tags.size());
    m_latest.resize(plant.tags.size());
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        m_entries[i].number = std::numeric_limits<double>::quiet_NaN();
        m_entries[i].staleAfter = static_cast<TimeNs>(
            plant.rules.staleAfterPeriods * static_cast<double>(plant.tags[i].expectedPeriod));
    }
}

TagTable::Taken TagTable::take(const Sample& sample)
{
    Entry& e = m_entries[index(sample.tag)];
    Latest& latest = m_latest[index(sample.tag)];
    const bool older = sample.source != kNoTime && latest.source != kNoTime && sample.source < latest.source;
    if (sample.historical || older)
        return Taken::Late;
    latest = {sample.value, sample.source};
    e.number = toNumber(sample.value);
    e.arrival = sample.arrival;
    e.quality = sample.quality;
    e.offline = false;
    return Taken::Newer;
}

void TagTable::markAllOffline()
{
    for (Entry& e : m_entries)
        e.offline = true;
}

bool TagTable::stale(const Entry& e, TimeNs now)
{
    return e.arrival == kNoTime || e.offline || now - e.arrival > e.staleAfter;
}

AssetInput TagTable::input(TagId tag, TimeNs now) const
{
    const Entry& e = m_entries[index(tag)];
    return {e.number, e.arrival, e.quality, stale(e, now)};
}

TagState TagTable::state(TagId tag, TimeNs now) const
{
    const Entry& e = m_entries[index(tag)];
    const Latest& latest = m_latest[index(tag)];
    return {latest.value, e.arrival, latest.source, e.quality, stale(e, now)};
}

void TagTable::save(ByteWriter& w) const
{
    w.varint(m_entries.size());
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& e = m_entries[i];
        w.i64(e.arrival);
        w.i64(m_latest[i].source);
        w.u8(static_cast<std::uint8_t>(static_cast<int>(e.quality) | (e.offline ? 4 : 0)));
        twin::save(m_latest[i].value, w);
    }
}

bool TagTable::load(ByteReader& r)
{
    if (r.varint() != m_entries.size())
        return false;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        Entry& e = m_entries[i];
        e.arrival = r.time();
        m_latest[i].source = r.i64();
        const std::uint8_t flags = r.u8();
        e.quality = static_cast<Quality>(flags & 3);
        e.offline = (flags & 4) != 0;
        m_latest[i].value = loadValue(r);
        e.number = toNumber(m_latest[i].value);
    }
    return !r.failed();
}

void save(const Value& v, ByteWriter& w)
{
    w.u8(static_cast<std::uint8_t>(kindOf(v)));
    switch (kindOf(v)) {
    case ValueKind::Null:
        break;
    case ValueKind::Double:
        w.f64(std::get<double>(v));
        break;
    case ValueKind::Int64:
        w.i64(std::get<std::int64_t>(v));
        break;
    case ValueKind::Bool:
        w.boolean(std::get<bool>(v));
        break;
    case ValueKind::String:
        w.bytes(std::get<std::string>(v));
        break;
    case ValueKind::Waveform: {
        const auto& wave = std::get<Waveform>(v);
        w.f64(wave.rateHz);
        w.varint(wave.values.size());
        for (const float x : wave.values)
            w.u32(std::bit_cast<std::uint32_t>(x));
        break;
    }
    }
}

Value loadValue(ByteReader& r)
{
    switch (static_cast<ValueKind>(r.u8())) {
    case ValueKind::Double:
        return r.f64();
    case ValueKind::Int64:
        return r.i64();
    case ValueKind::Bool:
        return r.boolean();
    case ValueKind::String:
        return std::string(r.bytes());
    case ValueKind::Waveform: {
        Waveform wave;
        wave.rateHz = r.f64();
        wave.values.resize(r.count(4));
        for (float& x : wave.values)
            x = std::bit_cast<float>(r.u32());
        return wave;
    }
    default:
        return std::monostate{};
    }
}

} // namespace gemba::twin
