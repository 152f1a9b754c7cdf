// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/number_codes.h"

#include <algorithm>

namespace gemba::twin {
namespace {

/// More ones than this stand for a number given in full: a single leap must not cost thousands.
constexpr unsigned kEscape = 24;

std::size_t riceBits(std::span<const std::uint64_t> numbers, unsigned k)
{
    std::size_t bits = 0;
    for (const std::uint64_t z : numbers) {
        const std::uint64_t q = z >> k;
        bits += q < kEscape ? q + 1 + k : kEscape + 64;
    }
    return bits;
}

std::size_t varintSize(std::uint64_t v)
{
    return (static_cast<std::size_t>(std::bit_width(v | 1)) + 6) / 7;
}

/// Bits, lowest first.
class BitWriter
{
public:
    explicit BitWriter(Bytes& out) : m_out(out) {}
    void put(std::uint64_t bits, unsigned count) ///< count <= 32
    {
        m_bits |= bits << m_count;
        m_count += count;
        if (m_count < 32)
            return;
        ByteWriter(m_out).u32(static_cast<std::uint32_t>(m_bits));
        m_bits >>= 32;
        m_count -= 32;
    }
    void flush()
    {
        for (; m_count > 0; m_count -= std::min(m_count, 8U), m_bits >>= 8)
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

} // namespace

RicePlan planRice(std::span<const std::uint64_t> numbers, double sum)
{
    // The best k lies next to the logarithm of the mean.
    const auto mean = static_cast<std::uint64_t>(
        std::min(sum / static_cast<double>(numbers.size()), 9e18));
    const auto near = static_cast<unsigned>(std::bit_width(mean));
    std::size_t best = SIZE_MAX;
    RicePlan plan;
    for (unsigned k = near > 1 ? near - 2 : 0; k <= std::min(near, 63U); ++k) {
        const std::size_t bits = riceBits(numbers, k);
        if (bits < best) {
            best = bits;
            plan.k = k;
        }
    }
    plan.bytes = 1 + (best + 7) / 8;
    return plan;
}

std::size_t runBytes(std::span<const std::uint64_t> numbers)
{
    std::size_t bytes = 0;
    std::uint64_t zeros = 0;
    for (const std::uint64_t z : numbers) {
        if (z == 0) {
            ++zeros;
            continue;
        }
        bytes += varintSize(zeros) + varintSize(z);
        zeros = 0;
    }
    return bytes + (zeros > 0 ? varintSize(zeros) : 0);
}

void writeRuns(std::span<const std::uint64_t> numbers, Bytes& out)
{
    ByteWriter w(out);
    std::uint64_t zeros = 0;
    for (const std::uint64_t z : numbers) {
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

void writeRice(std::span<const std::uint64_t> numbers, unsigned k, Bytes& out)
{
    out.push_back(static_cast<char>(k));
    BitWriter w(out);
    const std::uint64_t mask = k == 0 ? 0 : ~std::uint64_t{0} >> (64 - k);
    for (const std::uint64_t z : numbers) {
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
        v = z;
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
        out[i] = in.varint();
    }
}

} // namespace gemba::twin
