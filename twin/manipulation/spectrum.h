// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "twin/manipulation/real_fft.h"
#include "twin/manipulation/taper.h"

namespace gemba::twin {

/// Single-sided spectra of records of one length and rate. A record's mean is taken off first.
/// Line k lies at k * step() Hz. Does not allocate after construction; one thread at a time.
class SpectrumMeter
{
public:
    /// length: a fastLength(); rate in Hz.
    SpectrumMeter(std::size_t length, double rate, Taper taper);

    [[nodiscard]] std::size_t length() const { return m_fft.length(); }
    [[nodiscard]] std::size_t lines() const { return m_fft.bins(); }
    [[nodiscard]] double step() const { return m_rate / static_cast<double>(length()); }

    /// Amplitude in the signal's unit: a sine of amplitude A on a line shows A there (the taper's
    /// coherent gain is divided out).
    [[nodiscard]] std::span<const double> amplitude(std::span<const float> signal);
    /// Power density in unit^2/Hz: its sum times step() is the signal's mean square about its mean
    /// (the taper's mean square is divided out). Both hold until the next call.
    [[nodiscard]] std::span<const double> density(std::span<const float> signal);

private:
    void transform(std::span<const float> signal);
    Fft m_fft;
    double m_rate;
    std::vector<double> m_weights;
    double m_sum = 0.0, m_squares = 0.0; ///< of the weights
    std::vector<double> m_signal, m_lines;
    std::vector<Complex> m_bins;
};

} // namespace gemba::twin
