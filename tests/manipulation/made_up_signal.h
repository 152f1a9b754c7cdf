// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace gemba::test {

/// Signals with a known answer. Same seed, same values.
class MadeUpSignal
{
public:
    MadeUpSignal(std::size_t length, double rate, std::uint32_t seed = 1)
        : m_values(length, 0.0), m_rate(rate), m_random(seed)
    {
    }

    MadeUpSignal& sine(double amplitude, double frequency, double phase = 0.0)
    {
        for (std::size_t i = 0; i < m_values.size(); ++i)
            m_values[i] += amplitude * std::sin(2.0 * std::numbers::pi * frequency * time(i) + phase);
        return *this;
    }
    /// Gaussian enough: the sum of twelve.
    MadeUpSignal& noise(double deviation)
    {
        for (double& v : m_values) {
            double sum = -6.0;
            for (int i = 0; i < 12; ++i)
                sum += uniform();
            v += deviation * sum;
        }
        return *this;
    }
    /// Damage that is struck frequency times a second, each time ringing a resonance; the strikes
    /// come up to jitter of their distance too early or late, as rolling elements slip, and are
    /// as strong as the load under which they happen: modulated by the given frequency (0: not).
    MadeUpSignal& impacts(double amplitude, double frequency, double resonance, double jitter = 0.0,
                          double modulation = 0.0)
    {
        const double end = static_cast<double>(m_values.size()) / m_rate;
        for (double at = 0.37 / frequency; at < end; at += 1.0 / frequency) {
            const double struck = at + (uniform() - 0.5) * 2.0 * jitter / frequency;
            const double load = modulation > 0.0 ? 0.5 + 0.5 * std::cos(2.0 * std::numbers::pi * modulation * struck) : 1.0;
            ring(amplitude * load, struck, resonance);
        }
        return *this;
    }
    [[nodiscard]] std::vector<float> values() const { return {m_values.begin(), m_values.end()}; }

private:
    [[nodiscard]] double time(std::size_t i) const { return static_cast<double>(i) / m_rate; }
    double uniform() { return static_cast<double>(m_random()) / 4294967296.0; }
    void ring(double amplitude, double from, double resonance)
    {
        constexpr double kDamping = 0.05;
        const double omega = 2.0 * std::numbers::pi * resonance;
        const auto first = static_cast<std::size_t>(std::max(0.0, std::ceil(from * m_rate)));
        for (std::size_t i = first; i < m_values.size(); ++i) {
            const double t = time(i) - from;
            if (t * omega * kDamping > 12.0)
                break;
            m_values[i] += amplitude * std::exp(-kDamping * omega * t) * std::sin(omega * t);
        }
    }
    std::vector<double> m_values;
    double m_rate;
    std::mt19937 m_random;
};

} // namespace gemba::test
