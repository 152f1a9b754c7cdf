// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/delay_bank.h"

#include <algorithm>
#include <cmath>

namespace gemba::twin {

DelayBank::DelayBank(std::size_t statistics, std::uint32_t medianRows, std::uint32_t delayRows)
    : m_size(statistics), m_medianRows(std::max(1U, medianRows)), m_delayRows(std::max(1U, delayRows)),
      m_rows(m_medianRows > 1 ? m_medianRows * m_size : 0), m_medians(m_delayRows * m_size), m_value(m_size),
      m_scratch(m_medianRows)
{
}

std::span<double> DelayBank::next()
{
    return m_medianRows > 1 ? std::span(m_rows).subspan(m_count % m_medianRows * m_size, m_size)
                            : std::span(m_medians).subspan(m_count % m_delayRows * m_size, m_size);
}

std::span<const double> DelayBank::medians() const
{
    return std::span(m_medians).subspan((m_count + m_delayRows - 1) % m_delayRows * m_size, m_size);
}

double DelayBank::medianOf(std::size_t statistic, std::size_t rows)
{
    for (std::size_t r = 0; r < rows; ++r)
        m_scratch[r] = m_rows[r * m_size + statistic];
    const auto first = m_scratch.begin(), middle = first + static_cast<std::ptrdiff_t>(rows / 2);
    std::nth_element(first, middle, first + static_cast<std::ptrdiff_t>(rows));
    return rows % 2 == 0 ? 0.5 * (*middle + *std::max_element(first, middle)) : *middle;
}

void DelayBank::push()
{
    if (m_medianRows > 1) {
        const std::size_t rows = std::min<std::uint64_t>(m_count + 1, m_medianRows), at = m_count % m_delayRows * m_size;
        for (std::size_t s = 0; s < m_size; ++s)
            m_medians[at + s] = medianOf(s, rows);
    }
    ++m_count;
    const std::size_t n = std::min<std::uint64_t>(m_count, m_delayRows);
    double* const smallest = m_value.data();
    std::copy_n(m_medians.begin(), m_size, m_value.begin());
    for (std::size_t r = 1; r < n; ++r) {
        const double* const row = m_medians.data() + r * m_size;
        for (std::size_t s = 0; s < m_size; ++s)
            smallest[s] = row[s] < smallest[s] ? row[s] : smallest[s];
    }
}

void DelayBank::reset()
{
    m_count = 0;
    std::fill(m_medians.begin(), m_medians.end(), 0.0);
    std::fill(m_value.begin(), m_value.end(), 0.0);
}

void DelayBank::save(ByteWriter& out) const
{
    out.u64(m_count);
    // Only rows that have been written count; the rest may hold values from before a reset.
    for (const auto* ring : {&m_rows, &m_medians}) {
        for (std::size_t i = 0; i < ring->size(); ++i)
            out.f64(i / m_size < m_count ? (*ring)[i] : 0.0);
    }
    for (const double v : m_value)
        out.f64(v);
}

bool DelayBank::load(ByteReader& in)
{
    m_count = in.u64();
    bool fine = true;
    for (auto* values : {&m_rows, &m_medians, &m_value}) {
        for (double& v : *values) {
            v = in.f64();
            fine = fine && std::isfinite(v);
        }
    }
    if (fine && !in.failed())
        return true;
    reset();
    return false;
}

} // namespace gemba::twin
