// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/sample_stream.h"

#include <array>

namespace gemba::twin {
namespace {

constexpr std::uint8_t kHasSource = 8; // head: bits 0..2 flags, 3 source, 4..6 kind

TimeNs difference(TimeNs a, TimeNs b)
{
    return static_cast<TimeNs>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

char* putZigzag(char* p, std::int64_t v)
{
    auto z = (static_cast<std::uint64_t>(v) << 1) ^ static_cast<std::uint64_t>(v >> 63);
    while (z >= 0x80) {
        *p++ = static_cast<char>(z | 0x80);
        z >>= 7;
    }
    *p++ = static_cast<char>(z);
    return p;
}

void writeWaveform(ByteWriter& w, Bytes& out, const Waveform& v)
{
    w.f64(v.rateHz);
    w.varint(v.values.size());
    if (!v.values.empty())
        out.append(reinterpret_cast<const char*>(v.values.data()), v.values.size() * sizeof(float));
}

Waveform readWaveform(ByteReader& in)
{
    Waveform v;
    v.rateHz = in.f64();
    const std::uint64_t n = in.count(sizeof(float));
    v.values.reserve(n);
    for (std::uint64_t i = 0; i < n; ++i)
        v.values.push_back(std::bit_cast<float>(in.u32()));
    return v;
}

} // namespace

std::size_t otherSize(const Value& v)
{
    if (const auto* text = std::get_if<std::string>(&v))
        return text->size();
    if (const auto* waveform = std::get_if<Waveform>(&v))
        return waveform->values.size() * sizeof(float);
    return 0;
}

void SampleList::append(std::int64_t series, TimeNs arrival, TimeNs source, std::uint8_t flags,
                        const Value& value)
{
    const ValueKind kind = kindOf(value);
    std::uint64_t bits = 0;
    switch (kind) {
    case ValueKind::Double: bits = std::bit_cast<std::uint64_t>(std::get<double>(value)); break;
    case ValueKind::Int64: bits = static_cast<std::uint64_t>(std::get<std::int64_t>(value)); break;
    case ValueKind::Bool: bits = std::get<bool>(value) ? 1 : 0; break;
    case ValueKind::String:
    case ValueKind::Waveform:
        bits = others.size();
        otherBytes += otherSize(value) + sizeof(Value);
        others.push_back(value);
        break;
    case ValueKind::Null: break;
    }
    entries.emplace_back(series, arrival, source, flags, kind, bits);
}

Value SampleList::value(const QueuedSample& s) const
{
    switch (s.kind()) {
    case ValueKind::Double: return std::bit_cast<double>(s.bits);
    case ValueKind::Int64: return static_cast<std::int64_t>(s.bits);
    case ValueKind::Bool: return s.bits != 0;
    case ValueKind::String:
    case ValueKind::Waveform: return others[s.bits];
    case ValueKind::Null: break;
    }
    return std::monostate{};
}

void SampleList::clear()
{
    entries.clear();
    others.clear();
    otherBytes = 0;
}

void SampleStreamWriter::append(Bytes& out, std::int64_t series, TimeNs arrival, TimeNs source,
                                std::uint8_t flags, const Value& value)
{
    // Nearly all are doubles: those are put together on the stack.
    std::array<char, 48> room;
    char* p = room.data();
    const ValueKind kind = kindOf(value);
    *p++ = static_cast<char>(flags | (source != kNoTime ? kHasSource : 0)
                             | (static_cast<int>(kind) << 4));
    p = putZigzag(p, series);
    p = putZigzag(p, difference(arrival, m_arrival));
    m_arrival = arrival;
    if (source != kNoTime)
        p = putZigzag(p, difference(arrival, source));
    if (kind == ValueKind::Double) {
        std::memcpy(p, &std::get<double>(value), sizeof(double));
        p += sizeof(double);
    }
    out.append(room.data(), static_cast<std::size_t>(p - room.data()));
    ByteWriter w(out);
    switch (kind) {
    case ValueKind::Int64: w.zigzag(std::get<std::int64_t>(value)); break;
    case ValueKind::Bool: w.boolean(std::get<bool>(value)); break;
    case ValueKind::String: w.bytes(std::get<std::string>(value)); break;
    case ValueKind::Waveform: writeWaveform(w, out, std::get<Waveform>(value)); break;
    case ValueKind::Double:
    case ValueKind::Null: break;
    }
}

SampleStreamReader SampleStreamReader::ofPiece(std::string_view piece)
{
    ByteReader in(piece);
    const TimeNs base = in.i64();
    return SampleStreamReader(piece.substr(piece.size() - in.remaining()), base);
}

Result<bool> SampleStreamReader::next(StreamedSample& out)
{
    if (m_in.atEnd() && !m_in.failed())
        return false;
    const std::uint8_t head = m_in.u8();
    out.flags = head & 7;
    out.series = m_in.zigzag();
    out.arrival = difference(m_arrival, difference(0, m_in.zigzag()));
    m_arrival = out.arrival;
    out.source = (head & kHasSource) != 0 ? difference(out.arrival, m_in.zigzag()) : kNoTime;
    switch (static_cast<ValueKind>(head >> 4)) {
    case ValueKind::Double: out.value = m_in.f64(); break;
    case ValueKind::Int64: out.value = m_in.zigzag(); break;
    case ValueKind::Bool: out.value = m_in.boolean(); break;
    case ValueKind::String: out.value = std::string(m_in.bytes()); break;
    case ValueKind::Waveform: out.value = readWaveform(m_in); break;
    case ValueKind::Null: out.value = std::monostate{}; break;
    default: m_in.fail();
    }
    if (m_in.failed())
        return Error{ErrorCode::SessionDamaged, {std::string("stream of samples")}, {}};
    return true;
}

} // namespace gemba::twin
