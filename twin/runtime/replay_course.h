// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "twin/runtime/session_player.h"

namespace gemba::twin {

/// How time runs in a view of a recording.
struct ReplayPlan {
    static constexpr double kSlowest = 0.1, kFastest = 3600.0, kFastestBack = -60.0;
    static constexpr double kEventRate = 0.0; ///< from event to event, one a second

    enum class Loop { Off, Selection, All };
    enum class Gaps { Play, Compress, Skip };
    enum class Until { Nothing, Instant, Alert, ConditionBelow };

    double rate = 1.0; ///< log time a time of life; below 0: backwards
    Loop loop = Loop::Off;
    TimeNs selectionFrom = kNoTime, selectionTo = kNoTime;
    Gaps gaps = Gaps::Play;
    Until until = Until::Nothing; ///< forwards only
    std::vector<TimeNs> instants; ///< Until::Instant: any of these
    MilliPoints below = 0;        ///< Until::ConditionBelow
    AssetId asset = kNoAsset;     ///< of this one; kNoAsset: any

    [[nodiscard]] bool selected() const { return selectionFrom != kNoTime && selectionTo > selectionFrom; }
};

/// Walks a recording as a person plays it: one cursor, and a state that after every call is the
/// exact state at the cursor, however it came there. Knows no clock: it is told how much of life's
/// time has passed. One thread.
class ReplayCourse
{
public:
    /// Nothing arrived for this long: a gap.
    static constexpr TimeNs kGap = 5 * kSecond;

    struct Moved {
        bool ended = false;   ///< at the end of what there is, or of the way back
        bool reached = false; ///< what the plan wanted to play until
        TimeNs skippedFrom = kNoTime, skippedTo = kNoTime; ///< a gap that was left out
    };

    explicit ReplayCourse(std::unique_ptr<SessionPlayer> player);

    [[nodiscard]] Result<void> seek(TimeNs t);
    /// To the count-th next event, or the previous one below 0; stays at the last there is.
    [[nodiscard]] Result<void> stepEvent(int count);
    /// To the count-th next or previous instant at which a sample of the asset (kNoAsset: of any)
    /// arrived; stays at the last there is.
    [[nodiscard]] Result<void> stepSample(int count, AssetId of);
    /// Lets this much of life's time pass. Not for kEventRate, which is stepEvent once a second.
    [[nodiscard]] Result<Moved> advance(TimeNs life, const ReplayPlan& plan);

    [[nodiscard]] TimeNs position() const { return m_position; } ///< kNoTime before the first seek
    [[nodiscard]] TimeNs from() const { return m_player->reader().info().from; }
    [[nodiscard]] TimeNs to() const { return m_player->reader().info().to; }
    /// The state at the cursor; null: no record.
    [[nodiscard]] SnapshotPtr snapshot(std::uint64_t epoch) const;
    [[nodiscard]] SessionPlayer& player() { return *m_player; }

private:
    struct Bounds { TimeNs from, to; };
    [[nodiscard]] Bounds bounds(const ReplayPlan& plan) const;
    [[nodiscard]] Result<Moved> forward(TimeNs life, const ReplayPlan& plan);
    [[nodiscard]] Result<Moved> backward(TimeNs life, const ReplayPlan& plan);
    [[nodiscard]] Result<bool> playTo(TimeNs t, const ReplayPlan& plan);
    [[nodiscard]] Result<TimeNs> silenceUntil();
    [[nodiscard]] Result<TimeNs> silenceSince();
    [[nodiscard]] Result<bool> nextSample(AssetId of);
    [[nodiscard]] Result<bool> previousSample(AssetId of);

    std::unique_ptr<SessionPlayer> m_player;
    TimeNs m_position = kNoTime;
    TimeNs m_hurryTo = kNoTime; ///< within a gap that is compressed: its other end
    double m_hurry = 0.0;       ///< the rate there
    std::uint64_t m_askedSeq = 0;
    TimeNs m_askedUntil = kNoTime; ///< answer about the silence behind record m_askedSeq
};

} // namespace gemba::twin
