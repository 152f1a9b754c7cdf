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
    explicit SampleStreamReader(std::string_view bytes) : m_in(bytes) {}
    /// False at the end. Errors: SessionDamaged.
    Result<bool> next(StreamedSample& out);

private:
    ByteReader m_in;
    TimeNs m_arrival = 0;
};

} // namespace gemba::twin
