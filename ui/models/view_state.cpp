// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/view_state.h"

namespace gemba::ui {

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
    if (playing == m_playing && rate == m_rate)
        return;
    m_playing = playing;
    m_rate = rate;
    Q_EMIT playbackChanged();
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

void ViewState::setLiveAvailable(bool available)
{
    if (available == m_liveAvailable)
        return;
    m_liveAvailable = available;
    Q_EMIT liveAvailableChanged();
}

} // namespace gemba::ui
