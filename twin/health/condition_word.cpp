// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/condition_word.h"

#include <algorithm>

namespace gemba::twin {

ConditionWord ConditionWordRule::update(MilliPoints score, bool hasIndicator, TimeNs now)
{
    const int worstAllowed = hasIndicator ? 3 : 1;
    int word = static_cast<int>(m_word);
    int worse = 0;
    for (int k = 0; k < 3; ++k) {
        TimeNs& since = m_belowSince[static_cast<std::size_t>(k)];
        const bool below = k < worstAllowed && score < kWordEdges[static_cast<std::size_t>(k)];
        if (!below)
            since = kNoTime;
        else if (since == kNoTime)
            since = now;
        if (below && now - since >= m_dwell)
            worse = k + 1;
    }
    if (worse > word) {
        word = worse;
    } else {
        while (word > 0 && score >= kWordEdges[static_cast<std::size_t>(word - 1)] + kWordHysteresis)
            --word;
        word = std::min(word, worstAllowed);
    }
    if (m_since == kNoTime || word != static_cast<int>(m_word))
        m_since = now;
    m_word = static_cast<ConditionWord>(word);
    return m_word;
}

void ConditionWordRule::reset()
{
    m_word = ConditionWord::Normal;
    m_since = kNoTime;
    m_belowSince.fill(kNoTime);
}

void ConditionWordRule::save(ByteWriter& out) const
{
    out.u8(static_cast<std::uint8_t>(m_word));
    out.i64(m_since);
    for (const TimeNs t : m_belowSince)
        out.i64(t);
}

bool ConditionWordRule::load(ByteReader& in)
{
    const std::uint8_t word = in.u8();
    bool fine = word <= 3;
    const auto time = [&] {
        const TimeNs t = in.i64();
        fine = fine && (t == kNoTime || t >= 0);
        return t;
    };
    m_since = time();
    for (TimeNs& t : m_belowSince)
        t = time();
    if (in.failed() || !fine) {
        reset();
        return false;
    }
    m_word = static_cast<ConditionWord>(word);
    return true;
}

} // namespace gemba::twin
