// SPDX-License-Identifier: GPL-3.0-or-later
#include <clocale>
#include <cstdio>

#include <QCoreApplication>
#include <QLocale>

#include "app/gembactl/command_line.h"
#include "app/gembactl/commands.h"
#include "app/gembactl/score_command.h"
#include "app/gembactl/train_command.h"
#include "app/language.h"

namespace {

struct Entry {
    const char* name;
    int (*run)(const QStringList&);
    const char* purpose;
};

constexpr Entry kCommands[] = {
    {"info", gemba::runInfo, QT_TRANSLATE_NOOP("gembactl", "say what a session holds")},
    {"record", gemba::runRecord, QT_TRANSLATE_NOOP("gembactl", "record a plant from a broker")},
    {"replay", gemba::runReplay, QT_TRANSLATE_NOOP("gembactl", "replay a session and compare it with the record")},
    {"check", gemba::runCheck, QT_TRANSLATE_NOOP("gembactl", "check a session, plant, recipe or model")},
    {"render", gemba::runRender, QT_TRANSLATE_NOOP("gembactl", "draw a workspace at an instant of a session")},
    {"daily-sheet", gemba::runDailySheet, QT_TRANSLATE_NOOP("gembactl", "print the daily sheet of a session")},
    {"why", gemba::runWhy, QT_TRANSLATE_NOOP("gembactl", "take conditions apart at an instant of a session")},
    {"train", gemba::runTrain, QT_TRANSLATE_NOOP("gembactl", "train a model from CSV")},
    {"score", gemba::runScore, QT_TRANSLATE_NOOP("gembactl", "score CSV with a model")},
    {"envelope", gemba::runEnvelope, QT_TRANSLATE_NOOP("gembactl", "look for bearing damage in a vibration signal")},
    {"onset", gemba::runOnset, QT_TRANSLATE_NOOP("gembactl", "find when a machine began to degrade, from its records")},
};

int usage(int code)
{
    using gemba::printProgress;
    printProgress(QCoreApplication::translate("gembactl", "Usage: gembactl COMMAND [options]; gembactl COMMAND --help"));
    for (const Entry& e : kCommands)
        printProgress(QStringLiteral("  %1 %2").arg(QLatin1String(e.name), -11)
                          .arg(QCoreApplication::translate("gembactl", e.purpose)));
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt has just taken the user's; numbers in files have a point
    QCoreApplication::setApplicationName(QStringLiteral("gembactl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GEMBA_VERSION));
    gemba::installLanguage(QLocale());

    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return usage(gemba::kExitUsage);
    arguments.removeFirst();
    const QString& name = arguments.constFirst(); // a command's arguments begin with its name
    if (name == QLatin1String("--help") || name == QLatin1String("-h"))
        return usage(gemba::kExitDone);
    if (name == QLatin1String("--version")) {
        gemba::printLine(QStringLiteral("gembactl " GEMBA_VERSION));
        return gemba::kExitDone;
    }
    for (const Entry& e : kCommands) {
        if (name == QLatin1String(e.name))
            return e.run(arguments);
    }
    gemba::printProgress(QCoreApplication::translate("gembactl", "There is no command “%1”.").arg(name));
    return usage(gemba::kExitUsage);
}
