// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include "twin/model/bytes.h"
#include "twin/model/rejection.h"

namespace gemba::twin {

/// Turns rejected messages into events: the first of a kind at once, a flood into one event a
/// second and kind that says how many. The numbers add up to what was rejected once the tally is
/// empty.
class RejectionTally
{
public:
    static constexpr TimeNs kPause = kSecond;
    struct Told {
        Rejection reason = Rejection::Other;
        std::int64_t messages = 0;
        std::string topic;
    };

    /// Counts one; something to tell where it is the first for a while.
    [[nodiscard]] std::optional<Told> add(Rejection reason, std::string_view topic, TimeNs now);
    /// What has waited for kPause, or everything that waits. Call until there is nothing.
    [[nodiscard]] std::optional<Told> takeDue(TimeNs now, bool everything);

    void save(ByteWriter& w) const;
    [[nodiscard]] bool load(ByteReader& r);

private:
    struct Entry {
        std::int64_t waiting = 0;
        TimeNs told = kNoTime;
        std::string topic; ///< of the last one that waits
    };
    std::array<Entry, kRejections> m_entries;
    bool m_waiting = false; ///< any
};

} // namespace gemba::twin
