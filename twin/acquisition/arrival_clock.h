// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <optional>

#include "twin/model/time.h"

namespace gemba::twin {

[[nodiscard]] TimeNs utcNow() noexcept;       ///< the wall clock, which people and NTP set
[[nodiscard]] TimeNs monotonicNow() noexcept; ///< since some instant; never set

/// UTC for the log: anchored to the monotonic clock, never decreasing. When the wall clock is set
/// forward the anchor follows; when it is set back arrivals go on as they were, ahead of the wall,
/// because log time must not run twice. Either way takeStep tells.
class ArrivalClock
{
public:
    using Clock = TimeNs (*)() noexcept;
    explicit ArrivalClock(Clock utc = &utcNow, Clock monotonic = &monotonicNow) noexcept;

    /// Any thread, no lock. Not below any value returned before.
    [[nodiscard]] TimeNs now() noexcept;

    /// The wall clock was set: what UTC was until then, and what it is.
    struct Step {
        TimeNs before = 0, after = 0;
    };
    /// Compares the clocks; call it every now and then, from one thread. A step is told once.
    [[nodiscard]] std::optional<Step> takeStep() noexcept;

private:
    Clock m_utc;
    Clock m_monotonic;
    TimeNs m_wallOffset;            ///< wall clock less monotonic clock, when last compared
    std::atomic<TimeNs> m_offset;   ///< arrival less monotonic clock
    std::atomic<TimeNs> m_last;
};

} // namespace gemba::twin
