// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/view_state.h"

namespace gemba::ui {

void ViewState::setUnits(const DisplayUnits& units)
{
    if (units == m_units)
        return;
    m_units = units;
    Q_EMIT snapshotChanged(ChangeReason::User);
    Q_EMIT unitsChanged();
}

void ViewState::setRoster(std::shared_ptr<const twin::Roster> roster)
{
    if (roster == m_roster || (roster && m_roster && *roster == *m_roster))
        return;
    m_roster = std::move(roster);
    Q_EMIT snapshotChanged(ChangeReason::User);
}

void ViewState::setSnapshot(twin::SnapshotPtr snapshot, ChangeReason reason)
{
    if (snapshot == m_snapshot)
        return;
    m_snapshot = std::move(snapshot);
    Q_EMIT snapshotChanged(reason);
}

void ViewState::setMode(Mode mode, const QString& fileName)
{
    if (mode == m_mode && fileName == m_fileName)
        return;
    m_mode = mode;
    m_fileName = fileName;
    Q_EMIT modeChanged();
}

void ViewState::setPlayback(bool playing, double rate)
{
    Playback next = m_playback;
    next.playing = playing;
    next.rate = rate;
    next.achieved = 0.0;
    setPlayback(next);
}

void ViewState::setPlayback(const Playback& playback)
{
    if (playback == m_playback)
        return;
    m_playback = playback;
    Q_EMIT playbackChanged();
}

void ViewState::setSelection(TimeRange selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    Q_EMIT selectionChanged();
}

void ViewState::setBookmarks(std::vector<Bookmark> bookmarks)
{
    if (bookmarks == m_bookmarks)
        return;
    m_bookmarks = std::move(bookmarks);
    Q_EMIT bookmarksChanged();
}

void ViewState::setNewSincePause(qint64 messages)
{
    if (messages == m_newSincePause)
        return;
    m_newSincePause = messages;
    Q_EMIT newSincePauseChanged();
}

void ViewState::setOpening(const QString& what)
{
    if (what == m_opening)
        return;
    m_opening = what;
    Q_EMIT openingChanged();
}

void ViewState::setRange(TimeRange range, std::vector<GapMark> gaps)
{
    if (range == m_range && gaps.empty() && m_gaps.empty())
        return;
    m_range = range;
    m_gaps = std::move(gaps);
    Q_EMIT rangeChanged();
}

void ViewState::setTimeline(std::vector<twin::Event> events)
{
    m_timeline = std::move(events);
    Q_EMIT timelineChanged();
}

void ViewState::setRecording(const RecordingState& state)
{
    if (state == m_recording)
        return;
    m_recording = state;
    Q_EMIT recordingChanged();
}

void ViewState::setLiveCritical(int count)
{
    if (count == m_liveCritical)
        return;
    m_liveCritical = count;
    Q_EMIT liveCriticalChanged();
}

void ViewState::setNotice(const QString& sentence)
{
    if (sentence == m_notice)
        return;
    m_notice = sentence;
    Q_EMIT noticeChanged();
}

void ViewState::offer(Offer offer)
{
    m_offer = std::move(offer);
    Q_EMIT offerChanged();
}

void ViewState::setLiveAvailable(bool available)
{
    if (available == m_liveAvailable)
        return;
    m_liveAvailable = available;
    Q_EMIT liveAvailableChanged();
}

} // namespace gemba::ui
