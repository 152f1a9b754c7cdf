// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "twin/model/assessment.h"
#include "twin/model/bytes.h"

namespace gemba::twin {

/// A better word is taken only this far above its edge.
inline constexpr MilliPoints kWordHysteresis = 3'000;

/// Turns scores into a word that does not flutter: a worse word once the score has stayed below
/// its edge for the dwell, a better one as soon as the score is 3 points above its edge. Without
/// a physical indicator among the reasons the word is never worse than Watch.
class ConditionWordRule
{
public:
    explicit ConditionWordRule(TimeNs dwell = 0) : m_dwell(dwell) { reset(); }

    /// now is log time and must not decrease.
    ConditionWord update(MilliPoints score, bool hasIndicator, TimeNs now);

    [[nodiscard]] ConditionWord word() const { return m_word; }
    [[nodiscard]] TimeNs since() const { return m_since; } ///< kNoTime before the first update
    void reset();

    void save(ByteWriter& out) const;
    [[nodiscard]] bool load(ByteReader& in);

private:
    TimeNs m_dwell;
    ConditionWord m_word = ConditionWord::Normal;
    TimeNs m_since = kNoTime;
    std::array<TimeNs, 3> m_belowSince{}; ///< by edge; kNoTime: not below it
};

} // namespace gemba::twin
