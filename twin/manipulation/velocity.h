// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "twin/manipulation/real_fft.h"

namespace gemba::twin {

/// Vibration severity: the RMS of velocity in a band, from acceleration. Each line of the spectrum
/// is divided by 2 pi f and the squares of those in the band are added (Parseval), so that no drift
/// of an integrator and no filter's edge counts. Does not allocate after construction; one thread
/// at a time.
class VelocityMeter
{
public:
    /// The band of ISO 20816-1 for machines of 600 rpm and more, in Hz; slower ones use 2 Hz.
    static constexpr double kLow = 10.0, kHigh = 1000.0;

    /// length: a fastLength(); rate in Hz.
    VelocityMeter(std::size_t length, double rate, double low = kLow, double high = kHigh);

    [[nodiscard]] std::size_t length() const { return m_fft.length(); }
    /// acceleration in m/s^2, length() values; result in mm/s. The record is tapered (Hann).
    [[nodiscard]] double rms(std::span<const float> acceleration);

private:
    Fft m_fft;
    std::vector<double> m_weights, m_signal;
    std::vector<Complex> m_bins;
    double m_step;
    std::size_t m_first, m_end; ///< bins of the band
    double m_squares = 0.0;     ///< of the weights
};

} // namespace gemba::twin
