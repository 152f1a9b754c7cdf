// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/bench/child.h"

#include <limits>
#include <unistd.h>

#include <QCoreApplication>
#include <QFile>

#include "packaging/bench/report.h"

namespace gemba::bench {
namespace {

constexpr int kEndMs = 20'000;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

} // namespace

bool Child::start(const QString& program, const QStringList& arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + QLatin1Char('/') + program, arguments);
    if (m_process.waitForStarted())
        return true;
    say(QStringLiteral("%1: %2").arg(program, m_process.errorString()));
    return false;
}

void Child::end()
{
    m_process.terminate();
    if (runs() && !m_process.waitForFinished(kEndMs)) {
        say(QStringLiteral("%1 did not end when asked").arg(m_process.program()));
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool Child::finish(int milliseconds)
{
    if ((!runs() || m_process.waitForFinished(milliseconds))
        && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0)
        return true;
    say(QStringLiteral("%1 failed (%2)").arg(m_process.program()).arg(m_process.exitCode()));
    return false;
}

QByteArray Child::proc(const char* file) const
{
    QFile f(QStringLiteral("/proc/%1/%2").arg(m_process.processId()).arg(QLatin1String(file)));
    return runs() && f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

double Child::residentMiB() const
{
    const QList<QByteArray> pages = proc("statm").split(' ');
    return pages.size() < 2 ? kUnknown
                            : pages[1].toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

double Child::cpuSeconds() const
{
    const QByteArray stat = proc("stat");
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' '); // from the third one
    return fields.size() < 13 ? kUnknown
                              : (fields[11].toDouble() + fields[12].toDouble())
                                    / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace gemba::bench
