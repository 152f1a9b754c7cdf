// SPDX-License-Identifier: GPL-3.0-or-later
// The derived state of a HealthAssessor, as a keyframe carries it.
#include <cmath>

#include "twin/health/health_assessor.h"

namespace gemba::twin {

void HealthAssessor::reset()
{
    clearWindows();
    for (Reading& r : m_readings)
        r.arrival = kNoTime;
    m_withheld = Withheld::NoData;
    m_withheldSince = kNoTime;
}

void HealthAssessor::save(ByteWriter& out) const
{
    out.varint(m_readings.size());
    for (const Reading& r : m_readings)
        out.i64(r.arrival);
    out.varint(m_indicators.size());
    for (const Physical& p : m_indicators) {
        p.trend.save(out);
        out.f64(p.last.points);
        out.u8(static_cast<std::uint8_t>(p.last.side));
        out.f64(p.last.limit);
        out.f64(p.value);
    }
    if (m_life) {
        for (const double v : {m_life->last.points, m_life->last.limit, m_life->median, m_life->fewest, m_life->most})
            out.f64(v);
        out.boolean(m_life->usable);
    }
    m_word.save(out);
    out.i64(m_scoredSince);
    out.u8(static_cast<std::uint8_t>(m_withheld));
    out.i64(m_withheldSince);
    out.i64(m_anomalySince);
    out.varint(m_row.size());
    if (m_anomaly)
        m_anomaly->save(out);
}

bool HealthAssessor::load(ByteReader& in)
{
    if (loadState(in))
        return true;
    reset();
    return false;
}

bool HealthAssessor::loadState(ByteReader& in)
{
    bool fine = true;
    const auto time = [&] {
        const TimeNs t = in.i64();
        fine = fine && (t == kNoTime || t >= 0);
        return t;
    };
    if (in.count(8) != m_readings.size())
        return false;
    for (Reading& r : m_readings)
        r.arrival = time();
    if (in.count() != m_indicators.size())
        return false;
    for (Physical& p : m_indicators) {
        if (!p.trend.load(in))
            return false;
        p.last.points = in.f64();
        const std::uint8_t side = in.u8();
        p.last.side = static_cast<Side>(side);
        p.last.limit = in.f64();
        p.value = in.f64();
        fine = fine && p.last.points >= 0.0 && p.last.points <= kFullPoints && side <= 2
            && std::isfinite(p.last.limit) && std::isfinite(p.value);
    }
    if (m_life) {
        for (double* v : {&m_life->last.points, &m_life->last.limit, &m_life->median, &m_life->fewest, &m_life->most}) {
            *v = in.f64();
            fine = fine && std::isfinite(*v);
        }
        m_life->last.side = m_life->last.points > 0.0 ? Side::Low : Side::None;
        m_life->usable = in.boolean();
        fine = fine && m_life->last.points >= 0.0 && m_life->last.points <= kFullPoints;
    }
    fine = m_word.load(in) && fine;
    m_scoredSince = time();
    const std::uint8_t withheld = in.u8();
    fine = fine && withheld <= static_cast<std::uint8_t>(kLastWithheld);
    m_withheld = static_cast<Withheld>(withheld);
    m_withheldSince = time();
    m_anomalySince = time();
    if (in.varint() != m_row.size())
        return false;
    return (!m_anomaly || m_anomaly->load(in)) && fine && !in.failed();
}

} // namespace gemba::twin
