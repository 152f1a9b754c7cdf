// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/demo_plant.h"

#include <array>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gemba {
namespace {

constexpr int kTryEveryMs = 100, kMostTries = 100;
constexpr int kEndWithinMs = 1500;

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// One that the system has just found free; 0: none.
quint16 freePort()
{
    const int s = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    const bool ok = s >= 0 && ::bind(s, reinterpret_cast<sockaddr*>(&address), length) == 0 &&
                    ::getsockname(s, reinterpret_cast<sockaddr*>(&address), &length) == 0;
    if (s >= 0)
        ::close(s);
    return ok ? ntohs(address.sin_port) : 0;
}

bool listens(quint16 port)
{
    const int s = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    const bool ok = s >= 0 && ::connect(s, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    if (s >= 0)
        ::close(s);
    return ok;
}

QLatin1String nameOf(ui::DemoKind kind)
{
    switch (kind) {
    case ui::DemoKind::Process:
        break;
    case ui::DemoKind::PumpHouse:
        return QLatin1String("pumphouse");
    case ui::DemoKind::Turbofans:
        return QLatin1String("turbofan");
    }
    return QLatin1String("eastman");
}

QString program(const QString& name)
{
    const QString own = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    if (!own.isEmpty())
        return own;
    const QString inPath = QStandardPaths::findExecutable(name);
    return inPath.isEmpty() ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")})
                            : inPath;
}

} // namespace

DemoPlant::DemoPlant(ui::DemoKind kind) : m_kind(kind)
{
    m_wait.setInterval(kTryEveryMs);
    connect(&m_wait, &QTimer::timeout, this, &DemoPlant::tryPort);
    connect(&m_broker, &QProcess::errorOccurred, this, [this] {
        fail(tr("The demo's broker could not be started: %1.").arg(m_broker.errorString()));
    });
    connect(&m_player, &QProcess::errorOccurred, this, [this] {
        fail(tr("The demo plant could not be started: %1.").arg(m_player.errorString()));
    });
}

DemoPlant::~DemoPlant()
{
    for (QProcess* p : std::array{&m_player, &m_broker}) { // the player signs off while there is a broker
        p->disconnect();
        if (p->state() == QProcess::NotRunning)
            continue;
        p->terminate();
        if (!p->waitForFinished(kEndWithinMs)) {
            p->kill();
            p->waitForFinished(kEndWithinMs);
        }
    }
}

QString DemoPlant::folder(ui::DemoKind kind)
{
    const QString own = QCoreApplication::applicationDirPath();
    for (const char* place : {"/../share/gemba/plants/", "/../../../resources/plants/"}) {
        const QDir dir(own + QLatin1String(place) + nameOf(kind));
        if (dir.exists(QStringLiteral("plant.json")))
            return QDir::cleanPath(dir.absolutePath());
    }
    return {};
}

void DemoPlant::start()
{
    if (m_ready) {
        Q_EMIT ready(folder(m_kind), QStringLiteral("mqtt://127.0.0.1:%1").arg(m_port));
        return;
    }
    if (m_wait.isActive())
        return;
    if (folder(m_kind).isEmpty())
        return fail(tr("The demo plant is not installed beside this program."));
    if (program(QStringLiteral("mosquitto")).isEmpty())
        return fail(tr("The demo needs the broker “mosquitto”, which is not installed here."));
    if (program(QStringLiteral("gemba-plant")).isEmpty())
        return fail(tr("The demo needs “gemba-plant”, which is not installed beside this program."));
    startBroker();
}

void DemoPlant::startBroker()
{
    m_port = freePort();
    QFile conf(m_folder.filePath(QStringLiteral("mosquitto.conf")));
    const QByteArray text = "listener " + QByteArray::number(m_port) + " 127.0.0.1\nallow_anonymous true\npersistence false\n";
    if (m_port == 0 || !conf.open(QIODevice::WriteOnly) || conf.write(text) != text.size())
        return fail(tr("The demo's broker could not be set up in %1.").arg(m_folder.path()));
    conf.close();
    m_broker.start(program(QStringLiteral("mosquitto")), {QStringLiteral("-c"), conf.fileName()});
    m_tries = 0;
    m_wait.start();
}

void DemoPlant::tryPort()
{
    if (listens(m_port)) {
        m_wait.stop();
        return startPlayer();
    }
    if (++m_tries >= kMostTries)
        fail(tr("The demo's broker does not answer."));
}

void DemoPlant::startPlayer()
{
    const QString broker = QStringLiteral("mqtt://127.0.0.1:%1").arg(m_port);
    QStringList arguments{QStringLiteral("--plant"), folder(m_kind), QStringLiteral("--broker"), broker, QStringLiteral("--loop")};
    if (m_kind == ui::DemoKind::Process) // a minute of normal operation; then the feed of A fails
        arguments += {QStringLiteral("--run"), QStringLiteral("6"), QStringLiteral("--from-row"), QStringLiteral("100")};
    m_player.start(program(QStringLiteral("gemba-plant")), arguments);
    m_ready = true;
    Q_EMIT ready(folder(m_kind), broker);
}

void DemoPlant::fail(const QString& why)
{
    m_wait.stop();
    m_ready = false;
    Q_EMIT failed(why);
}

} // namespace gemba
