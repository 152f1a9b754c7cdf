// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/acquisition/broker.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

namespace gemba::test {
namespace {

constexpr int kPatienceMs = 20'000;

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool accepts(quint16 port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    const bool connected = connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(fd);
    return connected;
}

QStringList clientArguments(const Mosquitto& broker)
{
    return {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(broker.port())};
}

} // namespace

quint16 freePort()
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    bind(fd, reinterpret_cast<const sockaddr*>(&address), size);
    getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
    close(fd);
    return ntohs(address.sin_port);
}

Mosquitto::Mosquitto(MosquittoOptions options) : m_options(std::move(options)), m_port(freePort()) {}

Mosquitto::~Mosquitto() { kill(); }

QByteArray Mosquitto::configuration() const
{
    QByteArray text = "listener " + QByteArray::number(m_port) + " 127.0.0.1\npersistence false\n";
    if (geteuid() == 0)
        text += "user root\n"; // it would drop to a user that cannot read our folder
    text += m_options.user.isEmpty() ? "allow_anonymous true\n"
                                     : "allow_anonymous false\npassword_file "
                                           + m_folder.filePath(QStringLiteral("users")).toUtf8() + '\n';
    if (!m_options.certFile.isEmpty())
        text += "certfile " + m_options.certFile.toUtf8() + "\nkeyfile " + m_options.keyFile.toUtf8() + '\n';
    if (!m_options.clientCaFile.isEmpty())
        text += "cafile " + m_options.clientCaFile.toUtf8() + "\nrequire_certificate true\n";
    return text + m_options.extra;
}

bool Mosquitto::start()
{
    const QString file = m_folder.filePath(QStringLiteral("mosquitto.conf"));
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(configuration()) < 0)
        return false;
    out.close();
    if (!m_options.user.isEmpty()) {
        const int failed = QProcess::execute(
            QStringLiteral("mosquitto_passwd"),
            {QStringLiteral("-b"), QStringLiteral("-c"), m_folder.filePath(QStringLiteral("users")), m_options.user,
             m_options.password});
        if (failed != 0)
            return false;
    }
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
    m_process.setProgram(QFile::exists(QStringLiteral("/usr/sbin/mosquitto")) ? QStringLiteral("/usr/sbin/mosquitto")
                                                                             : QStringLiteral("mosquitto"));
    m_process.setArguments({QStringLiteral("-c"), file});
    m_process.start();
    if (!m_process.waitForStarted(kPatienceMs))
        return false;
    QElapsedTimer waited;
    for (waited.start(); waited.elapsed() < kPatienceMs; QThread::msleep(5)) {
        if (accepts(m_port))
            return true;
        if (m_process.waitForFinished(0))
            break;
    }
    qWarning("mosquitto: %s", log().constData());
    return false;
}

void Mosquitto::stop()
{
    m_process.terminate();
    m_process.waitForFinished(kPatienceMs);
}

void Mosquitto::kill()
{
    m_process.kill();
    m_process.waitForFinished(kPatienceMs);
}

void Mosquitto::freeze() { ::kill(pid_t(m_process.processId()), SIGSTOP); }

void Mosquitto::thaw() { ::kill(pid_t(m_process.processId()), SIGCONT); }

std::string Mosquitto::url() const
{
    return (m_options.certFile.isEmpty() ? "mqtt://127.0.0.1:" : "mqtts://localhost:") + std::to_string(m_port);
}

QByteArray Mosquitto::log() const
{
    QFile file(m_folder.filePath(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool Mosquitto::publish(const QString& topic, const QByteArray& payload, int qos, bool retain,
                        const QStringList& more) const
{
    QProcess process;
    QStringList arguments = clientArguments(*this)
                          + QStringList{QStringLiteral("-t"), topic, QStringLiteral("-q"), QString::number(qos),
                                        payload.isEmpty() ? QStringLiteral("-n") : QStringLiteral("-s")}
                          + more;
    if (retain)
        arguments << QStringLiteral("-r");
    process.start(QStringLiteral("mosquitto_pub"), arguments);
    process.write(payload);
    process.closeWriteChannel();
    return process.waitForFinished(kPatienceMs) && process.exitCode() == 0;
}

Spy::Spy(const Mosquitto& broker)
{
    const QString ready = QStringLiteral("spy/ready"); // retained: comes as soon as the spy listens
    if (!broker.publish(ready, "1", 1, true))
        qWarning("the spy's broker does not answer");
    m_process.start(QStringLiteral("mosquitto_sub"),
                    clientArguments(broker)
                        + QStringList{QStringLiteral("-t"), QStringLiteral("#"), QStringLiteral("-q"), QStringLiteral("2"),
                                      QStringLiteral("-F"), QStringLiteral("%t %q %r %p")});
    QElapsedTimer waited;
    for (waited.start(); waited.elapsed() < kPatienceMs && !m_text.contains("spy/ready");)
        m_text += m_process.waitForReadyRead(100) ? m_process.readAllStandardOutput() : QByteArray();
    m_text.clear();
}

Spy::~Spy()
{
    m_process.kill();
    m_process.waitForFinished(kPatienceMs);
}

QStringList Spy::lines()
{
    m_process.waitForReadyRead(1);
    m_text += m_process.readAllStandardOutput();
    return QString::fromUtf8(m_text).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace gemba::test
