// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "twin/detection/bearing.h"
#include "twin/manipulation/envelope.h"

namespace gemba::twin {

/// How a record is looked at. Auto pre-whitens and, where that shows nothing, looks once more into
/// the kurtogram's band, where only a clear line counts.
enum class BearingMethod : std::uint8_t { Auto, Prewhitening, Kurtogram };

/// What a record must be so that the bearing's lines can be told apart: kFewestTurns of the shaft
/// long, and fast enough for the third harmonic of the highest line. speed in Hz.
[[nodiscard]] double lowestRate(const Bearing& bearing, double speed);    ///< Hz; the rate is above it
[[nodiscard]] double fewestValues(double rate, double speed); ///< whole; may be beyond any length

/// Looks for bearing damage in records of one length and rate. Does not allocate after construction;
/// one thread at a time.
class BearingExaminer
{
public:
    /// length: a fastLength(); rate in Hz.
    BearingExaminer(std::size_t length, double rate, BearingMethod method);

    /// signal: length() finite values that are not all the same; speed of the shaft in Hz, for which
    /// rate and length are enough.
    [[nodiscard]] BearingReading examine(const Bearing& bearing, std::span<const float> signal, double speed);

    [[nodiscard]] std::size_t length() const { return m_spectrum.size() * 2 - 2; }
    [[nodiscard]] double step() const { return m_step; } ///< of spectrum(), Hz
    // Of the last examination
    [[nodiscard]] EnvelopeMethod method() const { return m_used; } ///< that the reading is from
    [[nodiscard]] const FrequencyBand& band() const { return m_band; }
    [[nodiscard]] bool impulsive() const { return m_impulsive; }
    [[nodiscard]] std::span<const double> spectrum() const { return m_spectrum; }

private:
    [[nodiscard]] BearingReading look(EnvelopeMeter& meter, const Bearing& bearing,
                                      std::span<const float> signal, double speed);
    std::optional<EnvelopeMeter> m_whitened, m_banded;
    double m_step;
    std::vector<double> m_spectrum, m_first, m_scratch;
    EnvelopeMethod m_used = EnvelopeMethod::Prewhitening;
    FrequencyBand m_band;
    bool m_impulsive = false;
};

} // namespace gemba::twin
