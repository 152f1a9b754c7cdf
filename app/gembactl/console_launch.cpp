// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gembactl/console_launch.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include "app/gembactl/command_line.h"

namespace gemba {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

/// In the display there is, in a virtual one, or without any: then a scene is a placeholder that
/// says why.
struct Launch {
    QString program;
    QStringList arguments;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
};

Launch launchOf(const QString& console, const QStringList& arguments)
{
    Launch launch{console, arguments, QProcessEnvironment::systemEnvironment()};
    const auto& env = launch.environment;
    if (env.contains(QStringLiteral("QT_QPA_PLATFORM")) || !env.value(QStringLiteral("DISPLAY")).isEmpty()
        || !env.value(QStringLiteral("WAYLAND_DISPLAY")).isEmpty())
        return launch;
    const QString xvfb = QStandardPaths::findExecutable(QStringLiteral("xvfb-run"));
    if (xvfb.isEmpty()) {
        launch.environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        return launch;
    }
    launch.program = xvfb;
    launch.arguments = QStringList{QStringLiteral("-a"), QStringLiteral("-s"),
                                   QStringLiteral("-screen 0 4096x2304x24 +extension GLX"), console}
                       + arguments;
    launch.environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    return launch;
}

} // namespace

int runConsole(const QStringList& arguments, bool json, const QString& out)
{
    const QString console = QCoreApplication::applicationDirPath() + QStringLiteral("/gemba");
    if (!QFileInfo(console).isExecutable())
        return fail({twin::ErrorCode::ProgramNotFound, {std::string("gemba")}, {}});
    const Launch launch = launchOf(console, arguments);
    QProcess process;
    process.setProcessEnvironment(launch.environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(launch.program, launch.arguments);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit) {
        printProgress(Text::tr("The console ended abnormally (%1).").arg(process.errorString()));
        return kExitNo;
    }
    const QByteArray said = process.readAllStandardOutput().trimmed();
    if (process.exitCode() == kExitDone) {
        if (json)
            printLine(QString::fromUtf8(said));
        else
            printLine(out);
    }
    return process.exitCode();
}

} // namespace gemba
