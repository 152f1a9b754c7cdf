// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/console.h"

#include <algorithm>

#include <QFileInfo>
#include <QLocale>

#include "twin/model/roster_change.h"
#include "twin/wording/error_text.h"
#include "ui/models/format.h"

namespace gemba {

using twin::SessionReader;
using twin::TimeNs;

Console::Console(const QString& bookmarksPath) : m_ownBookmarks(bookmarksPath)
{
    m_view.setLiveAvailable(false);
    (void)newHistory(); // of the first window
}

Console::~Console()
{
    showPlant(nullptr); // whoever holds it may end it now
    m_opening.cancel();
    m_days.cancelDay();
}

RecordedHistory& Console::newHistory()
{
    m_histories.push_back(std::make_unique<RecordedHistory>());
    RecordedHistory& history = *m_histories.back();
    connect(&history, &RecordedHistory::failed, &m_view, &ui::ViewState::setNotice);
    if (!m_historyFile.empty())
        history.setFile(m_historyFile, m_historyMode);
    return history;
}

void Console::endHistory(RecordedHistory& history)
{
    std::erase_if(m_histories, [&](const auto& h) { return h.get() == &history; });
}

void Console::setHistoryFile(const std::string& path, SessionReader::OpenMode mode)
{
    m_historyFile = path;
    m_historyMode = mode;
    for (const auto& history : m_histories)
        path.empty() ? history->close() : history->setFile(path, mode);
    m_days.setFile(path, mode);
}

void Console::notice(const twin::Error& error)
{
    m_view.setNotice(twin::errorText(error));
}

void Console::showPlant(LivePlant* plant)
{
    m_opening.cancel();
    m_view.setOpening({});
    m_job.reset();
    m_whenOpen.clear();
    m_replay.reset();
    if (m_plant)
        disconnect(m_plant, nullptr, this, nullptr);
    m_plant = plant;
    m_view.setLiveAvailable(plant != nullptr);
    m_view.setMode(ui::Mode::Live);
    m_view.setSelection({});
    m_view.setTimeline({});
    m_view.setNotice({});
    m_view.setRecording({});
    m_package = plant ? plant->package() : twin::PlantPackage();
    showRoster();
    setHistoryFile(plant ? plant->ringPath() : std::string(), SessionReader::OpenMode::OwnRing);
    if (!plant || !plant->snapshot()) {
        m_view.setSnapshot(nullptr, ui::ChangeReason::Load);
        m_view.setRange({});
    }
    showBookmarks();
    if (!plant) {
        Q_EMIT packageChanged(); // whoever held on to the one before lets go of it
        return;
    }
    connect(plant, &LivePlant::changed, this, &Console::takeLive);
    connect(plant, &LivePlant::rosterChanged, this, &Console::showRoster);
    m_view.setTimeline(plant->events());
    takeLive(true);
    Q_EMIT packageChanged();
}

twin::Result<void> Console::showSession(const std::string& path, TimeNs at)
{
    auto replay = twin::ReplayRuntime::open(path, SessionReader::OpenMode::Foreign);
    if (!replay)
        return replay.error();
    adoptFile(path, std::move(*replay), at);
    return {};
}

void Console::adoptFile(const std::string& path, std::unique_ptr<twin::ReplayRuntime> replay, TimeNs at)
{
    m_package = replay->package();
    setHistoryFile(path, SessionReader::OpenMode::Foreign);
    const twin::SessionInfo info = replay->info();
    m_view.setMode(ui::Mode::ReplayFile, QFileInfo(QString::fromStdString(path)).fileName());
    m_view.setTimeline(replay->events());
    m_roster = nullptr;
    m_acts = replay->acts();
    m_loggedBookmarks = ui::bookmarksOf(m_acts);
    m_ownBookmarks.setSession(QString::fromStdString(
        info.digest.empty() ? info.facts.plantId + '-' + std::to_string(info.from) : info.digest));
    m_view.setSelection({});
    const twin::TimeNs there = at == twin::kNoTime ? info.to : at;
    showRosterAt(there);
    adoptReplay(std::move(replay), there);
    showBookmarks();
    m_view.setNotice(info.problems.empty() ? QString() : twin::errorText(info.problems.front()));
    Q_EMIT packageChanged();
}

void Console::adoptReplay(std::unique_ptr<twin::ReplayRuntime> replay, TimeNs at)
{
    m_replay = std::move(replay);
    m_epoch = 0;
    std::vector<ui::GapMark> gaps;
    for (const twin::GapInfo& g : m_replay->gaps())
        gaps.push_back({g.from, g.to});
    m_view.setRange({m_replay->info().from, m_replay->info().to}, std::move(gaps));
    m_replay->onChange([this] {
        if (!m_replayPending.exchange(true))
            QMetaObject::invokeMethod(this, &Console::takeReplay, Qt::QueuedConnection);
    });
    m_skips = m_reached = 0;
    const ui::Playback& playback = m_view.playback();
    m_replay->setRate(playback.rate);
    m_replay->setGaps(static_cast<twin::ReplayPlan::Gaps>(playback.gaps));
    setLoop(playback.loop);
    m_replay->start(at);
}

void Console::withReplay(TimeNs at, Then then)
{
    if (replaying())
        return then(*m_replay);
    if (!m_view.snapshot())
        return;
    if (!m_plant || m_plant->ringPath().empty())
        return m_view.setNotice(tr("There is no history: the always-on recording is off."));
    if (!m_opening.underWay()) {
        m_openAt = m_view.snapshot()->at;
        m_whenOpen.clear();
        openHistory();
    }
    if (at != twin::kNoTime)
        m_openAt = at;
    m_whenOpen.push_back(std::move(then));
}

void Console::openHistory()
{
    m_view.setOpening(tr("Opening history…"));
    m_job = m_view.jobs().begin(m_view.opening(), [this] { cancelOpening(); });
    m_opening.open(m_plant->ringPath(), SessionReader::OpenMode::OwnRing, [this](ReplayOpening::Opened opened) {
        m_view.setOpening({});
        m_job.reset();
        if (opened)
            adoptHistory(std::move(*opened));
        else
            notice(opened.error());
    });
}

void Console::adoptHistory(std::unique_ptr<twin::ReplayRuntime> replay)
{
    m_view.setTimeline(m_plant->events());
    m_view.setMode(ui::Mode::ReplayHistory);
    adoptReplay(std::move(replay), m_openAt);
    for (const Then& then : std::exchange(m_whenOpen, {}))
        then(*m_replay);
}

void Console::takeLive(bool news)
{
    const twin::SnapshotPtr& snapshot = m_plant->snapshot();
    if (!snapshot)
        return;
    if (news)
        showBookmarks();
    updateRecording();
    if (isPaused())
        m_view.setNewSincePause(static_cast<qint64>(m_plant->runtime().status().handedOver - m_pausedAt));
    if (isLive() || m_view.mode() == ui::Mode::LivePaused)
        m_view.setRange({std::max(m_plant->runtime().startedAt(), snapshot->at - twin::SessionWriter::Ring{}.duration),
                         snapshot->at}); // paused too: it shows how far behind
    if (isLive()) {
        if (news)
            m_view.setTimeline(m_plant->events());
        m_view.setSnapshot(snapshot, ui::ChangeReason::Tick);
        m_view.setPlayback(true, m_view.rate());
        m_view.setLiveCritical(0);
        return;
    }
    m_view.setLiveCritical(static_cast<int>(std::count_if(
        snapshot->alerts.begin(), snapshot->alerts.end(), [](const twin::Alert& a) {
            return a.priority == 1 && a.origin == twin::AlertOrigin::Condition
                   && a.clearedAt == twin::kNoTime;
        })));
}

void Console::takeReplay()
{
    m_replayPending = false;
    if (!m_replay || isLive() || isPaused())
        return;
    const twin::ReplayRuntime::State state = m_replay->state();
    const auto reason = state.epoch != m_epoch ? ui::ChangeReason::Seek : ui::ChangeReason::Tick;
    m_epoch = state.epoch;
    if (state.error)
        notice(*state.error);
    const ui::TimeRange range = m_view.range();
    if (state.to > range.to)
        m_view.setRange({range.from, state.to}, m_view.gaps());
    tellPlayback(state);
    if (state.snapshot && m_view.mode() == ui::Mode::ReplayFile)
        showRosterAt(state.snapshot->at);
    m_view.setSnapshot(state.snapshot, reason);
}

void Console::tellPlayback(const twin::ReplayRuntime::State& state)
{
    ui::Playback playback = m_view.playback();
    playback.playing = state.playing;
    playback.rate = state.plan.rate;
    playback.achieved = state.playing ? state.achievedRate : 0.0;
    if (state.plan.until == twin::ReplayPlan::Until::Nothing)
        playback.until = {};
    m_view.setPlayback(playback);
    if (state.skips != m_skips)
        m_view.tell(tr("⇥ skipped %1").arg(
            ui::Format::length(std::abs(state.skippedTo - state.skippedFrom))));
    if (state.reached != m_reached)
        m_view.tell(tr("Stopped: this is what it was to play to."));
    m_skips = state.skips;
    m_reached = state.reached;
}

/// The history of a live plant goes by the roster of now: it is the one that is kept beside it.
void Console::showRoster()
{
    if (m_view.mode() == ui::Mode::ReplayFile)
        return; // showRosterAt()
    m_roster = nullptr;
    m_view.setRoster(m_plant ? m_plant->roster() : rosterOf(m_package));
}

/// A session's own: whoever was on duty then, by the roster that held then.
void Console::showRosterAt(TimeNs t)
{
    const twin::Blob* roster = twin::rosterAt(m_package, m_acts, t);
    if (roster && roster == m_roster)
        return;
    m_roster = roster;
    m_view.setRoster(rosterIn(roster));
}

void Console::showBookmarks()
{
    const bool file = m_view.mode() == ui::Mode::ReplayFile;
    ui::BookmarkMap all = file ? m_loggedBookmarks
                               : m_plant ? m_plant->bookmarks() : ui::BookmarkMap();
    if (file)
        m_ownBookmarks.layOver(all);
    std::vector<ui::Bookmark> list;
    for (const auto& [at, name] : all)
        list.push_back({at, name});
    m_view.setBookmarks(std::move(list));
}

void Console::updateRecording()
{
    const twin::LiveRuntime::Status status = m_plant->runtime().status();
    ui::RecordingState state;
    state.ringOn = status.ring.on && !status.ring.writer.error;
    if (status.ring.error)
        state.ringProblem = twin::errorText(*status.ring.error);
    else if (status.ring.writer.error)
        state.ringProblem = twin::errorText(*status.ring.writer.error);
    state.recording = status.recording.on;
    state.path = QString::fromStdString(status.recording.path);
    state.bytes = static_cast<qint64>(status.recording.writer.fileBytes);
    state.since = status.recording.since;
    m_view.setRecording(state);
    if (status.recording.error)
        notice(*status.recording.error);
    else if (status.recording.writer.error)
        notice(*status.recording.writer.error);
}

} // namespace gemba
