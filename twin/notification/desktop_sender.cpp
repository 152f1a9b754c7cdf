// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/notification/desktop_sender.h"

#include <algorithm>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QVariantMap>

namespace gemba::twin {
namespace {

constexpr int kWaitMs = 3000;
const QString kConnection = QStringLiteral("gemba-notifications");

QDBusMessage call(QDBusConnection& bus, const char* method, const QVariantList& arguments = {})
{
    QDBusMessage m = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QString::fromLatin1(method));
    m.setArguments(arguments);
    return bus.call(m, QDBus::Block, kWaitMs);
}

std::optional<SendFailure> failed(const QString& why)
{
    return SendFailure{{ErrorCode::DesktopUnavailable, {why.toStdString()}, {}}, false};
}

} // namespace

std::optional<SendFailure> showOnDesktop(const Message& message)
{
    // A connection of its own each time: the bus may have been started anew since the last alert.
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, kConnection);
    const auto close = qScopeGuard([] { QDBusConnection::disconnectFromBus(kConnection); });
    if (!bus.isConnected())
        return failed(bus.lastError().message());
    const QDBusMessage abilities = call(bus, "GetCapabilities");
    if (abilities.type() == QDBusMessage::ErrorMessage)
        return failed(abilities.errorMessage());
    const bool markup = abilities.arguments().value(0).toStringList().contains(QStringLiteral("body-markup"));
    const QString body = QString::fromStdString(message.body);
    const auto urgency = static_cast<uchar>(std::clamp(3 - message.priority, 0, 2));
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(urgency)},
                            {QStringLiteral("category"), QStringLiteral("device")}};
    const QDBusMessage taken =
        call(bus, "Notify", {QStringLiteral("Gemba"), 0U, QString(), QString::fromStdString(message.title),
                             markup ? body.toHtmlEscaped() : body, QStringList(), hints, -1});
    if (taken.type() == QDBusMessage::ErrorMessage)
        return failed(taken.errorMessage());
    return std::nullopt;
}

} // namespace gemba::twin
