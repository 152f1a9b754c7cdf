// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/bytes.h"
#include "twin/model/result.h"
#include "twin/model/sample.h"

namespace gemba::twin {

/// Samples of many series one after the other, small and fast to write: how they wait in the
/// writer's queue, and how they stand in the file until they are sealed into chunks.
struct StreamedSample {
    std::int64_t series = 0;
    TimeNs arrival = 0;
    TimeNs source = kNoTime;
    std::uint8_t flags = 0;
    Value value;
};

class SampleStreamWriter
{
public:
    /// Appends to out; the first sample after clear() stands on its own.
    void append(Bytes& out, std::int64_t series, TimeNs arrival, TimeNs source, std::uint8_t flags,
                const Value& value);
    void clear() { m_arrival = 0; }

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
    [[nodiscard]] std::size_t remaining() const { return m_in.remaining(); }
    [[nodiscard]] TimeNs base() const { return m_arrival; } ///< for a reader of what remains
    /// False at the end. Errors: SessionDamaged.
    Result<bool> next(StreamedSample& out);

private:
    ByteReader m_in;
    TimeNs m_arrival;
};

} // namespace gemba::twin
