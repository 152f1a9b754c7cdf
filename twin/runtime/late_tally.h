// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "twin/model/bytes.h"
#include "twin/model/ids.h"
#include "twin/model/time.h"

namespace gemba::twin {

/// Turns samples that came late on one link into events: the first at once, what follows within a
/// second into one that says how many and how far behind. The numbers add up to what was late once
/// the tally is empty.
class LateTally
{
public:
    static constexpr TimeNs kPause = kSecond;
    struct Told {
        std::int64_t samples = 0;
        TagId tag = kNoTag;  ///< of the one furthest behind
        TimeNs behind = 0;   ///< of source time; 0: not known
    };

    /// Counts one; something to tell where it is the first for a while.
    [[nodiscard]] std::optional<Told> add(TagId tag, TimeNs behind, TimeNs now);
    /// What has waited for kPause, or whatever waits.
    [[nodiscard]] std::optional<Told> takeDue(TimeNs now, bool everything);

    void save(ByteWriter& w) const;
    [[nodiscard]] bool load(ByteReader& r);

private:
    Told m_waiting;
    TimeNs m_told = kNoTime;
};

} // namespace gemba::twin
