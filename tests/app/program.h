// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace gemba::test {

/// A program of ours, run as a user would run it, in English. It is killed when this object goes.
class Program
{
public:
    static constexpr int kPatienceMs = 60'000;

    Program(const QString& file, const QStringList& arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("en"));
        // As somebody who never ran it: it remembers things.
        for (const char* home : {"XDG_CONFIG_HOME", "XDG_DATA_HOME"})
            environment.insert(QLatin1String(home), m_home.path());
        m_process.setProcessEnvironment(environment);
        m_process.start(file, arguments);
        m_process.waitForStarted(kPatienceMs);
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished(kPatienceMs);
    }
    [[nodiscard]] bool running() const { return m_process.state() != QProcess::NotRunning; }
    void send(int signal) { ::kill(static_cast<pid_t>(m_process.processId()), signal); }
    /// Its exit code once it has ended; -1: it crashed, was killed or goes on for ever.
    int wait()
    {
        if (running() && !m_process.waitForFinished(kPatienceMs))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    /// What it printed to stdout and stderr so far.
    QByteArray printed() { return m_out += m_process.readAllStandardOutput(); }
    QByteArray said() { return m_err += m_process.readAllStandardError(); }
    QStringList lines() { return QString::fromUtf8(printed()).split(u'\n', Qt::SkipEmptyParts); }
    /// The one JSON object on stdout; empty where it is something else.
    QJsonObject json() { return QJsonDocument::fromJson(printed()).object(); }

private:
    QTemporaryDir m_home;
    QProcess m_process;
    QByteArray m_out, m_err;
};

} // namespace gemba::test
