// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/replay_runtime.h"

#include <algorithm>
#include <cmath>

namespace gemba::twin {
namespace {

constexpr std::chrono::milliseconds kFrame{40};
constexpr std::chrono::milliseconds kEventFrame{1000};
constexpr std::chrono::nanoseconds kMostAtOnce = std::chrono::seconds(1);

} // namespace

Result<std::unique_ptr<ReplayRuntime>> ReplayRuntime::open(const std::string& path,
                                                           SessionReader::OpenMode mode)
{
    auto player = SessionPlayer::open(path, mode);
    if (!player)
        return player.error();
    std::unique_ptr<ReplayRuntime> runtime(new ReplayRuntime(std::move(*player)));
    SessionReader& reader = runtime->m_course.player().reader();
    auto events = reader.latestEvents(kMostEvents);
    if (!events)
        return events.error();
    auto acts = reader.eventsOf(EventKind::Act);
    if (!acts)
        return acts.error();
    auto gaps = reader.gaps();
    if (!gaps)
        return gaps.error();
    runtime->m_events = std::move(*events);
    runtime->m_acts = std::move(*acts);
    runtime->m_gaps = std::move(*gaps);
    return runtime;
}

ReplayRuntime::ReplayRuntime(std::unique_ptr<SessionPlayer> player) : m_course(std::move(player))
{
    m_info = m_course.player().reader().info();
    m_package = m_course.player().package();
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
    m_moves.push_back({.kind = Move::Kind::To, .to = at});
    m_thread = std::thread([this] { run(); });
}

void ReplayRuntime::change(const std::function<void()>& what)
{
    {
        const std::lock_guard lock(m_mutex);
        what();
        anchor();
        m_told = false;
    }
    m_wake.notify_one();
}

/// The lock is held. Of several instants asked for one after the other only the last counts.
void ReplayRuntime::ask(const Move& move)
{
    if (move.kind == Move::Kind::To)
        m_moves.clear();
    m_moves.push_back(move);
}

void ReplayRuntime::play()
{
    change([this] {
        const bool back = m_state.plan.rate < 0;
        if (m_moves.empty() && (back ? m_state.position <= m_state.from : m_state.atEnd))
            ask({.to = back ? m_state.to : m_state.from});
        m_state.playing = true;
    });
}

void ReplayRuntime::pause()
{
    change([this] {
        m_state.playing = false;
        m_state.plan.until = ReplayPlan::Until::Nothing;
    });
}

void ReplayRuntime::seek(TimeNs t)
{
    change([&] { ask({.to = t}); });
}

void ReplayRuntime::stepBy(TimeNs delta)
{
    change([&] {
        TimeNs base = m_state.position;
        for (const Move& m : m_moves) {
            if (m.kind == Move::Kind::To)
                base = m.to;
        }
        ask({.to = std::clamp(base + delta, m_state.from, std::max(m_state.from, m_state.to))});
    });
}

void ReplayRuntime::stepEvent(int count)
{
    change([&] { ask({.kind = Move::Kind::Event, .count = count}); });
}

void ReplayRuntime::stepSample(int count, AssetId of)
{
    change([&] { ask({.kind = Move::Kind::Sample, .count = count, .of = of}); });
}

void ReplayRuntime::setRate(double rate)
{
    change([&] {
        m_state.plan.rate = rate == ReplayPlan::kEventRate ? rate
            : rate < 0 ? std::clamp(rate, ReplayPlan::kFastestBack, -ReplayPlan::kSlowest)
                       : std::clamp(rate, ReplayPlan::kSlowest, ReplayPlan::kFastest);
        m_state.achievedRate = 0;
        m_measured = Clock::now();
        m_measuredWay = 0;
    });
}

void ReplayRuntime::setLoop(ReplayPlan::Loop loop, TimeNs selectionFrom, TimeNs selectionTo)
{
    change([&] {
        m_state.plan.loop = loop;
        m_state.plan.selectionFrom = selectionFrom;
        m_state.plan.selectionTo = selectionTo;
    });
}

void ReplayRuntime::setGaps(ReplayPlan::Gaps gaps)
{
    change([&] { m_state.plan.gaps = gaps; });
}

void ReplayRuntime::playUntil(const ReplayPlan& until)
{
    change([&] {
        m_state.plan.until = until.until;
        m_state.plan.instants = until.instants;
        m_state.plan.below = until.below;
        m_state.plan.asset = until.asset;
        if (m_state.plan.rate < 0)
            m_state.plan.rate = 1.0;
        m_state.playing = true;
    });
}

/// The cursor runs on from where it is now; the lock is held.
void ReplayRuntime::anchor()
{
    m_last = Clock::now();
}

ReplayRuntime::State ReplayRuntime::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void ReplayRuntime::run()
{
    std::unique_lock lock(m_mutex);
    m_measured = Clock::now();
    while (!m_stopping) {
        if (!m_moves.empty()) {
            const Move next = m_moves.front();
            m_moves.pop_front();
            move(lock, next);
            continue;
        }
        if (!m_told) {
            tell(lock);
            continue;
        }
        if (!m_state.playing || m_state.error) {
            m_wake.wait(lock);
            continue;
        }
        const bool events = m_state.plan.rate == ReplayPlan::kEventRate;
        m_wake.wait_until(lock, m_last + (events ? kEventFrame : kFrame));
        const bool due = Clock::now() >= m_last + (events ? kEventFrame : kFrame);
        if (m_moves.empty() && m_state.playing && !m_stopping && due)
            advance(lock);
    }
}

void ReplayRuntime::move(std::unique_lock<std::mutex>& lock, const Move& move)
{
    ++m_state.epoch;
    lock.unlock();
    const Result<void> moved = move.kind == Move::Kind::To     ? m_course.seek(move.to)
                               : move.kind == Move::Kind::Event ? m_course.stepEvent(move.count)
                                                                : m_course.stepSample(move.count, move.of);
    lock.lock();
    m_state.error.reset();
    if (!moved) {
        m_state.error = moved.error();
        m_state.playing = false;
    }
    m_state.position = m_course.position();
    m_state.to = std::max(m_state.to, m_course.to());
    m_state.atEnd = m_state.position >= m_state.to;
    anchor();
    publish(lock);
}

void ReplayRuntime::advance(std::unique_lock<std::mutex>& lock)
{
    const ReplayPlan plan = m_state.plan;
    const TimeNs before = m_state.position;
    // After a stall (sleep, a slow disk) the cursor goes on from where it stood, it does not jump.
    const TimeNs life = std::min<TimeNs>((Clock::now() - m_last).count(), kMostAtOnce.count());
    anchor();
    lock.unlock();
    Result<ReplayCourse::Moved> moved = ReplayCourse::Moved{};
    if (plan.rate == ReplayPlan::kEventRate) {
        const Result<void> stepped = m_course.stepEvent(1);
        if (!stepped)
            moved = stepped.error();
        else
            moved->ended = m_course.position() == before;
    } else {
        moved = m_course.advance(life, plan);
    }
    lock.lock();
    m_state.to = std::max(m_state.to, m_course.to());
    m_state.position = m_course.position();
    if (!moved) {
        m_state.error = moved.error();
        m_state.playing = false;
    } else {
        if (moved->skippedTo != kNoTime) {
            m_state.skippedFrom = moved->skippedFrom;
            m_state.skippedTo = moved->skippedTo;
            ++m_state.skips;
        }
        if (moved->reached) {
            m_state.plan.until = ReplayPlan::Until::Nothing;
            ++m_state.reached;
        }
        if (moved->ended || moved->reached)
            m_state.playing = false;
    }
    m_state.atEnd = m_state.position >= m_state.to;
    if (moved && moved->skippedTo == kNoTime)
        measure(before, m_state.position);
    if (m_moves.empty()) // else the cursor is about to be elsewhere
        publish(lock);
}

void ReplayRuntime::measure(TimeNs from, TimeNs to)
{
    m_measuredWay += static_cast<double>(to - from);
    const auto took = Clock::now() - m_measured;
    if (took < std::chrono::seconds(1))
        return;
    m_state.achievedRate = std::abs(m_measuredWay) / static_cast<double>(took.count());
    m_measured += took;
    m_measuredWay = 0;
}

void ReplayRuntime::publish(std::unique_lock<std::mutex>& lock)
{
    const std::uint64_t epoch = m_state.epoch;
    lock.unlock();
    SnapshotPtr snapshot = m_course.snapshot(epoch);
    lock.lock();
    m_state.snapshot = std::move(snapshot);
    tell(lock);
}

void ReplayRuntime::tell(std::unique_lock<std::mutex>& lock)
{
    m_told = true;
    if (m_listener) {
        lock.unlock();
        m_listener();
        lock.lock();
    }
}

} // namespace gemba::twin
