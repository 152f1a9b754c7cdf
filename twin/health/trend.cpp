// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/trend.h"

#include <algorithm>
#include <cmath>

namespace gemba::twin {

const Trend::Point& Trend::at(std::size_t age) const
{
    return m_points[(m_next + kPoints - m_size + age) % kPoints];
}

void Trend::add(TimeNs t, double value)
{
    if (m_size > 0 && t < at(m_size - 1).time)
        return;
    m_points[m_next] = {t, value};
    m_next = (m_next + 1) % kPoints;
    m_size = std::min(m_size + 1, kPoints);
}

std::optional<Trend::Line> Trend::fit(TimeNs now) const
{
    std::size_t first = 0;
    while (first < m_size && at(first).time < now - kWindow)
        ++first;
    const std::size_t n = m_size - first;
    if (n < kFewestPoints)
        return std::nullopt;
    const double count = static_cast<double>(n);
    double meanTime = 0.0, meanValue = 0.0;
    const auto seconds = [now](const Point& p) { return static_cast<double>(p.time - now) * 1e-9; };
    for (std::size_t i = first; i < m_size; ++i) {
        meanTime += seconds(at(i)) / count;
        meanValue += at(i).value / count;
    }
    double stt = 0.0, stv = 0.0, svv = 0.0;
    for (std::size_t i = first; i < m_size; ++i) {
        const double dt = seconds(at(i)) - meanTime;
        const double dv = at(i).value - meanValue;
        stt += dt * dt;
        stv += dt * dv;
        svv += dv * dv;
    }
    if (!(stt > 0.0) || !std::isfinite(svv))
        return std::nullopt;
    Line line;
    line.slope = stv / stt;
    line.value = meanValue - line.slope * meanTime;
    const double unexplained = std::max(0.0, svv - line.slope * stv);
    line.slopeError = std::sqrt(unexplained / ((count - 2.0) * stt));
    return line;
}

void Trend::save(ByteWriter& out) const
{
    out.varint(m_size);
    for (std::size_t i = 0; i < m_size; ++i) {
        out.i64(at(i).time);
        out.f64(at(i).value);
    }
}

bool Trend::load(ByteReader& in)
{
    clear();
    const std::uint64_t n = in.count(16);
    if (n > kPoints)
        return false;
    TimeNs before = 0; // log time is UTC: never before 1970
    for (std::uint64_t i = 0; i < n; ++i) {
        const TimeNs t = in.i64();
        const double v = in.f64();
        if (in.failed() || t < before || !std::isfinite(v)) {
            clear();
            return false;
        }
        add(t, v);
        before = t;
    }
    return !in.failed();
}

} // namespace gemba::twin
