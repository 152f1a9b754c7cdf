// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace gemba::twin {

using Bytes = std::string; ///< raw bytes; never assumed to be text

/// Appends canonical little-endian values to a byte string. Used for everything that is hashed
/// or stored: the same values always give the same bytes.
class ByteWriter
{
public:
    explicit ByteWriter(Bytes& out) : m_out(out) {}
    void u8(std::uint8_t v) { m_out.push_back(static_cast<char>(v)); }
    void u16(std::uint16_t v) { raw(v); }
    void u32(std::uint32_t v) { raw(v); }
    void u64(std::uint64_t v) { raw(v); }
    void i32(std::int32_t v) { raw(v); }
    void i64(std::int64_t v) { raw(v); }
    void f64(double v) { raw(std::bit_cast<std::uint64_t>(v)); }
    void boolean(bool v) { u8(v ? 1 : 0); }
    void varint(std::uint64_t v)
    {
        while (v >= 0x80) {
            u8(static_cast<std::uint8_t>(v | 0x80));
            v >>= 7;
        }
        u8(static_cast<std::uint8_t>(v));
    }
    void zigzag(std::int64_t v)
    {
        varint((static_cast<std::uint64_t>(v) << 1) ^ static_cast<std::uint64_t>(v >> 63));
    }
    void bytes(std::string_view v) ///< length, then the bytes
    {
        varint(v.size());
        m_out.append(v);
    }

private:
    template <class T>
    void raw(T v)
    {
        static_assert(std::endian::native == std::endian::little);
        char b[sizeof v];
        std::memcpy(b, &v, sizeof v);
        m_out.append(b, sizeof v);
    }
    Bytes& m_out;
};

/// No log goes beyond this: the year 2116.
inline constexpr std::int64_t kLatestTime = std::int64_t{1} << 62;

/// Reads what ByteWriter wrote. Running past the end or a malformed length sets failed() and
/// yields zeros from then on; the caller checks once, at the end.
class ByteReader
{
public:
    explicit ByteReader(std::string_view in) : m_in(in) {}
    std::uint8_t u8() { return raw<std::uint8_t>(); }
    std::uint16_t u16() { return raw<std::uint16_t>(); }
    std::uint32_t u32() { return raw<std::uint32_t>(); }
    std::uint64_t u64() { return raw<std::uint64_t>(); }
    std::int32_t i32() { return raw<std::int32_t>(); }
    std::int64_t i64() { return raw<std::int64_t>(); }
    /// A log time or kNoTime. Others fail, so that the difference of two, or a period more, is never
    /// out of range.
    std::int64_t time()
    {
        const std::int64_t t = i64();
        m_failed |= t != INT64_MIN && (t < 0 || t > kLatestTime);
        return m_failed ? INT64_MIN : t;
    }
    double f64() { return std::bit_cast<double>(raw<std::uint64_t>()); }
    bool boolean() { return u8() != 0; }
    std::uint64_t varint()
    {
        std::uint64_t v = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t b = u8();
            v |= static_cast<std::uint64_t>(b & 0x7f) << shift;
            if ((b & 0x80) == 0)
                return v;
        }
        m_failed = true;
        return 0;
    }
    std::int64_t zigzag()
    {
        const std::uint64_t v = varint();
        return static_cast<std::int64_t>(v >> 1) ^ -static_cast<std::int64_t>(v & 1);
    }
    /// A view into the input; valid as long as the input is.
    std::string_view bytes()
    {
        const std::uint64_t n = varint();
        if (n > m_in.size()) {
            m_failed = true;
            m_in = {};
            return {};
        }
        const std::string_view v = m_in.substr(0, n);
        m_in.remove_prefix(n);
        return v;
    }
    /// A count of things that each take at least minimumSize bytes; larger ones fail.
    std::uint64_t count(std::size_t minimumSize = 1)
    {
        const std::uint64_t n = varint();
        if (n > m_in.size() / minimumSize) {
            m_failed = true;
            return 0;
        }
        return n;
    }
    /// For callers that find what they read impossible: as if the input had ended there.
    void fail()
    {
        m_failed = true;
        m_in = {};
    }
    [[nodiscard]] bool atEnd() const { return m_in.empty(); }
    [[nodiscard]] std::size_t remaining() const { return m_in.size(); }
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    template <class T>
    T raw()
    {
        T v{};
        if (m_in.size() < sizeof v) {
            m_failed = true;
            m_in = {};
            return v;
        }
        std::memcpy(&v, m_in.data(), sizeof v);
        m_in.remove_prefix(sizeof v);
        return v;
    }
    std::string_view m_in;
    bool m_failed = false;
};

} // namespace gemba::twin
