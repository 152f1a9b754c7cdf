// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the time bar of a real window with keys, wheel and drags.
#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "twin/model/late.h"
#include "ui/look/stamp.h"
#include "ui/models/bookmark_acts.h"
#include "ui/shell/main_window.h"
#include "ui/shell/time_actions.h"
#include "ui/shell/time_bar.h"
#include "ui/shell/time_ruler.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

/// Answers when the test says so.
class PatientHistory : public RisingHistory
{
public:
    std::vector<std::function<void()>> answers;
    void density(int, twin::TimeNs, twin::TimeNs, int, std::function<void(Density)> done) override
    {
        answers.push_back([done] { done({}); });
    }
    void marks(int, twin::TimeNs, twin::TimeNs, int, std::function<void(std::vector<twin::Event>)> done) override
    {
        answers.push_back([done] { done({}); });
    }
    void lowestCondition(int, std::size_t, twin::TimeNs, twin::TimeNs, int,
                         std::function<void(std::vector<double>)> done) override
    {
        answers.push_back([done] { done({}); });
    }
};

} // namespace

class TestTimeBar : public QObject
{
    Q_OBJECT
private:
    struct Console
    {
        ViewState view;
        NotingTransport transport;
        RisingHistory history;
        Settings settings;
        std::unique_ptr<MainWindow> window;
        TimeRuler* ruler = nullptr;

        Console()
        {
            WindowOptions options;
            options.locale = QLocale(QLocale::English);
            window = std::make_unique<MainWindow>(view, transport, history, settings, options);
            SnapshotBuilder b = troubled(eastman());
            view.setRange({kNoon - 30 * twin::kMinute, kNoon});
            view.setMode(Mode::ReplayFile, QStringLiteral("a.gmb"));
            view.setPlayback(false, 1);
            view.setSnapshot(b.build(), ChangeReason::Load);
            ruler = window->findChild<TimeRuler*>();
            window->show();
            window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
        }
        void key(int key, Qt::KeyboardModifiers m = {})
        {
            QTest::keyClick(window.get(), static_cast<Qt::Key>(key), m);
        }
    };

private Q_SLOTS:
    void keysAskForTime_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifier");
        QTest::addColumn<QString>("call");
        const auto at = QString::number(kNoon);
        QTest::newRow("ten steps") << int(Qt::Key_Right) << int(Qt::ControlModifier) << "stepBy 10000000000";
        QTest::newRow("next sample") << int(Qt::Key_Right) << int(Qt::AltModifier) << "stepSample 1 -1";
        QTest::newRow("previous sample") << int(Qt::Key_Left) << int(Qt::AltModifier) << "stepSample -1 -1";
        QTest::newRow("still") << int(Qt::Key_0) << 0 << "";
        QTest::newRow("normal") << int(Qt::Key_1) << 0 << "setRate 1";
        QTest::newRow("slower than the slowest is backwards") << int(Qt::Key_Minus) << 0 << "setRate 0.5";
        QTest::newRow("events") << int(Qt::Key_E) << 0 << "setRate 0";
        QTest::newRow("backwards") << int(Qt::Key_Space) << int(Qt::ShiftModifier) << "setRate -1|play";
        QTest::newRow("from here") << int(Qt::Key_BracketLeft) << 0
                                   << QStringLiteral("setSelection %1 %2").arg(kNoon - 30 * twin::kMinute).arg(at);
        QTest::newRow("up to here") << int(Qt::Key_BracketRight) << 0
                                    << QStringLiteral("setSelection %1 %2").arg(kNoon - 30 * twin::kMinute).arg(at);
        QTest::newRow("bookmark") << int(Qt::Key_B) << 0 << QStringLiteral("setBookmark %1 ").arg(at);
        QTest::newRow("until the alert") << int(Qt::Key_A) << int(Qt::ShiftModifier) << "playUntil 2";
    }
    void keysAskForTime()
    {
        QFETCH(int, key);
        QFETCH(int, modifier);
        QFETCH(QString, call);
        Console c;
        c.key(key, static_cast<Qt::KeyboardModifiers>(modifier));
        QCOMPARE(c.transport.calls.join(QLatin1Char('|')), call);
    }

    void otherKeysWhereTheyAreChosen()
    {
        Console c;
        c.settings.set(QStringLiteral("time/keys"), QStringLiteral("jkl"));
        for (const int k : {Qt::Key_J, Qt::Key_K, Qt::Key_L})
            c.key(k);
        QCOMPARE(c.transport.calls, (QStringList{QStringLiteral("setRate -1"), QStringLiteral("play"),
                                                 QStringLiteral("play"), QStringLiteral("setRate 2")}));
        c.settings.set(QStringLiteral("time/keys"), QStringLiteral("letters"));
        c.key(Qt::Key_L);
        QCOMPARE(c.transport.calls.last(), QStringLiteral("goLive"));
    }

    void stepsAreOfTheChosenKind()
    {
        Console c;
        TimeActions& time = c.window->actions().time();
        time.steps[static_cast<std::size_t>(TimeActions::Step::Minute)]->trigger();
        c.key(Qt::Key_Left);
        time.steps[static_cast<std::size_t>(TimeActions::Step::Event)]->trigger();
        c.key(Qt::Key_Left);
        QCOMPARE(c.transport.calls, (QStringList{QStringLiteral("stepBy %1").arg(-twin::kMinute),
                                                 QStringLiteral("stepEvent -1")}));
    }

    void shiftAndDragSelects()
    {
        Console c;
        const int y = 12;
        const int left = c.ruler->left();
        QTest::mousePress(c.ruler, Qt::LeftButton, Qt::ShiftModifier, {left, y});
        QTest::mouseMove(c.ruler, {left + static_cast<int>(c.ruler->scale().width) / 2, y});
        QTest::mouseRelease(c.ruler, Qt::LeftButton, Qt::ShiftModifier);
        QVERIFY(!c.transport.calls.isEmpty());
        const QStringList call = c.transport.calls.last().split(QLatin1Char(' '));
        QCOMPARE(call[0], QStringLiteral("setSelection"));
        QCOMPARE(call[1].toLongLong(), kNoon - 30 * twin::kMinute);
        QVERIFY(std::abs(call[2].toLongLong() - (kNoon - 15 * twin::kMinute)) < 5 * twin::kSecond);
    }

    void theWheelZoomsAndNewDataMovesNothing()
    {
        Console c;
        const QPointF middle(c.ruler->left() + c.ruler->scale().width / 2, 12);
        const twin::TimeNs under = c.ruler->scale().at(middle.x() - c.ruler->left());
        QWheelEvent wheel(middle, c.ruler->mapToGlobal(middle), {}, {0, 240}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(c.ruler, &wheel);
        const TimeRange shown = c.ruler->bounds().shown();
        QVERIFY(shown.to - shown.from < 20 * twin::kMinute);
        QVERIFY(std::abs(c.ruler->scale().at(middle.x() - c.ruler->left()) - under) < twin::kSecond);
        c.view.setMode(Mode::Live); // the mode does: it is another look
        c.ruler->bounds().show(shown);
        c.view.setRange({kNoon - 30 * twin::kMinute, kNoon + twin::kMinute});
        QCOMPARE(c.ruler->bounds().shown(), shown);
        QTest::mouseDClick(c.ruler, Qt::LeftButton, {}, middle.toPoint());
        QCOMPARE(c.ruler->bounds().shown().to, kNoon + twin::kMinute);
    }

    void hoverNamesWhatIsNext()
    {
        Console c;
        c.history.marksThere = {{1, kNoon - 15 * twin::kMinute, twin::EventKind::AlertRaised, 1,
                                 twin::AssetId{0}, twin::kNoTag, 5, 0, {}}};
        c.view.setTimeline({});
        QTRY_COMPARE(c.ruler->lanes().marks().size(), 1U);
        const double middle = c.ruler->left() + c.ruler->scale().width / 2;
        QVERIFY(c.ruler->hoverText(middle + 3).contains(QLatin1String("alert, priority 1")));
        QVERIFY(!c.ruler->hoverText(middle + 60).contains(QLatin1String("alert")));
        c.view.setBookmarks({{kNoon - 14 * twin::kMinute, QStringLiteral("<b>here</b>")}});
        QVERIFY(c.ruler->hoverText(c.ruler->left() + c.ruler->scale().x(kNoon - 14 * twin::kMinute))
                    .contains(QLatin1String("<b>here</b>")));
    }

    void answersFindTheLanesGone() // the window was closed meanwhile; AddressSanitizer looks on
    {
        ViewState view;
        PatientHistory history;
        TimeBounds bounds(view);
        auto lanes = std::make_unique<TimeLanes>(view, history, bounds, 1);
        view.setRange({kNoon - 30 * twin::kMinute, kNoon});
        lanes->setColumns(100);
        QTRY_COMPARE(history.answers.size(), 3U);
        QSignalSpy changed(lanes.get(), &TimeLanes::changed);
        lanes.reset();
        for (const auto& answer : history.answers)
            answer();
        QCOMPARE(changed.count(), 0);
    }

    void lateDataHasItsLane()
    {
        Console c;
        const auto has = [&](Lane lane) {
            const std::vector<Lane>& lanes = c.ruler->lanes().lanes();
            return std::find(lanes.begin(), lanes.end(), lane) != lanes.end();
        };
        QVERIFY(!has(Lane::Late) && has(Lane::Drift)); // which says that nothing records it
        const twin::Event late{1, kNoon - 15 * twin::kMinute, twin::EventKind::LateData, 0, twin::kNoAsset,
                               c.view.plant()->findTag("xmeas_09"), 0, 12, twin::lateText(4 * twin::kMinute)};
        c.history.marksThere = {late};
        c.view.setTimeline({});
        QTRY_COMPARE(c.ruler->lanes().marks().size(), 1U);
        QCOMPARE(TimeLanes::laneOf(late), Lane::Late);
        QVERIFY(has(Lane::Late));
        const QString said = c.ruler->hoverText(c.ruler->left() + c.ruler->scale().width / 2);
        QVERIFY2(said.contains(QLatin1String("Late values: 12, up to 4 m 0 s behind")), qPrintable(said));
    }

    void removedBookmarksComeBack()
    {
        Console c;
        const Bookmark b{kNoon - twin::kMinute, QStringLiteral("leak")};
        c.view.setBookmarks({b});
        c.key(Qt::Key_B, Qt::ControlModifier);
        auto* popup = c.window->findChild<QWidget*>(QStringLiteral("bookmarkList"));
        QTRY_VERIFY(popup->isVisible());
        auto* list = popup->findChild<QListView*>();
        QTest::keyClick(list, Qt::Key_Delete);
        c.view.setBookmarks({});
        QTest::keyClick(popup, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(c.transport.calls, (QStringList{QStringLiteral("removeBookmark %1").arg(b.at),
                                                 QStringLiteral("setBookmark %1 leak").arg(b.at)}));
        c.view.setBookmarks({b});
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(c.transport.calls.last(), QStringLiteral("seek %1").arg(b.at));
    }

    void foldedStateIsRemembered()
    {
        Console c;
        QVERIFY(c.ruler->isVisible());
        c.key(Qt::Key_T);
        QVERIFY(!c.ruler->isVisible());
        c.view.setMode(Mode::Live);
        QVERIFY(!c.ruler->isVisible());
        c.key(Qt::Key_T);
        QVERIFY(c.ruler->isVisible());
        c.view.setMode(Mode::ReplayFile, QStringLiteral("b.gmb"));
        QVERIFY(!c.ruler->isVisible()); // each by itself
    }

    void timesByTheSiteInUtcAndElapsed()
    {
        Console c;
        auto* field = c.window->findChild<QLineEdit*>(QStringLiteral("timeField"));
        QCOMPARE(field->text(), QStringLiteral("Wed 2026-11-18 07:07:42 -05:00"));
        c.settings.set(QStringLiteral("time/basis"), QStringLiteral("utc"));
        QCOMPARE(field->text(), QStringLiteral("Wed 2026-11-18 12:07:42 +00:00"));
        c.settings.set(QStringLiteral("time/basis"), QStringLiteral("elapsed"));
        QCOMPARE(field->text(), QStringLiteral("+0:30:00"));
        c.key(Qt::Key_G);
        QTest::keyClicks(field, QStringLiteral("4:12"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(c.transport.calls.last(),
                 QStringLiteral("seek %1").arg(kNoon - 30 * twin::kMinute + 252 * twin::kSecond));
        c.settings.set(QStringLiteral("time/basis"), QStringLiteral("site"));
        c.key(Qt::Key_G);
        QTest::keyClicks(field, QStringLiteral("12:00 UTC"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(c.transport.calls.last(),
                 QStringLiteral("seek %1").arg(kNoon - 7 * twin::kMinute - 42 * twin::kSecond));
    }

    void everyControlIsNamed()
    {
        Console c;
        c.view.setMode(Mode::LivePaused);
        auto* bar = c.window->findChild<QWidget*>(QStringLiteral("timeBar"));
        for (const QPushButton* b : bar->findChildren<QPushButton*>())
            QVERIFY2(!b->accessibleName().isEmpty() || !b->text().isEmpty(), qPrintable(b->objectName()));
    }

    void screenReadersHearTheTime()
    {
        Console c;
        QAccessibleInterface* ruler = QAccessible::queryAccessibleInterface(c.ruler);
        QVERIFY(ruler && ruler->valueInterface());
        QCOMPARE(ruler->role(), QAccessible::Slider);
        QCOMPARE(ruler->text(QAccessible::Value), QStringLiteral("Wed 2026-11-18 07:07:42 -05:00"));
        QCOMPARE(ruler->valueInterface()->currentValue().toDouble(), 1800.0);
        ruler->valueInterface()->setCurrentValue(60.0);
        QCOMPARE(c.transport.calls.last(), QStringLiteral("seek %1").arg(kNoon - 29 * twin::kMinute));
    }

    void bookmarkActsComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << "pump tripped";
        QTest::newRow("none") << "";
        QTest::newRow("colons and blanks") << "a: b  c";
        QTest::newRow("right to left") << QStringLiteral("\u05e9\u05dc\u05d5\u05dd");
    }
    void bookmarkActsComeBackAsTheyWere()
    {
        QFETCH(QString, name);
        const Bookmark b{kNoon + 123'456'789, name};
        const BookmarkAct act = settingBookmark(b);
        twin::Event e;
        e.kind = twin::EventKind::Act;
        e.text = act.verb + ": " + act.text;
        const auto change = bookmarkChange(e);
        QVERIFY(change && change->name);
        QCOMPARE(change->at, b.at);
        QCOMPARE(*change->name, name);
        e.text = "bookmark: not a time";
        QVERIFY(!bookmarkChange(e));
    }

    void aStampSaysReplay()
    {
        Console c;
        Phrases phrases(QLocale(QLocale::English));
        phrases.setPlant(c.view.snapshot()->plant);
        const Stamp stamp = Stamp::of(c.view, phrases);
        QVERIFY(stamp.text().startsWith(QStringLiteral("REPLAY – ")));
        QVERIFY(stamp.text().contains(QLatin1String("2026-11-18 07:07:42")));
        QImage white(400, 300, QImage::Format_RGB32);
        white.fill(Qt::white);
        const QImage out = stamped(white, stamp);
        QVERIFY(out.height() > white.height());
        bool marked = false;
        for (int x = 0; x < out.width() && !marked; ++x)
            marked = out.pixelColor(x, 150) != QColor(Qt::white);
        QVERIFY(marked);
    }
};

QTEST_MAIN(TestTimeBar)
#include "tst_time_bar.moc"
