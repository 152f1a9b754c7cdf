// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "twin/runtime/session_player.h"

namespace gemba::twin {

/// A view of another time: runs a second pipeline over a session file, or over the ring file that
/// is still being written, on a thread of its own. Nothing here can touch the live pipeline.
/// All calls return at once; listener says when there is something new.
class ReplayRuntime
{
public:
    static constexpr double kSlowest = 0.1;
    static constexpr double kFastest = 3600.0;

    struct State {
        SnapshotPtr snapshot;    ///< null: no record at this instant
        TimeNs position = kNoTime; ///< the cursor
        TimeNs from = kNoTime, to = kNoTime;
        bool playing = false;
        bool atEnd = false;
        double rate = 1.0;
        double achievedRate = 0.0; ///< below rate where the machine cannot keep up
        std::uint64_t epoch = 0; ///< counts seeks
        std::optional<Error> error; ///< reading failed; the view stands still
    };

    [[nodiscard]] static Result<std::unique_ptr<ReplayRuntime>> open(const std::string& path,
                                                                     SessionReader::OpenMode mode);
    ~ReplayRuntime();

    /// Called on the replay thread after each change; set before start(). May be called often.
    void onChange(std::function<void()> listener) { m_listener = std::move(listener); }
    /// Begins at this instant, paused.
    void start(TimeNs at);

    void play(); ///< at the end: from the start
    void pause();
    void seek(TimeNs t);
    void stepBy(TimeNs delta);
    void setRate(double rate); ///< held within kSlowest .. kFastest

    [[nodiscard]] State state() const; ///< any thread
    [[nodiscard]] const SessionInfo& info() const { return m_info; }
    [[nodiscard]] const PlantPackage& package() const { return m_package; }
    /// As of opening. Any thread.
    [[nodiscard]] const std::vector<Event>& events() const { return m_events; }
    [[nodiscard]] const std::vector<GapInfo>& gaps() const { return m_gaps; }

private:
    explicit ReplayRuntime(std::unique_ptr<SessionPlayer> player);
    void run();
    void advance(std::unique_lock<std::mutex>& lock);
    void jump(std::unique_lock<std::mutex>& lock, TimeNs to);
    void publish(std::unique_lock<std::mutex>& lock);
    void anchor();

    using Clock = std::chrono::steady_clock;

    std::unique_ptr<SessionPlayer> m_player; ///< replay thread only, once started
    SessionInfo m_info;
    PlantPackage m_package;
    std::vector<Event> m_events;
    std::vector<GapInfo> m_gaps;
    std::function<void()> m_listener;
    std::thread m_thread;

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::optional<TimeNs> m_seekTo;
    State m_state;
    Clock::time_point m_anchorTime; ///< when the cursor was at m_anchorPosition
    TimeNs m_anchorPosition = 0;
};

} // namespace gemba::twin
