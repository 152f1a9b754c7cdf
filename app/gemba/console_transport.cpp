// SPDX-License-Identifier: GPL-3.0-or-later
// What a person asks of time and files.
#include <algorithm>

#include "app/gemba/console.h"
#include "twin/wording/error_text.h"

namespace gemba {

using twin::ReplayRuntime;
using twin::SessionReader;
using twin::TimeNs;

namespace {

constexpr qsizetype kMostNote = 500; ///< of an acknowledgement

} // namespace

void Console::cancelOpening()
{
    m_opening.cancel();
    m_view.setOpening({});
    m_whenOpen.clear();
    m_job.reset();
}

void Console::goLive()
{
    cancelOpening(); // one that takes too long as well
    if (!m_plant || isLive())
        return;
    m_replay.reset();
    if (m_view.mode() == ui::Mode::ReplayFile) {
        m_package = m_plant->package();
        setHistoryFile(m_plant->ringPath(), SessionReader::OpenMode::OwnRing);
        Q_EMIT packageChanged();
    }
    m_view.setMode(ui::Mode::Live);
    showRoster();
    m_view.setNotice({});
    m_view.setTimeline(m_plant->events());
    m_view.setSelection({});
    showBookmarks();
    takeLive(true);
}

void Console::pause()
{
    if (isLive()) {
        m_pausedAt = m_plant ? m_plant->runtime().status().handedOver : 0;
        m_view.setNewSincePause(0);
        if (m_plant)
            m_view.setTimeline(m_plant->events());
        m_view.setMode(ui::Mode::LivePaused);
        m_view.setPlayback(false, m_view.rate());
    } else if (replaying()) {
        m_replay->pause();
    }
}

void Console::play()
{
    if (!isLive())
        withReplay(twin::kNoTime, [](ReplayRuntime& r) { r.play(); });
}

void Console::seek(TimeNs t)
{
    withReplay(t, [t](ReplayRuntime& r) { r.seek(t); });
}

void Console::stepBy(TimeNs delta)
{
    withReplay(twin::kNoTime, [delta](ReplayRuntime& r) { r.stepBy(delta); });
}

void Console::stepEvent(int direction)
{
    withReplay(twin::kNoTime, [direction](ReplayRuntime& r) { r.stepEvent(direction); });
}

void Console::stepSample(int count, twin::AssetId of)
{
    withReplay(twin::kNoTime, [count, of](ReplayRuntime& r) { r.stepSample(count, of); });
}

void Console::setRate(double rate)
{
    if (replaying())
        m_replay->setRate(rate);
    if (!isLive())
        m_view.setPlayback(m_view.playing(), rate);
}

void Console::setLoop(ui::Loop loop)
{
    const ui::TimeRange selection = m_view.selection();
    if (m_replay)
        m_replay->setLoop(static_cast<twin::ReplayPlan::Loop>(loop), selection.from, selection.to);
    ui::Playback playback = m_view.playback();
    playback.loop = loop;
    m_view.setPlayback(playback);
}

void Console::setSelection(ui::TimeRange selection)
{
    m_view.setSelection(selection);
    const ui::Loop loop = m_view.playback().loop;
    setLoop(selection.valid() || loop != ui::Loop::Selection ? loop : ui::Loop::Off);
}

void Console::setGapPolicy(ui::GapPolicy policy)
{
    if (m_replay)
        m_replay->setGaps(static_cast<twin::ReplayPlan::Gaps>(policy));
    ui::Playback playback = m_view.playback();
    playback.gaps = policy;
    m_view.setPlayback(playback);
}

void Console::playUntil(const ui::PlayUntil& until)
{
    if (isLive() || until.what == ui::PlayUntil::What::Nothing)
        return;
    twin::ReplayPlan plan;
    plan.below = static_cast<twin::MilliPoints>(std::clamp(until.points, 0.0, 100.0) * 1000);
    plan.asset = until.asset;
    switch (until.what) {
    case ui::PlayUntil::What::Nothing: return;
    case ui::PlayUntil::What::Alert: plan.until = twin::ReplayPlan::Until::Alert; break;
    case ui::PlayUntil::What::ConditionBelow: plan.until = twin::ReplayPlan::Until::ConditionBelow; break;
    case ui::PlayUntil::What::Bookmark:
        plan.until = twin::ReplayPlan::Until::Instant;
        for (const ui::Bookmark& b : m_view.bookmarks())
            plan.instants.push_back(b.at);
    }
    ui::Playback playback = m_view.playback();
    playback.until = until;
    m_view.setPlayback(playback);
    withReplay(twin::kNoTime, [plan](ReplayRuntime& r) { r.playUntil(plan); });
}

void Console::setBookmark(const ui::Bookmark& bookmark)
{
    if (m_view.mode() == ui::Mode::ReplayFile || !m_plant) {
        m_ownBookmarks.set(bookmark.at, bookmark.name);
        return showBookmarks();
    }
    const ui::BookmarkAct act = ui::settingBookmark(bookmark);
    m_plant->runtime().act({qEnvironmentVariable("USER").toStdString(), act.verb, "", act.text});
}

void Console::removeBookmark(TimeNs at)
{
    if (m_view.mode() == ui::Mode::ReplayFile || !m_plant) {
        m_ownBookmarks.remove(at);
        return showBookmarks();
    }
    const ui::BookmarkAct act = ui::removingBookmark(at);
    m_plant->runtime().act({qEnvironmentVariable("USER").toStdString(), act.verb, "", act.text});
}

void Console::openFile(const QString& path)
{
    openFileAt(path, twin::kNoTime);
}

void Console::openFileAt(const QString& path, TimeNs at)
{
    m_whenOpen.clear();
    m_view.setOpening(tr("Opening %1…").arg(path.section(QLatin1Char('/'), -1)));
    m_job = m_view.jobs().begin(m_view.opening(), [this] { cancelOpening(); });
    m_opening.open(path.toStdString(), SessionReader::OpenMode::Foreign,
                   [this, path, at](ReplayOpening::Opened opened) {
        m_view.setOpening({});
        m_job.reset();
        if (opened)
            adoptFile(path.toStdString(), std::move(*opened), at);
        else
            notice(opened.error());
    });
}

void Console::saveLast(TimeNs length, const QString& path)
{
    if (!m_plant)
        return;
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    const std::shared_ptr<ui::Job> job = m_view.jobs().begin(
        tr("Saving %1…").arg(path.section(QLatin1Char('/'), -1)), [cancelled] { *cancelled = true; });
    const int id = ++m_lastSave;
    m_saves[id] = job;
    m_plant->runtime().saveLast(
        length, path.toStdString(),
        [this, id, cancelled](const twin::Result<twin::SessionWriter::Saved>& saved) {
            const QString said = saved ? tr("Saved %1 with %L2 records.").arg(QString::fromStdString(saved->path)).arg(saved->records)
                                 : *cancelled ? tr("Nothing was saved: you cancelled it.")
                                              : twin::errorText(saved.error());
            QMetaObject::invokeMethod(this, [this, id, said] {
                m_saves.erase(id);
                m_view.setNotice(said);
            });
        },
        [this, id, cancelled](double share) {
            QMetaObject::invokeMethod(this, [this, id, share] {
                if (const auto save = m_saves.find(id); save != m_saves.end())
                    save->second->setDone(share);
            });
            return !*cancelled;
        });
}

void Console::startRecording(const QString& path)
{
    if (m_plant)
        m_plant->runtime().startRecording(path.toStdString());
}

void Console::stopRecording()
{
    if (!m_plant)
        return;
    m_plant->runtime().stopRecording([this](const twin::Result<void>& closed) {
        const QString said = closed ? QString() : twin::errorText(closed.error());
        QMetaObject::invokeMethod(this, [this, said] {
            if (!said.isEmpty())
                m_view.setNotice(said);
        });
    });
}

void Console::acknowledge(quint64 alertId, const QString& note)
{
    if (!isLive() || !m_plant) {
        m_view.setNotice(tr("Acknowledging is possible in live mode only. Return to live with L."));
        return;
    }
    const std::string actor = qEnvironmentVariable("USER").toStdString();
    m_plant->runtime().act({actor, "acknowledge", std::to_string(alertId), note.simplified().left(kMostNote).toStdString()});
}

} // namespace gemba
