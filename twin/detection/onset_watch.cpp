// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/onset_watch.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gemba::twin {

OnsetWatch::OnsetWatch()
{
    m_recent.reserve(kMedian);
    m_levels.reserve(kMost);
}

void OnsetWatch::clear()
{
    m_recent.clear();
    m_levels.clear();
    m_forgotten = 0;
    m_onset.reset();
    m_mean = m_limit = 0.0;
    m_severity = 1.0;
    m_over = m_under = 0;
}

void OnsetWatch::add(double rms)
{
    takeLevel(rms);
    if (m_onset)
        follow();
    else if (records() > kFewest)
        watch();
}

void OnsetWatch::takeLevel(double rms)
{
    if (m_recent.size() == kMedian)
        m_recent.erase(m_recent.begin());
    m_recent.push_back(rms);
    std::array<double, kMedian> sorted{};
    const auto end = std::copy(m_recent.begin(), m_recent.end(), sorted.begin());
    std::sort(sorted.begin(), end);
    if (m_levels.size() == kMost) {
        m_levels.erase(m_levels.begin(), m_levels.begin() + kMost / 2);
        m_forgotten += kMost / 2;
    }
    m_levels.push_back(sorted[m_recent.size() / 2]);
}

void OnsetWatch::learn(std::size_t from, std::size_t to)
{
    double sum = 0.0, squares = 0.0;
    for (std::size_t i = from; i < to; ++i)
        sum += m_levels[i];
    const auto n = static_cast<double>(to - from);
    m_mean = sum / n;
    for (std::size_t i = from; i < to; ++i)
        squares += (m_levels[i] - m_mean) * (m_levels[i] - m_mean);
    m_limit = m_mean + kDeviations * std::max(std::sqrt(squares / n), kLeastDeviation * m_mean);
}

void OnsetWatch::watch()
{
    const std::size_t newest = m_levels.size() - 1;
    learn(std::max(kMedian - 1, newest / 2), newest - kMedian - m_over);
    m_over = level() > m_limit ? m_over + 1 : 0;
    if (m_over < kHold)
        return;
    m_onset = records() - kHold;
    m_over = m_under = 0;
    m_severity = std::max(1.0, level() / std::max(m_mean, 1e-300));
}

void OnsetWatch::follow()
{
    m_under = level() <= m_limit ? m_under + 1 : 0;
    m_severity = std::max(m_severity, level() / std::max(m_mean, 1e-300));
    bool over = m_under >= kHold;
    const std::uint64_t since = records() - 1 - *m_onset;
    if (!over && since >= *m_onset && *m_onset >= m_forgotten) {
        // As long as before: would this now be usual?
        const double mean = m_mean, limit = m_limit;
        learn(static_cast<std::size_t>(*m_onset - m_forgotten) + kHold, m_levels.size() - 1 - kMedian);
        over = level() <= m_limit;
        m_mean = mean;
        m_limit = limit;
    }
    if (over) {
        m_onset.reset();
        m_severity = 1.0;
        m_over = m_under = 0;
    }
}

void OnsetWatch::save(ByteWriter& out) const
{
    out.varint(m_recent.size());
    for (const double v : m_recent)
        out.f64(v);
    out.varint(m_levels.size());
    for (const double v : m_levels)
        out.f64(v);
    out.u64(m_forgotten);
    out.boolean(m_onset.has_value());
    out.u64(m_onset.value_or(0));
    for (const double v : {m_mean, m_limit, m_severity})
        out.f64(v);
    out.u32(m_over);
    out.u32(m_under);
}

bool OnsetWatch::load(ByteReader& in)
{
    clear();
    bool fine = true;
    const auto number = [&] {
        const double v = in.f64();
        fine = fine && std::isfinite(v) && v >= 0.0;
        return v;
    };
    const auto list = [&](std::vector<double>& values, std::size_t most) {
        const std::uint64_t n = in.count(8);
        fine = fine && n <= most;
        for (std::uint64_t i = 0; fine && i < n; ++i)
            values.push_back(number());
    };
    list(m_recent, kMedian);
    list(m_levels, kMost);
    m_forgotten = in.u64();
    const bool begun = in.boolean();
    const std::uint64_t onset = in.u64();
    m_mean = number();
    m_limit = number();
    m_severity = number();
    m_over = in.u32();
    m_under = in.u32();
    fine = fine && !in.failed() && m_recent.size() == std::min<std::uint64_t>(kMedian, records())
        && m_forgotten % (kMost / 2) == 0 && m_forgotten < (std::uint64_t{1} << 62) && m_over < kHold && m_under < kHold
        && (!begun || onset + kHold <= records()) && m_severity >= 1.0;
    if (begun)
        m_onset = onset;
    if (!fine)
        clear();
    return fine;
}

} // namespace gemba::twin
