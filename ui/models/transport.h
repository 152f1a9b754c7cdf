// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "twin/model/ids.h"
#include "twin/model/time.h"

namespace gemba::ui {

/// Always exactly one of these; shown by word, icon and frame.
enum class Mode { Live, LivePaused, ReplayHistory, ReplayFile };

/// A stretch of log time.
struct TimeRange
{
    twin::TimeNs from = twin::kNoTime;
    twin::TimeNs to = twin::kNoTime;
    [[nodiscard]] bool valid() const { return from != twin::kNoTime && to > from; }
    bool operator==(const TimeRange&) const = default;
};

/// Log seconds a second of life; below 0 time runs backwards, by the same exact states.
inline constexpr double kSlowestRate = 0.1, kFastestRate = 3600.0, kFastestBack = -60.0;
/// Not a speed: goes from event to event, one a second.
inline constexpr double kEventRate = 0.0;

enum class Loop { Off, Selection, All };
/// What playing does where nothing came for longer than a few seconds.
enum class GapPolicy { Play, Compress, Skip };

/// What ends playing by itself. Holds for one stretch: reaching it or pausing forgets it.
struct PlayUntil
{
    enum class What { Nothing, Bookmark, Alert, ConditionBelow };
    What what = What::Nothing;
    double points = 60;                    ///< ConditionBelow: the condition to fall below
    twin::AssetId asset = twin::kNoAsset;  ///< ConditionBelow: of this machine; kNoAsset: of any
    bool operator==(const PlayUntil&) const = default;
};

/// An instant with a name. There is at most one at an instant.
struct Bookmark
{
    twin::TimeNs at = twin::kNoTime;
    QString name; ///< plain text; may be empty
    bool operator==(const Bookmark&) const = default;
};

/// What a person can ask of time. Implemented in app; the calls return at once and their effect
/// arrives through ViewState. GUI thread only. The live pipeline is never touched by any of them:
/// paused, history and file views run a second pipeline.
class Transport
{
public:
    virtual ~Transport() = default;
    virtual void goLive() = 0;             ///< no effect where there is no live source
    virtual void pause() = 0;              ///< live: freezes the view, recording goes on
    virtual void play() = 0;               ///< at the present rate; at the end: from the start
    virtual void seek(twin::TimeNs t) = 0; ///< live: opens the history view at t
    virtual void stepBy(twin::TimeNs delta) = 0;
    virtual void stepEvent(int direction) = 0; ///< -1 previous, +1 next event
    /// To the count-th next (below 0: previous) instant at which a sample arrived; of one machine,
    /// or of any (kNoAsset).
    virtual void stepSample(int count, twin::AssetId of) = 0;
    virtual void setRate(double rate) = 0; ///< kFastestBack .. kFastestRate, or kEventRate
    virtual void setLoop(Loop loop) = 0;
    virtual void setSelection(TimeRange selection) = 0; ///< what Loop::Selection repeats
    virtual void setGapPolicy(GapPolicy policy) = 0;
    virtual void playUntil(const PlayUntil& until) = 0; ///< plays on from here until then
    /// Sets or renames the bookmark at this instant. With a plant behind the view it is an act
    /// in the log; on a file it is kept for this user, beside the settings.
    virtual void setBookmark(const Bookmark& bookmark) = 0;
    virtual void removeBookmark(twin::TimeNs at) = 0;
    virtual void openFile(const QString& path) = 0;
    virtual void saveLast(twin::TimeNs length, const QString& path) = 0;
    virtual void startRecording(const QString& path) = 0;
    virtual void stopRecording() = 0;
    /// Live only; elsewhere refused with a reason. The note, one line, is kept with it.
    virtual void acknowledge(quint64 alertId, const QString& note) = 0;
};

} // namespace gemba::ui
