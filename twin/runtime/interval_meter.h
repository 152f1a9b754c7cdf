// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/record.h"

namespace gemba::twin {

/// Cuts the log into keyframe intervals by what is in the log alone, so that a replay cuts at the
/// same records: after 10 s or 20,000 records, and where a recording starts or the plant changes.
class IntervalMeter
{
public:
    static constexpr TimeNs kLongest = 10 * kSecond;
    static constexpr std::uint64_t kMostRecords = 20'000;

    /// Whether this record is the first of a new interval (also true for the very first record).
    [[nodiscard]] bool startsInterval(const Record& record) const;
    void begin(TimeNs arrival)
    {
        m_begun = true;
        m_start = arrival;
        m_records = 0;
    }
    void count() { ++m_records; }
    [[nodiscard]] std::uint64_t records() const { return m_records; }

private:
    bool m_begun = false;
    TimeNs m_start = 0;
    std::uint64_t m_records = 0;
};

/// The verb of the act that is the first record of every recording.
inline constexpr std::string_view kRecordStart = "record-start";
/// And of the one that is its last, when it ends in order.
inline constexpr std::string_view kRecordStop = "record-stop";

} // namespace gemba::twin
