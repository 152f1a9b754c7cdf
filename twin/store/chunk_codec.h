// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "twin/model/sample.h"
#include "twin/store/compression.h"

namespace gemba::twin {

/// Samples of one series, a column for each part of them, in order of arrival.
struct ChunkColumns {
    std::vector<TimeNs> arrival, source; ///< source: kNoTime where there was none
    std::vector<std::uint8_t> flags;     ///< quality, and 4 where the sample was historical
    std::vector<std::uint8_t> kinds;     ///< ValueKind
    std::vector<std::uint64_t> bits;     ///< double or int64 as bits, bool; else index in others
    std::vector<Value> others;           ///< texts and waveforms

    [[nodiscard]] std::size_t size() const { return arrival.size(); }
    void append(TimeNs arrivalTime, TimeNs sourceTime, std::uint8_t flag, Value&& value);
    void resize(std::size_t n); ///< others are left as they are; set() must follow
    void set(std::size_t i, TimeNs arrivalTime, TimeNs sourceTime, std::uint8_t flag,
             ValueKind kind, std::uint64_t valueBits)
    {
        arrival[i] = arrivalTime;
        source[i] = sourceTime;
        flags[i] = flag;
        kinds[i] = static_cast<std::uint8_t>(kind);
        bits[i] = valueBits;
    }
    [[nodiscard]] Value value(std::size_t i) const;
    /// The number the value stands for; NaN where it stands for none.
    [[nodiscard]] double number(std::size_t i) const;
    /// When it was: source time, arrival where there is none.
    [[nodiscard]] TimeNs shown(std::size_t i) const
    {
        return source[i] == kNoTime ? arrival[i] : source[i];
    }
    void clear();
};

inline constexpr std::uint8_t kHistoricalFlag = 4;
[[nodiscard]] inline std::uint8_t flagsOf(const Sample& s)
{
    return static_cast<std::uint8_t>(static_cast<std::uint8_t>(s.quality)
                                     | (s.historical ? kHistoricalFlag : 0));
}

/// Turns columns into bytes and back, exactly. The bytes start with their CRC-32.
class ChunkCodec
{
public:
    static constexpr std::size_t kMaxSamples = 512;
    static constexpr std::size_t kMaxBytes = std::size_t{64} << 20; ///< decompressed

    ChunkCodec();
    void encode(const ChunkColumns& columns, Bytes& out); ///< 1..kMaxSamples of them
    /// Replaces out. Errors: SessionDamaged.
    Result<void> decode(std::string_view in, ChunkColumns& out);

private:
    Compressor m_compressor;
    Decompressor m_decompressor;
    Bytes m_body, m_packed, m_lag, m_own;
};

} // namespace gemba::twin
