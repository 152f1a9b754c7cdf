// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

class QDBusPendingCallWatcher;

namespace gemba {

/// What the desktop asks of every program, by its settings portal (org.freedesktop.portal.Settings):
/// whether things may move. Asked at the start, and again whenever the program comes to the front,
/// for a portal may tell nothing; one that tells of a change is followed at once. Never waits; without a session bus or a portal
/// there is no answer, and what the person set here alone counts. GUI thread.
class DesktopWishes : public QObject
{
    Q_OBJECT
public:
    explicit DesktopWishes(QObject* parent = nullptr);
    void ask();

Q_SIGNALS:
    void reducedMotion(bool wanted);

private Q_SLOTS:
    void onChange(const QString& space, const QString& key, const QDBusVariant& value); // by the bus

private:
    void listen();
    void onAnswer(QDBusPendingCallWatcher* call);
    void tell(const QVariant& animations);
    bool m_listening = false;
};

} // namespace gemba
