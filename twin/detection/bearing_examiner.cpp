// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/bearing_examiner.h"

#include <algorithm>
#include <cmath>

namespace gemba::twin {

double lowestRate(const Bearing& bearing, double speed)
{
    return 2.0 * highestOrder(bearing) * speed;
}

double fewestValues(double rate, double speed)
{
    return std::ceil(kFewestTurns / speed * rate);
}

BearingExaminer::BearingExaminer(std::size_t length, double rate, BearingMethod method)
    : m_step(rate / static_cast<double>(length)), m_spectrum(length / 2 + 1), m_first(length / 2 + 1),
      m_scratch(length / 2 + 1)
{
    if (method != BearingMethod::Kurtogram)
        m_whitened.emplace(length, rate, EnvelopeMethod::Prewhitening);
    if (method != BearingMethod::Prewhitening)
        m_banded.emplace(length, rate, EnvelopeMethod::Kurtogram);
}

BearingReading BearingExaminer::look(EnvelopeMeter& meter, const Bearing& bearing,
                                     std::span<const float> signal, double speed)
{
    const auto lines = meter.spectrum(signal);
    std::copy(lines.begin(), lines.end(), m_spectrum.begin());
    m_used = meter.method();
    m_band = meter.band();
    m_impulsive = meter.impulsive();
    const double threshold = m_used == EnvelopeMethod::Kurtogram ? kChosenBandDecibels
                             : m_impulsive                      ? kImpulsiveDecibels
                                                                : kClearDecibels;
    return readBearing(bearing, m_spectrum, m_step, speed, threshold, m_scratch);
}

BearingReading BearingExaminer::examine(const Bearing& bearing, std::span<const float> signal, double speed)
{
    if (!m_whitened)
        return look(*m_banded, bearing, signal, speed);
    const BearingReading first = look(*m_whitened, bearing, signal, speed);
    if (first.verdict != BearingVerdict::None || !m_banded)
        return first;
    m_first.swap(m_spectrum);
    const FrequencyBand band = m_band;
    const bool impulsive = m_impulsive;
    const BearingReading second = look(*m_banded, bearing, signal, speed);
    if (second.verdict != BearingVerdict::None)
        return second;
    m_first.swap(m_spectrum); // both were silent: the first is told
    m_used = EnvelopeMethod::Prewhitening;
    m_band = band;
    m_impulsive = impulsive;
    return first;
}

} // namespace gemba::twin
