// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/desktop_wishes.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

namespace gemba {
namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kSpace = QStringLiteral("org.gnome.desktop.interface");
const QString kKey = QStringLiteral("enable-animations");

/// Asking a bus that is not there would start one.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

DesktopWishes::DesktopWishes(QObject* parent) : QObject(parent) {}

void DesktopWishes::ask()
{
    if (!hasSessionBus())
        return;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    listen();
    QDBusMessage read = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    read << kSpace << kKey;
    auto* call = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, &DesktopWishes::onAnswer);
}

void DesktopWishes::listen()
{
    if (!m_listening)
        m_listening = QDBusConnection::sessionBus().connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"),
                                                            this, SLOT(onChange(QString,QString,QDBusVariant)));
}

void DesktopWishes::onChange(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == kSpace && key == kKey)
        tell(value.variant());
}

void DesktopWishes::onAnswer(QDBusPendingCallWatcher* call)
{
    call->deleteLater();
    const QDBusPendingReply<QDBusVariant> reply = *call;
    if (reply.isValid()) // no portal, or none that knows this desktop: it asks for nothing
        tell(reply.value().variant());
}

void DesktopWishes::tell(const QVariant& animations)
{
    QVariant value = animations; // Read() wraps it once more
    if (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    if (value.typeId() == QMetaType::Bool)
        Q_EMIT reducedMotion(!value.toBool());
}

} // namespace gemba
