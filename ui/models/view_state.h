// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "twin/model/roster.h"
#include "twin/model/snapshot.h"
#include "ui/models/display_units.h"
#include "ui/models/job_list.h"
#include "ui/models/transport.h"

namespace gemba::ui {

/// Why the view changed: panels animate nothing, but some keep their scroll position on Tick.
enum class ChangeReason { Tick, User, Seek, Load };

/// A stretch of the range in which nothing was recorded.
struct GapMark
{
    twin::TimeNs from = 0, to = 0;
};

struct RecordingState
{
    bool ringOn = false;    ///< the always-on ring file takes everything
    QString ringProblem;    ///< why it does not, as a sentence; empty if it does
    bool recording = false; ///< an explicit recording runs
    QString path;
    qint64 bytes = 0;
    twin::TimeNs since = twin::kNoTime;
    bool operator==(const RecordingState&) const = default;
};

/// Something that a person may want now, with one button: taken once, or closed.
struct Offer
{
    QString sentence, button;
    std::function<void()> take; ///< none: nothing is offered
};

/// How time runs where it is not life.
struct Playback
{
    bool playing = true;
    double rate = 1.0;
    double achieved = 0.0; ///< measured; 0: not known, or not playing
    Loop loop = Loop::Off;
    GapPolicy gaps = GapPolicy::Play;
    PlayUntil until;
    /// The machine does not keep up with the rate asked for.
    [[nodiscard]] bool behind() const
    {
        return playing && rate != kEventRate && achieved > 0.0 &&
               achieved < 0.9 * (rate < 0 ? -rate : rate);
    }
    bool operator==(const Playback&) const = default;
};

/// The one cursor: which mode, which instant, and the one snapshot of it that every panel shows.
/// Owned by app, fed by app, read by every model and panel. GUI thread only.
class ViewState : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] const twin::SnapshotPtr& snapshot() const { return m_snapshot; } ///< may be null
    [[nodiscard]] const DisplayUnits& units() const { return m_units; } ///< as this person wants
    [[nodiscard]] const twin::Plant* plant() const
    {
        return m_snapshot ? m_snapshot->plant.get() : nullptr;
    }
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] const Playback& playback() const { return m_playback; }
    [[nodiscard]] bool playing() const { return m_playback.playing; }
    [[nodiscard]] double rate() const { return m_playback.rate; }
    /// What is recorded of the time that the view can reach.
    [[nodiscard]] TimeRange range() const { return m_range; }
    [[nodiscard]] TimeRange selection() const { return m_selection; } ///< not valid: none
    /// In the order of time.
    [[nodiscard]] const std::vector<Bookmark>& bookmarks() const { return m_bookmarks; }
    /// Messages that have come since the view was paused.
    [[nodiscard]] qint64 newSincePause() const { return m_newSincePause; }
    /// What is being opened, as words; empty: nothing. The view stays as it is until then.
    [[nodiscard]] QString opening() const { return m_opening; }
    [[nodiscard]] JobList& jobs() { return m_jobs; } ///< what takes longer than a moment
    [[nodiscard]] const std::vector<GapMark>& gaps() const { return m_gaps; }
    [[nodiscard]] const std::vector<twin::Event>& timeline() const { return m_timeline; }
    [[nodiscard]] const RecordingState& recording() const { return m_recording; }
    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] int liveCritical() const { return m_liveCritical; }
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] bool liveAvailable() const { return m_liveAvailable; }
    /// Who works when at the plant shown: of the live plant, or as kept with the session. Null:
    /// nobody has written that down.
    [[nodiscard]] const std::shared_ptr<const twin::Roster>& roster() const { return m_roster; }
    [[nodiscard]] const Offer& offered() const { return m_offer; }

    void setUnits(const DisplayUnits& units); ///< shows the same instant in other units
    void setSnapshot(twin::SnapshotPtr snapshot, ChangeReason reason);
    void setMode(Mode mode, const QString& fileName = {});
    void setPlayback(bool playing, double rate);
    void setPlayback(const Playback& playback);
    void setSelection(TimeRange selection);
    void setBookmarks(std::vector<Bookmark> bookmarks);
    void setNewSincePause(qint64 messages);
    void setOpening(const QString& what);
    void tell(const QString& sentence) { Q_EMIT told(sentence); } ///< in passing: no answer needed
    void setRange(TimeRange range, std::vector<GapMark> gaps = {});
    /// Events of the whole reachable range, those after the cursor too (shown dim).
    void setTimeline(std::vector<twin::Event> events);
    void setRecording(const RecordingState& state);
    void setLiveCritical(int count);         ///< critical alerts now, while looking at another time
    void setNotice(const QString& sentence); ///< one line for the user; empty: none
    void setRoster(std::shared_ptr<const twin::Roster> roster); ///< shows the same instant anew
    void offer(Offer offer);                 ///< instead of the last one
    void setLiveAvailable(bool available);   ///< false: a file was opened with no plant behind it

Q_SIGNALS:
    void unitsChanged();
    void snapshotChanged(gemba::ui::ChangeReason reason);
    void modeChanged();
    void playbackChanged();
    void rangeChanged();
    void selectionChanged();
    void bookmarksChanged();
    void newSincePauseChanged();
    void openingChanged();
    void told(const QString& sentence);
    void timelineChanged();
    void recordingChanged();
    void liveCriticalChanged();
    void noticeChanged();
    void offerChanged();
    void liveAvailableChanged();

private:
    twin::SnapshotPtr m_snapshot;
    DisplayUnits m_units;
    Mode m_mode = Mode::Live;
    QString m_fileName;
    Playback m_playback;
    TimeRange m_range, m_selection;
    std::vector<Bookmark> m_bookmarks;
    qint64 m_newSincePause = 0;
    QString m_opening;
    JobList m_jobs;
    std::vector<GapMark> m_gaps;
    std::vector<twin::Event> m_timeline;
    RecordingState m_recording;
    int m_liveCritical = 0;
    QString m_notice;
    std::shared_ptr<const twin::Roster> m_roster;
    Offer m_offer;
    bool m_liveAvailable = true;
};

} // namespace gemba::ui
