// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/record.h"

namespace gemba::twin {

/// One stretch of the log in memory: at first its first sequence number, first arrival and number
/// of records, then each record as varint(seq - previous - 1), varint(arrival - previous), kind,
/// varint(source), varint(size), bytes.
class SegmentBuilder
{
public:
    /// Closed at this many bytes: large enough for zstd to learn, small enough to read at once.
    static constexpr std::size_t kFullBytes = std::size_t{256} << 10;

    void append(const Record& record);
    [[nodiscard]] bool empty() const { return m_records == 0; }
    [[nodiscard]] bool full() const { return m_body.size() >= kFullBytes; }
    [[nodiscard]] std::uint64_t firstSeq() const { return m_firstSeq; }
    [[nodiscard]] std::uint64_t lastSeq() const { return m_lastSeq; }
    [[nodiscard]] TimeNs firstArrival() const { return m_firstArrival; }
    [[nodiscard]] TimeNs lastArrival() const { return m_lastArrival; }
    [[nodiscard]] std::uint64_t records() const { return m_records; }
    [[nodiscard]] std::uint64_t packets() const { return m_packets; }
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }
    /// Replaces out with the whole segment.
    void encode(Bytes& out) const;
    void clear();

private:
    Bytes m_body;
    std::uint64_t m_firstSeq = 0, m_lastSeq = 0;
    TimeNs m_firstArrival = 0, m_lastArrival = 0;
    std::uint64_t m_records = 0, m_packets = 0, m_dropped = 0;
};

/// Reads a segment record by record. Errors: SessionDamaged.
class SegmentReader
{
public:
    /// The bytes must live as long as the reader. firstSeq is what the file's index says.
    static Result<SegmentReader> open(std::string_view bytes, std::uint64_t firstSeq);
    SegmentReader() : m_in({}) {}
    /// False at the end.
    Result<bool> next(Record& out);

private:
    explicit SegmentReader(std::string_view bytes) : m_in(bytes) {}
    ByteReader m_in;
    std::uint64_t m_seq = 0;
    TimeNs m_arrival = 0;
    std::uint64_t m_left = 0;
};

} // namespace gemba::twin
