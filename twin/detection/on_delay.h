// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "twin/model/bytes.h"

namespace gemba::twin {

/// Makes a statistic count only when it persists: the running median of the last medianRows
/// values, then the smallest of the last delayRows medians. The result exceeds a limit exactly
/// when so many medians in succession exceed it.
class OnDelay
{
public:
    OnDelay(std::uint32_t medianRows, std::uint32_t delayRows); ///< both >= 1

    void push(double value);
    void reset();

    [[nodiscard]] double median() const { return m_median; } ///< of as many rows as there are
    [[nodiscard]] double value() const { return m_value; }   ///< of as many medians as there are
    [[nodiscard]] bool ready() const { return m_count >= m_medians.size(); }

    void save(ByteWriter& out) const;
    [[nodiscard]] bool load(ByteReader& in);

private:
    std::vector<double> m_values, m_medians, m_scratch; ///< rings, next at count modulo size
    std::uint64_t m_count = 0; ///< rows since the last reset
    double m_median = 0.0, m_value = 0.0;
};

} // namespace gemba::twin
