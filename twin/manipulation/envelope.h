// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "twin/manipulation/real_fft.h"

namespace gemba::twin {

/// A band of frequencies in Hz, and how impulsive the signal is in it.
struct FrequencyBand {
    double low = 0.0, high = 0.0;
    double kurtosis = 0.0; ///< of the complex envelope; 0 for Gaussian noise, -1 for a sine
};

/// How the part of the signal that holds the impacts is brought out.
enum class EnvelopeMethod : std::uint8_t {
    /// Cepstrum pre-whitening: every line is given the same size, so that neither gears nor
    /// resonances hide the impacts (Borghesani, Pennacchi, Randall, Sawalhi & Ricci, MSSP 36 (2013)
    /// 370-384; setting the whole real cepstrum but its zeroth value to zero is X / |X|).
    Prewhitening,
    /// The band with the largest spectral kurtosis among binary and ternary divisions of the
    /// whole (Antoni, Fast computation of the kurtogram, MSSP 21 (2007) 108-124), but none that
    /// holds next to nothing: behind a filter's edge there is only rounding.
    Kurtogram,
};

/// The spectrum of the squared envelope of records of one length: what repeats with the passing of
/// a bearing's damage stands as a line at that frequency, however high the resonance that it rings.
/// The ends of a record are tapered: where its end does not meet its beginning, pre-whitening would
/// make one large impact of the jump. Does not allocate after construction; one thread at a time.
class EnvelopeMeter
{
public:
    static constexpr int kDeepestLevel = 6; ///< of the kurtogram: bands of 1/128 of the rate
    static constexpr std::size_t kFewestBins = 64; ///< of a band that can be judged

    /// length: a fastLength(); rate in Hz.
    EnvelopeMeter(std::size_t length, double rate, EnvelopeMethod method);

    [[nodiscard]] std::size_t length() const { return m_fft.length(); }
    [[nodiscard]] double step() const { return m_rate / static_cast<double>(length()); }
    [[nodiscard]] EnvelopeMethod method() const { return m_method; }

    /// Amplitudes of the squared envelope about its mean, at k * step() Hz, k = 0 .. length/2; in
    /// the square of the signal's unit, or of one common size after pre-whitening. signal has
    /// length() values; the result holds until the next call.
    [[nodiscard]] std::span<const double> spectrum(std::span<const float> signal);
    /// What the envelope of the last signal was made of: the kurtogram's band, or the whole.
    [[nodiscard]] const FrequencyBand& band() const { return m_band; }
    /// Whether the last signal holds impacts of any kind: its envelope in band() is more peaked than
    /// Gaussian noise makes one of that length and width, by more than six standard deviations
    /// (sqrt(20/n) for n independent values) and by at least 0.3. Never by the kurtogram: a band
    /// chosen for its peaks proves nothing by having some.
    [[nodiscard]] bool impulsive() const;

private:
    struct Bins {
        std::size_t first = 0, end = 0;
    };
    struct Division { ///< of the whole into parts of one width
        std::size_t parts = 0;
        Fft transform; ///< of one part
    };
    void whiten();
    [[nodiscard]] Bins mostImpulsive();
    void keepOnly(Bins bins);
    void takeEnvelope();

    Fft m_fft;
    double m_rate;
    EnvelopeMethod m_method;
    FrequencyBand m_band;
    std::vector<double> m_edges, m_envelopeEdges; ///< weights
    std::vector<double> m_signal, m_lines;
    std::vector<Complex> m_bins;     ///< of the real signal
    std::vector<Complex> m_onesided; ///< of the analytic signal
    std::vector<Complex> m_analytic;
    std::vector<Division> m_divisions; ///< kurtogram only
};

} // namespace gemba::twin
