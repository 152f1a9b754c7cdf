// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/replay_runtime.h"

#include <algorithm>

namespace gemba::twin {
namespace {

constexpr std::chrono::milliseconds kFrame{40};

} // namespace

Result<std::unique_ptr<ReplayRuntime>> ReplayRuntime::open(const std::string& path,
                                                           SessionReader::OpenMode mode)
{
    auto player = SessionPlayer::open(path, mode);
    if (!player)
        return player.error();
    std::unique_ptr<ReplayRuntime> runtime(new ReplayRuntime(std::move(*player)));
    SessionReader& reader = runtime->m_player->reader();
    auto events = reader.events(kNoTime, INT64_MAX);
    if (!events)
        return events.error();
    auto gaps = reader.gaps();
    if (!gaps)
        return gaps.error();
    runtime->m_events = std::move(*events);
    runtime->m_gaps = std::move(*gaps);
    return runtime;
}

ReplayRuntime::ReplayRuntime(std::unique_ptr<SessionPlayer> player) : m_player(std::move(player))
{
    m_info = m_player->reader().info();
    m_package = m_player->package();
    m_state.from = m_info.from;
    m_state.to = m_info.to;
}

ReplayRuntime::~ReplayRuntime()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void ReplayRuntime::start(TimeNs at)
{
    m_seekTo = at;
    m_thread = std::thread([this] { run(); });
}

void ReplayRuntime::play()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_state.atEnd)
            m_seekTo = m_state.from;
        m_state.playing = true;
        anchor();
    }
    m_wake.notify_one();
}

void ReplayRuntime::pause()
{
    {
        const std::lock_guard lock(m_mutex);
        m_state.playing = false;
    }
    m_wake.notify_one();
}

void ReplayRuntime::seek(TimeNs t)
{
    {
        const std::lock_guard lock(m_mutex);
        m_seekTo = t;
    }
    m_wake.notify_one();
}

void ReplayRuntime::stepBy(TimeNs delta)
{
    const std::lock_guard lock(m_mutex);
    const TimeNs base = m_seekTo.value_or(m_state.position);
    m_seekTo = std::clamp(base + delta, m_state.from, std::max(m_state.from, m_state.to));
    m_wake.notify_one();
}

void ReplayRuntime::setRate(double rate)
{
    {
        const std::lock_guard lock(m_mutex);
        anchor();
        m_state.rate = std::clamp(rate, kSlowest, kFastest);
    }
    m_wake.notify_one();
}

/// The cursor runs on from where it is now; the lock is held.
void ReplayRuntime::anchor()
{
    m_anchorTime = Clock::now();
    m_anchorPosition = m_state.position;
}

ReplayRuntime::State ReplayRuntime::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void ReplayRuntime::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (m_seekTo) {
            jump(lock, *std::exchange(m_seekTo, std::nullopt));
            continue;
        }
        if (!m_state.playing || m_state.error) {
            m_wake.wait(lock);
            continue;
        }
        m_wake.wait_for(lock, kFrame);
        if (!m_seekTo && m_state.playing && !m_stopping)
            advance(lock);
    }
}

void ReplayRuntime::jump(std::unique_lock<std::mutex>& lock, TimeNs to)
{
    ++m_state.epoch;
    lock.unlock();
    const Result<void> sought = m_player->seek(to);
    const TimeNs end = m_player->reader().info().to;
    lock.lock();
    if (!sought) {
        m_state.error = sought.error();
        m_state.playing = false;
    }
    m_state.position = to;
    m_state.to = std::max(m_state.to, end);
    m_state.atEnd = to >= m_state.to;
    anchor();
    publish(lock);
}

void ReplayRuntime::advance(std::unique_lock<std::mutex>& lock)
{
    const TimeNs before = m_state.position;
    const Clock::time_point began = m_anchorTime;
    const auto elapsed = static_cast<double>((Clock::now() - m_anchorTime).count());
    const TimeNs target = std::min(m_state.to,
                                   m_anchorPosition + static_cast<TimeNs>(elapsed * m_state.rate));
    lock.unlock();
    PipelineOutput nowhere;
    const Result<void> played = m_player->playTo(target, nowhere);
    TimeNs end = m_player->reader().info().to;
    if (target >= end && m_player->reader().refresh()) // the ring file goes on growing
        end = m_player->reader().info().to;
    lock.lock();
    m_state.to = std::max(m_state.to, end);
    if (m_seekTo)
        return; // the cursor has been moved meanwhile
    if (!played) {
        m_state.error = played.error();
        m_state.playing = false;
    }
    m_state.position = target;
    const auto took = static_cast<double>((Clock::now() - began).count());
    m_state.achievedRate = took > 0 ? static_cast<double>(target - before) / took : m_state.rate;
    if (target >= m_state.to) {
        m_state.atEnd = true;
        m_state.playing = false;
    }
    // From here on again: a slow stretch does not make the next one jump.
    anchor();
    publish(lock);
}

void ReplayRuntime::publish(std::unique_lock<std::mutex>& lock)
{
    const std::uint64_t epoch = m_state.epoch;
    const TimeNs position = m_state.position;
    lock.unlock();
    SnapshotPtr snapshot = m_player->snapshot(epoch);
    if (snapshot && snapshot->at < position) {
        auto shown = std::make_shared<Snapshot>(*snapshot);
        shown->at = position; // between two records nothing changes but the age of what is known
        snapshot = std::move(shown);
    }
    lock.lock();
    m_state.snapshot = std::move(snapshot);
    if (m_listener) {
        lock.unlock();
        m_listener();
        lock.lock();
    }
}

} // namespace gemba::twin
