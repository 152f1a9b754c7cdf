// SPDX-License-Identifier: GPL-3.0-or-later
#include <clocale>
#include <cstdio>
#include <memory>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLockFile>
#include <QStandardPaths>

#include "app/broker_options.h"
#include "app/gemba/console.h"
#include "app/gemba/quit_on_signal.h"
#include "app/gemba/render.h"
#include "app/gemba/scene_loader.h"
#include "app/language.h"
#include "twin/store/plant_folder.h"
#include "twin/wording/error_text.h"
#include "ui/scene/scene_view.h"
#include "ui/shell/main_window.h"

namespace gemba {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gemba)
};

int stop(const QString& sentence, int code)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    return code;
}

void addOptions(QCommandLineParser& p)
{
    p.setApplicationDescription(Text::tr("Operations console for industrial digital twins."));
    p.addHelpOption();
    p.addVersionOption();
    p.addPositionalArgument(QStringLiteral("FILE.gmb"), Text::tr("Session to open."), QStringLiteral("[FILE.gmb]"));
    p.addOptions({{QStringLiteral("plant"), Text::tr("Folder of the plant to watch."), QStringLiteral("DIR")},
                  {QStringLiteral("ring"), Text::tr("File of the always-on history; none: no history."), QStringLiteral("FILE")},
                  {QStringLiteral("theme"), Text::tr("light or dark; else as set in the window."), QStringLiteral("T")},
                  {QStringLiteral("locale"), Text::tr("Language, such as de."), QStringLiteral("L")},
                  {QStringLiteral("render"), Text::tr("Draw one picture and end."), QStringLiteral("OUT.png")},
                  {QStringLiteral("at"), Text::tr("Picture: instant."), QStringLiteral("T"), QStringLiteral("+0s")},
                  {QStringLiteral("workspace"), Text::tr("Picture: workspace."), QStringLiteral("W"), QStringLiteral("operate")},
                  {QStringLiteral("view"), Text::tr("Picture: overview or scene."), QStringLiteral("V"), QStringLiteral("overview")},
                  {QStringLiteral("asset"), Text::tr("Picture: selected asset."), QStringLiteral("ID")},
                  {QStringLiteral("size"), Text::tr("Picture: size in pixels."), QStringLiteral("WxH"), QStringLiteral("1280x800")}});
    addBrokerOptions(p);
}

QString settingsPath(const QString& name)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(name);
}

/// The language asked for, or set in the window, or the system's.
QLocale languageOf(const QStringList& arguments)
{
    QCommandLineParser p;
    addOptions(p);
    p.parse(arguments); // what is wrong with them is said later, in that language
    QString language = p.value(QStringLiteral("locale"));
    if (language.isEmpty() && !p.isSet(QStringLiteral("render")))
        language = ui::Settings(settingsPath(QStringLiteral("gemba.ini"))).text(QStringLiteral("look/language"));
    return language.isEmpty() ? QLocale::system() : QLocale(language);
}

/// Where the always-on history goes. What an earlier run left there is kept beside it, so that a
/// crash does not cost the half hour before it.
QString ringPath(const QCommandLineParser& p, const twin::PlantPackage& package)
{
    if (p.isSet(QStringLiteral("ring")))
        return p.value(QStringLiteral("ring")) == QLatin1String("none") ? QString() : p.value(QStringLiteral("ring"));
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(QStringLiteral("history-%1.gmb").arg(QString::fromStdString(package.blobs.front().sha256).left(12)));
}

void keepEarlier(const QString& path)
{
    const QString earlier = path.chopped(4) + QStringLiteral("-earlier.gmb");
    for (const char* tail : {"", "-wal", "-shm"}) {
        QFile::remove(earlier + QLatin1String(tail));
        QFile::rename(path + QLatin1String(tail), earlier + QLatin1String(tail));
    }
}

/// Starts the live plant that the options ask for; a sentence where it cannot be.
QString startLive(const QCommandLineParser& p, Console& console, std::unique_ptr<QLockFile>& lock)
{
    auto package = twin::loadPlantFolder(p.value(QStringLiteral("plant")).toStdString());
    if (!package)
        return twin::errorText(package.error());
    auto broker = brokerOf(p);
    if (!broker)
        return twin::errorText(broker.error());
    QString ring = ringPath(p, *package);
    if (!ring.isEmpty()) {
        lock = std::make_unique<QLockFile>(ring + QStringLiteral(".lock"));
        if (lock->tryLock())
            keepEarlier(ring);
        else
            ring.clear(); // another window records this plant's history already
    }
    const auto started = console.startLive({std::move(*package), *broker, ring.toStdString()});
    return started ? QString() : twin::errorText(started.error());
}

int runWindow(const QCommandLineParser& p, Console& console)
{
    const QuitOnSignal quitOnSignal;
    std::unique_ptr<QLockFile> ringLock;
    if (p.isSet(QStringLiteral("plant"))) {
        if (const QString problem = startLive(p, console, ringLock); !problem.isEmpty())
            return stop(problem, 3);
    }
    ui::WindowOptions options;
    options.locale = QLocale();
    if (p.isSet(QStringLiteral("theme")))
        options.dark = p.value(QStringLiteral("theme")) == QLatin1String("dark");
    options.waitingFor = p.value(QStringLiteral("broker"));
    ui::Settings settings(settingsPath(QStringLiteral("gemba.ini")));
    ui::MainWindow window(console.view(), console, console.history(), settings, options);
    const auto showPlant = [&] {
        if (const SceneOutcome scene = showScene(console.package(), window); !scene.problem.isEmpty())
            console.view().setNotice(scene.problem);
    };
    showPlant();
    QObject::connect(&console, &Console::packageChanged, &window, showPlant);
    if (!p.positionalArguments().isEmpty())
        console.openFile(p.positionalArguments().constFirst());
    window.show();
    return QApplication::exec();
}

Picture pictureOf(const QCommandLineParser& p)
{
    Picture picture;
    picture.file = p.positionalArguments().value(0);
    picture.out = p.value(QStringLiteral("render"));
    picture.at = p.value(QStringLiteral("at"));
    picture.workspace = p.value(QStringLiteral("workspace"));
    picture.view = p.value(QStringLiteral("view"));
    picture.asset = p.value(QStringLiteral("asset"));
    picture.dark = p.value(QStringLiteral("theme")) == QLatin1String("dark");
    picture.locale = QLocale();
    const QStringList size = p.value(QStringLiteral("size")).split(QLatin1Char('x'));
    if (size.size() == 2)
        picture.size = QSize(size[0].toInt(), size[1].toInt()).expandedTo(QSize(640, 400)).boundedTo(QSize(7680, 4320));
    return picture;
}

int run(QApplication& app)
{
    installLanguage(languageOf(QCoreApplication::arguments()));
    QCommandLineParser p;
    addOptions(p);
    p.process(app); // prints usage and ends where it is wrong
    const bool picture = p.isSet(QStringLiteral("render")); // it looks the same whoever takes it
    Console console(picture ? QString() : settingsPath(QStringLiteral("bookmarks.ini")));
    return picture ? renderPicture(console, pictureOf(p)) : runWindow(p, console);
}

} // namespace
} // namespace gemba

int main(int argc, char** argv)
{
    gemba::ui::prepareSceneFormat();
    QApplication app(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt has just taken the user's; numbers in files have a point
    QCoreApplication::setApplicationName(QStringLiteral("gemba"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GEMBA_VERSION));
    return gemba::run(app);
}
