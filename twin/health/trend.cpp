// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/trend.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "twin/manipulation/robust_slope.h"

namespace gemba::twin {

namespace {

constexpr double kTenth = 1.2816;  // quantile of the normal distribution: P10 and P90
constexpr double kSurely = 3.0;

/// The median of the slopes between n points, and the ranks that bound it.
struct Ranked {
    double median = 0.0, low = 0.0, high = 0.0;
    double surelyLow = -std::numeric_limits<double>::infinity(), surelyHigh = std::numeric_limits<double>::infinity();

    Ranked(std::span<double> slopes, std::size_t n)
    {
        const auto points = static_cast<double>(n), all = static_cast<double>(slopes.size());
        const double deviation = std::sqrt(points * (points - 1.0) * (2.0 * points + 5.0) / 18.0);
        std::sort(slopes.begin(), slopes.end());
        const auto ranked = [&](double rank) { return slopes[static_cast<std::size_t>(std::clamp(rank, 0.0, all - 1.0))]; };
        median = 0.5 * (ranked(std::floor(0.5 * (all - 1.0))) + ranked(std::ceil(0.5 * (all - 1.0))));
        low = ranked(std::floor(0.5 * (all - kTenth * deviation)));
        high = ranked(std::ceil(0.5 * (all + kTenth * deviation)) - 1.0);
        if (const double rank = std::floor(0.5 * (all - kSurely * deviation)); rank >= 0.0) {
            surelyLow = ranked(rank);
            surelyHigh = ranked(all - 1.0 - rank);
        }
    }
};

} // namespace

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
    std::array<double, kPoints> seconds{}, values{};
    std::size_t n = 0;
    for (std::size_t i = 0; i < m_size; ++i) {
        if (at(i).time < now - kWindow)
            continue;
        seconds[n] = static_cast<double>(at(i).time - now) * 1e-9;
        values[n++] = at(i).value;
    }
    if (n < kFewestPoints)
        return std::nullopt;
    std::array<double, kPoints*(kPoints - 1) / 2> slopes; // not cleared: all that is read is written first
    std::size_t count = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j < n; ++j) {
            if (seconds[j] > seconds[i])
                slopes[count++] = (values[j] - values[i]) / (seconds[j] - seconds[i]);
        }
    }
    if (count == 0 || !std::all_of(slopes.begin(), slopes.begin() + static_cast<std::ptrdiff_t>(count), [](double v) { return std::isfinite(v); }))
        return std::nullopt;
    const Ranked ranked{std::span<double>(slopes).first(count), n};
    Line line;
    line.slope = ranked.median;
    line.slopeLow = ranked.low;
    line.slopeHigh = ranked.high;
    line.significant = ranked.surelyLow > 0.0 || ranked.surelyHigh < 0.0;
    for (std::size_t i = 0; i < n; ++i)
        values[i] -= line.slope * seconds[i];
    line.value = medianOf(std::span(values).first(n));
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
