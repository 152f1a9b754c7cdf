// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "twin/runtime/replay_course.h"

namespace gemba::twin {

/// A view of another time: runs a second pipeline over a session file, or over the ring file that
/// is still being written, on a thread of its own. Nothing here can touch the live pipeline.
/// All calls return at once; listener says when there is something new.
class ReplayRuntime
{
public:
    struct State {
        SnapshotPtr snapshot;    ///< null: no record at this instant
        TimeNs position = kNoTime; ///< the cursor
        TimeNs from = kNoTime, to = kNoTime;
        bool playing = false;
        bool atEnd = false;
        ReplayPlan plan;
        double achievedRate = 0.0; ///< over the last second of playing; 0: not known
        TimeNs skippedFrom = kNoTime, skippedTo = kNoTime; ///< the gap that was left out last
        std::uint64_t skips = 0;   ///< counts them
        std::uint64_t reached = 0; ///< counts how often playing ended where the plan wanted it
        std::uint64_t epoch = 0;   ///< counts jumps
        std::optional<Error> error; ///< reading failed; the view stands still
    };

    [[nodiscard]] static Result<std::unique_ptr<ReplayRuntime>> open(const std::string& path,
                                                                     SessionReader::OpenMode mode);
    ~ReplayRuntime();

    /// Called on the replay thread after each change; set before start(). May be called often.
    void onChange(std::function<void()> listener) { m_listener = std::move(listener); }
    /// Begins at this instant, paused.
    void start(TimeNs at);

    void play(); ///< at the end: from the start; at the start, backwards: from the end
    void pause(); ///< forgets what it was to play until
    void seek(TimeNs t);
    void stepBy(TimeNs delta);
    void stepEvent(int count);
    void stepSample(int count, AssetId of);
    void setRate(double rate); ///< held within the rates of ReplayPlan
    void setLoop(ReplayPlan::Loop loop, TimeNs selectionFrom, TimeNs selectionTo);
    void setGaps(ReplayPlan::Gaps gaps);
    /// Plays until then. Of the plan only what says until when counts.
    void playUntil(const ReplayPlan& until);

    [[nodiscard]] State state() const; ///< any thread
    [[nodiscard]] const SessionInfo& info() const { return m_info; }
    [[nodiscard]] const PlantPackage& package() const { return m_package; }
    /// As of opening; the latest kMostEvents. Any thread.
    static constexpr int kMostEvents = 20'000;
    [[nodiscard]] const std::vector<Event>& events() const { return m_events; }
    /// All that people did, as of opening. Any thread.
    [[nodiscard]] const std::vector<Event>& acts() const { return m_acts; }
    [[nodiscard]] const std::vector<GapInfo>& gaps() const { return m_gaps; }

private:
    struct Move {
        enum class Kind { To, Event, Sample } kind = Kind::To;
        TimeNs to = 0;
        int count = 0;
        AssetId of = kNoAsset;
    };
    using Clock = std::chrono::steady_clock;

    explicit ReplayRuntime(std::unique_ptr<SessionPlayer> player);
    void run();
    void advance(std::unique_lock<std::mutex>& lock);
    void move(std::unique_lock<std::mutex>& lock, const Move& move);
    void publish(std::unique_lock<std::mutex>& lock);
    void tell(std::unique_lock<std::mutex>& lock);
    void ask(const Move& move);
    void change(const std::function<void()>& what);
    void anchor();
    void measure(TimeNs from, TimeNs to);

    ReplayCourse m_course; ///< replay thread only, once started
    SessionInfo m_info;
    PlantPackage m_package;
    std::vector<Event> m_events, m_acts;
    std::vector<GapInfo> m_gaps;
    std::function<void()> m_listener;
    std::thread m_thread;

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    bool m_stopping = false;
    bool m_told = true; ///< what was asked for shows in m_state, and the listener knows
    std::deque<Move> m_moves;
    State m_state;
    Clock::time_point m_last;     ///< when the cursor was where it is now
    Clock::time_point m_measured; ///< beginning of the present measurement of the rate
    double m_measuredWay = 0;
};

} // namespace gemba::twin
