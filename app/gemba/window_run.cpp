// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/window_run.h"

#include <cstdio>

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QSysInfo>

#include "app/broker_options.h"
#include "app/gemba/console_windows.h"
#include "app/gemba/desktop_wishes.h"
#include "app/gemba/last_session.h"
#include "app/gemba/libraries.h"
#include "app/gemba/log_file.h"
#include "app/gemba/plants.h"
#include "app/gemba/quit_on_signal.h"
#include "twin/wording/error_text.h"
#include "ui/shell/main_window.h"

namespace gemba {
namespace {

constexpr int kUnreadable = 3;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gemba)
};

/// Starts the plants that the options ask for; a sentence where one cannot be.
QString startPlants(const QCommandLineParser& p, Plants& plants)
{
    const QStringList folders = p.values(QStringLiteral("plant"));
    for (qsizetype i = 0; i < folders.size(); ++i) {
        const auto broker = brokerOf(p, i);
        if (!broker)
            return twin::errorText(broker.error());
        std::optional<QString> ring; // nothing: where it always is
        if (p.value(QStringLiteral("ring")) == QLatin1String("none"))
            ring = QString();
        else if (p.isSet(QStringLiteral("ring")) && i == 0)
            ring = p.value(QStringLiteral("ring"));
        if (const auto started = plants.start(folders[i], *broker, ring); !started)
            return twin::errorText(started.error());
    }
    return {};
}

QString logHeader()
{
    QString text = QStringLiteral("Gemba %1\n%2, %3\n").arg(QStringLiteral(GEMBA_VERSION), QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
    for (const ui::LibraryLine& l : librariesInUse())
        text += l.name + QLatin1Char(' ') + l.version + QLatin1Char('\n');
    return text;
}

/// Off the GUI thread; says how it went.
void saveLogs(LogFile& log, ui::ViewState& view, const QString& path, QThreadPool& threads)
{
    threads.start([&log, &view, path] {
        QString problem;
        const bool saved = log.saveTo(path, logHeader(), &problem);
        QMetaObject::invokeMethod(&view, [&view, path, saved, problem] {
            view.setNotice(saved ? Text::tr("The logs are in %1. They hold no telemetry and no passwords.").arg(path)
                                 : Text::tr("The logs could not be saved to %1: %2.").arg(path, problem));
        });
    });
}

WhereYouWere whereNow(Console& console, const Plants& plants, const ConsoleWindows& windows)
{
    WhereYouWere where;
    const ui::ViewState& view = console.view();
    if (view.mode() == ui::Mode::ReplayFile) {
        where.file = console.filePath();
        where.at = view.snapshot() ? view.snapshot()->at : twin::kNoTime;
    }
    where.plant = plants.shownSource().value_or(ui::PlantSource());
    where.windows = windows.state();
    return where;
}

void continueFrom(const WhereYouWere& where, Console& console, Plants& plants, ConsoleWindows& windows)
{
    windows.apply(where.windows);
    if (!where.plant.folder.isEmpty())
        plants.watch(where.plant);
    if (!where.file.isEmpty())
        console.openFileAt(where.file, where.at);
}

void offerToContinue(const WhereYouWere& where, Console& console, Plants& plants, ConsoleWindows& windows)
{
    const QString what = where.file.isEmpty() ? QDir(where.plant.folder).dirName() : QFileInfo(where.file).fileName();
    console.view().offer({Text::tr("Gemba did not end as it should have. You were looking at %1.").arg(what),
                          Text::tr("Continue where you were"),
                          [where, &console, &plants, &windows] { continueFrom(where, console, plants, windows); }});
}

} // namespace

QString settingsPath(const QString& name)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(name);
}

int runWindows(const QCommandLineParser& p, Console& console)
{
    const QuitOnSignal quitOnSignal;
    LogFile log(QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).filePath(QStringLiteral("logs")));
    qInfo("Gemba %s begins", GEMBA_VERSION);
    ui::Settings settings(settingsPath(QStringLiteral("gemba.ini")));
    if (p.isSet(QStringLiteral("theme")))
        settings.override(QStringLiteral("look/theme"), p.value(QStringLiteral("theme")));
    DesktopWishes wishes;
    QObject::connect(&wishes, &DesktopWishes::reducedMotion, &settings, [&settings](bool wanted) {
        settings.setDefault(QStringLiteral("look/reduced-motion"), wanted);
    });
    wishes.ask();
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, &wishes, [&wishes](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            wishes.ask();
    });
    QThreadPool threads; // ends before the log does
    LastSession last(settingsPath(QStringLiteral("last-session.json")));
    Plants plants(console, settings);
    if (const QString problem = startPlants(p, plants); !problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(problem));
        return kUnreadable;
    }
    ui::WindowOptions options;
    options.locale = QLocale();
    options.app.plants = &plants;
    options.app.libraries = librariesInUse();
    options.app.offerTour = true;
    options.app.saveLogs = [&](const QString& path) { saveLogs(log, console.view(), path, threads); };
    ConsoleWindows windows(console, settings, options);
    windows.openRemembered();
    if (!p.positionalArguments().isEmpty())
        console.openFile(p.positionalArguments().constFirst());
    // Who asks for the same plant again gets it, and needs no offer.
    const bool there = last.unfinished() && last.unfinished()->file.isEmpty() &&
                       plants.shownSource() == last.unfinished()->plant;
    if (last.unfinished() && !there)
        offerToContinue(*last.unfinished(), console, plants, windows);
    last.follow([&] { return whereNow(console, plants, windows); });
    QObject::connect(&console.view(), &ui::ViewState::noticeChanged, &plants, [&] {
        if (!console.view().notice().isEmpty())
            qInfo("said: %s", qUtf8Printable(console.view().notice()));
    });
    const int code = QApplication::exec();
    console.view().offer({});
    qInfo("Gemba ends");
    return code;
}

} // namespace gemba
