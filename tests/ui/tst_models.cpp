// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/snapshot_builder.h"
#include "ui/models/alert_list_model.h"
#include "ui/models/asset_list_model.h"
#include "ui/models/deduction_list_model.h"
#include "ui/models/input_list_model.h"
#include "ui/models/plant_summary.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

/// "Reactor R-101|Separator V-103": the rows of a list, drawn as text.
QString rowsOf(const QAbstractItemModel& model, int role = Qt::DisplayRole)
{
    QStringList out;
    for (int i = 0; i < model.rowCount(); ++i)
        out += model.index(i, 0).data(role).toString();
    return out.join(QLatin1Char('|'));
}

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// All of one plant: a new plant description would reset every list.
SnapshotBuilder scored(std::initializer_list<std::pair<const char*, int>> deductions)
{
    static const auto kPlant = eastman();
    SnapshotBuilder b(kPlant);
    for (const auto& [asset, points] : deductions)
        b.deduct(asset, {b.deduction(twin::DeductionKind::Indicator, "xmeas_07", twin::Side::High,
                                     points, 2895)});
    return b;
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT
private:
    ViewState view;
    const QLocale english{QLocale::English};

private Q_SLOTS:
    void init() { view.setSnapshot(nullptr, ChangeReason::Load); }

    void machinesStandWorstFirstAndTheUnscoredLast()
    {
        AssetListModel model(view, english);
        QAbstractItemModelTester tester(&model, kFatal);
        QCOMPARE(model.rowCount(), 0);
        view.setSnapshot(troubled(eastman()).build(), ChangeReason::Load);
        QCOMPARE(rowsOf(model),
                 QStringLiteral("Reactor R-101|Separator V-103|Condenser E-102|Stripper C-105|"
                                "Recycle compressor K-104"));
        QCOMPARE(rowsOf(model, AssetListModel::ScoreRole), QStringLiteral("35|76|94|100|\u2013"));
        QCOMPARE(rowsOf(model, AssetListModel::PriorityRole), QStringLiteral("1|3|0|0|0"));
        QVERIFY(model.index(4)
                    .data(AssetListModel::DetailRole)
                    .toString()
                    .startsWith(QLatin1String("not scored: standby")));
        QVERIFY(model.index(0).data(AssetListModel::NeedsDecisionRole).toBool());
        QVERIFY(!model.index(1).data(AssetListModel::NeedsDecisionRole).toBool());
    }

    void aMachineChangesPlaceOnlyAfterThreePoints()
    {
        AssetListModel model(view, english);
        QAbstractItemModelTester tester(&model, kFatal);
        view.setSnapshot(scored({{"reactor", 5'000}, {"condenser", 6'000}}).build(),
                         ChangeReason::Load);
        const QString before = rowsOf(model);
        QVERIFY(before.startsWith(QLatin1String("Condenser")));
        QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        view.setSnapshot(scored({{"reactor", 7'000}, {"condenser", 6'000}}).build(),
                         ChangeReason::Tick);
        QCOMPARE(rowsOf(model), before); // a little worse now, but the list does not tremble
        QCOMPARE(moved.count(), 0);
        view.setSnapshot(scored({{"reactor", 8'500}, {"condenser", 6'000}}).build(),
                         ChangeReason::Tick);
        QVERIFY(rowsOf(model).startsWith(QLatin1String("Reactor")));
        QCOMPARE(moved.count(), 1);
        // After a seek the order is that of the instant alone, not of the way there.
        view.setSnapshot(scored({{"reactor", 7'000}, {"condenser", 6'000}}).build(),
                         ChangeReason::Seek);
        view.setSnapshot(scored({{"reactor", 5'000}, {"condenser", 6'000}}).build(),
                         ChangeReason::Seek);
        QCOMPARE(rowsOf(model), before);
    }

    void persistentIndexesFollowTheirMachine()
    {
        AssetListModel model(view, english);
        view.setSnapshot(scored({{"reactor", 5'000}}).build(), ChangeReason::Load);
        const QPersistentModelIndex reactor = model.indexOf(view.plant()->findAsset("reactor"));
        view.setSnapshot(scored({{"stripper", 50'000}, {"condenser", 70'000}}).build(),
                         ChangeReason::Tick);
        QVERIFY(reactor.isValid());
        QCOMPARE(reactor.data().toString(), QStringLiteral("Reactor R-101"));
        QVERIFY(reactor.row() > 1);
    }

    void onlyWhatIsShownDifferentlyIsTold()
    {
        AssetListModel model(view, english);
        view.setSnapshot(scored({{"reactor", 5'000}}).build(), ChangeReason::Load);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        view.setSnapshot(scored({{"reactor", 5'100}}).build(), ChangeReason::Tick); // 95 still
        QCOMPARE(changed.count(), 0);
        view.setSnapshot(scored({{"reactor", 6'400}, {"condenser", 1'000}}).build(),
                         ChangeReason::Tick);
        QCOMPARE(changed.count(), 1); // two neighbours, one range
        QCOMPARE(changed[0][0].toModelIndex().row(), 0);
        QCOMPARE(changed[0][1].toModelIndex().row(), 1);
    }

    void anotherPlantIsAnotherList()
    {
        AssetListModel model(view, english);
        QAbstractItemModelTester tester(&model, kFatal);
        view.setSnapshot(troubled(eastman()).build(), ChangeReason::Load);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        view.setSnapshot(troubled(oddNames()).build(), ChangeReason::Load);
        QCOMPARE(reset.count(), 1);
        QCOMPARE(model.index(0).data().toString(),
                 QStringLiteral("<b>Bold</b> & <img src=x> R-101"));
        view.setSnapshot(nullptr, ChangeReason::Load);
        QCOMPARE(model.rowCount(), 0);
    }

    void plantTextsComeInTheUsersLanguage()
    {
        AssetListModel model(view, QLocale(QLocale::German));
        view.setSnapshot(troubled(eastman()).build(), ChangeReason::Load);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Reaktor R-101"));
    }

    void alertsComeAndGoInPlace()
    {
        AlertListModel alerts(view, AlertListModel::Lane::Gemba, english);
        AlertListModel alarms(view, AlertListModel::Lane::Dcs, english);
        QAbstractItemModelTester tester(&alerts, kFatal);
        SnapshotBuilder b(eastman());
        b.alert(31, "separator", 3, twin::AlertState::Acknowledged).dcsAlarm(40, "xmeas_07", false);
        view.setSnapshot(b.build(), ChangeReason::Load);
        QCOMPARE(rowsOf(alerts, AlertListModel::IdRole), QStringLiteral("31"));
        QCOMPARE(rowsOf(alarms), QStringLiteral("Reactor pressure high alarm"));
        QVERIFY(
            !alarms.index(0).data(AlertListModel::WaitsRole).toBool()); // not ours to acknowledge

        QSignalSpy inserted(&alerts, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&alerts, &QAbstractItemModel::modelReset);
        b.alert(8, "reactor", 1, twin::AlertState::Unacknowledged, "xmeas_07")
            .alert(9, "stripper", 2, twin::AlertState::Unacknowledged);
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QCOMPARE(rowsOf(alerts, AlertListModel::IdRole), QStringLiteral("8|9|31"));
        QCOMPARE(inserted.count(), 1); // one run
        QCOMPARE(alerts.waiting(), 2);

        b.snapshot.alerts[2].state = twin::AlertState::Acknowledged;
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QCOMPARE(rowsOf(alerts, AlertListModel::IdRole), QStringLiteral("9|8|31"));
        b.snapshot.alerts.erase(b.snapshot.alerts.begin());
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QCOMPARE(rowsOf(alerts, AlertListModel::IdRole), QStringLiteral("9|8"));
        QCOMPARE(reset.count(), 0);
    }

    void aRepeatedAlertIdIsShownOnce()
    {
        AlertListModel alerts(view, AlertListModel::Lane::Gemba, english);
        QAbstractItemModelTester tester(&alerts, kFatal);
        SnapshotBuilder b(eastman());
        b.alert(8, "reactor", 1, twin::AlertState::Unacknowledged)
            .alert(8, "reactor", 1, twin::AlertState::Unacknowledged);
        view.setSnapshot(b.build(), ChangeReason::Load);
        QCOMPARE(alerts.rowCount(), 1);
    }

    void inputsShowTheHeaviestFirstWithTheirAge()
    {
        Selection selection;
        InputListModel model(view, selection, english);
        QAbstractItemModelTester tester(&model, kFatal);
        view.setSnapshot(troubled(eastman()).build(), ChangeReason::Load);
        QCOMPARE(model.rowCount(), 0); // nothing selected
        selection.setAsset(view.plant()->findAsset("reactor"));
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Reactor pressure"));
        QCOMPARE(model.index(0).data(InputListModel::ValueRole).toString(),
                 QStringLiteral("2\u202f921"));
        QCOMPARE(model.index(0).data(InputListModel::AgeRole).toString(), QStringLiteral("0.2 s"));
        QCOMPARE(
            model.index(0).data(InputListModel::FigureRole).value<IndicatorFigure>().breached(), 2);
        selection.setAsset(view.plant()->findAsset("separator"));
        const QModelIndexList level =
            model.match(model.index(0), Qt::DisplayRole, QStringLiteral("Separator level"));
        QVERIFY(!level.isEmpty());
        QVERIFY(level[0].data(InputListModel::StaleRole).toBool());
        QCOMPARE(level[0].data(InputListModel::AgeRole).toString(), QStringLiteral("6 min"));
        selection.setAsset(view.plant()->findAsset("stripper"));
        const QModelIndexList flow =
            model.match(model.index(0), Qt::DisplayRole, QStringLiteral("Product flow"), 1,
                        Qt::MatchStartsWith);
        QCOMPARE(flow.value(0).data(InputListModel::AgeRole).toString(), QStringLiteral("no data"));
        QCOMPARE(flow.value(0).data(InputListModel::ValueRole).toString(),
                 QStringLiteral("\u2013"));
    }

    void aStaleValueBreachesNothing()
    {
        SnapshotBuilder b(eastman());
        b.value("xmeas_07", 3001).stale("xmeas_07", twin::kMinute);
        const auto tag = b.tag("xmeas_07");
        QCOMPARE(indicatorFigure(b.snapshot, tag).breached(), 0);
        b.snapshot.tags[twin::index(tag)].stale = false;
        QCOMPARE(indicatorFigure(b.snapshot, tag).breached(), 1);
    }

    void indicatorScalesShowTheNormalBand()
    {
        IndicatorFigure f;
        f.range = {0, 3200};
        f.limits.high = {2800.0, 2895.0, 3000.0};
        QVERIFY(f.scale().low > 2000 && f.scale().low < 2800);
        QVERIFY(f.scale().high <= 3200 && f.scale().high >= 3000);
        f.limits.high = {};
        QCOMPARE(f.scale().low, 0.0);
        f.limits.low.normal = 500;
        f.limits.high.normal = 2700; // most of the range already
        QCOMPARE(f.scale().high, 3200.0);
    }

    void reasonsAddUpToTheCondition_data()
    {
        QTest::addColumn<QList<int>>("points");
        QTest::newRow("one") << QList<int>{12'345};
        QTest::newRow("many small") << QList<int>{900, 900, 900, 900, 900, 900, 900, 900, 400};
        QTest::newRow("beyond zero") << QList<int>{80'000, 40'600, 3'000};
        QTest::newRow("exactly zero") << QList<int>{60'000, 40'000};
        QTest::newRow("none") << QList<int>{};
        QTest::newRow("unsorted") << QList<int>{1'000, 30'500, 10'499};
    }
    void reasonsAddUpToTheCondition()
    {
        QFETCH(QList<int>, points);
        SnapshotBuilder b(eastman());
        std::vector<twin::Deduction> deductions;
        for (qsizetype i = 0; i < points.size(); ++i)
            deductions.push_back({twin::DeductionKind::AnomalyT2,
                                  twin::TagId{static_cast<std::uint32_t>(i)}, twin::Side::High,
                                  points[i], 0, 0});
        b.deduct("reactor", deductions);
        const twin::Assessment& a = b.snapshot.assets[0].assessment;
        const std::vector<DeductionRow> rows = waterfall(a);
        QCOMPARE(rows.front().points, 100);
        QCOMPARE(rows.back().after, Format::points(a.score));
        QVERIFY(rows.size() <= DeductionListModel::kMostReasons + 3);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            QCOMPARE(rows[i].before, rows[i - 1].after);
            QVERIFY(rows[i].points >= 0);
        }
    }

    void aWithheldScoreHasNoReasons()
    {
        Selection selection;
        DeductionListModel model(view, selection, english);
        QAbstractItemModelTester tester(&model, kFatal);
        view.setSnapshot(troubled(eastman()).build(), ChangeReason::Load);
        selection.setAsset(view.plant()->findAsset("reactor"));
        QCOMPARE(model.index(1).data().toString(),
                 QStringLiteral("Reactor pressure near or above 2\u202f895\u00a0kPa g"));
        QCOMPARE(model.index(1).data(DeductionListModel::PointsRole).toString(),
                 QStringLiteral("\u221244"));
        selection.setAsset(view.plant()->findAsset("compressor"));
        QCOMPARE(model.rowCount(), 0);
    }

    void theSummaryCountsOnlyWhatIsThere()
    {
        SnapshotBuilder b = troubled(eastman());
        b.alert(50, "stripper", 1, twin::AlertState::ReturnedUnacknowledged)
            .source("mqtt://b", false);
        const PlantSummary s = summarize(b.snapshot);
        QCOMPARE(s.machines, 5);
        QCOMPARE(s.abnormal, 2);
        QCOMPARE(s.withheld, 1);
        QCOMPARE(s.critical, 1);       // the one that returned is not active
        QCOMPARE(s.unacknowledged, 2); // the DCS alarm does not count
        QCOMPARE(s.dcsActive, 1);
        QCOMPARE(s.raisedLately, 1); // the other was raised 31 minutes ago
        QCOMPARE(s.late, 1);
        QCOMPARE(s.silent, 1);
        QCOMPARE(s.sourcesDown, 1);
    }

    void everyReasonToWithholdHasASentence()
    {
        Phrases phrases(english);
        phrases.setPlant(eastman());
        twin::Assessment a;
        QSet<QString> seen;
        for (const auto why :
             {twin::Withheld::NoModel, twin::Withheld::Baselining, twin::Withheld::NotRunning,
              twin::Withheld::NoBaselineForState, twin::Withheld::NoData,
              twin::Withheld::InputsStale, twin::Withheld::SourceDown, twin::Withheld::OutsideEnvelope}) {
            a.withheld = why;
            QVERIFY(!phrases.withheld(a).isEmpty());
            seen.insert(phrases.withheld(a));
        }
        QCOMPARE(seen.size(), static_cast<int>(twin::kLastWithheld));
        a.withheld = twin::Withheld::No;
        QVERIFY(phrases.withheld(a).isEmpty());
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"
