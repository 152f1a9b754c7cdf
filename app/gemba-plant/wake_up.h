// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace gemba::plant {

/// Where the program waits: for a time, for another thread's wake(), or for SIGINT or SIGTERM.
/// Make it before any thread: it blocks both signals for all threads that come after.
class WakeUp
{
public:
    WakeUp();
    ~WakeUp();
    WakeUp(const WakeUp&) = delete;
    WakeUp& operator=(const WakeUp&) = delete;

    void wake() noexcept; ///< any thread
    void wait(std::chrono::nanoseconds atMost);
    /// One of the signals has come.
    [[nodiscard]] bool interrupted() const { return m_interrupted; }

private:
    int m_event = -1, m_signals = -1;
    bool m_interrupted = false;
};

} // namespace gemba::plant
