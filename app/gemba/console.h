// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include <QObject>

#include "app/gemba/own_bookmarks.h"
#include "app/gemba/recorded_history.h"
#include "app/gemba/replay_opening.h"
#include "twin/acquisition/mqtt_commander.h"
#include "twin/acquisition/mqtt_source.h"
#include "twin/runtime/live_runtime.h"
#include "twin/runtime/replay_runtime.h"
#include "ui/models/transport.h"
#include "ui/models/view_state.h"

namespace gemba {

/// Wires the window to what it shows: at most one live plant, at most one view of another time,
/// and the one cursor between them. GUI thread; snapshots come over by a queued call, at most one
/// under way, so a slow window skips pictures and holds nothing up.
class Console : public QObject, public ui::Transport
{
    Q_OBJECT
public:
    struct LiveSettings {
        twin::PlantPackage package;
        twin::Broker broker;
        std::string ringPath; ///< always-on history; empty: none
    };

    /// bookmarksPath: where this person's bookmarks on files are kept; empty: nowhere.
    explicit Console(const QString& bookmarksPath = {});
    ~Console() override;

    [[nodiscard]] ui::ViewState& view() { return m_view; }
    [[nodiscard]] RecordedHistory& history() { return m_history; }

    /// Errors: of the plant, the models, or settings that can never connect.
    [[nodiscard]] twin::Result<void> startLive(LiveSettings settings);
    /// Opens the session and shows it at t; kNoTime: its end. Returns when it is open: for what
    /// has no window yet. A window asks openFile().
    [[nodiscard]] twin::Result<void> showSession(const std::string& path, twin::TimeNs at);
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
    void acknowledge(quint64 alertId) override;

Q_SIGNALS:
    void packageChanged(); ///< another plant is shown: its scene has to be built

private:
    [[nodiscard]] bool isLive() const { return m_view.mode() == ui::Mode::Live; }
    void takeLive();
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
    void notice(const twin::Error& error);

    ui::ViewState m_view;
    RecordedHistory m_history;
    twin::PlantPackage m_package;
    std::string m_ringPath;
    std::unique_ptr<twin::LiveRuntime> m_live;
    std::unique_ptr<twin::MqttSource> m_source;
    std::unique_ptr<twin::MqttCommander> m_commander;
    std::unique_ptr<twin::ReplayRuntime> m_replay;
    ReplayOpening m_opening;
    twin::TimeNs m_openAt = twin::kNoTime; ///< where the history being opened will begin
    std::vector<Then> m_whenOpen;          ///< what was asked of it meanwhile
    OwnBookmarks m_ownBookmarks;
    ui::BookmarkMap m_loggedBookmarks, m_liveBookmarks; ///< of what is shown; of the live plant
    std::vector<twin::Event> m_liveEvents;
    quint64 m_nextEvent = 0;
    quint64 m_epoch = 0;
    quint64 m_skips = 0, m_reached = 0; ///< of the view's, told already
    quint64 m_pausedAt = 0;             ///< messages handed over when the view was paused
    std::atomic<bool> m_livePending{false}, m_replayPending{false};
};

} // namespace gemba
