// SPDX-License-Identifier: GPL-3.0-or-later
#include <clocale>

#include <QApplication>
#include <QCommandLineParser>

#include "app/broker_options.h"
#include "app/gemba/console.h"
#include "app/gemba/day_sheet.h"
#include "app/gemba/render.h"
#include "app/gemba/window_run.h"
#include "app/language.h"
#include "ui/models/settings.h"
#include "ui/scene/scene_view.h"

namespace gemba {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gemba)
};

void addOptions(QCommandLineParser& p)
{
    p.setApplicationDescription(Text::tr("Operations console for industrial digital twins."));
    p.addHelpOption();
    p.addVersionOption();
    p.addPositionalArgument(QStringLiteral("FILE.gmb"), Text::tr("Session to open."), QStringLiteral("[FILE.gmb]"));
    p.addOptions({{QStringLiteral("plant"), Text::tr("Folder of the plant to watch; several times, with a --broker each: several plants."), QStringLiteral("DIR")},
                  {QStringLiteral("ring"), Text::tr("File of the always-on history; none: no history."), QStringLiteral("FILE")},
                  {QStringLiteral("theme"), Text::tr("light or dark; else as set in the window."), QStringLiteral("T")},
                  {QStringLiteral("locale"), Text::tr("Language, such as de."), QStringLiteral("L")},
                  {QStringLiteral("render"), Text::tr("Draw one picture and end."), QStringLiteral("OUT.png")},
                  {QStringLiteral("daily-sheet"), Text::tr("Write the daily sheet of the session and end."), QStringLiteral("OUT.pdf")},
                  {QStringLiteral("day"), Text::tr("Daily sheet: date at the site; else the last one."), QStringLiteral("D")},
                  {QStringLiteral("at"), Text::tr("Picture: instant."), QStringLiteral("T"), QStringLiteral("+0s")},
                  {QStringLiteral("workspace"), Text::tr("Picture: workspace."), QStringLiteral("W"), QStringLiteral("operate")},
                  {QStringLiteral("view"), Text::tr("Picture: overview or scene."), QStringLiteral("V"), QStringLiteral("overview")},
                  {QStringLiteral("asset"), Text::tr("Picture: selected asset."), QStringLiteral("ID")},
                  {QStringLiteral("size"), Text::tr("Picture: size in pixels."), QStringLiteral("WxH"), QStringLiteral("1280x800")}});
    addBrokerOptions(p);
}

/// The language asked for, or set in the window, or the system's.
QLocale languageOf(const QStringList& arguments)
{
    QCommandLineParser p;
    addOptions(p);
    p.parse(arguments); // what is wrong with them is said later, in that language
    QString language = p.value(QStringLiteral("locale"));
    if (language.isEmpty() && !p.isSet(QStringLiteral("render")) && !p.isSet(QStringLiteral("daily-sheet")))
        language = ui::Settings(settingsPath(QStringLiteral("gemba.ini"))).text(QStringLiteral("look/language"));
    return language.isEmpty() ? QLocale::system() : QLocale(language);
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
    const bool sheet = p.isSet(QStringLiteral("daily-sheet"));
    const bool picture = sheet || p.isSet(QStringLiteral("render")); // it looks the same whoever takes it
    Console console(picture ? QString() : settingsPath(QStringLiteral("bookmarks.ini")));
    if (sheet)
        return writeDaySheet(console, {p.positionalArguments().value(0), p.value(QStringLiteral("daily-sheet")),
                                       p.value(QStringLiteral("day"))});
    return picture ? renderPicture(console, pictureOf(p)) : runWindows(p, console);
}

} // namespace
} // namespace gemba

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt has just taken the user's; numbers in files have a point
    QCoreApplication::setApplicationName(QStringLiteral("gemba"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GEMBA_VERSION));
    return gemba::run(app);
}
