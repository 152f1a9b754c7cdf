// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/velocity.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "twin/manipulation/taper.h"

namespace gemba::twin {

VelocityMeter::VelocityMeter(std::size_t length, double rate, double low, double high)
    : m_fft(length), m_weights(taperWeights(Taper::Hann, length)), m_signal(length),
      m_bins(length / 2 + 1), m_step(rate / static_cast<double>(length))
{
    const double last = static_cast<double>(length / 2);
    m_first = static_cast<std::size_t>(std::clamp(std::ceil(low / m_step), 1.0, last));
    m_end = static_cast<std::size_t>(std::clamp(std::floor(high / m_step) + 1.0, 1.0, last));
    for (const double w : m_weights)
        m_squares += w * w;
}

double VelocityMeter::rms(std::span<const float> acceleration)
{
    double mean = 0.0;
    for (std::size_t i = 0; i < m_signal.size(); ++i)
        mean += static_cast<double>(acceleration[i]);
    mean /= static_cast<double>(m_signal.size());
    for (std::size_t i = 0; i < m_signal.size(); ++i)
        m_signal[i] = (static_cast<double>(acceleration[i]) - mean) * m_weights[i];
    m_fft.forward(m_signal, m_bins);
    double sum = 0.0;
    for (std::size_t k = m_first; k < m_end; ++k) {
        const double omega = 2.0 * std::numbers::pi * m_step * static_cast<double>(k);
        sum += std::norm(m_bins[k]) / (omega * omega);
    }
    // Both halves of the spectrum, over the length and over the taper's mean square.
    const double meanSquare = 2.0 * sum / (static_cast<double>(length()) * m_squares);
    return 1000.0 * std::sqrt(meanSquare);
}

} // namespace gemba::twin
