// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/int_column.h"

#include <algorithm>
#include <array>

#include "twin/store/number_codes.h"

namespace gemba::twin {
namespace {

enum Mode : std::uint8_t { Constant, DeltaRuns, DeltaRice, DeltaDeltaRuns, DeltaDeltaRice };

constexpr std::array<std::int64_t, 4> kDivisors{1, 1'000, 1'000'000, 1'000'000'000};

/// Whether all can be divided; the divisor is a constant so that no division takes place.
template <std::int64_t Divisor>
bool allDivisible(std::span<const std::uint64_t> deltas)
{
    std::uint64_t before = 0; // regular times have the same difference again and again
    for (const std::uint64_t d : deltas) {
        if (d != before && static_cast<std::int64_t>(d) % Divisor != 0)
            return false;
        before = d;
    }
    return true;
}

/// Index of the largest divisor that divides all of them.
std::uint8_t commonDivisor(std::span<const std::uint64_t> deltas)
{
    if (!allDivisible<kDivisors[1]>(deltas))
        return 0;
    if (!allDivisible<kDivisors[2]>(deltas))
        return 1;
    return allDivisible<kDivisors[3]>(deltas) ? 3 : 2;
}

std::uint64_t divided(std::uint64_t d, std::uint8_t divisor)
{
    const auto v = static_cast<std::int64_t>(d);
    switch (divisor) {
    case 1: return static_cast<std::uint64_t>(v / kDivisors[1]);
    case 2: return static_cast<std::uint64_t>(v / kDivisors[2]);
    case 3: return static_cast<std::uint64_t>(v / kDivisors[3]);
    default: return d;
    }
}

/// Room for the numbers of one column: on the stack, as columns of chunks always fit.
class Numbers
{
public:
    explicit Numbers(std::size_t n) : m_heap(n > kOnStack ? n : 0), m_size(n) {}
    [[nodiscard]] std::span<std::uint64_t> span()
    {
        return {m_heap.empty() ? m_stack.data() : m_heap.data(), m_size};
    }

private:
    static constexpr std::size_t kOnStack = 512;
    std::array<std::uint64_t, kOnStack> m_stack; // not initialised: every number is written first
    std::vector<std::uint64_t> m_heap;
    std::size_t m_size;
};

} // namespace

void encodeIntegers(std::span<const std::int64_t> values, Bytes& out)
{
    ByteWriter w(out);
    const std::size_t n = values.size();
    if (n == 0)
        return;
    Numbers first(n - 1);
    const std::span<std::uint64_t> deltas = first.span();
    std::uint64_t any = 0;
    for (std::size_t i = 1; i < n; ++i) {
        deltas[i - 1] = static_cast<std::uint64_t>(values[i])
            - static_cast<std::uint64_t>(values[i - 1]);
        any |= deltas[i - 1];
    }
    if (any == 0) {
        w.u8(Constant);
        w.zigzag(values[0]);
        return;
    }
    const std::uint8_t divisor = commonDivisor(deltas);
    Numbers second(n - 1);
    const std::span<std::uint64_t> deltaDeltas = second.span();
    std::uint64_t last = 0;
    double sum1 = 0;
    double sum2 = 0;
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const std::uint64_t d = divided(deltas[i], divisor);
        deltaDeltas[i] = zigzag(d - last);
        deltas[i] = zigzag(d);
        sum1 += static_cast<double>(deltas[i]);
        sum2 += static_cast<double>(deltaDeltas[i]);
        last = d;
    }
    // The smaller numbers are the shorter ones, written one way or the other.
    const bool useSecond = sum2 < sum1;
    const auto numbers = useSecond ? deltaDeltas : deltas;
    const std::size_t asRuns = runBytes(numbers);
    RicePlan rice;
    if (asRuns > n / 8) // a Rice code takes a bit at least
        rice = planRice(numbers, useSecond ? sum2 : sum1);
    const bool useRice = rice.bytes < asRuns;
    const int mode = (useSecond ? DeltaDeltaRuns : DeltaRuns) + (useRice ? 1 : 0);
    w.u8(static_cast<std::uint8_t>(mode | (divisor << 4)));
    w.zigzag(values[0]);
    if (useRice)
        writeRice(numbers, rice.k, out);
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
    if (mode > DeltaDeltaRice || divisor >= kDivisors.size())
        in.fail();
    if (in.failed())
        return;
    if (mode == Constant) {
        out.insert(out.end(), n, first);
        return;
    }
    Numbers room(n - 1);
    const std::span<std::uint64_t> numbers = room.span();
    std::fill(numbers.begin(), numbers.end(), 0);
    if (mode == DeltaRuns || mode == DeltaDeltaRuns)
        readRuns(in, numbers);
    else
        readRice(in, numbers);
    if (in.failed())
        return;
    const auto scale = static_cast<std::uint64_t>(kDivisors[divisor]);
    const bool second = mode >= DeltaDeltaRuns;
    auto value = static_cast<std::uint64_t>(first);
    std::uint64_t delta = 0;
    out.reserve(out.size() + n);
    out.push_back(first);
    for (const std::uint64_t number : numbers) {
        const std::uint64_t x = unzigzag(number);
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
