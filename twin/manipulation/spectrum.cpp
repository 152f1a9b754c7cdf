// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/spectrum.h"

#include <cmath>

namespace gemba::twin {

SpectrumMeter::SpectrumMeter(std::size_t length, double rate, Taper taper)
    : m_fft(length), m_rate(rate), m_weights(taperWeights(taper, length)), m_signal(length),
      m_lines(length / 2 + 1), m_bins(length / 2 + 1)
{
    for (const double w : m_weights) {
        m_sum += w;
        m_squares += w * w;
    }
}

void SpectrumMeter::transform(std::span<const float> signal)
{
    double mean = 0.0;
    for (std::size_t i = 0; i < m_signal.size(); ++i)
        mean += static_cast<double>(signal[i]);
    mean /= static_cast<double>(m_signal.size());
    for (std::size_t i = 0; i < m_signal.size(); ++i)
        m_signal[i] = (static_cast<double>(signal[i]) - mean) * m_weights[i];
    m_fft.forward(m_signal, m_bins);
}

std::span<const double> SpectrumMeter::amplitude(std::span<const float> signal)
{
    transform(signal);
    const std::size_t last = m_lines.size() - 1; // it and the first have no twin at -f
    for (std::size_t k = 0; k <= last; ++k)
        m_lines[k] = (k == 0 || k == last ? 1.0 : 2.0) * std::sqrt(std::norm(m_bins[k])) / m_sum;
    return m_lines;
}

std::span<const double> SpectrumMeter::density(std::span<const float> signal)
{
    transform(signal);
    const std::size_t last = m_lines.size() - 1;
    for (std::size_t k = 0; k <= last; ++k)
        m_lines[k] = (k == 0 || k == last ? 1.0 : 2.0) * std::norm(m_bins[k]) / (m_rate * m_squares);
    return m_lines;
}

} // namespace gemba::twin
