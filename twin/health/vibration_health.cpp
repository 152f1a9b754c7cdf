// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/vibration_health.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "twin/health/indicator.h"

namespace gemba::twin {

VibrationHealth::VibrationHealth(std::size_t length, double rate, const MachineClass& machine,
                                 const VibrationZones& table, std::optional<Bearing> bearing)
    : m_machine(machine), m_velocityLimits(machine.limits().high), m_crest(table.crest), m_kurtosis(table.kurtosis),
      m_bearingLine(table.bearingLine),
      m_bearing(std::move(bearing)), m_rate(rate), m_velocity(length, rate, machine.bandLow, machine.bandHigh),
      m_examiner(length, rate, BearingMethod::Auto)
{
    m_report.deductions.reserve(4);
}

double VibrationHealth::deduct(VibrationSign sign, const SideLimits& limits, double value)
{
    const std::optional<Indicator> rule = Indicator::of(Limits{{}, limits, {}});
    const Indicator::Reading reading = rule ? rule->read(value) : Indicator::Reading();
    const auto points = static_cast<MilliPoints>(std::llround(reading.points * 1000.0));
    if (points > 0)
        m_report.deductions.push_back({sign, points, value, reading.limit});
    return reading.points;
}

void VibrationHealth::countImpactsOnce()
{
    MilliPoints most = 0;
    for (const VibrationDeduction& d : m_report.deductions)
        most = d.sign == VibrationSign::Velocity ? most : std::max(most, d.points);
    for (VibrationDeduction& d : m_report.deductions) {
        if (d.sign != VibrationSign::Velocity)
            d.points = d.points == most ? std::exchange(most, -1) : 0;
    }
}

const VibrationReport& VibrationHealth::assess(std::span<const float> acceleration, double speed)
{
    VibrationReport& r = m_report;
    r.deductions.clear();
    r.features = featuresOf(acceleration);
    r.velocityRms = m_velocity.rms(acceleration);
    r.zone = m_machine.zone(r.velocityRms);
    r.bearing.reset();
    r.bearingLine = 0.0;
    const bool judged = m_bearing && speed > 0.0 && r.features.deviation > 0.0
        && m_rate > lowestRate(*m_bearing, speed) && static_cast<double>(length()) >= fewestValues(m_rate, speed);
    if (judged) {
        r.bearing = m_examiner.examine(*m_bearing, acceleration, speed);
        if (r.bearing->verdict != BearingVerdict::None)
            r.bearingLine = r.bearing->decibels[static_cast<std::size_t>(r.bearing->verdict) - 1];
    }
    deduct(VibrationSign::Velocity, m_velocityLimits, r.velocityRms);
    deduct(VibrationSign::Crest, m_crest, r.features.crest);
    deduct(VibrationSign::Kurtosis, m_kurtosis, r.features.kurtosis);
    r.bearingHealth = 1.0 - deduct(VibrationSign::BearingLine, m_bearingLine, r.bearingLine) / kFullPoints;
    countImpactsOnce();
    std::sort(r.deductions.begin(), r.deductions.end(), [](const VibrationDeduction& a, const VibrationDeduction& b) {
        return a.points != b.points ? a.points > b.points : a.sign < b.sign;
    });
    MilliPoints sum = 0;
    for (const VibrationDeduction& d : r.deductions)
        sum += d.points;
    r.score = kFullCondition - std::min(kFullCondition, sum);
    r.word = wordFor(r.score);
    return r;
}

} // namespace gemba::twin
