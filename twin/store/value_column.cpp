// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/value_column.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "twin/store/int_column.h"

namespace gemba::twin {
namespace {

enum DoubleMode : std::uint8_t { Decimal, DecimalWithExceptions, Xor };

constexpr std::array<double, 16> kPowers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                         1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
constexpr double kExact = 9007199254740992.0; // 2^53: integers up to here are doubles

/// The integer i for which i / 10^scale has the very bits of v; none: there is no such integer.
std::optional<std::int64_t> scaled(double v, std::size_t scale)
{
    const double x = v * kPowers[scale];
    if (!(x > -kExact && x < kExact)) // false for NaN as well
        return std::nullopt;
    // Rounds half away from zero, which is as good here as any rule and far faster than nearbyint.
    const auto i = static_cast<std::int64_t>(x + (x < 0 ? -0.5 : 0.5));
    const double back = static_cast<double>(i) / kPowers[scale];
    if (std::bit_cast<std::uint64_t>(back) != std::bit_cast<std::uint64_t>(v))
        return std::nullopt; // also -0.0
    return i;
}

/// Values as integers of one scale, but for a few that no scale fits (NaN, -0.0, a stray 1/3).
struct Decimals {
    std::vector<std::int64_t> integers; ///< an exception repeats the integer before it
    std::vector<std::size_t> exceptions;
    std::size_t scale = 0;
};

/// The smallest scale that fits. A scale that fits a value fits it after growing as well: both
/// quotients are the nearest double to the same real number, while 10 i < 2^53.
std::optional<Decimals> decimals(std::span<const double> values)
{
    const std::size_t most = values.size() / 16;
    Decimals d;
    d.integers.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto integer = scaled(values[i], d.scale);
        if (!integer) {
            std::size_t scale = d.scale + 1;
            while (scale < kPowers.size() && !scaled(values[i], scale))
                ++scale;
            if (scale < kPowers.size()) { // from the start again, by this scale
                d = {std::move(d.integers), {}, scale};
                d.integers.clear();
                i = SIZE_MAX;
                continue;
            }
            // Too large for the scale of another, or no decimal number at all.
            d.exceptions.push_back(i);
            if (d.exceptions.size() > most)
                return std::nullopt;
            integer = d.integers.empty() ? 0 : d.integers.back();
        }
        d.integers.push_back(*integer);
    }
    return d;
}

void encodeXor(std::span<const double> values, Bytes& out)
{
    ByteWriter w(out);
    std::uint64_t before = 0;
    for (const double v : values) {
        const auto bits = std::bit_cast<std::uint64_t>(v);
        const std::uint64_t x = bits ^ before;
        before = bits;
        const int leading = x == 0 ? 8 : std::countl_zero(x) / 8;
        const int trailing = x == 0 ? 0 : std::countr_zero(x) / 8;
        w.u8(static_cast<std::uint8_t>(leading << 4 | trailing));
        for (int i = trailing; i < 8 - leading; ++i)
            w.u8(static_cast<std::uint8_t>(x >> (8 * i)));
    }
}

void decodeXor(ByteReader& in, std::size_t n, std::vector<double>& out)
{
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < n && !in.failed(); ++i) {
        const std::uint8_t head = in.u8();
        const int leading = head >> 4;
        const int trailing = head & 15;
        if (leading + trailing > 8) {
            in.fail();
            return;
        }
        std::uint64_t x = 0;
        for (int b = trailing; b < 8 - leading; ++b)
            x |= static_cast<std::uint64_t>(in.u8()) << (8 * b);
        bits ^= x;
        out.push_back(std::bit_cast<double>(bits));
    }
}

} // namespace

bool encodeDoubles(std::span<const double> values, Bytes& out)
{
    ByteWriter w(out);
    if (const auto d = decimals(values)) {
        w.u8(static_cast<std::uint8_t>((d->exceptions.empty() ? Decimal : DecimalWithExceptions)
                                       | d->scale << 4));
        encodeIntegers(d->integers, out);
        if (d->exceptions.empty())
            return true;
        w.varint(d->exceptions.size());
        for (const std::size_t i : d->exceptions) {
            w.varint(i);
            w.f64(values[i]);
        }
        return true;
    }
    w.u8(Xor);
    encodeXor(values, out);
    return false;
}

void decodeDoubles(ByteReader& in, std::size_t n, std::vector<double>& out)
{
    const std::uint8_t head = in.u8();
    const std::size_t scale = head >> 4;
    if ((head & 15) == Xor) {
        decodeXor(in, n, out);
        return;
    }
    if ((head & 15) > DecimalWithExceptions) {
        in.fail();
        return;
    }
    const std::size_t start = out.size();
    std::vector<std::int64_t> integers;
    decodeIntegers(in, n, integers);
    for (const std::int64_t i : integers)
        out.push_back(static_cast<double>(i) / kPowers[scale]);
    if ((head & 15) == Decimal)
        return;
    for (std::uint64_t left = in.count(9); left > 0 && !in.failed(); --left) {
        const std::uint64_t i = in.varint();
        const double v = in.f64();
        if (i >= out.size() - start)
            in.fail();
        else
            out[start + i] = v;
    }
}

void encodeStrings(std::span<const std::string* const> values, Bytes& out)
{
    std::map<std::string_view, std::int64_t> known;
    std::vector<std::string_view> distinct;
    std::vector<std::int64_t> indices;
    for (const std::string* v : values) {
        const auto [it, isNew] = known.try_emplace(*v, static_cast<std::int64_t>(distinct.size()));
        if (isNew)
            distinct.push_back(*v);
        indices.push_back(it->second);
    }
    ByteWriter w(out);
    w.varint(distinct.size());
    for (const std::string_view text : distinct)
        w.bytes(text);
    encodeIntegers(indices, out);
}

void decodeStrings(ByteReader& in, std::size_t n, std::vector<Value>& out)
{
    std::vector<std::string_view> distinct(std::min<std::uint64_t>(in.count(), n));
    for (auto& text : distinct)
        text = in.bytes();
    std::vector<std::int64_t> indices;
    decodeIntegers(in, n, indices);
    std::size_t total = 0; // a text named 512 times must not become 512 times its size unnoticed
    for (const std::int64_t i : indices) {
        if (i < 0 || static_cast<std::size_t>(i) >= distinct.size()
            || (total += distinct[static_cast<std::size_t>(i)].size()) > (std::size_t{256} << 20)) {
            in.fail();
            return;
        }
        out.emplace_back(std::string(distinct[static_cast<std::size_t>(i)]));
    }
}

void encodeWaveforms(std::span<const Waveform* const> values, Bytes& out)
{
    ByteWriter w(out);
    std::size_t total = 0;
    for (const Waveform* v : values) {
        w.f64(v->rateHz);
        w.varint(v->values.size());
        total += v->values.size();
    }
    const std::size_t start = out.size();
    out.resize(start + total * 4);
    std::size_t at = start;
    for (const Waveform* v : values) {
        for (const float f : v->values) {
            const auto bits = std::bit_cast<std::uint32_t>(f);
            for (std::size_t plane = 0; plane < 4; ++plane)
                out[at + plane * total] = static_cast<char>(bits >> (8 * plane));
            ++at;
        }
    }
}

void decodeWaveforms(ByteReader& in, std::size_t n, std::vector<Value>& out)
{
    std::vector<Waveform> waveforms;
    std::vector<std::uint64_t> sizes;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < n && !in.failed(); ++i) {
        waveforms.push_back({in.f64(), {}});
        sizes.push_back(in.count());
        total += sizes.back();
    }
    if (in.failed() || total > in.remaining() / 4) {
        in.fail();
        return;
    }
    Bytes planes;
    planes.reserve(total * 4);
    for (std::uint64_t i = 0; i < total * 4; ++i)
        planes.push_back(static_cast<char>(in.u8()));
    std::size_t at = 0;
    for (std::size_t i = 0; i < waveforms.size(); ++i) {
        waveforms[i].values.reserve(sizes[i]);
        for (std::uint64_t k = 0; k < sizes[i]; ++k, ++at) {
            std::uint32_t bits = 0;
            for (std::size_t plane = 0; plane < 4; ++plane)
                bits |= static_cast<std::uint32_t>(
                            static_cast<unsigned char>(planes[at + plane * total]))
                    << (8 * plane);
            waveforms[i].values.push_back(std::bit_cast<float>(bits));
        }
        out.emplace_back(std::move(waveforms[i]));
    }
}

} // namespace gemba::twin
