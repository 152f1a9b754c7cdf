// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusPendingCallWatcher;

namespace gemba {

/// What the desktop asks of every program, by its settings portal (org.freedesktop.portal.Settings):
/// whether things may move. Asked at the start, and again whenever the program comes to the front:
/// who changed the desktop's settings was elsewhere. Never waits; without a session bus or a portal
/// there is no answer, and what the person set here alone counts. GUI thread.
class DesktopWishes : public QObject
{
    Q_OBJECT
public:
    explicit DesktopWishes(QObject* parent = nullptr);
    void ask();

Q_SIGNALS:
    void reducedMotion(bool wanted);

private:
    void onAnswer(QDBusPendingCallWatcher* call);
    void tell(const QVariant& animations);
};

} // namespace gemba
