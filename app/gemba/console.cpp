// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/console.h"

#include <algorithm>

#include <QFileInfo>
#include <QLocale>

#include "twin/wording/error_text.h"

namespace gemba {

using twin::SessionReader;
using twin::TimeNs;

namespace {

constexpr std::ptrdiff_t kMostEvents = 20'000; ///< on the time bar

} // namespace

Console::Console()
{
    m_view.setLiveAvailable(false);
    connect(&m_history, &RecordedHistory::failed, &m_view, &ui::ViewState::setNotice);
}

Console::~Console()
{
    if (m_source)
        m_source->stop();
    // The ring file becomes one file when it is closed, unless somebody still reads it.
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
    m_package = (*replay)->package();
    m_history.setFile(path, SessionReader::OpenMode::Foreign);
    const twin::SessionInfo info = (*replay)->info();
    m_view.setMode(ui::Mode::ReplayFile, QFileInfo(QString::fromStdString(path)).fileName());
    m_view.setTimeline((*replay)->events());
    adoptReplay(std::move(*replay), at == twin::kNoTime ? info.to : at);
    m_view.setNotice(info.problems.empty() ? QString() : twin::errorText(info.problems.front()));
    Q_EMIT packageChanged();
    return {};
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
    m_replay->setRate(m_rate);
    m_replay->start(at);
}

bool Console::openHistory(TimeNs at)
{
    if (m_ringPath.empty()) {
        m_view.setNotice(tr("There is no history: the always-on recording is off."));
        return false;
    }
    auto replay = twin::ReplayRuntime::open(m_ringPath, SessionReader::OpenMode::OwnRing);
    if (!replay) {
        notice(replay.error());
        return false;
    }
    m_view.setMode(ui::Mode::ReplayHistory);
    adoptReplay(std::move(*replay), at);
    return true;
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
    updateRecording();
    if (isLive() || m_view.mode() == ui::Mode::LivePaused)
        m_view.setRange({std::max(m_live->startedAt(), snapshot->at - twin::SessionWriter::Ring{}.duration),
                         snapshot->at}); // paused too: it shows how far behind
    if (isLive()) {
        if (!news.empty())
            m_view.setTimeline(m_liveEvents);
        m_view.setSnapshot(snapshot, ui::ChangeReason::Tick);
        m_view.setPlayback(true, 1.0);
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
    if (!m_replay || isLive() || m_view.mode() == ui::Mode::LivePaused)
        return;
    const twin::ReplayRuntime::State state = m_replay->state();
    const auto reason = state.epoch != m_epoch ? ui::ChangeReason::Seek : ui::ChangeReason::Tick;
    m_epoch = state.epoch;
    if (state.error)
        notice(*state.error);
    const ui::TimeRange range = m_view.range();
    if (state.to > range.to)
        m_view.setRange({range.from, state.to}, m_view.gaps());
    m_view.setPlayback(state.playing, state.rate);
    m_view.setSnapshot(state.snapshot, reason);
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

void Console::goLive()
{
    if (!m_live || isLive())
        return;
    m_replay.reset();
    if (m_view.mode() == ui::Mode::ReplayFile) {
        m_package = m_live->package();
        if (!m_ringPath.empty())
            m_history.setFile(m_ringPath, SessionReader::OpenMode::OwnRing);
        Q_EMIT packageChanged();
    }
    m_view.setMode(ui::Mode::Live);
    m_view.setNotice({});
    m_view.setTimeline(m_liveEvents);
    takeLive();
}

void Console::pause()
{
    if (isLive()) {
        m_view.setTimeline(m_liveEvents);
        m_view.setMode(ui::Mode::LivePaused);
        m_view.setPlayback(false, m_rate);
    } else if (m_replay) {
        m_replay->pause();
    }
}

void Console::play()
{
    if (m_view.mode() == ui::Mode::LivePaused) {
        if (m_view.snapshot() && openHistory(m_view.snapshot()->at))
            m_replay->play();
    } else if (m_replay && !isLive()) {
        m_replay->play();
    }
}

void Console::seek(TimeNs t)
{
    if (isLive() || m_view.mode() == ui::Mode::LivePaused) {
        m_view.setTimeline(m_liveEvents);
        (void)openHistory(t); // said in the window where it failed
    } else if (m_replay) {
        m_replay->seek(t);
    }
}

void Console::stepBy(TimeNs delta)
{
    if (isLive() || m_view.mode() == ui::Mode::LivePaused) {
        if (m_view.snapshot())
            seek(m_view.snapshot()->at + delta);
    } else if (m_replay) {
        m_replay->stepBy(delta);
    }
}

void Console::stepEvent(int direction)
{
    const TimeNs at = m_replay && !isLive() ? m_replay->state().position
                      : m_view.snapshot()   ? m_view.snapshot()->at
                                            : twin::kNoTime;
    const auto& events = isLive() ? m_liveEvents : m_view.timeline();
    const auto later = [](TimeNs t, const twin::Event& e) { return t < e.at; };
    const auto earlier = [](const twin::Event& e, TimeNs t) { return e.at < t; };
    if (direction > 0) {
        const auto next = std::upper_bound(events.begin(), events.end(), at, later);
        if (next != events.end())
            seek(next->at);
    } else {
        const auto here = std::lower_bound(events.begin(), events.end(), at, earlier);
        if (here != events.begin())
            seek(std::prev(here)->at);
    }
}

void Console::setRate(double rate)
{
    m_rate = rate;
    if (m_replay && !isLive())
        m_replay->setRate(rate);
    else if (!isLive())
        m_view.setPlayback(false, rate);
}

void Console::openFile(const QString& path)
{
    if (const auto shown = showSession(path.toStdString(), twin::kNoTime); !shown)
        notice(shown.error());
}

void Console::saveLast(TimeNs length, const QString& path)
{
    if (!m_live)
        return;
    m_live->saveLast(length, path.toStdString(), [this](const twin::Result<twin::SessionWriter::Saved>& saved) {
        const QString said = saved ? tr("Saved %1 with %L2 records.").arg(QString::fromStdString(saved->path))
                                         .arg(saved->records)
                                   : twin::errorText(saved.error());
        QMetaObject::invokeMethod(this, [this, said] { m_view.setNotice(said); });
    });
}

void Console::startRecording(const QString& path)
{
    if (m_live)
        m_live->startRecording(path.toStdString());
}

void Console::stopRecording()
{
    if (!m_live)
        return;
    m_live->stopRecording([this](const twin::Result<void>& closed) {
        const QString said = closed ? QString() : twin::errorText(closed.error());
        QMetaObject::invokeMethod(this, [this, said] {
            if (!said.isEmpty())
                m_view.setNotice(said);
        });
    });
}

void Console::acknowledge(quint64 alertId)
{
    if (!isLive() || !m_live) {
        m_view.setNotice(tr("Acknowledging is possible in live mode only. Return to live with L."));
        return;
    }
    const std::string actor = qEnvironmentVariable("USER").toStdString();
    m_live->act({actor, "acknowledge", std::to_string(alertId), ""});
}

} // namespace gemba
