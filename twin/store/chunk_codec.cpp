// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/chunk_codec.h"

#include <algorithm>
#include <array>
#include <limits>

#include "twin/store/checksum.h"
#include "twin/store/int_column.h"
#include "twin/store/value_column.h"

namespace gemba::twin {
namespace {

enum Packing : std::uint8_t { Plain, Zstd };
enum SourceMode : std::uint8_t { None, Own, Lag, Mixed };
constexpr std::size_t kWorthPacking = 160; // below, a zstd frame's own bytes eat the gain

Error damaged(const char* what)
{
    return {ErrorCode::SessionDamaged, {std::string(what)}, {}};
}

/// Source times on their own, or as their lag behind arrival, whichever is smaller. lag and own are
/// room to try both.
void encodeSource(const ChunkColumns& c, Bytes& lag, Bytes& own, Bytes& out)
{
    ByteWriter w(out);
    const auto absent = static_cast<std::size_t>(std::count(c.source.begin(), c.source.end(), kNoTime));
    if (absent == c.size()) {
        w.u8(None);
        return;
    }
    if (absent > 0) {
        std::vector<std::uint8_t> present;
        std::vector<std::int64_t> times;
        for (const TimeNs t : c.source) {
            present.push_back(t == kNoTime ? 0 : 1);
            if (t != kNoTime)
                times.push_back(t);
        }
        w.u8(Mixed);
        encodeRuns(present, out);
        encodeIntegers(times, out);
        return;
    }
    std::array<std::int64_t, ChunkCodec::kMaxSamples> lags;
    for (std::size_t i = 0; i < c.size(); ++i)
        lags[i] = static_cast<std::int64_t>(static_cast<std::uint64_t>(c.arrival[i])
                                            - static_cast<std::uint64_t>(c.source[i]));
    constexpr std::size_t kCannotBeBeaten = 12; // a first time alone takes nine
    lag.clear();
    encodeIntegers(std::span(lags).first(c.size()), lag);
    own.clear();
    if (lag.size() > kCannotBeBeaten)
        encodeIntegers(c.source, own);
    const bool useOwn = !own.empty() && own.size() < lag.size();
    w.u8(useOwn ? Own : Lag);
    out.append(useOwn ? own : lag);
}

void decodeSource(ByteReader& in, std::size_t n, ChunkColumns& c)
{
    const std::uint8_t mode = in.u8();
    if (mode == None) {
        c.source.assign(n, kNoTime);
    } else if (mode == Own || mode == Lag) {
        decodeIntegers(in, n, c.source);
        if (in.failed() || mode == Own)
            return;
        for (std::size_t i = 0; i < n; ++i)
            c.source[i] = static_cast<TimeNs>(static_cast<std::uint64_t>(c.arrival[i])
                                              - static_cast<std::uint64_t>(c.source[i]));
    } else if (mode == Mixed) {
        std::vector<std::uint8_t> present;
        decodeRuns(in, n, present);
        std::vector<std::int64_t> times;
        decodeIntegers(in, static_cast<std::size_t>(std::count(present.begin(), present.end(), 1)),
                       times);
        std::size_t next = 0;
        for (const std::uint8_t p : present)
            c.source.push_back(p == 1 && next < times.size() ? times[next++] : kNoTime);
    } else {
        in.fail();
    }
}

/// The values of one kind among the columns, in order. True: nothing is left for zstd to find.
bool encodeKind(const ChunkColumns& c, ValueKind kind, Bytes& out)
{
    if (kind == ValueKind::Double && std::count(c.kinds.begin(), c.kinds.end(), c.kinds[0])
                                         == static_cast<std::ptrdiff_t>(c.size())) {
        std::array<double, ChunkCodec::kMaxSamples> all; // nearly every chunk
        std::memcpy(all.data(), c.bits.data(), c.size() * sizeof(double));
        return encodeDoubles(std::span(all).first(c.size()), out);
    }
    std::vector<double> doubles;
    std::vector<std::int64_t> integers;
    std::vector<std::uint8_t> bools;
    std::vector<const std::string*> strings;
    std::vector<const Waveform*> waveforms;
    for (std::size_t i = 0; i < c.size(); ++i) {
        if (static_cast<ValueKind>(c.kinds[i]) != kind)
            continue;
        switch (kind) {
        case ValueKind::Double: doubles.push_back(std::bit_cast<double>(c.bits[i])); break;
        case ValueKind::Int64: integers.push_back(static_cast<std::int64_t>(c.bits[i])); break;
        case ValueKind::Bool: bools.push_back(static_cast<std::uint8_t>(c.bits[i])); break;
        case ValueKind::String: strings.push_back(&std::get<std::string>(c.others[c.bits[i]])); break;
        case ValueKind::Waveform: waveforms.push_back(&std::get<Waveform>(c.others[c.bits[i]])); break;
        case ValueKind::Null: break;
        }
    }
    if (!doubles.empty())
        return encodeDoubles(doubles, out);
    if (!integers.empty())
        encodeIntegers(integers, out);
    if (!bools.empty())
        encodeRuns(bools, out);
    if (!strings.empty())
        encodeStrings(strings, out);
    if (!waveforms.empty())
        encodeWaveforms(waveforms, out);
    return strings.empty() && waveforms.empty();
}

/// The reverse: n values of the kind, put where the kinds column says.
void decodeKind(ByteReader& in, ValueKind kind, std::size_t n, ChunkColumns& c)
{
    std::vector<std::uint64_t> bits;
    if (kind == ValueKind::Double) {
        std::vector<double> v;
        decodeDoubles(in, n, v);
        for (const double d : v)
            bits.push_back(std::bit_cast<std::uint64_t>(d));
    } else if (kind == ValueKind::Int64) {
        std::vector<std::int64_t> v;
        decodeIntegers(in, n, v);
        bits.assign(v.begin(), v.end());
    } else if (kind == ValueKind::Bool) {
        std::vector<std::uint8_t> v;
        decodeRuns(in, n, v);
        bits.assign(v.begin(), v.end());
    } else if (kind == ValueKind::String || kind == ValueKind::Waveform) {
        for (std::size_t i = 0; i < n; ++i)
            bits.push_back(c.others.size() + i);
        const std::size_t before = c.others.size();
        if (kind == ValueKind::String)
            decodeStrings(in, n, c.others);
        else
            decodeWaveforms(in, n, c.others);
        if (c.others.size() != before + n)
            in.fail();
    } else {
        bits.assign(n, 0);
    }
    if (in.failed() || bits.size() != n) {
        in.fail();
        return;
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < c.kinds.size(); ++i) {
        if (static_cast<ValueKind>(c.kinds[i]) == kind)
            c.bits[i] = bits[next++];
    }
}

} // namespace

void ChunkColumns::resize(std::size_t n)
{
    arrival.resize(n);
    source.resize(n);
    flags.resize(n);
    kinds.resize(n);
    bits.resize(n);
}

void ChunkColumns::append(TimeNs arrivalTime, TimeNs sourceTime, std::uint8_t flag, Value&& value)
{
    const ValueKind kind = kindOf(value);
    std::uint64_t valueBits = 0;
    if (const auto* d = std::get_if<double>(&value)) {
        valueBits = std::bit_cast<std::uint64_t>(*d);
    } else if (const auto* i = std::get_if<std::int64_t>(&value)) {
        valueBits = static_cast<std::uint64_t>(*i);
    } else if (const auto* b = std::get_if<bool>(&value)) {
        valueBits = *b ? 1 : 0;
    } else if (kind != ValueKind::Null) {
        valueBits = others.size();
        others.push_back(std::move(value));
    }
    resize(size() + 1);
    set(size() - 1, arrivalTime, sourceTime, flag, kind, valueBits);
}

Value ChunkColumns::value(std::size_t i) const
{
    switch (static_cast<ValueKind>(kinds[i])) {
    case ValueKind::Double: return std::bit_cast<double>(bits[i]);
    case ValueKind::Int64: return static_cast<std::int64_t>(bits[i]);
    case ValueKind::Bool: return bits[i] != 0;
    case ValueKind::String:
    case ValueKind::Waveform: return others[bits[i]];
    case ValueKind::Null: break;
    }
    return std::monostate{};
}

double ChunkColumns::number(std::size_t i) const
{
    switch (static_cast<ValueKind>(kinds[i])) {
    case ValueKind::Double: return std::bit_cast<double>(bits[i]);
    case ValueKind::Int64: return static_cast<double>(static_cast<std::int64_t>(bits[i]));
    case ValueKind::Bool: return bits[i] != 0 ? 1.0 : 0.0;
    default: return std::numeric_limits<double>::quiet_NaN();
    }
}

void ChunkColumns::clear()
{
    arrival.clear();
    source.clear();
    flags.clear();
    kinds.clear();
    bits.clear();
    others.clear();
}

ChunkCodec::ChunkCodec() : m_compressor(1, false) {}

void ChunkCodec::encode(const ChunkColumns& c, Bytes& out)
{
    m_body.clear();
    ByteWriter w(m_body);
    w.varint(c.size());
    encodeRuns(c.kinds, m_body);
    encodeRuns(c.flags, m_body);
    encodeIntegers(c.arrival, m_body);
    encodeSource(c, m_lag, m_own, m_body);
    bool dense = true;
    const auto [lowest, highest] = std::minmax_element(c.kinds.begin(), c.kinds.end());
    for (int k = *lowest; k <= *highest; ++k)
        dense = encodeKind(c, static_cast<ValueKind>(k), m_body) && dense;

    Packing packing = Plain;
    if (!dense && m_body.size() >= kWorthPacking) {
        m_compressor.compress(m_body, m_packed);
        if (m_packed.size() < m_body.size() - m_body.size() / 16)
            packing = Zstd;
    }
    out.reserve(5 + (packing == Zstd ? m_packed : m_body).size());
    out.assign(4, '\0');
    out.push_back(static_cast<char>(packing));
    out.append(packing == Zstd ? m_packed : m_body);
    const std::uint32_t crc = crc32(std::string_view(out).substr(4));
    std::memcpy(out.data(), &crc, sizeof crc);
}

Result<void> ChunkCodec::decode(std::string_view in, ChunkColumns& c)
{
    c.clear();
    ByteReader head(in);
    const std::uint32_t crc = head.u32();
    if (head.failed() || crc != crc32(in.substr(4)))
        return damaged("checksum of a chunk");
    const std::uint8_t packing = head.u8();
    if (head.failed() || packing > Zstd)
        return damaged("packing of a chunk");
    std::string_view body = in.substr(5);
    if (packing == Zstd) {
        if (const auto r = m_decompressor.decompress(body, kMaxBytes, m_body); !r)
            return r;
        body = m_body;
    }
    ByteReader r(body);
    const std::uint64_t n = r.varint();
    if (n > kMaxSamples)
        return damaged("size of a chunk");
    decodeRuns(r, n, c.kinds);
    decodeRuns(r, n, c.flags);
    decodeIntegers(r, n, c.arrival);
    if (r.failed() || c.arrival.size() != n)
        return damaged("times of a chunk");
    decodeSource(r, n, c);
    c.bits.assign(n, 0);
    for (int k = 0; k <= static_cast<int>(ValueKind::Waveform) && !r.failed(); ++k) {
        const auto count = static_cast<std::size_t>(std::count(c.kinds.begin(), c.kinds.end(), k));
        if (count > 0)
            decodeKind(r, static_cast<ValueKind>(k), count, c);
    }
    const bool known = std::all_of(c.kinds.begin(), c.kinds.end(), [](std::uint8_t k) {
        return k <= static_cast<std::uint8_t>(ValueKind::Waveform);
    });
    if (r.failed() || !r.atEnd() || !known || c.source.size() != n)
        return damaged("content of a chunk");
    return {};
}

} // namespace gemba::twin
