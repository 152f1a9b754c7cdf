// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "twin/detection/bearing_examiner.h"
#include "twin/detection/vibration_zones.h"
#include "twin/manipulation/velocity.h"
#include "twin/manipulation/waveform_features.h"
#include "twin/model/assessment.h"

namespace gemba::twin {

enum class VibrationSign : std::uint8_t { Velocity, Crest, Kurtosis, BearingLine };

/// One reason why vibration is not as it should be.
struct VibrationDeduction {
    VibrationSign sign = VibrationSign::Velocity;
    MilliPoints points = 0; ///< > 0; 0: evidence, the reason that counts tells of the same impacts
    double value = 0.0;     ///< mm/s, 1, 1, dB
    double limit = 0.0;     ///< the one next to the value
    bool operator==(const VibrationDeduction&) const = default;
};

/// What one record says of a machine.
struct VibrationReport {
    WaveformFeatures features; ///< m/s^2
    double velocityRms = 0.0;  ///< mm/s in the class's band
    VibrationZone zone = VibrationZone::A;
    std::optional<BearingReading> bearing; ///< nothing: not looked at, see VibrationHealth
    double bearingLine = 0.0; ///< dB of the damaged part's line; 0 without damage
    double bearingHealth = 1.0; ///< by that line alone, without any earlier record: 1 without damage, at the
                                ///< table's alert limit .6, at its trip limit .2, then down to 0
    MilliPoints score = kFullCondition;
    ConditionWord word = ConditionWord::Normal; ///< of this record alone: no dwell
    std::vector<VibrationDeduction> deductions; ///< largest first, evidence last; the score is 100 minus their sum
};

/// The condition of a rotating machine by one vibration record: velocity by the zones of its class,
/// crest factor, kurtosis and bearing damage by the table's limits, each as a physical indicator
/// (0 points at the edge of normal, 40 at its alert limit, 80 at its trip limit). Crest factor, kurtosis
/// and bearing line tell of the same impacts: the one with the most points counts. Usable on its own:
/// no files, clocks or plant. For records of one length and rate; after the first record no
/// allocation. One thread at a time.
class VibrationHealth
{
public:
    /// length: a fastLength() of at least 32; rate in Hz. bearing: nothing where it is not known; then,
    /// and where speed, length or rate are not enough for it, bearings are not judged.
    VibrationHealth(std::size_t length, double rate, const MachineClass& machine,
                    const VibrationZones& table, std::optional<Bearing> bearing);

    /// acceleration: length() finite values in m/s^2; speed of the shaft in Hz, 0: not known.
    const VibrationReport& assess(std::span<const float> acceleration, double speed);

    [[nodiscard]] std::size_t length() const { return m_velocity.length(); }
    [[nodiscard]] const BearingExaminer& examiner() const { return m_examiner; } ///< of the last record

private:
    double deduct(VibrationSign sign, const SideLimits& limits, double value); ///< points
    void countImpactsOnce();
    MachineClass m_machine;
    SideLimits m_velocityLimits, m_crest, m_kurtosis, m_bearingLine;
    std::optional<Bearing> m_bearing;
    double m_rate;
    VelocityMeter m_velocity;
    BearingExaminer m_examiner;
    VibrationReport m_report;
};

} // namespace gemba::twin
