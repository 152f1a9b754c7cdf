// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real window with keys and clicks.
#include <QDialog>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>
#include <QTest>
#include <QUrl>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/charts/trend_chart.h"
#include "ui/models/alert_list_model.h"
#include "ui/operate/alert_panel.h"
#include "ui/operate/condition_header.h"
#include "ui/operate/operate_workspace.h"
#include "ui/shell/layout_menu.h"
#include "ui/shell/main_window.h"
#include "ui/shell/mode_chip.h"
#include "ui/shell/time_bar.h"
#include "ui/shell/time_ruler.h"
#include "ui/shell/top_bar.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

class TestMainWindow : public QObject
{
    Q_OBJECT
private:
    struct Console
    {
        ViewState view;
        NotingTransport transport;
        RisingHistory history;
        Settings ownSettings;
        Settings& settings;
        std::unique_ptr<MainWindow> window;
        QString answer; ///< what the person answers when asked for a file

        Console() : Console(ownSettings) {}
        explicit Console(Settings& given) : settings(given)
        {
            WindowOptions options;
            options.locale = QLocale(QLocale::English);
            options.waitingFor = QStringLiteral("mqtt://somewhere:1883");
            options.prompts = {[this](QWidget*) { return answer; },
                               [this](QWidget*, const QString&) { return answer; },
                               [this](QWidget*, const QString&) { return answer; }};
            window = std::make_unique<MainWindow>(view, transport, history, settings, options);
            window->show();
            window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
        }
        void fill()
        {
            SnapshotBuilder b = troubled(eastman());
            b.snapshot.observedSpeed = 1;
            view.setRange({kNoon - 30 * twin::kMinute, kNoon});
            view.setTimeline(*b.snapshot.events);
            view.setSnapshot(b.build(), ChangeReason::Load);
        }
        template <class T>
        T* child(const char* name)
        {
            return window->findChild<T*>(QLatin1String(name));
        }
        /// Every text that can be read in the window's labels now.
        QString readable()
        {
            QStringList out;
            for (const QLabel* l : window->findChildren<QLabel*>()) {
                if (l->isVisible())
                    out += l->text();
            }
            return out.join(QLatin1Char('\n'));
        }
    };

private Q_SLOTS:
    void beforeTheFirstMessageItSaysWhatItWaitsFor()
    {
        Console c;
        QVERIFY(c.readable().contains(
            QLatin1String("Waiting for the first message from mqtt://somewhere:1883.")));
        QCOMPARE(c.child<QLineEdit>("timeField")->text(), QStringLiteral("no record"));
        QVERIFY(!c.child<QWidget>("inspector")->isVisible());
        // Nothing in it may fall over an empty view.
        for (const auto key : {Qt::Key_F6, Qt::Key_F5, Qt::Key_Escape, Qt::Key_Comma})
            QTest::keyClick(c.window.get(), key);
        QTest::keyClick(c.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(c.transport.calls, QStringList{QStringLiteral("stepEvent -1")});
    }

    void overviewComesFirst()
    {
        Console c;
        c.fill();
        QVERIFY(c.child<QWidget>("overview")->isVisible());
        QVERIFY(!c.child<QWidget>("machines")->isVisible());
        QCOMPARE(c.child<Chip>("dataChip")->text(), QStringLiteral("data: 1 late · 1 silent"));
    }

    void clickOnAMachineOpensItsInspector()
    {
        Console c;
        c.fill();
        auto* decisions = c.child<QListView>("decisions");
        QTest::mouseClick(decisions->viewport(), Qt::LeftButton, {},
                          decisions->visualRect(decisions->model()->index(0, 0)).center());
        QCOMPARE(c.window->selection().asset(), c.view.plant()->findAsset("reactor"));
        QVERIFY(c.child<QWidget>("inspector")->isVisible());
        QCOMPARE(c.window->findChild<ConditionHeader*>()->shownScore(), QStringLiteral("35"));
        QVERIFY(c.readable().contains(QLatin1String("Act before")));
        QVERIFY(c.readable().contains(QStringLiteral("advisory · decision: Production manager")));
        QTest::keyClick(c.window.get(), Qt::Key_Escape);
        QVERIFY(!c.child<QWidget>("inspector")->isVisible());
    }

    void aWithheldConditionIsADashWithItsReason()
    {
        Console c;
        c.fill();
        c.window->selection().setAsset(c.view.plant()->findAsset("compressor"));
        auto* header = c.window->findChild<ConditionHeader*>();
        QCOMPARE(header->shownScore(), QStringLiteral("\u2013"));
        QVERIFY(header->shownReason().startsWith(QLatin1String("not scored: standby since")));
        QVERIFY(!c.readable().contains(QLatin1String("Act before")));
    }

    void arrowKeysWalkTheMachines()
    {
        Console c;
        c.fill();
        QTest::keyClick(c.window.get(), Qt::Key_F6);
        auto* machines = c.child<QListView>("machines");
        QVERIFY(machines->isVisible());
        machines->setFocus();
        QTest::keyClick(machines, Qt::Key_Down); // nothing was selected: the worst one is
        QCOMPARE(c.window->selection().asset(), c.view.plant()->findAsset("reactor"));
        QTest::keyClick(machines, Qt::Key_Down);
        QCOMPARE(c.window->selection().asset(), c.view.plant()->findAsset("separator"));
    }

    void thePaletteFindsMachinesTagsAndActions()
    {
        Console c;
        c.fill();
        const auto find = [&](const char* words) {
            c.window->actions().palette->trigger();
            auto* palette = c.child<QDialog>("commandPalette");
            QTest::keyClicks(palette->findChild<QLineEdit*>(), QString::fromLatin1(words));
            QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
            return palette->isVisible();
        };
        QVERIFY(!find("v-103"));
        QCOMPARE(c.window->selection().asset(), c.view.plant()->findAsset("separator"));
        QVERIFY(!find("xmeas(7)")); // a tag leads to its machine
        QCOMPARE(c.window->selection().asset(), c.view.plant()->findAsset("reactor"));
        QVERIFY(!find("paus"));
        QCOMPARE(c.transport.calls.last(), QStringLiteral("pause"));
        QVERIFY(find("no such thing")); // stays, and says so
    }

    void aSessionCanBeDroppedNothingElse_data()
    {
        QTest::addColumn<QStringList>("urls");
        QTest::addColumn<QString>("opened");
        const QString session = QStringLiteral("file:///tmp/a session.gmb");
        QTest::newRow("session") << QStringList{session} << QStringLiteral("/tmp/a session.gmb");
        QTest::newRow("two") << QStringList{session, session} << QString();
        QTest::newRow("picture") << QStringList{QStringLiteral("file:///tmp/a.png")} << QString();
        QTest::newRow("web") << QStringList{QStringLiteral("http://a/b.gmb")} << QString();
        QTest::newRow("nothing") << QStringList{} << QString();
    }
    void aSessionCanBeDroppedNothingElse()
    {
        QFETCH(QStringList, urls);
        QFETCH(QString, opened);
        Console c;
        QMimeData data;
        QList<QUrl> list;
        for (const QString& url : urls)
            list += QUrl(url);
        data.setUrls(list);
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(c.window.get(), &enter);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(c.window.get(), &drop);
        QCOMPARE(c.transport.calls.join(QLatin1Char('|')),
                 opened.isEmpty() ? QString() : QStringLiteral("openFile ") + opened);
        QCOMPARE(c.settings.remembered(QStringLiteral("recent-files")).toStringList(),
                 opened.isEmpty() ? QStringList() : QStringList{opened});
    }

    void panelsPutAwayStayAway()
    {
        Settings settings;
        {
            Console c(settings);
            c.fill();
            c.window->showScene();
            auto* dock = c.child<QDockWidget>("alerts-dock");
            QVERIFY(dock->isVisible());
            c.child<QAction>("alerts-dock-shown")->trigger();
            QVERIFY(!dock->isVisible());
            c.window->showOverview();
            c.window->showScene();
            QVERIFY(!dock->isVisible());
        }
        Console c(settings);
        c.fill();
        c.window->showScene();
        QVERIFY(!c.child<QDockWidget>("alerts-dock")->isVisible());
        QVERIFY(c.child<QDockWidget>("machines-dock")->isVisible());
    }

    void onlyAChangedLayoutIsRemembered()
    {
        Settings settings;
        {
            Console c(settings);
            c.fill();
            c.window->showScene();
        }
        QVERIFY(!settings.remembered(QStringLiteral("operate-layout")).isValid());
    }

    void aLayoutUnderANameComesBack()
    {
        Console c;
        c.fill();
        c.window->showScene();
        auto* trends = c.child<QDockWidget>("trends-dock");
        QUndoStack undo;
        LayoutMenu layouts(*c.window->findChild<OperateWorkspace*>(), c.settings, undo,
                           [](const QStringList&) { return QString(); }, c.window.get());
        trends->setFloating(true);
        c.child<QAction>("machines-dock-shown")->trigger();
        layouts.save(QStringLiteral("Night & <b>shift</b>"));
        c.window->findChild<OperateWorkspace*>()->arrange(Arrangement::ShiftLead);
        c.window->showScene();
        QVERIFY(!trends->isFloating());
        QVERIFY(c.child<QDockWidget>("machines-dock")->isVisible());
        layouts.apply(layouts.names().constFirst());
        QVERIFY(trends->isFloating());
        QVERIFY(!c.child<QDockWidget>("machines-dock")->isVisible());
        layouts.remove(layouts.names().constFirst());
        QVERIFY(layouts.names().isEmpty());
        undo.undo();
        QCOMPARE(layouts.names(), QStringList{QStringLiteral("Night & <b>shift</b>")});
    }

    void aDamagedLayoutChangesNothing()
    {
        Settings settings;
        settings.remember(QStringLiteral("operate-layout"),
                          QVariantMap{{QStringLiteral("state"), QByteArray("nonsense")}});
        Console c(settings);
        c.fill();
        c.window->showScene();
        QVERIFY(c.child<QDockWidget>("machines-dock")->isVisible());
    }

    void noTwoActionsShareAKey()
    {
        Console c;
        QHash<QKeySequence, QString> taken;
        for (const QAction* a : c.window->actions().parent()->findChildren<QAction*>()) {
            if (a->shortcutContext() != Qt::WindowShortcut)
                continue;
            for (const QKeySequence& key : a->shortcuts()) {
                QVERIFY2(!taken.contains(key), qPrintable(key.toString() + u' ' + a->text() + u' ' +
                                                          taken.value(key)));
                taken.insert(key, a->text());
            }
        }
        QVERIFY(taken.size() > 20);
    }

    void theThemeIsASetting()
    {
        Console c;
        c.settings.set(QStringLiteral("look/theme"), QStringLiteral("dark"));
        QVERIFY(c.window->dark());
        QVERIFY(c.window->actions().darkTheme->isChecked());
        c.window->actions().darkTheme->trigger();
        QVERIFY(!c.window->dark());
        QCOMPARE(c.settings.text(QStringLiteral("look/theme")), QStringLiteral("light"));
    }

    void keysReachTime_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("live");
        QTest::addColumn<QString>("call"); // empty: nothing may be asked
        QTest::newRow("space pauses life") << int(Qt::Key_Space) << true << "pause";
        QTest::newRow("left") << int(Qt::Key_Left) << true << "stepBy -1000000000";
        QTest::newRow("no right of now") << int(Qt::Key_Right) << true << "";
        QTest::newRow("comma") << int(Qt::Key_Comma) << true << "stepEvent -1";
        QTest::newRow("L while live") << int(Qt::Key_L) << true << "";
        QTest::newRow("life has one rate") << int(Qt::Key_Plus) << true << "";
        QTest::newRow("space plays") << int(Qt::Key_Space) << false << "play";
        QTest::newRow("right") << int(Qt::Key_Right) << false << "stepBy 1000000000";
        QTest::newRow("period") << int(Qt::Key_Period) << false << "stepEvent 1";
        QTest::newRow("L returns") << int(Qt::Key_L) << false << "goLive";
        QTest::newRow("End returns") << int(Qt::Key_End) << false << "goLive";
        QTest::newRow("faster") << int(Qt::Key_Plus) << false << "setRate 120";
        QTest::newRow("slower") << int(Qt::Key_Minus) << false << "setRate 30";
    }
    void keysReachTime()
    {
        QFETCH(int, key);
        QFETCH(bool, live);
        QFETCH(QString, call);
        Console c;
        c.fill();
        if (!live) {
            c.view.setMode(Mode::ReplayFile, QStringLiteral("a.gmb"));
            c.view.setPlayback(false, 60);
        }
        QTest::keyClick(c.window.get(), static_cast<Qt::Key>(key));
        QCOMPARE(c.transport.calls.join(QLatin1Char('|')), call);
    }

    void replayIsUnmistakable()
    {
        Console c;
        c.fill();
        QVERIFY(!c.child<QWidget>("replayFrame")->isVisible());
        QCOMPARE(c.child<ModeChip>("modeChip")->text(), QStringLiteral("LIVE"));
        c.view.setMode(Mode::ReplayFile, QStringLiteral("fault-06.gmb"));
        c.view.setLiveCritical(1);
        QVERIFY(c.child<QWidget>("replayFrame")->isVisible());
        QVERIFY(c.window->windowTitle().startsWith(
            QStringLiteral("REPLAY – fault-06.gmb – Wed 2026-11-18")));
        QVERIFY(c.readable().contains(QStringLiteral("– not live")));
        QCOMPARE(c.child<ModeChip>("modeChip")->text(), QStringLiteral("REPLAY"));
        QCOMPARE(c.child<Chip>("liveCritical")->text(), QStringLiteral("LIVE: 1 critical"));
        const QImage frame = c.window->centralWidget()->grab().toImage();
        QCOMPARE(frame.pixelColor(1, frame.height() / 2), QColor(0xe6, 0x9f, 0x00));
        c.view.setMode(Mode::Live);
        QVERIFY(!c.child<QWidget>("replayFrame")->isVisible());
        QVERIFY(!c.child<Chip>("liveCritical")->isVisible());
    }

    void acknowledgingIsForLifeOnly()
    {
        Console c;
        c.fill();
        c.window->showScene();
        auto* list = c.window->findChild<OperateWorkspace*>()->alerts().findChild<QListView*>(
            QStringLiteral("alerts"));
        const auto* delegate = qobject_cast<AlertDelegate*>(list->itemDelegate());
        const QPoint button =
            delegate->buttonRect(list->visualRect(list->model()->index(0, 0))).center();
        c.view.setMode(Mode::ReplayHistory);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, button);
        QTest::keyClick(c.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(c.transport.calls, QStringList());
        c.view.setMode(Mode::Live);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, button);
        QTest::keyClick(c.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(c.transport.calls,
                 (QStringList{QStringLiteral("acknowledge 8"), QStringLiteral("acknowledge 8")}));
    }

    void typedTimesAreTakenOrRefusedInWords()
    {
        Console c;
        c.fill();
        auto* field = c.child<QLineEdit>("timeField");
        QTest::keyClick(c.window.get(), Qt::Key_G);
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("-10m"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(c.transport.calls,
                 QStringList{QStringLiteral("seek %1").arg(kNoon - 10 * twin::kMinute)});
        QVERIFY(!field->hasFocus());
        QTest::keyClick(c.window.get(), Qt::Key_G);
        QTest::keyClicks(field, QStringLiteral("half past"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(c.transport.calls.size(), 1);
        QVERIFY(c.readable().contains(QLatin1String("Not a time.")));
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_COMPARE(field->text(), QStringLiteral("Wed 2026-11-18 07:07:42 -05:00"));
        QTest::keyClick(c.window.get(), Qt::Key_G);
        QTest::keyClicks(field, QStringLiteral("now"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(c.transport.calls.last(), QStringLiteral("goLive"));
    }

    void clickOnTheRulerSeeksAndDragScrubs()
    {
        Console c;
        c.fill();
        auto* ruler = c.window->findChild<TimeRuler*>();
        QVERIFY(!ruler->isVisible()); // one strip while live
        QTest::keyClick(c.window.get(), Qt::Key_T);
        QVERIFY(ruler->isVisible());
        const int left = ruler->left();
        const QPoint middle(left + static_cast<int>(ruler->scale().width) / 2, 10);
        QTest::mousePress(ruler, Qt::LeftButton, {}, middle);
        QTRY_COMPARE(c.transport.calls.size(), 1);
        const qint64 there = c.transport.calls[0].section(QLatin1Char(' '), 1).toLongLong();
        QVERIFY(std::abs(there - (kNoon - 15 * twin::kMinute)) < 5 * twin::kSecond);
        // Three moves within one turn of the loop are one seek, to where the pointer is.
        for (const int x : {left + 100, left + 120, left})
            QTest::mouseMove(ruler, {x, 10});
        QTest::mouseRelease(ruler, Qt::LeftButton, {}, {left, 10});
        QTRY_COMPARE(c.transport.calls.last(),
                     QStringLiteral("seek %1").arg(kNoon - 30 * twin::kMinute));
        QTest::mouseMove(ruler, {300, 10}); // no button: no seek
        QCoreApplication::processEvents();
        QCOMPARE(c.transport.calls.last(),
                 QStringLiteral("seek %1").arg(kNoon - 30 * twin::kMinute));
    }

    void filesAreAskedForAndMayBeRefused()
    {
        Console c;
        c.fill();
        Actions& a = c.window->actions();
        QVERIFY(!a.saveLast->isEnabled()); // nothing is being kept
        a.open->trigger();
        a.record->trigger();
        QCOMPARE(c.transport.calls, QStringList());
        c.answer = QStringLiteral("/x/y.gmb");
        c.view.setRecording({true, {}, false, {}, 0, twin::kNoTime});
        a.open->trigger();
        a.saveLast->trigger();
        a.record->trigger();
        c.view.setRecording({true, {}, true, c.answer, 12'400'000, kNoon});
        QCOMPARE(a.record->text(), QStringLiteral("Stop recording"));
        QCOMPARE(c.child<Chip>("recordingChip")->text(), QStringLiteral("● recording 12.4 MB"));
        a.record->trigger();
        QCOMPARE(c.transport.calls,
                 (QStringList{QStringLiteral("openFile /x/y.gmb"),
                              QStringLiteral("saveLast %1 /x/y.gmb").arg(30 * twin::kMinute),
                              QStringLiteral("startRecording /x/y.gmb"),
                              QStringLiteral("stopRecording")}));
    }

    void trendsAskForWhatWasKnownAtTheCursor()
    {
        Console c;
        c.fill();
        c.window->showScene();
        c.window->selection().setAsset(c.view.plant()->findAsset("reactor"));
        auto* chart = c.window->findChild<TrendChart*>();
        QCOMPARE(chart->pens().size(), 2u);
        QCOMPARE(chart->pens()[0].name, QStringLiteral("Reactor pressure")); // takes most off
        QTRY_VERIFY(chart->drawn() && chart->pointCount(0) > 0 && chart->pointCount(1) > 0);
        QVERIFY(chart->pointCount(0) <= 4 * chart->columns());
        QVERIFY(chart->pointCount(0) <= 1200);
        QCOMPARE(c.history.lastTo, kNoon);
        QCOMPARE(c.history.lastKnownAt, kNoon);
        SnapshotBuilder earlier = troubled(eastman(), kNoon - twin::kHour);
        earlier.snapshot.plant = c.view.snapshot()->plant;
        earlier.snapshot.observedSpeed = 1;
        c.view.setSnapshot(earlier.build(), ChangeReason::Seek);
        QTRY_COMPARE(c.history.lastKnownAt, kNoon - twin::kHour);
    }

    void aFileWithoutAPlantBehindItOffersNoLife()
    {
        Console c;
        c.fill();
        c.view.setMode(Mode::ReplayFile, QStringLiteral("a.gmb"));
        c.view.setLiveAvailable(false);
        QTest::keyClick(c.window.get(), Qt::Key_L);
        QVERIFY(!c.window->actions().record->isEnabled());
        QCOMPARE(c.transport.calls, QStringList());
    }

    void noticesAreReadableInFullAndCanBeClosed()
    {
        Console c;
        const QString sentence = QStringLiteral("The file <b>run.gmb</b> could not be written: ") +
                                 QString(300, QLatin1Char('x'));
        c.view.setNotice(sentence);
        QVERIFY(c.readable().contains(sentence));
        QTest::mouseClick(c.child<QWidget>("notice")->parentWidget()->findChild<QPushButton*>(),
                          Qt::LeftButton);
        QCOMPARE(c.view.notice(), QString());
        QVERIFY(!c.child<QWidget>("notice")->isVisible());
    }

    void anotherPlantForgetsTheSelectedMachine()
    {
        Console c;
        c.fill();
        c.window->selection().setAsset(twin::AssetId{1});
        twin::Plant other = *c.view.plant();
        c.view.setSnapshot(SnapshotBuilder(std::make_shared<twin::Plant>(other)).build(),
                           ChangeReason::Load);
        QCOMPARE(c.window->selection().asset(), twin::AssetId{1}); // the same plant, read again
        other.id = "elsewhere";
        c.view.setSnapshot(SnapshotBuilder(std::make_shared<twin::Plant>(other)).build(),
                           ChangeReason::Load);
        QCOMPARE(c.window->selection().asset(), twin::kNoAsset);
    }

    void workspacesThatAreNotBuiltSayWhatWillBeThere()
    {
        Console c;
        QSet<QString> promises;
        for (const auto key : {Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6}) {
            QTest::keyClick(c.window.get(), key, Qt::ControlModifier);
            promises.insert(c.readable());
        }
        QCOMPARE(promises.size(), 5);
        QTest::keyClick(c.window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(c.window->findChild<OperateWorkspace*>()->isVisible());
    }

    void everyActionIsInAMenu()
    {
        Console c;
        QSet<QAction*> inMenus;
        for (QMenu* menu : c.window->findChild<QMenuBar*>()->findChildren<QMenu*>()) {
            for (QAction* a : menu->actions())
                inMenus.insert(a);
        }
        QSet<QKeySequence> keys;
        for (QAction* a : c.window->QWidget::actions()) {
            QVERIFY2(inMenus.contains(a), qPrintable(a->text()));
            for (const QKeySequence& key : a->shortcuts()) {
                QVERIFY2(!keys.contains(key), qPrintable(key.toString())); // one key, one meaning
                keys.insert(key);
            }
        }
    }

    void hostileNamesStayText()
    {
        Console c;
        c.view.setSnapshot(troubled(oddNames()).build(), ChangeReason::Load);
        c.window->selection().setAsset(twin::AssetId{0});
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            c.window->resize(size);
            c.window->showOverview();
            QCOMPARE(c.window->grab().size(), size * c.window->devicePixelRatio());
            c.window->showScene();
            QCOMPARE(c.window->size(), size); // a long name never widens the window
        }
        for (const QLabel* l : c.window->findChildren<QLabel*>())
            QCOMPARE(l->textFormat(), Qt::PlainText);
        QVERIFY(c.readable().contains(QLatin1String("<b>Bold</b>")));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
