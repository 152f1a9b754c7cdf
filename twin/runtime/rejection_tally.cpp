// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/rejection_tally.h"

#include <utility>

namespace gemba::twin {

std::optional<RejectionTally::Told> RejectionTally::add(Rejection reason, std::string_view topic,
                                                        TimeNs now)
{
    Entry& e = m_entries[static_cast<std::size_t>(reason)];
    if (e.waiting == 0 && (e.told == kNoTime || now - e.told >= kPause)) {
        e.told = now;
        return Told{reason, 1, std::string(topic)};
    }
    ++e.waiting;
    e.topic = topic;
    m_waiting = true;
    return std::nullopt;
}

std::optional<RejectionTally::Told> RejectionTally::takeDue(TimeNs now, bool everything)
{
    if (!m_waiting)
        return std::nullopt;
    m_waiting = false;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        Entry& e = m_entries[i];
        if (e.waiting == 0)
            continue;
        m_waiting = true;
        if (!everything && now - e.told < kPause)
            continue;
        e.told = now;
        return Told{static_cast<Rejection>(i), std::exchange(e.waiting, 0), std::exchange(e.topic, {})};
    }
    return std::nullopt;
}

void RejectionTally::save(ByteWriter& w) const
{
    for (const Entry& e : m_entries) {
        w.zigzag(e.waiting);
        w.i64(e.told);
        w.bytes(e.topic);
    }
}

bool RejectionTally::load(ByteReader& r)
{
    RejectionTally read;
    for (Entry& e : read.m_entries) {
        e.waiting = r.zigzag();
        e.told = r.time();
        e.topic = r.bytes();
        if (r.failed() || e.waiting < 0 || (e.waiting > 0 && e.told == kNoTime))
            return false;
        read.m_waiting |= e.waiting > 0;
    }
    *this = std::move(read);
    return true;
}

} // namespace gemba::twin
