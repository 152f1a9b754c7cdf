// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/int_column.h"

#include <algorithm>
#include <array>

namespace gemba::twin {
namespace {

enum Mode : std::uint8_t { Constant, DeltaRuns, DeltaRice, DeltaDeltaRuns, DeltaDeltaRice };

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

/// Rice codes: the part above 2^k as that many ones and a zero, then k bits. Longer runs of ones
/// than this stand for a number given in full, so that a single leap does not cost thousands.
constexpr unsigned kEscape = 24;

std::size_t riceBits(std::span<const std::uint64_t> zigzags, unsigned k)
{
    std::size_t bits = 0;
    for (const std::uint64_t z : zigzags) {
        const std::uint64_t q = z >> k;
        bits += q < kEscape ? q + 1 + k : kEscape + 64;
    }
    return bits;
}

struct Plan {
    std::size_t runBytes = 0, riceBytes = SIZE_MAX;
    unsigned k = 0;
    double sum = 0;
};

/// What the numbers take as varints between run lengths of zeros.
Plan measureRuns(std::span<const std::uint64_t> zigzags)
{
    Plan plan;
    std::uint64_t zeros = 0;
    for (const std::uint64_t z : zigzags) {
        if (z == 0) {
            ++zeros;
            continue;
        }
        plan.runBytes += varintSize(zeros) + varintSize(z);
        zeros = 0;
        plan.sum += static_cast<double>(z);
    }
    plan.runBytes += zeros > 0 ? varintSize(zeros) : 0;
    return plan;
}

/// What they take as Rice codes. The best k lies next to the logarithm of the mean.
void measureRice(std::span<const std::uint64_t> zigzags, Plan& plan)
{
    const auto mean = static_cast<std::uint64_t>(
        std::min(plan.sum / static_cast<double>(zigzags.size()), 9e18));
    const auto near = static_cast<unsigned>(std::bit_width(mean));
    std::size_t best = SIZE_MAX;
    for (unsigned k = near > 1 ? near - 2 : 0; k <= std::min(near, 63U); ++k) {
        const std::size_t bits = riceBits(zigzags, k);
        if (bits < best) {
            best = bits;
            plan.k = k;
        }
    }
    plan.riceBytes = 1 + (best + 7) / 8;
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

/// Bits, lowest first.
class BitWriter
{
public:
    explicit BitWriter(Bytes& out) : m_out(out) {}
    void put(std::uint64_t bits, unsigned count) ///< count <= 56
    {
        m_bits |= bits << m_count;
        m_count += count;
        for (; m_count >= 8; m_count -= 8, m_bits >>= 8)
            m_out.push_back(static_cast<char>(m_bits));
    }
    void flush()
    {
        if (m_count > 0)
            m_out.push_back(static_cast<char>(m_bits));
    }

private:
    Bytes& m_out;
    std::uint64_t m_bits = 0;
    unsigned m_count = 0;
};

class BitReader
{
public:
    explicit BitReader(ByteReader& in) : m_in(in) {}
    std::uint64_t get(unsigned count) ///< count <= 56
    {
        fill(count);
        const std::uint64_t v = m_bits & ((std::uint64_t{1} << count) - 1);
        m_bits >>= count;
        m_count -= count;
        return v;
    }
    /// Ones up to a zero, which is taken as well; kEscape ones end without a zero.
    unsigned ones()
    {
        unsigned n = 0;
        while (n < kEscape && get(1) == 1)
            ++n;
        return n;
    }

private:
    void fill(unsigned count)
    {
        for (; m_count < count; m_count += 8)
            m_bits |= static_cast<std::uint64_t>(m_in.u8()) << m_count;
    }
    ByteReader& m_in;
    std::uint64_t m_bits = 0;
    unsigned m_count = 0;
};

void writeRice(std::span<const std::uint64_t> zigzags, unsigned k, Bytes& out)
{
    out.push_back(static_cast<char>(k));
    BitWriter w(out);
    const std::uint64_t mask = k == 0 ? 0 : ~std::uint64_t{0} >> (64 - k);
    for (const std::uint64_t z : zigzags) {
        const std::uint64_t q = z >> k;
        if (q >= kEscape) {
            w.put((std::uint64_t{1} << kEscape) - 1, kEscape);
            w.put(z & 0xffffffffU, 32);
            w.put(z >> 32, 32);
            continue;
        }
        w.put((std::uint64_t{1} << q) - 1, static_cast<unsigned>(q) + 1);
        w.put(z & mask & 0xffffffffU, std::min(k, 32U));
        if (k > 32)
            w.put((z & mask) >> 32, k - 32);
    }
    w.flush();
}

void readRice(ByteReader& in, std::span<std::uint64_t> out)
{
    const unsigned k = in.u8();
    if (k > 63) {
        in.fail();
        return;
    }
    BitReader r(in);
    for (std::uint64_t& v : out) {
        const unsigned q = r.ones();
        std::uint64_t z = 0;
        if (q == kEscape) {
            z = r.get(32);
            z |= r.get(32) << 32;
        } else {
            z = r.get(std::min(k, 32U));
            if (k > 32)
                z |= r.get(k - 32) << 32;
            z |= std::uint64_t{q} << k;
        }
        v = unzigzag(z);
        if (in.failed())
            return;
    }
}

void readRuns(ByteReader& in, std::span<std::uint64_t> out)
{
    for (std::size_t i = 0; i < out.size() && !in.failed(); ++i) {
        const std::uint64_t zeros = in.varint();
        if (zeros >= out.size() - i)
            return; // the rest are zeros, as they are
        i += zeros;
        out[i] = unzigzag(in.varint());
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
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const std::uint64_t d = divided(deltas[i], divisor);
        deltaDeltas[i] = zigzag(d - last);
        deltas[i] = zigzag(d);
        last = d;
    }
    Plan plan1 = measureRuns(deltas);
    Plan plan2 = measureRuns(deltaDeltas);
    // A Rice code takes a bit at least; and the smaller numbers are also the shorter ones then.
    if (std::min(plan1.runBytes, plan2.runBytes) > n / 8)
        measureRice(plan1.sum <= plan2.sum ? deltas : deltaDeltas,
                    plan1.sum <= plan2.sum ? plan1 : plan2);
    const std::array<std::size_t, 4> sizes{plan1.runBytes, plan1.riceBytes, plan2.runBytes,
                                           plan2.riceBytes};
    const auto best = std::min_element(sizes.begin(), sizes.end()) - sizes.begin();
    w.u8(static_cast<std::uint8_t>((best + 1) | (divisor << 4)));
    w.zigzag(values[0]);
    const auto numbers = best < 2 ? deltas : deltaDeltas;
    if (best % 2 == 0)
        writeRuns(numbers, out);
    else
        writeRice(numbers, best < 2 ? plan1.k : plan2.k, out);
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
