// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/pump_vibration.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gemba::plant {

namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;
constexpr double kRatedSpeed = 1480.0 / 60.0;
constexpr int kVanes = 6;
constexpr double kResonance = 3150.0, kDamping = 0.05;
constexpr double kStep = 1.0 / 128.0; ///< m/s^2; a power of two, as the counts of a converter are

/// SplitMix64 (Steele, Lea & Flood 2014): the same everywhere, and any seed is a good one.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    /// Of mean 0 and deviation 1; four uniform ones are Gaussian enough here.
    double normal() { return (uniform() + uniform() + uniform() + uniform() - 2.0) * std::numbers::sqrt3; }

private:
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state;
};

class Recording
{
public:
    explicit Recording(std::uint64_t record) : m_dice(record), m_values(kVibrationValues, 0.0) {}

    /// velocity: RMS in mm/s.
    void sine(double velocity, double frequency)
    {
        const double amplitude = velocity / 1000.0 * std::numbers::sqrt2 * kTurn * frequency;
        const double phase = kTurn * m_dice.uniform();
        for (std::size_t i = 0; i < m_values.size(); ++i)
            m_values[i] += amplitude * std::sin(phase + kTurn * frequency * static_cast<double>(i) / kVibrationRate);
    }
    void noise(double deviation)
    {
        for (double& v : m_values)
            v += deviation * m_dice.normal();
    }
    /// swell: frequency with which the strikes grow and fade; 0: they do not.
    void strikes(double amplitude, double frequency, double swell)
    {
        const double end = static_cast<double>(m_values.size()) / kVibrationRate;
        const double phase = m_dice.uniform();
        for (double t = -m_dice.uniform() / frequency; t < end; t += (1.0 + 0.01 * m_dice.normal()) / frequency) {
            const double load = swell > 0.0 ? 0.5 + 0.5 * std::cos(kTurn * (swell * t + phase)) : 1.0;
            ring(amplitude * load * (1.0 + 0.1 * m_dice.normal()), t, kResonance, kDamping);
        }
    }
    void bubbles(double amplitude, double rate)
    {
        const double end = static_cast<double>(m_values.size()) / kVibrationRate;
        for (double t = 0.0; t < end; t -= std::log(1.0 - m_dice.uniform()) / rate) {
            const double size = -std::log(1.0 - m_dice.uniform());
            ring(amplitude * size, t, 2000.0 + 3000.0 * m_dice.uniform(), 0.1);
        }
    }
    [[nodiscard]] std::vector<float> told() const
    {
        std::vector<float> out(m_values.size());
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = static_cast<float>(std::round(m_values[i] / kStep) * kStep);
        return out;
    }

private:
    void ring(double amplitude, double from, double resonance, double damping)
    {
        const double omega = kTurn * resonance;
        const double begin = std::max(0.0, std::ceil(from * kVibrationRate));
        for (auto i = static_cast<std::size_t>(begin); i < m_values.size(); ++i) {
            const double t = static_cast<double>(i) / kVibrationRate - from;
            if (damping * omega * t > 8.0)
                return;
            m_values[i] += amplitude * std::exp(-damping * omega * t) * std::sin(omega * t);
        }
    }
    Dice m_dice;
    std::vector<double> m_values;
};

} // namespace

std::vector<float> pumpVibration(const PumpMoment& m, PumpAxis axis, std::uint64_t record)
{
    Recording r(record);
    if (m.speed <= 0.0) { // what comes through the floor
        r.noise(0.03);
        return r.told();
    }
    const bool radial = axis == PumpAxis::Radial;
    const double relative = m.speed / kRatedSpeed;
    const double off = std::abs(m.load - 1.0); ///< from best efficiency: more recirculation
    const double cubed = relative * relative * relative;
    if (radial) {
        r.sine(0.7 * relative + 5.5 * m.unbalance * cubed + 0.8 * m.misalignment, m.speed);
        r.sine(0.25 + 3.8 * m.misalignment, 2.0 * m.speed);
        r.sine(0.1 + 1.2 * m.misalignment, 3.0 * m.speed);
        r.sine(0.35 * (1.0 + 1.5 * off) + 0.8 * m.cavitation, kVanes * m.speed);
    } else {
        r.sine(0.35 + 2.5 * m.misalignment + 0.8 * m.unbalance * cubed, m.speed);
        r.sine(0.15 + 3.6 * m.misalignment, 2.0 * m.speed);
        r.sine(0.05 + m.misalignment, 3.0 * m.speed);
        r.sine(0.2 + 0.4 * m.cavitation, kVanes * m.speed);
    }
    const double reach = radial ? 1.0 : 0.5; ///< along the shaft less arrives
    r.noise((0.35 + 0.3 * off) * reach);
    if (m.outerRace > 0.0)
        r.strikes(45.0 * m.outerRace * reach, kOuterOrder * m.speed, 0.0);
    if (m.innerRace > 0.0)
        r.strikes(45.0 * m.innerRace * reach, kInnerOrder * m.speed, m.speed);
    if (m.cavitation > 0.0) {
        r.noise(2.0 * m.cavitation * reach);
        r.bubbles(8.0 * m.cavitation * reach, 500.0 * m.cavitation);
    }
    return r.told();
}

} // namespace gemba::plant
