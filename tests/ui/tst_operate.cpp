// SPDX-License-Identifier: GPL-3.0-or-later
// The panels of the Operate workspace, driven as a person does.
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "twin/model/roster_json.h"
#include "ui/look/copyable.h"
#include "ui/look/figures.h"
#include "ui/look/flash_clock.h"
#include "ui/look/reading.h"
#include "ui/models/alert_list_model.h"
#include "ui/models/copy_text.h"
#include "ui/models/input_list_model.h"
#include "ui/models/plant_outlook.h"
#include "ui/models/what_if.h"
#include "ui/operate/indicator_group.h"
#include "ui/operate/inspector.h"
#include "ui/operate/key_figures.h"
#include "ui/operate/machine_list.h"
#include "ui/operate/overview.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

/// So many machines in one area, all of them Normal.
std::shared_ptr<const twin::Plant> manyMachines(std::uint32_t count)
{
    twin::Plant plant = *eastman();
    const twin::Asset model = plant.assets[1];
    plant.assets.clear();
    for (std::uint32_t i = 0; i < count; ++i) {
        twin::Asset a = model;
        a.id = "m" + std::to_string(i);
        a.number = "M-" + std::to_string(i);
        a.tags.clear();
        plant.assets.push_back(std::move(a));
    }
    for (twin::Tag& t : plant.tags)
        t.asset = twin::AssetId{0};
    return std::make_shared<const twin::Plant>(std::move(plant));
}

} // namespace

class TestOperate : public QObject
{
    Q_OBJECT
private:
    ViewState view;
    NotingTransport transport;
    RisingHistory history;
    Selection selection;
    Settings settings;
    QUndoStack undo;
    ConsoleContext context{view,     transport, history, selection,
                           settings, undo,      QLocale(QLocale::English)};

private Q_SLOTS:
    void init()
    {
        view.setMode(Mode::Live);
        view.setSnapshot(nullptr, ChangeReason::Load);
        view.setRange({kNoon - 30 * twin::kMinute, kNoon});
        selection.setAsset(twin::kNoAsset);
        settings.reset(QStringLiteral("look/reduced-motion"));
        history.asked = 0;
    }

    void overviewCanBeReadFromThreeMetres_data()
    {
        QTest::addColumn<QSize>("view");
        QTest::addColumn<double>("pixel"); // mm of a 24 inch screen
        QTest::newRow("1920x1080") << QSize(1862, 894) << 531.0 / 1920;
        QTest::newRow("3840x2160") << QSize(3782, 1974) << 531.0 / 3840;
    }
    void overviewCanBeReadFromThreeMetres()
    {
        QFETCH(QSize, view);
        QFETCH(double, pixel);
        AssetListModel machines(this->view, context.locale);
        this->view.setSnapshot(troubled(eastman()).build(), ChangeReason::Load);
        OverviewSheet sheet(context, machines);
        sheet.fit(view);
        QCOMPARE(sheet.size(), view); // fills it, and fits
        QVERIFY2(Reading(sheet.scale()).name() * pixel >= 13.0,
                 qPrintable(QString::number(Reading(sheet.scale()).name() * pixel)));
    }

    void aPartThatIsClickedLeadsToItsInput()
    {
        this->view.setSnapshot(troubled(eastman()).build(), ChangeReason::Load);
        selection.setAsset(this->view.plant()->findAsset("reactor"));
        Inspector inspector(context);
        inspector.resize(340, 500); // the inputs are below what is seen
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        auto* inputs = inspector.findChild<QListView*>(QStringLiteral("inputs"));
        const twin::TagId last{inputs->model()
                                   ->index(inputs->model()->rowCount() - 1, 0)
                                   .data(InputListModel::TagRole)
                                   .toUInt()};
        inspector.showInput(last);
        const QModelIndexList chosen = inputs->selectionModel()->selectedIndexes();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().data(InputListModel::TagRole).toUInt(), twin::index(last));
        const QRect row(inputs->viewport()->mapTo(&inspector, inputs->visualRect(chosen.front()).topLeft()),
                        inputs->visualRect(chosen.front()).size());
        QVERIFY(inspector.rect().contains(row.center()));
        inspector.showInput(this->view.plant()->findTag("no such tag")); // leaves it as it was
        QCOMPARE(inputs->selectionModel()->selectedIndexes(), chosen);
    }

    void overviewTypeDoesNotFollowTheValues()
    {
        AssetListModel machines(view, context.locale);
        const auto plant = eastman();
        view.setSnapshot(SnapshotBuilder(plant).build(), ChangeReason::Load);
        OverviewSheet sheet(context, machines);
        sheet.fit({1862, 894});
        const double calm = sheet.scale();
        view.setSnapshot(troubled(plant).build(), ChangeReason::Tick);
        QCOMPARE(sheet.scale(), calm);
    }

    void normalMachinesFoldAndUnfold()
    {
        AssetListModel machines(view, context.locale);
        view.setSnapshot(SnapshotBuilder(manyMachines(60)).build(), ChangeReason::Load);
        MachineList list(context, machines);
        list.resize(290, 500);
        list.show();
        auto* rows = list.findChild<QListView*>(QStringLiteral("machines"));
        auto* more = list.findChild<QPushButton*>(QStringLiteral("foldMachines"));
        QTRY_VERIFY(more->isVisible() && rows->model()->rowCount() < 60);
        const int hidden = 60 - rows->model()->rowCount();
        QCOMPARE(more->text(), QStringLiteral("%1 more, all Normal").arg(hidden));
        more->click();
        QCOMPARE(rows->model()->rowCount(), 60);
        QVERIFY(more->isVisible()); // the way back
    }

    void whatIsOffNeverFolds()
    {
        AssetListModel machines(view, context.locale);
        SnapshotBuilder b(manyMachines(60));
        for (int i = 0; i < 40; ++i)
            b.withhold("m" + std::to_string(i), twin::Withheld::NoData,
                       twin::OperatingState::Unknown);
        view.setSnapshot(b.build(), ChangeReason::Load);
        MachineFilter filter;
        filter.setSourceModel(&machines);
        filter.setFolded(true, 5);
        QCOMPARE(filter.rowCount(), 45);
        QCOMPARE(filter.hidden(), 15);
    }

    void filterLooksIntoNameNumberAndArea_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("rows");
        QTest::newRow("name") << "REACT" << 1;
        QTest::newRow("number") << "v-103" << 1;
        QTest::newRow("area") << "process" << 5;
        QTest::newRow("two words in any order") << "101 reac" << 1;
        QTest::newRow("none") << "turbine" << 0;
        QTest::newRow("markup is text") << "<b>" << 0;
        QTest::newRow("spaces") << "   " << 5;
    }
    void filterLooksIntoNameNumberAndArea()
    {
        QFETCH(QString, text);
        AssetListModel machines(view, context.locale);
        view.setSnapshot(SnapshotBuilder(eastman()).build(), ChangeReason::Load);
        MachineList list(context, machines);
        auto* rows = list.findChild<QListView*>(QStringLiteral("machines"));
        list.findChild<QLineEdit*>(QStringLiteral("machineFilter"))->setText(text);
        QTEST(rows->model()->rowCount(), "rows");
    }

    void sparksAskOnlyForRowsInSightAndNeverBeyondTheCursor()
    {
        AssetListModel machines(view, context.locale);
        view.setSnapshot(SnapshotBuilder(manyMachines(1000)).build(), ChangeReason::Load);
        MachineList list(context, machines);
        list.resize(290, 500);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        QTRY_VERIFY(history.asked >= 5);
        QTRY_VERIFY(list.grab().width() > 0 && history.asked <= 12);
        QCOMPARE(history.lastTo, kNoon);
        QCOMPARE(history.lastKnownAt, kNoon);
    }

    void markersFlashOnlyWhileSomethingWaitsLiveAndInSight()
    {
        QWidget panel;
        FlashClock clock(view, settings, panel);
        panel.show();
        const auto plant = eastman();
        view.setSnapshot(SnapshotBuilder(plant).build(), ChangeReason::Load);
        QTRY_VERIFY(panel.isVisible());
        QVERIFY(!clock.running()); // nothing waits
        SnapshotBuilder b(plant);
        b.alert(1, "reactor", 1, twin::AlertState::Unacknowledged);
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QVERIFY(clock.running());
        QSignalSpy ticks(&clock, &FlashClock::ticked);
        QTRY_VERIFY(ticks.count() >= 2);
        panel.hide();
        QTRY_VERIFY(!clock.running());
        panel.show();
        QTRY_VERIFY(clock.running());
        view.setMode(Mode::ReplayHistory);
        QVERIFY(!clock.running());
        QCOMPARE(clock.attention(1, true), Attention::Ring);
        view.setMode(Mode::Live);
        settings.set(QStringLiteral("look/reduced-motion"), true);
        QVERIFY(!clock.running());
        QCOMPARE(clock.attention(1, true), Attention::Arrow);
        QCOMPARE(clock.attention(1, false), Attention::None);
    }

    void criticalFlashesTwiceAsFast()
    {
        QWidget panel;
        FlashClock clock(view, settings, panel);
        SnapshotBuilder b(eastman());
        b.alert(1, "reactor", 1, twin::AlertState::Unacknowledged);
        view.setSnapshot(b.build(), ChangeReason::Load);
        panel.show();
        int changes[4] = {};
        Attention last[4] = {};
        QSignalSpy ticks(&clock, &FlashClock::ticked);
        connect(&clock, &FlashClock::ticked, &panel, [&] {
            for (const int p : {1, 2, 3}) {
                const Attention now = clock.attention(p, true);
                changes[p] += now != last[p] ? 1 : 0;
                last[p] = now;
            }
        });
        QTRY_VERIFY(ticks.count() >= 9);
        QVERIFY2(changes[1] > changes[2], qPrintable(QString::number(changes[1])));
        QCOMPARE(changes[2], changes[3]);
    }

    void outlookSaysWhereThePlanIsMissed()
    {
        Phrases phrases(context.locale);
        const auto plant = eastman();
        phrases.setPlant(plant);
        SnapshotBuilder b(plant);
        b.value("xmeas_17", 22.9);
        PlantOutlook o = outlook(b.snapshot, phrases);
        QCOMPARE(o.output, QStringLiteral("22.9"));
        QVERIFY(!o.missed && o.basis.contains(QLatin1String("base case")));
        QCOMPARE(o.outage, QStringLiteral("none planned"));
        b.value("xmeas_17", 21.0);
        QVERIFY(outlook(b.snapshot, phrases).missed);
        b.stale("xmeas_17", twin::kMinute); // not known is not missed
        o = outlook(b.snapshot, phrases);
        QCOMPARE(o.output, QStringLiteral("\u2013"));
        QVERIFY(!o.missed);
    }

    void leavingOutAnInputAddsBackWhatItTook()
    {
        SnapshotBuilder b = troubled(eastman());
        const twin::Assessment& a = b.snapshot.assets[0].assessment; // the reactor, 34.7
        QCOMPARE(scoreWithout(a, {}), std::optional<twin::MilliPoints>(a.score));
        QCOMPARE(scoreWithout(a, {b.tag("xmeas_07")}), std::optional(a.score + 43'900));
        QCOMPARE(scoreWithout(a, {b.tag("xmeas_07"), b.tag("xmeas_09")}),
                 std::optional(a.score + 55'200));
        QCOMPARE(scoreWithout(a, {b.tag("xmeas_41")}), std::optional(a.score));
        twin::Assessment over = a; // more than 100 points in all: still exact below the cut
        over.deductions.push_back({twin::DeductionKind::Indicator, b.tag("xmeas_12"),
                                   twin::Side::Low, 80'000, 0, 0});
        QCOMPARE(scoreWithout(over, {b.tag("xmeas_07")}), std::optional<twin::MilliPoints>(0));
        QCOMPARE(scoreWithout(over, {b.tag("xmeas_12")}), std::optional(a.score));
        over.withheld = twin::Withheld::NoData;
        QCOMPARE(scoreWithout(over, {}), std::nullopt);
    }

    void aBarIsLeftOutByClickAndByKey()
    {
        view.setSnapshot(troubled(eastman()).build(), ChangeReason::Load);
        selection.setAsset(view.plant()->findAsset("reactor"));
        Inspector inspector(context);
        inspector.resize(340, 900);
        inspector.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inspector));
        auto* reasons = inspector.findChild<QListView*>(QStringLiteral("reasons"));
        auto* whatIf = inspector.findChild<QLabel*>(QStringLiteral("whatIf"));
        QVERIFY(!whatIf->isVisible());
        const QModelIndex pressure = reasons->model()->index(1, 0);
        QTest::mouseClick(reasons->viewport(), Qt::LeftButton, {},
                          reasons->visualRect(pressure).center());
        QVERIFY(whatIf->isVisible());
        QCOMPARE(whatIf->text(), QStringLiteral("What if, without Reactor pressure: 79. Only here, "
                                                "never recorded."));
        QCOMPARE(inspector.findChild<ConditionHeader*>()->shownScore(), QStringLiteral("35"));
        reasons->setFocus();
        QTest::keyClick(reasons, Qt::Key_Space);
        QVERIFY(!whatIf->isVisible());
        QTest::keyClick(reasons, Qt::Key_Return);
        QVERIFY(whatIf->isVisible());
        selection.setAsset(view.plant()->findAsset("separator")); // forgotten with the machine
        QVERIFY(!whatIf->isVisible());
        QVERIFY(transport.calls.isEmpty());
    }

    void earlierConditionIsOfBeforeTheCursor()
    {
        ConditionHistory::Line line{kNoon - 4 * twin::kHour, kNoon, {}};
        QCOMPARE(earlier(line), std::nullopt);
        const auto bucket = [](int minutesBefore, double points) {
            const twin::TimeNs t = kNoon - minutesBefore * twin::kMinute;
            return TrendBucket{t, t, points, points, points, points, 1, false};
        };
        line.trend.buckets = {bucket(40, 70), bucket(33, 63.6), bucket(20, 50)};
        const auto then = earlier(line);
        QVERIFY(then);
        QCOMPARE(then->points, 64);
        QCOMPARE(then->at, kNoon - 33 * twin::kMinute);
        line.trend.buckets = {bucket(90, 70), bucket(2, 50)}; // nothing recorded around then
        QCOMPARE(earlier(line), std::nullopt);
    }

    void valuesAreShownInTheUnitsChosen()
    {
        const auto plant = eastman();
        SnapshotBuilder b(plant);
        b.value("xmeas_07", 2705);
        view.setSnapshot(b.build(), ChangeReason::Load);
        selection.setAsset(plant->findAsset("reactor"));
        InputListModel inputs(view, selection, context.locale);
        const auto pressure = [&] {
            const QModelIndex i = inputs.match(inputs.index(0), Qt::DisplayRole,
                                               QStringLiteral("Reactor pressure")).value(0);
            return i.data(InputListModel::ValueRole).toString() + QLatin1Char(' ') +
                   i.data(InputListModel::UnitRole).toString();
        };
        QCOMPARE(pressure(), QStringLiteral("2\u202f705 kPa g"));
        QSignalSpy changed(&inputs, &QAbstractItemModel::dataChanged);
        settings.set(QStringLiteral("units/pressure"), QStringLiteral("bar"));
        view.setUnits(DisplayUnits(settings));
        QVERIFY(changed.count() > 0);
        QCOMPARE(pressure(), QStringLiteral("27.05 bar g"));
        QCOMPARE(twin::toNumber(view.snapshot()->tags[twin::index(plant->findTag("xmeas_07"))].value),
                 2705.0); // what is stored stays
        Phrases phrases(context.locale);
        phrases.setPlant(plant, view.units());
        QCOMPARE(phrases.format().limit(2895, plant->tag(plant->findTag("xmeas_07"))),
                 QStringLiteral("28.95\u00a0bar g"));
        QCOMPARE(phrases.format().withUnit(22.949, plant->tag(plant->findTag("xmeas_17"))),
                 QStringLiteral("22.9\u00a0m³/h")); // nobody chose anything for flows
        settings.reset(QStringLiteral("units/pressure"));
        view.setUnits(DisplayUnits(settings));
    }

    void figuresLeaveNamesWhole_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("emoji") << QStringLiteral("Pump \U0001F3ED V-103");
        QTest::newRow("right to left") << QStringLiteral("\u0645\u0641\u0627\u0639\u0644 R-101");
        QTest::newRow("combining") << QStringLiteral("Fu\u0308llstand");
    }
    /// Drawn letter by letter such a name falls to pieces.
    void figuresLeaveNamesWhole()
    {
        QFETCH(QString, text);
        const QFont font = Theme::font(20);
        const QRectF room(0, 0, 400, 40);
        const auto drawn = [&](auto draw) {
            QImage image(400, 40, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter p(&image);
            p.setFont(font);
            draw(p);
            p.end();
            return image;
        };
        QCOMPARE(drawn([&](QPainter& p) { drawFigures(p, room, Qt::AlignVCenter, text); }),
                 drawn([&](QPainter& p) { drawLine(p, room, Qt::AlignVCenter, text); }));
        QCOMPARE(figuresWidth(font, text), QFontMetricsF(font).horizontalAdvance(text));
    }

    void whoIsOnDutyFollowsTheCursor_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<bool>("roster");
        QTest::addColumn<bool>("replay");
        QTest::addColumn<QString>("who");
        QTest::addColumn<bool>("note");
        QTest::newRow("early, live") << "2026-11-23T11:00:00Z" << true << false << "Early shift" << false;
        QTest::newRow("late, replay") << "2026-11-23T19:00:00Z" << true << true << "Late shift" << false;
        QTest::newRow("change of shift") << "2026-11-23T19:00:00.000Z" << true << true << "Late shift" << false;
        QTest::newRow("over midnight") << "2026-11-23T05:30:00Z" << true << true << "Night shift" << false;
        QTest::newRow("no roster, live") << "2026-11-23T11:00:00Z" << false << false << "Shift lead" << true;
        QTest::newRow("no roster, replay") << "2026-11-23T11:00:00Z" << false << true << "Shift lead" << true;
    }
    void whoIsOnDutyFollowsTheCursor()
    {
        QFETCH(QString, at);
        QFETCH(bool, roster);
        QFETCH(bool, replay);
        QFETCH(QString, who);
        QFETCH(bool, note);
        QFile file(QStringLiteral(GEMBA_SOURCE_DIR "/resources/plants/eastman/roster.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto shifts = twin::parseRoster(file.readAll().toStdString());
        QVERIFY(shifts.ok());
        view.setRoster(roster ? std::make_shared<const twin::Roster>(shifts->shiftsOnly()) : nullptr);
        view.setMode(replay ? Mode::ReplayFile : Mode::Live);
        view.setSnapshot(SnapshotBuilder(eastman(), *twin::parseIso8601(at.toStdString())).build(), ChangeReason::Seek);
        Phrases phrases(context.locale);
        phrases.setPlant(view.snapshot()->plant);
        const Phrases::Duty duty = phrases.onDuty(view);
        QCOMPARE(duty.who, who);
        QCOMPARE(!duty.note.isEmpty(), note);
        AssetListModel machines(view, context.locale);
        OverviewSheet sheet(context, machines);
        const QString said = sheet.findChild<KeyFigures*>()->spokenText();
        QVERIFY2(said.contains((note ? QStringLiteral("on duty · no roster: ") : QStringLiteral("on duty: ")) + who), qPrintable(said));
        view.setRoster(std::make_shared<const twin::Roster>());
        QCOMPARE(phrases.onDuty(view).who, QStringLiteral("nobody")); // a roster without a shift now
        view.setRoster(nullptr);
    }

    void whoAcknowledgedIsSaid()
    {
        SnapshotBuilder b(eastman());
        b.alert(5, "reactor", 1, twin::AlertState::Acknowledged);
        b.alert(6, "stripper", 2, twin::AlertState::Unacknowledged);
        const auto act = [&](std::uint64_t id, twin::TimeNs at, const char* text) {
            twin::Event e;
            e.kind = twin::EventKind::AlertAcknowledged;
            e.alertId = id;
            e.at = at;
            e.text = text;
            return e;
        };
        AlertListModel alerts(view, AlertListModel::Lane::Gemba, context.locale);
        view.setSnapshot(b.build(), ChangeReason::Load);
        const auto detail = [&](int row) { return alerts.index(row).data(AlertListModel::DetailRole).toString(); };
        QVERIFY(detail(1).contains(QLatin1String("acknowledged"))); // by whom is not recorded
        view.setTimeline({act(5, kNoon - 60 * twin::kSecond, "bert"), act(6, kNoon - 50 * twin::kSecond, "carl"),
                          act(5, kNoon - 9 * twin::kSecond, "anna\nbearing <b>ordered</b>"),
                          act(5, kNoon + twin::kSecond, "later")});
        QVERIFY2(detail(1).endsWith(QLatin1String("acknowledged 07:07:33 by anna: bearing <b>ordered</b>")), qPrintable(detail(1)));
        QVERIFY(detail(0).endsWith(QLatin1String("not acknowledged"))); // it waits again, whoever saw it before
        QVERIFY(alerts.index(1).data(kCopyRole).toString().contains(QLatin1String("by anna")));
        QVERIFY(alerts.index(1).data(Qt::ToolTipRole).toString().contains(QLatin1String("&lt;b&gt;")));
        view.setTimeline({});
        QVERIFY(!detail(1).contains(QLatin1String("anna")));
    }

    void indicatorsAndFiguresAreCopied()
    {
        AssetListModel machines(view, context.locale);
        SnapshotBuilder b(eastman());
        b.value("xmeas_07", 2705);
        view.setSnapshot(b.build(), ChangeReason::Load);
        settings.set(QStringLiteral("units/pressure"), QStringLiteral("bar"));
        view.setUnits(DisplayUnits(settings));
        OverviewSheet sheet(context, machines);
        sheet.fit({1600, 900});
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        QStringList copied;
        for (IndicatorGroup* g : sheet.findChildren<IndicatorGroup*>()) {
            for (int i = 0; i < g->count(); ++i) {
                copied += copyTextOf(g);
                QTest::keyClick(g, Qt::Key_Right);
            }
        }
        QVERIFY2(copied.filter(QStringLiteral("27.05 bar g · Reactor pressure · 2026-11-18 07:07:41 -05:00 · LIVE")).size() == 1,
                 qPrintable(copied.join(QLatin1Char('\n'))));
        auto* figures = sheet.findChild<KeyFigures*>();
        QVERIFY2(copyTextOf(figures).startsWith(QStringLiteral("22.8 m³/h · output · plan 22.9 m³/h · 2026-11-18")), qPrintable(copyTextOf(figures)));
        QTest::keyClick(figures, Qt::Key_Right);
        QVERIFY(copyTextOf(figures).contains(QStringLiteral("not acknowledged · 2026-11-18")));
        settings.reset(QStringLiteral("units/pressure"));
        view.setUnits(DisplayUnits(settings));
    }

    void outagesAreThoseOfTheCursor()
    {
        Phrases phrases(context.locale);
        twin::Plant described = *eastman();
        described.outages = {{kNoon - twin::kHour, kNoon + twin::kHour, {}},
                             {kNoon + 48 * twin::kHour, kNoon + 50 * twin::kHour, {}}};
        const auto plant = std::make_shared<const twin::Plant>(described);
        phrases.setPlant(plant);
        QVERIFY(outlook(SnapshotBuilder(plant).snapshot, phrases).outageNow);
        const PlantOutlook later =
            outlook(SnapshotBuilder(plant, kNoon + 2 * twin::kHour).snapshot, phrases);
        QVERIFY(!later.outageNow);
        QCOMPARE(later.outage, QStringLiteral("Fri 20 Nov 07:07"));
    }
};

QTEST_MAIN(TestOperate)
#include "tst_operate.moc"
