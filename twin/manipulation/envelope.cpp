// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/manipulation/envelope.h"

#include <algorithm>
#include <cmath>

#include "twin/manipulation/taper.h"

namespace gemba::twin {

namespace {

// Shares of the record that rise and fall; the envelope's cover the echo of the signal's.
constexpr double kSignalEnds = 0.02, kEnvelopeEnds = 0.1;
constexpr double kFaintest = 1e-3; ///< power of a band worth looking at, over the usual in its width
constexpr double kSureDeviations = 6.0, kLeastKurtosis = 0.3;

struct Peakedness {
    double meanSquare = 0.0;
    double kurtosis = -1.0; ///< E|z|^4 / (E|z|^2)^2 - 2
};

/// Of the complex envelope between its ends.
Peakedness peakednessOf(std::span<const Complex> z)
{
    const auto end = static_cast<std::size_t>(kEnvelopeEnds / 2.0 * static_cast<double>(z.size()));
    double squares = 0.0, fourths = 0.0;
    for (std::size_t i = end; i < z.size() - end; ++i) {
        const double power = std::norm(z[i]);
        squares += power;
        fourths += power * power;
    }
    const auto counted = static_cast<double>(z.size() - 2 * end);
    return {squares / counted, squares > 0.0 ? counted * fourths / (squares * squares) - 2.0 : -1.0};
}

} // namespace

EnvelopeMeter::EnvelopeMeter(std::size_t length, double rate, EnvelopeMethod method)
    : m_fft(length), m_rate(rate), m_method(method), m_band{0.0, rate / 2.0, 0.0},
      m_edges(edgeWeights(length, kSignalEnds)), m_envelopeEdges(edgeWeights(length, kEnvelopeEnds)), m_signal(length),
      m_lines(length / 2 + 1), m_bins(length / 2 + 1), m_onesided(length), m_analytic(length)
{
    if (method != EnvelopeMethod::Kurtogram)
        return;
    const auto divide = [&](std::size_t parts) {
        if (length / 2 / parts >= kFewestBins)
            m_divisions.push_back({parts, Fft(fastLength(length / 2 / parts))});
    };
    divide(1);
    for (int level = 1; level <= kDeepestLevel; ++level) {
        divide(std::size_t{1} << level);
        divide(std::size_t{3} << (level - 1));
    }
}

std::span<const double> EnvelopeMeter::spectrum(std::span<const float> signal)
{
    const std::size_t n = length();
    double mean = 0.0;
    for (std::size_t i = 0; i < n; ++i)
        mean += static_cast<double>(signal[i]);
    mean /= static_cast<double>(n);
    for (std::size_t i = 0; i < n; ++i)
        m_signal[i] = (static_cast<double>(signal[i]) - mean) * m_edges[i];
    m_fft.forward(m_signal, m_bins);
    m_bins.front() = m_bins.back() = 0.0; // they have no phase, so no envelope
    if (m_method == EnvelopeMethod::Prewhitening)
        whiten();
    keepOnly(m_method == EnvelopeMethod::Kurtogram ? mostImpulsive() : Bins{1, n / 2});
    m_fft.backward(m_onesided, m_analytic);
    takeEnvelope();
    m_fft.forward(m_signal, m_bins);
    for (std::size_t k = 0; k < m_lines.size(); ++k)
        m_lines[k] = 2.0 * std::sqrt(std::norm(m_bins[k])) / static_cast<double>(n);
    return m_lines;
}

void EnvelopeMeter::takeEnvelope()
{
    const std::size_t n = length();
    const Peakedness p = peakednessOf(m_analytic);
    m_band.kurtosis = p.kurtosis;
    for (std::size_t i = 0; i < n; ++i)
        m_signal[i] = (std::norm(m_analytic[i]) - p.meanSquare) * m_envelopeEdges[i];
}

bool EnvelopeMeter::impulsive() const
{
    const double chance = kSureDeviations * std::sqrt(20.0 / static_cast<double>(length()));
    return m_method == EnvelopeMethod::Prewhitening && m_band.kurtosis > std::max(kLeastKurtosis, chance);
}

void EnvelopeMeter::whiten()
{
    for (Complex& bin : m_bins) {
        const double size = std::sqrt(std::norm(bin));
        bin = size > 0.0 ? bin / size : Complex();
    }
}

void EnvelopeMeter::keepOnly(Bins bins)
{
    std::fill(m_onesided.begin(), m_onesided.end(), Complex());
    // Twice the positive half over the length: the analytic signal in the signal's own unit.
    const double scale = 2.0 / static_cast<double>(length());
    for (std::size_t k = bins.first; k < bins.end; ++k)
        m_onesided[k] = m_bins[k] * scale;
}

EnvelopeMeter::Bins EnvelopeMeter::mostImpulsive()
{
    Bins best{1, length() / 2};
    m_band.kurtosis = -1.0;
    double total = 0.0;
    for (const Complex& bin : m_bins)
        total += std::norm(bin);
    const double faintest = kFaintest * total / static_cast<double>(length() / 2);
    for (const Division& d : m_divisions) {
        const std::size_t width = d.transform.length();
        for (std::size_t i = 0; i < d.parts; ++i) {
            const std::size_t first = length() / 2 * i / d.parts;
            // Moved to zero and cut to its own width, a band has the same envelope at a lower
            // rate: a short transform is enough. Unscaled, its mean square is the band's power.
            const auto z = std::span(m_analytic).first(width);
            d.transform.backward(std::span(m_bins).subspan(first, width), z);
            const Peakedness p = peakednessOf(z);
            if (p.kurtosis > m_band.kurtosis && p.meanSquare > faintest * static_cast<double>(width)) {
                m_band.kurtosis = p.kurtosis;
                best = {first, first + width};
            }
        }
    }
    m_band.low = static_cast<double>(best.first) * step();
    m_band.high = static_cast<double>(best.end) * step();
    return best;
}

} // namespace gemba::twin
