// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/console.h"

#include <algorithm>

#include <QFileInfo>
#include <QLocale>

#include "twin/wording/error_text.h"
#include "ui/models/format.h"

namespace gemba {

using twin::SessionReader;
using twin::TimeNs;

namespace {

constexpr std::ptrdiff_t kMostEvents = 20'000; ///< on the time bar

} // namespace

Console::Console(const QString& bookmarksPath) : m_ownBookmarks(bookmarksPath)
{
    m_view.setLiveAvailable(false);
    connect(&m_history, &RecordedHistory::failed, &m_view, &ui::ViewState::setNotice);
}

Console::~Console()
{
    if (m_source)
        m_source->stop();
    // The ring file becomes one file when it is closed, unless somebody still reads it.
    m_opening.cancel();
    m_replay.reset();
    m_history.close();
    if (m_live)
        m_live->stop(); // before the commander goes, which it calls
}

void Console::notice(const twin::Error& error)
{
    m_view.setNotice(twin::errorText(error));
}

twin::Result<void> Console::startLive(LiveSettings settings)
{
    m_view.setLiveAvailable(true);
    m_package = settings.package;
    m_ringPath = settings.ringPath;
    twin::LiveRuntime::Options options;
    options.ringPath = settings.ringPath;
    options.appVersion = GEMBA_VERSION;
    auto live = twin::LiveRuntime::create(std::move(settings.package), std::move(options));
    if (!live)
        return live.error();
    m_live = std::move(*live);
    m_live->onSnapshot([this] {
        if (!m_livePending.exchange(true))
            QMetaObject::invokeMethod(this, &Console::takeLive, Qt::QueuedConnection);
    });
    settings.broker.filters = m_live->plant().subscriptions;
    if (!settings.broker.hostId.empty()) { // listen only has no way to command, by type
        m_commander = std::make_unique<twin::MqttCommander>(settings.broker);
        if (const auto ready = m_commander->start(); !ready)
            return ready;
        m_live->onRebirthWanted([this](twin::SourceId, const std::string& group, const std::string& node) {
            m_commander->requestRebirth(group, node);
        });
    }
    m_live->start();
    if (!m_ringPath.empty())
        m_history.setFile(m_ringPath, SessionReader::OpenMode::OwnRing);
    m_source = std::make_unique<twin::MqttSource>(twin::SourceId{0}, settings.broker, m_live->clock());
    return m_source->start(*m_live);
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
    m_history.setFile(path, SessionReader::OpenMode::Foreign);
    const twin::SessionInfo info = replay->info();
    m_view.setMode(ui::Mode::ReplayFile, QFileInfo(QString::fromStdString(path)).fileName());
    m_view.setTimeline(replay->events());
    m_loggedBookmarks = ui::bookmarksOf(replay->acts());
    m_ownBookmarks.setSession(QString::fromStdString(
        info.digest.empty() ? info.facts.plantId + '-' + std::to_string(info.from) : info.digest));
    m_view.setSelection({});
    adoptReplay(std::move(replay), at == twin::kNoTime ? info.to : at);
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
    if (m_ringPath.empty())
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
    m_opening.open(m_ringPath, SessionReader::OpenMode::OwnRing, [this](ReplayOpening::Opened opened) {
        m_view.setOpening({});
        if (opened)
            adoptHistory(std::move(*opened));
        else
            notice(opened.error());
    });
}

void Console::adoptHistory(std::unique_ptr<twin::ReplayRuntime> replay)
{
    m_view.setTimeline(m_liveEvents);
    m_view.setMode(ui::Mode::ReplayHistory);
    adoptReplay(std::move(replay), m_openAt);
    for (const Then& then : std::exchange(m_whenOpen, {}))
        then(*m_replay);
}

void Console::takeLive()
{
    m_livePending = false;
    const twin::SnapshotPtr snapshot = m_live->snapshot();
    if (!snapshot)
        return;
    auto [news, next] = m_live->eventsFrom(m_nextEvent);
    m_nextEvent = next;
    m_liveEvents.insert(m_liveEvents.end(), news.begin(), news.end());
    if (std::ssize(m_liveEvents) > kMostEvents)
        m_liveEvents.erase(m_liveEvents.begin(), m_liveEvents.end() - kMostEvents);
    const auto before = m_liveBookmarks.size();
    for (const twin::Event& e : news) {
        if (const auto change = ui::bookmarkChange(e); change && change->name)
            m_liveBookmarks[change->at] = *change->name;
        else if (change)
            m_liveBookmarks.erase(change->at);
    }
    if (!news.empty() || before != m_liveBookmarks.size())
        showBookmarks();
    updateRecording();
    if (isPaused())
        m_view.setNewSincePause(static_cast<qint64>(m_live->status().handedOver - m_pausedAt));
    if (isLive() || m_view.mode() == ui::Mode::LivePaused)
        m_view.setRange({std::max(m_live->startedAt(), snapshot->at - twin::SessionWriter::Ring{}.duration),
                         snapshot->at}); // paused too: it shows how far behind
    if (isLive()) {
        if (!news.empty())
            m_view.setTimeline(m_liveEvents);
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

void Console::showBookmarks()
{
    const bool file = m_view.mode() == ui::Mode::ReplayFile;
    ui::BookmarkMap all = file ? m_loggedBookmarks : m_liveBookmarks;
    if (file)
        m_ownBookmarks.layOver(all);
    std::vector<ui::Bookmark> list;
    for (const auto& [at, name] : all)
        list.push_back({at, name});
    m_view.setBookmarks(std::move(list));
}

void Console::updateRecording()
{
    const twin::LiveRuntime::Status status = m_live->status();
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
