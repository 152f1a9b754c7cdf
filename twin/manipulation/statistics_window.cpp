// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/statistics_window.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gemba::twin {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

double seconds(TimeNs t) { return static_cast<double>(t) * 1e-9; }

} // namespace

StatisticsWindow::StatisticsWindow(WindowKind kind, std::size_t mostValues, TimeNs longest)
    : m_kind(kind), m_longest(longest), m_points(mostValues)
{
    m_largest.positions.resize(mostValues);
    m_smallest.positions.resize(mostValues);
}

void StatisticsWindow::clear()
{
    m_begin = m_end = 0;
    m_largest.front = m_largest.back = m_smallest.front = m_smallest.back = 0;
    m_completed = false;
    recount();
}

bool StatisticsWindow::add(TimeNs at, double value)
{
    if (m_completed)
        clear();
    const auto tooOld = [&](const Point& p) { return m_longest > 0 && at - p.at >= m_longest; };
    if (m_kind == WindowKind::Sliding) {
        while (size() > 0 && (size() == m_points.size() || tooOld(point(m_begin))))
            popOldest();
        push({at, value});
        return false;
    }
    // The value that lies beyond a window's time opens the next one.
    if (size() > 0 && tooOld(point(m_begin)))
        clear();
    push({at, value});
    m_completed = size() == m_points.size();
    return m_completed;
}

void StatisticsWindow::push(const Point& p)
{
    if (size() == 0) {
        m_origin = p;
        recount();
    }
    m_points[m_end % m_points.size()] = p;
    ++m_end;
    count(p, 1.0);
    enter(m_largest, [](double a, double b) { return a >= b; });
    enter(m_smallest, [](double a, double b) { return a <= b; });
}

template <class Better>
void StatisticsWindow::enter(Extremes& e, Better better)
{
    const std::uint64_t newest = m_end - 1;
    const std::size_t n = e.positions.size();
    while (e.back > e.front && better(point(newest).value, point(e.positions[(e.back - 1) % n]).value))
        --e.back;
    e.positions[e.back++ % n] = newest;
}

void StatisticsWindow::popOldest()
{
    count(point(m_begin), -1.0);
    for (Extremes* e : {&m_largest, &m_smallest}) {
        if (e->back > e->front && e->positions[e->front % e->positions.size()] == m_begin)
            ++e->front;
    }
    ++m_begin;
    if (++m_removed >= m_points.size())
        recount();
}

void StatisticsWindow::count(const Point& p, double sign)
{
    const double d = p.value - m_origin.value, t = seconds(p.at - m_origin.at);
    double power = sign;
    for (double& sum : m_sum) {
        sum += power;
        power *= d;
    }
    m_times += sign * t;
    m_timeSquares += sign * t * t;
    m_products += sign * t * d;
}

void StatisticsWindow::recount()
{
    m_removed = 0;
    if (size() > 0) {
        m_origin.value += m_sum[1] / m_sum[0];
        m_origin.at = point(m_begin).at;
    }
    std::fill(std::begin(m_sum), std::end(m_sum), 0.0);
    m_times = m_timeSquares = m_products = 0.0;
    for (std::uint64_t i = m_begin; i < m_end; ++i)
        count(point(i), 1.0);
}

WindowStatistics StatisticsWindow::result() const
{
    WindowStatistics s;
    s.count = size();
    if (s.count == 0) {
        s.mean = s.rms = s.deviation = s.minimum = s.maximum = s.peak = s.crest = s.skewness = s.kurtosis = s.slope = kUnknown;
        return s;
    }
    s.from = point(m_begin).at;
    s.to = point(m_end - 1).at;
    const double n = static_cast<double>(s.count);
    const double d = m_sum[1] / n, square = m_sum[2] / n, cube = m_sum[3] / n, fourth = m_sum[4] / n;
    s.minimum = point(m_smallest.positions[m_smallest.front % m_smallest.positions.size()]).value;
    s.maximum = point(m_largest.positions[m_largest.front % m_largest.positions.size()]).value;
    s.mean = std::clamp(m_origin.value + d, s.minimum, s.maximum);
    // Where all values are the same, what the sums hold is rounding.
    const double variance = s.maximum > s.minimum ? std::max(0.0, square - d * d) : 0.0;
    s.deviation = std::sqrt(variance);
    s.rms = std::sqrt(variance + s.mean * s.mean);
    s.peak = std::max(s.maximum - s.mean, s.mean - s.minimum);
    const bool spread = variance > 0.0;
    s.crest = spread ? s.peak / s.deviation : kUnknown;
    s.skewness = spread ? (cube - 3.0 * d * square + 2.0 * d * d * d) / (variance * s.deviation) : kUnknown;
    s.kurtosis = spread ? (fourth - 4.0 * d * cube + 6.0 * d * d * square - 3.0 * d * d * d * d) / (variance * variance) : kUnknown;
    const double times = m_timeSquares - m_times * m_times / n;
    s.slope = s.to > s.from && times > 0.0 ? (m_products - m_times * m_sum[1] / n) / times : kUnknown;
    return s;
}

} // namespace gemba::twin
