// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/int_column.h"

#include <algorithm>
#include <array>

namespace gemba::twin {
namespace {

enum Mode : std::uint8_t { Constant, Deltas, DeltaRuns, DeltaDeltas, DeltaDeltaRuns };

// All arithmetic wraps, so that the extremes of the type are ordinary values.
std::uint64_t zigzag(std::uint64_t v)
{
    return (v << 1) ^ static_cast<std::uint64_t>(static_cast<std::int64_t>(v) >> 63);
}

std::uint64_t unzigzag(std::uint64_t v) { return (v >> 1) ^ (0 - (v & 1)); }

std::size_t varintSize(std::uint64_t v)
{
    return (static_cast<std::size_t>(std::bit_width(v | 1)) + 6) / 7;
}

constexpr std::array<std::int64_t, 4> kDivisors{1, 1'000, 1'000'000, 1'000'000'000};

/// Index of the largest divisor that divides all of them.
std::uint8_t commonDivisor(std::span<const std::uint64_t> deltas)
{
    std::uint8_t best = 0;
    while (best + 1U < kDivisors.size()
           && std::all_of(deltas.begin(), deltas.end(), [best](std::uint64_t d) {
                  return static_cast<std::int64_t>(d) % kDivisors[best + 1U] == 0;
              }))
        ++best;
    return best;
}

struct Sizes {
    std::size_t plain = 0, runs = 0;
};

/// Bytes these numbers take as varints, and as varints between run lengths of zeros.
Sizes measure(std::span<const std::uint64_t> zigzags)
{
    Sizes s;
    std::uint64_t zeros = 0;
    for (const std::uint64_t z : zigzags) {
        const std::size_t n = varintSize(z);
        s.plain += n;
        if (z == 0) {
            ++zeros;
        } else {
            s.runs += varintSize(zeros) + n;
            zeros = 0;
        }
    }
    s.runs += zeros > 0 ? varintSize(zeros) : 0;
    return s;
}

void writePlain(std::span<const std::uint64_t> zigzags, Bytes& out)
{
    // A byte at a time through push_back is what would cost most here.
    const std::size_t before = out.size();
    out.resize(before + zigzags.size() * 10);
    char* p = out.data() + before;
    for (std::uint64_t z : zigzags) {
        while (z >= 0x80) {
            *p++ = static_cast<char>(z | 0x80);
            z >>= 7;
        }
        *p++ = static_cast<char>(z);
    }
    out.resize(static_cast<std::size_t>(p - out.data()));
}

void writeRuns(std::span<const std::uint64_t> zigzags, Bytes& out)
{
    ByteWriter w(out);
    std::uint64_t zeros = 0;
    for (const std::uint64_t z : zigzags) {
        if (z == 0) {
            ++zeros;
        } else {
            w.varint(zeros);
            w.varint(z);
            zeros = 0;
        }
    }
    if (zeros > 0)
        w.varint(zeros);
}

/// n zigzag numbers written by writePlain or writeRuns.
void readNumbers(ByteReader& in, bool runs, std::vector<std::uint64_t>& out, std::size_t n)
{
    out.clear();
    if (!runs && n > in.remaining()) { // refuse before taking memory
        in.fail();
        n = 0;
    }
    out.reserve(n);
    while (out.size() < n && !in.failed()) {
        if (runs) {
            const std::uint64_t zeros = in.varint();
            out.insert(out.end(), std::min<std::uint64_t>(zeros, n - out.size()), 0);
            if (out.size() == n)
                break;
        }
        out.push_back(unzigzag(in.varint()));
    }
    out.resize(n);
}

} // namespace

void encodeIntegers(std::span<const std::int64_t> values, Bytes& out)
{
    ByteWriter w(out);
    const std::size_t n = values.size();
    if (n == 0)
        return;
    std::vector<std::uint64_t> deltas(n - 1);
    for (std::size_t i = 1; i < n; ++i)
        deltas[i - 1] = static_cast<std::uint64_t>(values[i])
            - static_cast<std::uint64_t>(values[i - 1]);
    if (std::all_of(deltas.begin(), deltas.end(), [](std::uint64_t d) { return d == 0; })) {
        w.u8(Constant);
        w.zigzag(values[0]);
        return;
    }
    const std::uint8_t divisor = commonDivisor(deltas);
    std::vector<std::uint64_t> deltaDeltas(n - 1);
    std::uint64_t last = 0;
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const auto d = static_cast<std::uint64_t>(static_cast<std::int64_t>(deltas[i])
                                                  / kDivisors[divisor]);
        deltaDeltas[i] = zigzag(d - last);
        deltas[i] = zigzag(d);
        last = d;
    }
    const Sizes first = measure(deltas);
    const Sizes second = measure(deltaDeltas);
    const std::array<std::size_t, 4> sizes{first.plain, first.runs, second.plain, second.runs};
    const auto best = static_cast<std::uint8_t>(
        std::min_element(sizes.begin(), sizes.end()) - sizes.begin());
    const auto& numbers = best < 2 ? deltas : deltaDeltas;
    w.u8(static_cast<std::uint8_t>((best + 1) | (divisor << 4)));
    w.zigzag(values[0]);
    if (best % 2 == 0)
        writePlain(numbers, out);
    else
        writeRuns(numbers, out);
}

void decodeIntegers(ByteReader& in, std::size_t n, std::vector<std::int64_t>& out)
{
    if (n == 0)
        return;
    const std::uint8_t head = in.u8();
    const int mode = head & 15;
    const std::size_t divisor = head >> 4;
    const std::int64_t first = in.zigzag();
    if (mode > DeltaDeltaRuns || divisor >= kDivisors.size()) {
        in.fail();
        return;
    }
    if (in.failed())
        return;
    if (mode == Constant) {
        out.insert(out.end(), n, first);
        return;
    }
    std::vector<std::uint64_t> numbers;
    readNumbers(in, mode == DeltaRuns || mode == DeltaDeltaRuns, numbers, n - 1);
    const auto scale = static_cast<std::uint64_t>(kDivisors[divisor]);
    const bool second = mode >= DeltaDeltas;
    auto value = static_cast<std::uint64_t>(first);
    std::uint64_t delta = 0;
    out.reserve(out.size() + n);
    out.push_back(first);
    for (const std::uint64_t x : numbers) {
        delta = second ? delta + x : x;
        value += delta * scale;
        out.push_back(static_cast<std::int64_t>(value));
    }
}

void encodeRuns(std::span<const std::uint8_t> values, Bytes& out)
{
    ByteWriter w(out);
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i + 1;
        while (end < values.size() && values[end] == values[i])
            ++end;
        w.varint(end - i);
        w.u8(values[i]);
        i = end;
    }
}

void decodeRuns(ByteReader& in, std::size_t n, std::vector<std::uint8_t>& out)
{
    const std::size_t end = out.size() + n;
    while (out.size() < end && !in.failed()) {
        const std::uint64_t run = in.varint();
        const std::uint8_t value = in.u8();
        if (run == 0 || run > end - out.size()) {
            in.fail();
            return;
        }
        out.insert(out.end(), run, value);
    }
}

} // namespace gemba::twin
