// SPDX-License-Identifier: GPL-3.0-or-later
// What surrounds the panels: the start page, help, tour, progress, copying, plants. By keyboard.
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/models/copy_text.h"
#include "ui/operate/operate_workspace.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/help_window.h"
#include "ui/shell/layout_menu.h"
#include "ui/shell/main_window.h"
#include "ui/shell/progress_strip.h"
#include "ui/shell/session_drop.h"
#include "ui/shell/start_page.h"
#include "ui/shell/tour.h"
#include "ui/shell/watch_plant_dialog.h"
#include "ui/shell/window_dialogs.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

/// Writes down what was asked of it; its plants are set by the test.
class NotingPlants : public PlantDirectory
{
public:
    std::vector<PlantLine> lines;
    QStringList calls;
    const std::vector<PlantLine>& plants() const override { return lines; }
    void watch(const PlantSource& s) override
    {
        calls += QStringLiteral("watch ") + s.folder + u' ' + s.broker;
    }
    void show(quint64 id) override { calls += QStringLiteral("show %1").arg(id); }
    void stop(quint64 id) override { calls += QStringLiteral("stop %1").arg(id); }
    void forget(quint64 id) override { calls += QStringLiteral("forget %1").arg(id); }
    void showDemo(DemoKind kind) override { calls += QStringLiteral("demo %1").arg(static_cast<int>(kind)); }
};

PlantLine line(quint64 id, const QString& name)
{
    PlantLine l;
    l.id = id;
    l.name = name;
    l.source.broker = QStringLiteral("mqtts://somewhere:8883");
    return l;
}

struct Console
{
    ViewState view;
    NotingTransport transport;
    RisingHistory history;
    NotingPlants plants;
    Settings settings;
    int windowsWanted = 0;
    QStringList logsTo;
    QString answer;
    std::unique_ptr<MainWindow> window;

    void open(bool tour = false)
    {
        view.setLiveAvailable(false); // nothing is open
        WindowOptions options;
        options.locale = QLocale(QLocale::English);
        options.prompts = {[this](QWidget*) { return answer; },
                           [this](QWidget*, const QString&) { return answer; },
                           [this](QWidget*, const QString&) { return answer; },
                           [this](QWidget*, const QString&) { return answer; }};
        options.app.plants = &plants;
        options.app.newWindow = [this] { ++windowsWanted; };
        options.app.saveLogs = [this](const QString& path) { logsTo += path; };
        options.app.libraries = {{QStringLiteral("Thing <b>"), QStringLiteral("1.2"), QStringLiteral("MIT")}};
        options.app.offerTour = tour;
        window = std::make_unique<MainWindow>(view, transport, history, settings, options);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    void fill()
    {
        SnapshotBuilder b = troubled(eastman());
        b.snapshot.observedSpeed = 1;
        view.setLiveAvailable(true);
        view.setRange({kNoon - 30 * twin::kMinute, kNoon});
        view.setSnapshot(b.build(), ChangeReason::Load);
    }
    template <class T>
    T* child(const char* name) const
    {
        return window->findChild<T*>(QLatin1String(name));
    }
    /// Chooses in the palette what these words find first.
    void choose(const QString& words)
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = child<QDialog>("commandPalette");
        auto* field = palette->findChild<QLineEdit*>();
        QTest::keyClicks(field, words);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

} // namespace

class TestShell : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withNothingOpenTheStartPageSaysWhatCanBeOpened()
    {
        Console c;
        c.open();
        auto* start = c.window->findChild<StartPage*>();
        QVERIFY(start->isVisible());
        c.plants.lines = {line(1, QStringLiteral("North & <b>South</b>"))};
        Q_EMIT c.plants.changed();
        auto* plants = c.child<QListView>("plants");
        QVERIFY(plants->isVisible());
        QCOMPARE(plants->model()->rowCount(), 1);
        plants->setFocus();
        QTest::keyClick(plants, Qt::Key_Down);
        QTest::keyClick(plants, Qt::Key_Return);
        QTest::keyClick(plants, Qt::Key_Delete);
        auto* demo = c.child<QPushButton>("showDemoButton");
        demo->setFocus();
        QTest::keyClick(demo, Qt::Key_Space);
        for (const char* other : {"showPumpHouseButton", "showTurbofansButton"})
            c.child<QPushButton>(other)->click();
        QCOMPARE(c.plants.calls, (QStringList{QStringLiteral("show 1"), QStringLiteral("forget 1"), QStringLiteral("demo 0"),
                                              QStringLiteral("demo 1"), QStringLiteral("demo 2")}));
        c.fill();
        QVERIFY(!start->isVisible());
        QVERIFY(c.child<QWidget>("overview")->isVisible());
        c.view.setLiveAvailable(false);
        c.view.setSnapshot(nullptr, ChangeReason::Load);
        QVERIFY(start->isVisible()); // the plant was given up
    }

    void recentSessionsOpenWithReturn()
    {
        Console c;
        c.settings.remember(QStringLiteral("recent-files"),
                            QStringList{QStringLiteral("/a/one.gmb"), QStringLiteral("/b/two.gmb")});
        c.open();
        auto* list = c.child<QListView>("recentSessions");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(c.transport.calls, QStringList{QStringLiteral("openFile /b/two.gmb")});
    }

    void thePaletteKnowsSettingsAndBookmarks()
    {
        Console c;
        c.open();
        c.fill();
        c.view.setBookmarks({{kNoon - twin::kMinute, QStringLiteral("pump started")}});
        c.choose(QStringLiteral("pump start"));
        QCOMPARE(c.transport.calls.last(), QStringLiteral("seek %1").arg(kNoon - twin::kMinute));
        QString searched;
        QTimer::singleShot(0, c.window.get(), [&] {
            auto* dialog = c.child<QDialog>("settings");
            searched = dialog->findChild<QLineEdit*>()->text();
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        c.choose(QStringLiteral("reduced motion"));
        QCOMPARE(searched, QStringLiteral("Reduced motion"));
        c.choose(QStringLiteral("new window"));
        QCOMPARE(c.windowsWanted, 1);
        c.answer = QStringLiteral("/x/log.txt");
        c.choose(QStringLiteral("save logs"));
        QCOMPARE(c.logsTo, QStringList{c.answer});
    }

    void copyingGivesValueUnitTimeAndMode()
    {
        Console c;
        c.open();
        c.fill();
        c.window->selection().setAsset(c.view.plant()->findAsset("reactor"));
        QTest::keyClick(c.window.get(), Qt::Key_C, Qt::ControlModifier);
        QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied, QStringLiteral("condition 35 of 100, Critical · Reactor R-101 · "
                                        "2026-11-18 07:07:42 -05:00 · LIVE"));
        c.view.setMode(Mode::ReplayFile, QStringLiteral("a.gmb"));
        Phrases phrases((QLocale(QLocale::English)));
        phrases.setPlant(c.view.snapshot()->plant);
        const QString tag = CopyText(c.view, phrases).tag(c.view.plant()->findTag("xmeas_07"));
        QVERIFY2(tag.contains(QStringLiteral(" kPa")) && tag.contains(QStringLiteral("Reactor pressure")) &&
                     tag.endsWith(QStringLiteral(" · REPLAY")),
                 qPrintable(tag));
        // A row of a list, by the keyboard.
        c.view.setMode(Mode::Live);
        c.window->showScene();
        auto* machines = c.child<QListView>("machines");
        machines->setFocus();
        QTest::keyClick(machines, Qt::Key_Down);
        QTest::keyClick(machines, Qt::Key_C, Qt::ControlModifier);
        copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(machines->currentIndex().data().toString()), qPrintable(copied));
        QVERIFY(!copied.contains(QLatin1Char('\n')));
    }

    void whatTakesLongIsShownAndCanBeCancelled()
    {
        Console c;
        c.open();
        auto* strip = c.window->findChild<ProgressStrip*>();
        bool cancelled = false;
        auto job = c.view.jobs().begin(QStringLiteral("Opening <b>x</b>.gmb"), [&] { cancelled = true; });
        QVERIFY(!strip->isVisible()); // most are done at once
        QTRY_VERIFY(strip->isVisible());
        QCOMPARE(ProgressStrip::timeLeft(*job), QString()); // nobody knows
        job->setDone(0.5);
        QVERIFY(!ProgressStrip::timeLeft(*job).isEmpty());
        auto* cancel = strip->findChild<QPushButton*>();
        cancel->setFocus();
        QTest::keyClick(cancel, Qt::Key_Return);
        QVERIFY(cancelled);
        job.reset();
        QVERIFY(!strip->isVisible());
    }

    void anOfferIsTakenOnceOrClosed()
    {
        Console c;
        c.open();
        auto* take = c.child<QPushButton>("takeOffer");
        QVERIFY(!take->isVisible());
        int taken = 0;
        c.view.offer({QStringLiteral("There is something."), QStringLiteral("Take it"), [&] { ++taken; }});
        QVERIFY(take->isVisible());
        take->setFocus();
        QTest::keyClick(take, Qt::Key_Space);
        QCOMPARE(taken, 1);
        QVERIFY(!take->isVisible());
    }

    void theTourIsShownOnceAndLeftWithEscape()
    {
        Console c;
        c.open(true);
        QVERIFY(!c.window->findChild<Tour*>()); // nothing to see yet
        c.fill();
        auto* tour = c.window->findChild<Tour*>();
        QVERIFY(tour && tour->isVisible());
        QPointer<Tour> gone = tour;
        auto* next = c.child<QPushButton>("tourNext");
        QVERIFY(next->hasFocus());
        QTest::keyClick(next, Qt::Key_Right);
        QTest::keyClick(next, Qt::Key_Return);
        QCOMPARE(tour->stop(), 2);
        QTest::keyClick(next, Qt::Key_Left);
        QCOMPARE(tour->stop(), 1);
        for (int i = 0; i < 5; ++i) { // whatever stands where, the card is in the window
            const auto* card = c.child<QWidget>("tourCard");
            QVERIFY(c.window->rect().contains(QRect(card->mapTo(c.window.get(), QPoint()), card->size())));
            if (tour->stop() < 3)
                QTest::keyClick(next, Qt::Key_Right);
        }
        QTest::keyClick(next, Qt::Key_Escape);
        QTRY_VERIFY(!gone);
        QCOMPARE(c.transport.calls, QStringList()); // its keys were its own
        c.fill();
        QVERIFY(!c.window->findChild<Tour*>());
        c.choose(QStringLiteral("show me around"));
        QVERIFY(c.window->findChild<Tour*>());
    }

    void helpOpensThePageAboutWhatHasTheFocus()
    {
        Console c;
        c.open();
        c.fill();
        c.window->showScene();
        c.child<QListView>("machines")->setFocus();
        QTest::keyClick(c.window.get(), Qt::Key_F1);
        auto* help = c.window->findChild<HelpWindow*>();
        QVERIFY(help->isVisible());
        QCOMPARE(help->page(), QStringLiteral("machines"));
        auto* words = help->findChild<QLineEdit*>();
        QTest::keyClicks(words, QStringLiteral("logs passwords"));
        QCOMPARE(help->page(), QStringLiteral("trouble"));
        words->clear();
        QTest::keyClicks(words, QStringLiteral("xyzzy"));
        QCOMPARE(help->findChild<QListView*>()->model()->rowCount(), 0);
    }

    void helpIsWholeInEveryLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("de") << QStringLiteral("de");
    }
    void helpIsWholeInEveryLanguage()
    {
        QFETCH(QString, language);
        const std::vector<HelpPage> pages = helpPages(QLocale(language));
        QSet<QString> names;
        for (const HelpPage& p : pages)
            names.insert(p.name);
        QVERIFY(pages.size() >= 10);
        static const QRegularExpression link(QStringLiteral("\\]\\(([^)]+)\\)"));
        for (const HelpPage& p : pages) {
            QVERIFY2(QFile::exists(QStringLiteral(":/gemba/help/%1").arg(language)), qPrintable(language));
            QVERIFY2(p.text.startsWith(QLatin1String("# ")), qPrintable(p.name));
            for (auto m = link.globalMatch(p.text); m.hasNext();) {
                const QString to = m.next().captured(1);
                const bool there = to.endsWith(QLatin1String(".md"))
                                       ? names.contains(to.chopped(3))
                                       : QFile::exists(QStringLiteral(":/gemba/help/%1/%2").arg(language, to));
                QVERIFY2(there, qPrintable(p.name + u' ' + to)); // nothing from a network, nothing broken
            }
        }
        QCOMPARE(QDir(QStringLiteral(":/gemba/help/") + language).entryList({QStringLiteral("*.md")}),
                 QDir(QStringLiteral(":/gemba/help/en")).entryList({QStringLiteral("*.md")}));
    }

    void everyPanelHasAHelpPage()
    {
        Console c;
        c.open();
        c.fill();
        QSet<QString> names;
        for (const HelpPage& p : helpPages(QLocale(QLocale::English)))
            names.insert(p.name);
        int found = 0;
        for (const QWidget* w : c.window->findChildren<QWidget*>()) {
            const QString page = w->property(kHelpProperty).toString();
            if (page.isEmpty())
                continue;
            ++found;
            QVERIFY2(names.contains(page), qPrintable(page));
        }
        QVERIFY(found >= 6);
    }

    void questionMarkListsTheKeys()
    {
        Console c;
        c.open();
        QStringList texts;
        QTimer::singleShot(0, c.window.get(), [&] {
            auto* sheet = c.child<QDialog>("keys");
            for (const QLabel* l : sheet->findChildren<QLabel*>())
                texts += l->text();
            QTest::keyClick(sheet, Qt::Key_Escape);
        });
        QTest::keyClick(c.window.get(), Qt::Key_Question);
        QVERIFY(texts.contains(QStringLiteral("Find anything…")));
        QVERIFY(texts.contains(QStringLiteral("Ctrl+K")));
    }

    void thePlantsMenuTurnsWindowsToAPlant()
    {
        Console c;
        c.open();
        PlantLine bad = line(7, QStringLiteral("South"));
        bad.link = PlantLine::Link::Live;
        bad.worstPriority = 2;
        bad.worst = QStringLiteral("Pump P-1: Act");
        bad.unacknowledged = 3;
        c.plants.lines = {line(6, QStringLiteral("North")), bad};
        Q_EMIT c.plants.changed();
        auto* button = c.child<QPushButton>("plantsButton");
        QVERIFY(!button->isHidden());
        QCOMPARE(button->text(), QStringLiteral("Plants · 3 not acknowledged"));
        QStringList titles;
        for (const QAction* a : c.window->actions().plants->actions())
            titles += a->text();
        QVERIFY(titles.contains(QStringLiteral("North – not watched")));
        QVERIFY(titles.contains(QStringLiteral("South – live · Pump P-1: Act · 3 not acknowledged")));
        c.choose(QStringLiteral("south pump"));
        QCOMPARE(c.plants.calls, QStringList{QStringLiteral("show 7")});
    }

    void aPlantFolderCanBeDropped()
    {
        QTemporaryDir dir;
        QFile plant(dir.filePath(QStringLiteral("plant.json")));
        QVERIFY(plant.open(QIODevice::WriteOnly));
        plant.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(dir.path())});
        QCOMPARE(SessionDrop::plantIn(data), dir.path());
        data.setUrls({QUrl::fromLocalFile(plant.fileName())});
        QCOMPARE(SessionDrop::plantIn(data), dir.path());
        data.setUrls({QUrl::fromLocalFile(QDir::rootPath())});
        QCOMPARE(SessionDrop::plantIn(data), QString());
        Console c;
        c.open();
        data.setUrls({QUrl::fromLocalFile(dir.path())});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(c.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        bool okBefore = true;
        QTimer::singleShot(0, c.window.get(), [&] {
            auto* dialog = c.window->findChild<WatchPlantDialog*>();
            okBefore = dialog->findChild<QPushButton*>(QStringLiteral("watchIt"))->isEnabled();
            for (QLineEdit* field : dialog->findChildren<QLineEdit*>()) {
                if (field->accessibleName() == QLatin1String("Broker"))
                    QTest::keyClicks(field, QStringLiteral("mqtts://b"));
            }
            dialog->findChild<QPushButton*>(QStringLiteral("watchIt"))->click();
            if (dialog->isVisible())
                dialog->reject();
        });
        QCoreApplication::sendEvent(c.window.get(), &drop);
        QVERIFY(!okBefore); // the broker is missing
        QCOMPARE(c.plants.calls, QStringList{QStringLiteral("watch %1 mqtts://b").arg(dir.path())});
    }

    void aLayoutCanBeRenamedAndThatUndone()
    {
        Console c;
        c.open();
        c.fill();
        QUndoStack undo;
        LayoutMenu layouts(*c.window->findChild<OperateWorkspace*>(), c.settings, undo,
                           [](const QStringList&) { return QString(); }, c.window.get());
        layouts.save(QStringLiteral("a"));
        layouts.save(QStringLiteral("b"));
        layouts.rename(QStringLiteral("a"), QStringLiteral("b")); // replaces it
        QCOMPARE(layouts.names(), QStringList{QStringLiteral("b")});
        undo.undo();
        QCOMPARE(layouts.names(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void aboutNamesWhatItRunsWith()
    {
        AboutDialog about({{QStringLiteral("Thing"), QStringLiteral("1.2"), QStringLiteral("MIT")}}, nullptr);
        QStringList texts;
        for (const QLabel* l : about.findChildren<QLabel*>()) {
            texts += l->text();
            QCOMPARE(l->textFormat(), Qt::PlainText);
        }
        for (const char* text : {"Thing", "1.2", "MIT"})
            QVERIFY(texts.contains(QLatin1String(text)));
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
