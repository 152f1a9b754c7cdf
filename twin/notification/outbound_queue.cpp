// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/notification/outbound_queue.h"

#include <algorithm>

namespace gemba::twin {

OutboundQueue::OutboundQueue(Send send, Tell tell, Limits limits)
    : m_send(std::move(send)), m_tell(std::move(tell)), m_limits(std::move(limits)),
      m_thread([this] { run(); })
{
}

OutboundQueue::~OutboundQueue()
{
    stop();
}

void OutboundQueue::push(Message message)
{
    std::unique_lock lock(m_mutex);
    const bool ended = m_stop;
    if (!ended && m_waiting.size() < m_limits.most) {
        m_waiting.push_back({std::move(message), 1, Clock::now()});
        lock.unlock();
        m_wake.notify_one();
        return;
    }
    const auto count = static_cast<std::int64_t>(m_waiting.size());
    lock.unlock();
    m_tell({message.id, 1, true,
            ended ? Error{ErrorCode::NotifyEnded, {}, {}} : Error{ErrorCode::NotifyQueueFull, {count}, {}}});
}

void OutboundQueue::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void OutboundQueue::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        if (m_waiting.empty()) {
            m_wake.wait(lock);
            continue;
        }
        const auto next = std::min_element(m_waiting.begin(), m_waiting.end(),
                                           [](const Waiting& a, const Waiting& b) { return a.due < b.due; });
        if (next->due > Clock::now()) {
            const Clock::time_point due = next->due; // the list may move while we wait
            m_wake.wait_until(lock, due);
            continue;
        }
        Waiting item = std::move(*next);
        m_waiting.erase(next);
        lock.unlock();
        attempt(std::move(item));
        lock.lock();
    }
    const std::vector<Waiting> left = std::move(m_waiting);
    lock.unlock();
    for (const Waiting& item : left)
        m_tell({item.message.id, item.attempt, true, Error{ErrorCode::NotifyEnded, {}, {}}});
}

void OutboundQueue::attempt(Waiting item)
{
    const auto failure = m_send(item.message, m_stop);
    const auto tried = static_cast<std::size_t>(item.attempt);
    const bool again = failure && failure->passing && tried <= m_limits.waits.size();
    m_tell({item.message.id, item.attempt, !again,
            failure ? std::optional<Error>(failure->error) : std::nullopt});
    if (!again)
        return;
    item.due = Clock::now() + m_limits.waits[tried - 1];
    ++item.attempt;
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(item)); // it had its place: no new one is taken away for it
}

} // namespace gemba::twin
