// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include <QObject>

#include "app/gemba/live_plant.h"
#include "app/gemba/own_bookmarks.h"
#include "app/gemba/recorded_day.h"
#include "app/gemba/recorded_history.h"
#include "app/gemba/replay_opening.h"
#include "twin/runtime/replay_runtime.h"
#include "ui/models/transport.h"
#include "ui/models/view_state.h"

namespace gemba {

/// Wires the window to what it shows: at most one live plant of those that are watched, at
/// most one view of another time, and the one cursor between them. GUI thread; states of a replay
/// come over by a queued call, at most one under way, so a slow window holds nothing up.
class Console : public QObject, public ui::Transport
{
    Q_OBJECT
public:
    /// bookmarksPath: where this person's bookmarks on files are kept; empty: nowhere.
    explicit Console(const QString& bookmarksPath = {});
    ~Console() override;

    [[nodiscard]] ui::ViewState& view() { return m_view; }
    /// Of the first window; every other one asks for a history of its own, since an answer goes
    /// to whoever asked last under its ticket.
    [[nodiscard]] RecordedHistory& history() { return *m_histories.front(); }
    [[nodiscard]] RecordedHistory& newHistory();
    void endHistory(RecordedHistory& history);
    [[nodiscard]] RecordedDay& days() { return m_days; }

    /// Turns every window to this plant, live; null: to nothing. It outlives being shown, which
    /// ends with another call, and is left alone by everything else here.
    void showPlant(LivePlant* plant);
    [[nodiscard]] LivePlant* plant() const { return m_plant; }
    /// The session that is shown, where one is.
    [[nodiscard]] QString filePath() const { return QString::fromStdString(m_historyFile); }
    void openFileAt(const QString& path, twin::TimeNs at); ///< kNoTime: its end
    /// Opens the session and shows it at t; kNoTime: its end. Returns when it is open: for what
    /// has no window yet. A window asks openFile().
    [[nodiscard]] twin::Result<void> showSession(const std::string& path, twin::TimeNs at);
    /// Who is told of the live plant's alerts; null where there is none.
    /// The view of another time; null while live.
    [[nodiscard]] const twin::ReplayRuntime* replay() const { return m_replay.get(); }
    /// Of what is shown: of the session, or of the live plant.
    [[nodiscard]] const twin::PlantPackage& package() const { return m_package; }

    // ui::Transport
    void goLive() override;
    void pause() override;
    void play() override;
    void seek(twin::TimeNs t) override;
    void stepBy(twin::TimeNs delta) override;
    void stepEvent(int direction) override;
    void stepSample(int count, twin::AssetId of) override;
    void setRate(double rate) override;
    void setLoop(ui::Loop loop) override;
    void setSelection(ui::TimeRange selection) override;
    void setGapPolicy(ui::GapPolicy policy) override;
    void playUntil(const ui::PlayUntil& until) override;
    void setBookmark(const ui::Bookmark& bookmark) override;
    void removeBookmark(twin::TimeNs at) override;
    void openFile(const QString& path) override;
    void saveLast(twin::TimeNs length, const QString& path) override;
    void startRecording(const QString& path) override;
    void stopRecording() override;
    void acknowledge(quint64 alertId, const QString& note) override;

Q_SIGNALS:
    void packageChanged(); ///< another plant is shown: its scene has to be built

private:
    [[nodiscard]] bool isLive() const { return m_view.mode() == ui::Mode::Live; }
    void takeLive(bool news);
    void setHistoryFile(const std::string& path, twin::SessionReader::OpenMode mode);
    void cancelOpening();
    void takeReplay();
    void updateRecording();
    using Then = std::function<void(twin::ReplayRuntime&)>;
    [[nodiscard]] bool replaying() const { return m_replay && !isLive() && !isPaused(); }
    [[nodiscard]] bool isPaused() const { return m_view.mode() == ui::Mode::LivePaused; }
    /// Does this with the view of another time; where one looks at life, with the history opened
    /// at this instant (kNoTime: the one shown).
    void withReplay(twin::TimeNs at, Then then);
    void openHistory();
    void adoptHistory(std::unique_ptr<twin::ReplayRuntime> replay);
    void adoptFile(const std::string& path, std::unique_ptr<twin::ReplayRuntime> replay, twin::TimeNs at);
    void adoptReplay(std::unique_ptr<twin::ReplayRuntime> replay, twin::TimeNs at);
    void tellPlayback(const twin::ReplayRuntime::State& state);
    void showBookmarks();
    void showRoster();
    void showRosterAt(twin::TimeNs t);
    void notice(const twin::Error& error);

    ui::ViewState m_view;
    std::vector<std::unique_ptr<RecordedHistory>> m_histories; ///< one a window
    std::string m_historyFile;
    twin::SessionReader::OpenMode m_historyMode = twin::SessionReader::OpenMode::OwnRing;
    RecordedDay m_days; ///< one for all windows: a sheet is made of one file
    twin::PlantPackage m_package;
    LivePlant* m_plant = nullptr; ///< not ours
    std::unique_ptr<twin::ReplayRuntime> m_replay;
    ReplayOpening m_opening;
    std::unique_ptr<ui::Job> m_job; ///< the opening that is under way
    std::map<int, std::shared_ptr<ui::Job>> m_saves; ///< those under way
    int m_lastSave = 0;
    twin::TimeNs m_openAt = twin::kNoTime; ///< where the history being opened will begin
    std::vector<Then> m_whenOpen;          ///< what was asked of it meanwhile
    OwnBookmarks m_ownBookmarks;
    std::vector<twin::Event> m_acts; ///< of the session that is shown
    const twin::Blob* m_roster = nullptr; ///< of m_package: shown now
    ui::BookmarkMap m_loggedBookmarks; ///< of the session that is shown
    quint64 m_epoch = 0;
    quint64 m_skips = 0, m_reached = 0; ///< of the view's, told already
    quint64 m_pausedAt = 0;             ///< messages handed over when the view was paused
    std::atomic<bool> m_replayPending{false};
};

} // namespace gemba
