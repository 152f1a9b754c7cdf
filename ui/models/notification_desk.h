// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QObject>

#include "twin/model/roster.h"

namespace gemba::ui {

/// What was sent, or was to be, and what became of it.
struct SentNotification
{
    enum class State { Waiting, Sent, Failed };
    quint64 id = 0;
    twin::TimeNs at = twin::kNoTime;
    QString what;   ///< its title
    QString to;     ///< "Early shift, e-mail lead@works.example"
    State state = State::Waiting;
    QString result; ///< words: "sent", or why not
    twin::Channel channel;
    bool test = false;
    [[nodiscard]] quint64 key() const { return id; }
    bool operator==(const SentNotification&) const = default;
};

/// Who is told of the alerts of the live plant, and what was told. Implemented in app; the calls
/// return at once. Nothing here ever follows a replay. GUI thread.
class NotificationDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual const twin::Roster& roster() const = 0;
    /// Takes and keeps it; empty: done, else what is wrong with it: then the old one stays.
    [[nodiscard]] virtual QString setRoster(const twin::Roster& roster) = 0;
    /// Seconds to add to UTC at the site.
    [[nodiscard]] virtual twin::ZoneOffset zone() const = 0;
    /// Sends a test by this channel, really; what becomes of it is in sent(). Its id.
    virtual quint64 test(const twin::Channel& channel, const QString& person) = 0;
    /// Keeps it in the keyring, where it replaces the old one; secretKept() says what became of it.
    virtual void keepMailPassword(const QString& password) = 0;
    virtual void keepToken(const twin::Channel& channel, const QString& token) = 0;
    /// Newest first; a few hundred.
    [[nodiscard]] virtual const std::vector<SentNotification>& sent() const = 0;
    /// Why nobody will be told, as a sentence; empty: somebody will.
    [[nodiscard]] virtual QString problem() const = 0;

Q_SIGNALS:
    void rosterChanged();
    void sentChanged();
    void secretKept(const QString& sentence);
};

} // namespace gemba::ui
