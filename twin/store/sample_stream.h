// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "twin/model/bytes.h"
#include "twin/model/result.h"
#include "twin/model/sample.h"

namespace gemba::twin {

/// Samples of many series one after the other: how they stand in the file until they are sealed
/// into chunks.
struct StreamedSample {
    std::int64_t series = 0;
    TimeNs arrival = 0;
    TimeNs source = kNoTime;
    std::uint8_t flags = 0;
    Value value;
};

/// The same with the value's bits in place: how a sample waits in memory. Bools are 0 or 1; texts
/// and waveforms are kept beside, and bits is their position there.
class QueuedSample
{
public:
    QueuedSample(std::int64_t series, TimeNs arrivalTime, TimeNs sourceTime, std::uint8_t flags,
                 ValueKind kind, std::uint64_t valueBits)
        : arrival(arrivalTime), source(sourceTime), bits(valueBits),
          m_head(series * 65'536 | flags << 8 | static_cast<std::uint8_t>(kind))
    {
    }
    TimeNs arrival, source;
    std::uint64_t bits;
    [[nodiscard]] std::int64_t series() const { return m_head >> 16; }
    [[nodiscard]] std::uint8_t flags() const { return static_cast<std::uint8_t>(m_head >> 8); }
    [[nodiscard]] ValueKind kind() const { return static_cast<ValueKind>(m_head & 0xff); }

private:
    std::int64_t m_head; ///< 48 bits for the series: they are a tag's or an asset's 32 and a sign
};

struct SampleList {
    std::vector<QueuedSample> entries;
    std::vector<Value> others;  ///< texts and waveforms
    std::size_t otherBytes = 0; ///< what they take

    void append(std::int64_t series, TimeNs arrival, TimeNs source, std::uint8_t flags, const Value& value);
    [[nodiscard]] Value value(const QueuedSample& s) const;
    [[nodiscard]] std::size_t bytes() const { return entries.size() * sizeof(QueuedSample) + otherBytes; }
    void clear();
};

/// Bytes that a text or waveform takes; 0 for others.
[[nodiscard]] std::size_t otherSize(const Value& v);

class SampleStreamWriter
{
public:
    /// Appends to out; the first sample stands on its own.
    void append(Bytes& out, std::int64_t series, TimeNs arrival, TimeNs source, std::uint8_t flags,
                const Value& value);

private:
    TimeNs m_arrival = 0;
};

class SampleStreamReader
{
public:
    /// base: arrival of the sample before the first one, where the stream was cut there.
    explicit SampleStreamReader(std::string_view bytes, TimeNs base = 0)
        : m_in(bytes), m_arrival(base)
    {
    }
    /// A piece that stands on its own: its base, then its part of the stream.
    static SampleStreamReader ofPiece(std::string_view piece);
    /// False at the end. Errors: SessionDamaged.
    Result<bool> next(StreamedSample& out);

private:
    ByteReader m_in;
    TimeNs m_arrival;
};

} // namespace gemba::twin
