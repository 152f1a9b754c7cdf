// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/wake_up.h"

#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace gemba::plant {

WakeUp::WakeUp()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    m_signals = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    if (m_event < 0 || m_signals < 0)
        throw std::system_error(errno, std::generic_category());
}

WakeUp::~WakeUp()
{
    close(m_event);
    close(m_signals);
}

void WakeUp::wake() noexcept
{
    const std::uint64_t one = 1;
    // Fails only when the counter is full, and then a wake-up is pending anyway.
    [[maybe_unused]] const ssize_t written = write(m_event, &one, sizeof one);
}

void WakeUp::wait(std::chrono::nanoseconds atMost)
{
    const auto left = std::max(atMost, std::chrono::nanoseconds(0));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
    const timespec timeout{seconds.count(), (left - seconds).count()};
    std::array<pollfd, 2> files{{{m_event, POLLIN, 0}, {m_signals, POLLIN, 0}}};
    if (ppoll(files.data(), files.size(), &timeout, nullptr) <= 0)
        return;
    std::uint64_t count = 0;
    if (files[0].revents != 0 && read(m_event, &count, sizeof count) < 0 && errno != EAGAIN)
        throw std::system_error(errno, std::generic_category());
    if (files[1].revents != 0)
        m_interrupted = true;
}

} // namespace gemba::plant
