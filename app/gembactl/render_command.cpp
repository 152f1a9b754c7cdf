// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "app/gembactl/command_line.h"
#include "app/gembactl/commands.h"
#include "app/gembactl/console_launch.h"

namespace gemba {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

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

    QStringList passed{file, QStringLiteral("--render"), out};
    for (const char* option : {"at", "workspace", "view", "asset", "size", "theme", "locale"}) {
        const QString name = QLatin1String(option);
        if (!p.value(name).isEmpty())
            passed << QStringLiteral("--") + name << p.value(name);
    }
    return runConsole(passed, p.isSet(QStringLiteral("json")), out);
}

int runDailySheet(const QStringList& arguments)
{
    QCommandLineParser p;
    p.setApplicationDescription(Text::tr("Prints the daily sheet of one day of a session, as the console prints it."));
    p.addPositionalArgument(QStringLiteral("FILE.gmb"), Text::tr("The session."));
    p.addOptions({{QStringLiteral("json"), Text::tr("Print one JSON object.")},
                  {QStringLiteral("day"), Text::tr("Date at the site, such as 2026-11-24; default: the day on which the session ends."), QStringLiteral("D")},
                  {QStringLiteral("out"), Text::tr("The PDF to write."), QStringLiteral("X.pdf")},
                  {QStringLiteral("locale"), Text::tr("Language, such as de."), QStringLiteral("L"), QStringLiteral("en")}});
    if (const auto stop = parseOptions(p, arguments, {QStringLiteral("out")}, 1))
        return *stop;
    const QString out = p.value(QStringLiteral("out"));
    QStringList passed{p.positionalArguments().constFirst(), QStringLiteral("--daily-sheet"), out,
                       QStringLiteral("--locale"), p.value(QStringLiteral("locale"))};
    if (p.isSet(QStringLiteral("day")))
        passed << QStringLiteral("--day") << p.value(QStringLiteral("day"));
    return runConsole(passed, p.isSet(QStringLiteral("json")), out);
}

} // namespace gemba
