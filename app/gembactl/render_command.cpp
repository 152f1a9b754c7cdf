// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

#include "app/gembactl/command_line.h"
#include "app/gembactl/commands.h"

namespace gemba {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

/// The console beside this program, started in the display there is, in a virtual one of its own,
/// or without any: then the scene is a placeholder that says why.
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

int runRender(const QStringList& arguments)
{
    QCommandLineParser p;
    p.setApplicationDescription(Text::tr("Draws a workspace at an instant of a session, as the console shows it."));
    p.addPositionalArgument(QStringLiteral("FILE.gmb"), Text::tr("The session."));
    p.addOptions({{QStringLiteral("json"), Text::tr("Print one JSON object.")},
                  {QStringLiteral("at"), Text::tr("Instant: ISO 8601 or +30s from the start."), QStringLiteral("T")},
                  {QStringLiteral("workspace"), Text::tr("operate, review, models, data, fleet or value."), QStringLiteral("W"), QStringLiteral("operate")},
                  {QStringLiteral("view"), Text::tr("Operate: overview or scene."), QStringLiteral("V"), QStringLiteral("overview")},
                  {QStringLiteral("asset"), Text::tr("Select this asset; default: the worst one."), QStringLiteral("ID")},
                  {QStringLiteral("out"), Text::tr("The picture to write."), QStringLiteral("X.png")},
                  {QStringLiteral("size"), Text::tr("In pixels."), QStringLiteral("WxH"), QStringLiteral("1280x800")},
                  {QStringLiteral("theme"), Text::tr("light or dark."), QStringLiteral("T"), QStringLiteral("light")},
                  {QStringLiteral("locale"), Text::tr("Language, such as de."), QStringLiteral("L"), QStringLiteral("en")}});
    if (const auto stop = parseOptions(p, arguments, {QStringLiteral("at"), QStringLiteral("out")}, 1))
        return *stop;
    const QString file = p.positionalArguments().constFirst();
    const QString out = p.value(QStringLiteral("out"));

    const QString console = QCoreApplication::applicationDirPath() + QStringLiteral("/gemba");
    if (!QFileInfo(console).isExecutable())
        return fail({twin::ErrorCode::ProgramNotFound, {std::string("gemba")}, {}});
    QStringList passed{file, QStringLiteral("--render"), out};
    for (const char* option : {"at", "workspace", "view", "asset", "size", "theme", "locale"}) {
        const QString name = QLatin1String(option);
        if (!p.value(name).isEmpty())
            passed << QStringLiteral("--") + name << p.value(name);
    }
    const Launch launch = launchOf(console, passed);
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
        if (p.isSet(QStringLiteral("json")))
            printLine(QString::fromUtf8(said));
        else
            printLine(out);
    }
    return process.exitCode();
}

} // namespace gemba
