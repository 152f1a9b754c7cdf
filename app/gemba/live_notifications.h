// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QLocale>
#include <QThreadPool>

#include "twin/advisory/notification_planner.h"
#include "twin/notification/delivery.h"
#include "twin/notification/keyring.h"
#include "ui/models/notification_desk.h"
#include "ui/models/phrases.h"

class QSystemTrayIcon;

namespace gemba {

/// Tells people of the alerts of the live plant: planner, words, delivery, and what became of it.
/// It is given live snapshots by whoever has the live side, and nothing else, so a replay can never
/// tell anybody. GUI thread; files are written by a thread of its own.
class LiveNotifications : public ui::NotificationDesk
{
    Q_OBJECT
public:
    struct Files {
        QString roster;      ///< read, and written when it is edited
        QString plantRoster; ///< read where there is no roster yet
        QString state;       ///< what was told, over a restart
        QString log;         ///< one JSON line for each message and each outcome
    };
    LiveNotifications(std::shared_ptr<const twin::Plant> plant, Files files, const QLocale& locale,
                      twin::Delivery::Options options = {});
    ~LiveNotifications() override;

    /// The roster in this file; any thread. Errors: of parseRoster().
    [[nodiscard]] static twin::Result<twin::Roster> readRoster(const QString& path);
    /// The newest of the live side.
    void follow(const twin::Snapshot& live);

    // ui::NotificationDesk
    [[nodiscard]] const twin::Roster& roster() const override { return m_planner->roster(); }
    [[nodiscard]] QString setRoster(const twin::Roster& roster) override;
    [[nodiscard]] twin::ZoneOffset zone() const override;
    quint64 test(const twin::Channel& channel, const QString& person) override;
    void keepMailPassword(const QString& password) override;
    void keepToken(const twin::Channel& channel, const QString& token) override;
    [[nodiscard]] const std::vector<ui::SentNotification>& sent() const override { return m_sent; }
    [[nodiscard]] QString problem() const override;

Q_SIGNALS:
    void failed(const QString& sentence); ///< somebody was not told

private:
    void readRoster();
    void readState();
    void readSecrets();
    void readMailPassword();
    void readToken(const twin::Channel& channel);
    void saveState();
    void send(twin::Message message, const QString& person, twin::TimeNs at, bool test);
    void note(ui::SentNotification entry);
    void take(const twin::Outcome& outcome);
    bool showInTray(const ui::SentNotification& entry);
    void log(const ui::SentNotification& entry);

    const std::shared_ptr<const twin::Plant> m_plant;
    const Files m_files;
    ui::Phrases m_phrases;
    std::unique_ptr<twin::NotificationPlanner> m_planner;
    twin::Keyring m_keyring;
    twin::MailServer m_mail; ///< whose password was asked for last
    QString m_rosterProblem, m_fileProblem;
    bool m_rosterBroken = false; ///< the file is kept aside before it is written
    std::vector<ui::SentNotification> m_sent;
    std::map<quint64, QString> m_bodies; ///< of what is under way
    quint64 m_lastId = 0;
    twin::TimeNs m_followed = twin::kNoTime;
    twin::Bytes m_savedState;
    QSystemTrayIcon* m_tray = nullptr;
    QThreadPool m_writer; ///< one thread: in order
    std::unique_ptr<twin::Delivery> m_delivery; ///< last: its threads call back
};

} // namespace gemba
