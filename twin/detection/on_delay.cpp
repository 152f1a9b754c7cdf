// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/on_delay.h"

#include <algorithm>
#include <cmath>

namespace gemba::twin {

OnDelay::OnDelay(std::uint32_t medianRows, std::uint32_t delayRows)
    : m_values(std::max(1U, medianRows)), m_medians(std::max(1U, delayRows)), m_scratch(m_values.size())
{
}

void OnDelay::push(double value)
{
    m_values[m_count % m_values.size()] = value;
    const std::size_t n = std::min<std::uint64_t>(m_count + 1, m_values.size());
    const auto first = m_scratch.begin();
    std::copy_n(m_values.begin(), n, first);
    const auto end = first + static_cast<std::ptrdiff_t>(n);
    const auto middle = first + static_cast<std::ptrdiff_t>(n / 2);
    std::nth_element(first, middle, end);
    m_median = *middle;
    if (n % 2 == 0)
        m_median = 0.5 * (m_median + *std::max_element(first, middle));

    m_medians[m_count % m_medians.size()] = m_median;
    ++m_count;
    const std::size_t m = std::min<std::uint64_t>(m_count, m_medians.size());
    m_value = *std::min_element(m_medians.begin(), m_medians.begin() + static_cast<std::ptrdiff_t>(m));
}

void OnDelay::reset()
{
    m_count = 0;
    m_median = 0.0;
    m_value = 0.0;
}

void OnDelay::save(ByteWriter& out) const
{
    out.u64(m_count);
    // Only places that have been written count; the rest may hold values from before a reset.
    for (std::size_t i = 0; i < m_values.size(); ++i)
        out.f64(i < m_count ? m_values[i] : 0.0);
    for (std::size_t i = 0; i < m_medians.size(); ++i)
        out.f64(i < m_count ? m_medians[i] : 0.0);
    out.f64(m_median);
    out.f64(m_value);
}

bool OnDelay::load(ByteReader& in)
{
    m_count = in.u64();
    bool fine = true;
    const auto read = [&] {
        const double v = in.f64();
        fine = fine && std::isfinite(v);
        return v;
    };
    std::generate(m_values.begin(), m_values.end(), read);
    std::generate(m_medians.begin(), m_medians.end(), read);
    m_median = read();
    m_value = read();
    if (fine && !in.failed())
        return true;
    reset();
    return false;
}

} // namespace gemba::twin
