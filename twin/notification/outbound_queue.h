// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "twin/notification/curl_transfer.h"

namespace gemba::twin {

/// Sends messages one after the other in a thread of its own. What may work later is tried again
/// after the waits given, others going first meanwhile. Bounded: what finds no room is refused, and
/// said. Every message ends with exactly one final outcome.
class OutboundQueue
{
public:
    struct Limits {
        std::size_t most = 200; ///< messages that wait
        std::vector<std::chrono::milliseconds> waits{std::chrono::seconds(5), std::chrono::seconds(30),
                                                     std::chrono::minutes(2), std::chrono::minutes(10)};
    };
    using Send = std::function<std::optional<SendFailure>(const Message&, const std::atomic<bool>& stop)>;
    using Tell = std::function<void(const Outcome&)>;

    /// `send` runs on the queue's thread; `tell` there, or on the caller's where there is no room.
    OutboundQueue(Send send, Tell tell, Limits limits);
    ~OutboundQueue(); ///< stop()
    void push(Message message); ///< any thread; never blocks
    /// Ends what is under way; what waits ends with NotifyEnded. Returns within about a second.
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    struct Waiting {
        Message message;
        int attempt = 1;
        Clock::time_point due;
    };
    void run();
    void attempt(Waiting item);

    Send m_send;
    Tell m_tell;
    Limits m_limits;
    std::atomic<bool> m_stop{false};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Waiting> m_waiting; ///< guarded by m_mutex; in the order in which they came
    std::thread m_thread;
};

} // namespace gemba::twin
