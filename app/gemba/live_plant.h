// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include <QObject>

#include "app/gemba/live_notifications.h"
#include "twin/acquisition/mqtt_commander.h"
#include "twin/acquisition/mqtt_source.h"
#include "twin/runtime/live_runtime.h"
#include "ui/models/bookmark_acts.h"

namespace gemba {

/// As it came with a session or a plant folder; null: it did not, or cannot be read.
[[nodiscard]] std::shared_ptr<const twin::Roster> rosterOf(const twin::PlantPackage& package);
[[nodiscard]] std::shared_ptr<const twin::Roster> rosterIn(const twin::Blob* blob);

/// One plant that is watched: its pipeline, its broker link, and what of its news the window side
/// has taken over. Several run beside one another and know nothing of each other. GUI thread;
/// snapshots come over by a queued call, at most one under way, so a slow window skips pictures
/// and holds nothing up.
class LivePlant : public QObject
{
    Q_OBJECT
public:
    struct Settings {
        twin::PlantPackage package;
        twin::Broker broker;
        std::string ringPath; ///< always-on history; empty: none
        LiveNotifications::Files notifications; ///< no roster: nobody is told of alerts
    };
    /// The pipeline, ready but not started; from any thread, as it may read and compile for long.
    [[nodiscard]] static twin::Result<std::unique_ptr<twin::LiveRuntime>> prepare(Settings& settings);

    LivePlant(Settings settings, std::unique_ptr<twin::LiveRuntime> runtime);
    ~LivePlant() override; ///< ends the link, applies what waits, closes the files

    /// Errors: settings that can never connect. Links come and go later without one.
    [[nodiscard]] twin::Result<void> start();

    [[nodiscard]] twin::LiveRuntime& runtime() const { return *m_runtime; }
    [[nodiscard]] const twin::PlantPackage& package() const { return m_settings.package; }
    [[nodiscard]] const std::string& ringPath() const { return m_settings.ringPath; }
    [[nodiscard]] std::string address() const { return m_settings.broker.address(); }
    /// The latest, as of the last changed(); null before the first.
    [[nodiscard]] const twin::SnapshotPtr& snapshot() const { return m_snapshot; }
    [[nodiscard]] const std::vector<twin::Event>& events() const { return m_events; }
    /// Who works when, as of now; null: nobody has written that down.
    [[nodiscard]] std::shared_ptr<const twin::Roster> roster() const;
    [[nodiscard]] LiveNotifications* notifications() const { return m_notifications.get(); } ///< may be null
    [[nodiscard]] const ui::BookmarkMap& bookmarks() const { return m_bookmarks; }

Q_SIGNALS:
    void rosterChanged();
    void changed(bool news); ///< another snapshot; news: events or bookmarks as well

private:
    void take();
    Settings m_settings;
    std::unique_ptr<twin::LiveRuntime> m_runtime;
    std::unique_ptr<LiveNotifications> m_notifications;
    std::unique_ptr<twin::MqttSource> m_source;
    std::unique_ptr<twin::MqttCommander> m_commander; ///< null: listen only
    twin::SnapshotPtr m_snapshot;
    std::vector<twin::Event> m_events;
    ui::BookmarkMap m_bookmarks;
    quint64 m_nextEvent = 0;
    std::atomic<bool> m_pending{false};
};

} // namespace gemba
