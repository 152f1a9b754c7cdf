// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <random>

namespace gemba::twin {

/// How long to wait before trying again: doubling from a quarter of a second to five seconds, each
/// time by chance between half of that and all of it, so that many consoles do not come at once.
class BackOff
{
public:
    void reset() { m_wait = kFirst; }
    [[nodiscard]] std::chrono::milliseconds next()
    {
        const auto most = m_wait;
        m_wait = std::min(m_wait * 2, kLongest);
        std::uniform_int_distribution<std::chrono::milliseconds::rep> chance(most.count() / 2, most.count());
        return std::chrono::milliseconds(chance(m_random));
    }

private:
    static constexpr std::chrono::milliseconds kFirst{250};
    static constexpr std::chrono::milliseconds kLongest{5000};
    std::chrono::milliseconds m_wait = kFirst;
    std::minstd_rand m_random{std::random_device{}()};
};

} // namespace gemba::twin
