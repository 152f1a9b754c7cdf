// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/order_tracking.h"

#include <algorithm>
#include <cmath>

namespace gemba::twin {

namespace {

/// The angle in turns, followed forwards in time.
class Shaft
{
public:
    explicit Shaft(std::span<const SpeedPoint> speed) : m_speed(speed) {}

    /// t does not decrease from call to call.
    double turnsAt(double t)
    {
        while (m_next < m_speed.size() && m_speed[m_next].seconds <= t)
            advanceTo(m_speed[m_next++].seconds);
        advanceTo(t);
        return m_turns;
    }

private:
    void advanceTo(double t)
    {
        if (t <= m_at)
            return;
        m_turns += (t - m_at) * (speedAt(m_at) + speedAt(t)) / 2.0; // linear between: exact
        m_at = t;
    }
    [[nodiscard]] double speedAt(double t) const
    {
        const auto after = std::upper_bound(m_speed.begin(), m_speed.end(), t,
                                            [](double at, const SpeedPoint& p) { return at < p.seconds; });
        if (after == m_speed.begin())
            return m_speed.front().hertz;
        if (after == m_speed.end())
            return m_speed.back().hertz;
        const SpeedPoint &a = *(after - 1), &b = *after;
        return a.hertz + (b.hertz - a.hertz) * (t - a.seconds) / (b.seconds - a.seconds);
    }
    std::span<const SpeedPoint> m_speed;
    std::size_t m_next = 0;
    double m_at = 0.0, m_turns = 0.0;
};

double cubic(std::span<const float> signal, double at)
{
    const auto last = static_cast<double>(signal.size() - 1);
    const double whole = std::floor(std::clamp(at, 0.0, last));
    const double u = std::clamp(at, 0.0, last) - whole;
    const auto value = [&](double i) { return static_cast<double>(signal[static_cast<std::size_t>(std::clamp(i, 0.0, last))]); };
    const double a = value(whole - 1.0), b = value(whole), c = value(whole + 1.0), d = value(whole + 2.0);
    return b + 0.5 * u * (c - a + u * (2.0 * a - 5.0 * b + 4.0 * c - d + u * (3.0 * (b - c) + d - a)));
}

} // namespace

std::size_t valuesByAngle(std::size_t values, double rate, std::span<const SpeedPoint> speed, double perTurn)
{
    if (values == 0)
        return 0;
    Shaft shaft(speed);
    return static_cast<std::size_t>(std::floor(shaft.turnsAt(static_cast<double>(values - 1) / rate) * perTurn)) + 1;
}

void resampleByAngle(std::span<const float> signal, double rate, std::span<const SpeedPoint> speed,
                     double perTurn, std::span<float> out)
{
    Shaft shaft(speed);
    double before = 0.0; // angle at the value before, in steps of the output
    std::size_t done = 0;
    for (std::size_t i = 0; i < signal.size() && done < out.size(); ++i) {
        const double now = shaft.turnsAt(static_cast<double>(i) / rate) * perTurn;
        while (done < out.size() && static_cast<double>(done) <= now) {
            const double part = now > before ? (now - static_cast<double>(done)) / (now - before) : 0.0;
            out[done++] = static_cast<float>(cubic(signal, static_cast<double>(i) - part));
        }
        before = now;
    }
    while (done < out.size()) // a step that rounding has put behind the last value
        out[done++] = signal.back();
}

} // namespace gemba::twin
