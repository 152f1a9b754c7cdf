// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/arrival_clock.h"

#include <chrono>

namespace gemba::twin {
namespace {

/// Below this it is the jitter of reading two clocks, or NTP slewing both.
constexpr TimeNs kSmallestStep = 100 * kMillisecond;

template <class C>
TimeNs read() noexcept
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(C::now().time_since_epoch()).count();
}

} // namespace

TimeNs utcNow() noexcept { return read<std::chrono::system_clock>(); }
TimeNs monotonicNow() noexcept { return read<std::chrono::steady_clock>(); }

ArrivalClock::ArrivalClock(Clock utc, Clock monotonic) noexcept
    : m_utc(utc), m_monotonic(monotonic), m_wallOffset(utc() - monotonic()), m_offset(m_wallOffset),
      m_last(INT64_MIN)
{
}

TimeNs ArrivalClock::now() noexcept
{
    const TimeNs t = m_monotonic() + m_offset.load(std::memory_order_relaxed);
    TimeNs last = m_last.load(std::memory_order_relaxed);
    while (t > last) {
        if (m_last.compare_exchange_weak(last, t, std::memory_order_relaxed))
            return t;
    }
    return last;
}

std::optional<ArrivalClock::Step> ArrivalClock::takeStep() noexcept
{
    const TimeNs monotonic = m_monotonic();
    const TimeNs offset = m_utc() - monotonic;
    const TimeNs step = offset - m_wallOffset;
    if (step < kSmallestStep && step > -kSmallestStep)
        return std::nullopt;
    const Step told{monotonic + m_wallOffset, monotonic + offset};
    m_wallOffset = offset;
    if (offset > m_offset.load(std::memory_order_relaxed))
        m_offset.store(offset, std::memory_order_relaxed);
    return told;
}

} // namespace gemba::twin
