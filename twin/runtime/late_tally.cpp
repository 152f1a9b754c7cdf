// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/late_tally.h"

#include <utility>

namespace gemba::twin {

std::optional<LateTally::Told> LateTally::add(TagId tag, TimeNs behind, TimeNs now)
{
    if (m_waiting.samples == 0 || behind > m_waiting.behind) {
        m_waiting.tag = tag;
        m_waiting.behind = behind;
    }
    ++m_waiting.samples;
    return takeDue(now, false);
}

std::optional<LateTally::Told> LateTally::takeDue(TimeNs now, bool everything)
{
    if (m_waiting.samples == 0 || (!everything && m_told != kNoTime && now - m_told < kPause))
        return std::nullopt;
    m_told = now;
    return std::exchange(m_waiting, {});
}

void LateTally::save(ByteWriter& w) const
{
    w.zigzag(m_waiting.samples);
    w.u32(index(m_waiting.tag));
    w.i64(m_waiting.behind);
    w.i64(m_told);
}

bool LateTally::load(ByteReader& r)
{
    LateTally read;
    read.m_waiting.samples = r.zigzag();
    read.m_waiting.tag = TagId{r.u32()};
    read.m_waiting.behind = r.i64();
    read.m_told = r.time();
    if (r.failed() || read.m_waiting.samples < 0)
        return false;
    *this = read;
    return true;
}

} // namespace gemba::twin
