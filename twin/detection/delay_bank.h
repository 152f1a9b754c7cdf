// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twin/model/bytes.h"

namespace gemba::twin {

/// The filters of OnDelay for several statistics that are told together: the same results, but one
/// place in memory and no work for a median of one row.
class DelayBank
{
public:
    DelayBank(std::size_t statistics, std::uint32_t medianRows, std::uint32_t delayRows); ///< each >= 1

    /// Where the next row goes, one place a statistic; push() takes what is there.
    [[nodiscard]] std::span<double> next();
    void push();
    void reset();

    [[nodiscard]] std::span<const double> medians() const; ///< of as many rows as there are
    [[nodiscard]] std::span<const double> values() const { return m_value; } ///< of as many medians as there are
    [[nodiscard]] bool ready() const { return m_count >= m_delayRows; }

    void save(ByteWriter& out) const;
    [[nodiscard]] bool load(ByteReader& in);

private:
    [[nodiscard]] double medianOf(std::size_t statistic, std::size_t rows);
    std::size_t m_size;
    std::uint32_t m_medianRows, m_delayRows;
    std::uint64_t m_count = 0; ///< rows since the last reset
    std::vector<double> m_rows, m_medians; ///< rings of rows of m_size, next at count modulo their rows; m_rows
                                           ///< only where a median is asked for
    std::vector<double> m_value, m_scratch;
};

} // namespace gemba::twin
