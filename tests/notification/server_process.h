// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace gemba::test {

/// A server of this folder in a process of its own; what it was sent lies in folder(). It ends with
/// this object.
class ServerProcess
{
public:
    ServerProcess(const QString& script, const QStringList& options)
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral("/usr/bin/python3"),
                        QStringList{QStringLiteral(GEMBA_SOURCE_DIR "/tests/notification/") + script,
                                    m_folder.path()} + options);
        if (m_process.waitForStarted() && m_process.waitForReadyRead(20'000))
            m_port = m_process.readLine().trimmed().toUShort();
    }
    ~ServerProcess()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(2000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray problem() { return m_process.readAllStandardError(); }
    [[nodiscard]] int taken() const
    {
        return static_cast<int>(QDir(m_folder.path()).entryList({QStringLiteral("*.eml"), QStringLiteral("*.txt")}).size());
    }
    [[nodiscard]] QByteArray text(int n) const
    {
        for (const char* tail : {"eml", "txt"}) {
            QFile f(m_folder.filePath(QStringLiteral("%1.%2").arg(n).arg(QLatin1String(tail))));
            if (f.open(QIODevice::ReadOnly))
                return f.readAll();
        }
        return {};
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace gemba::test
