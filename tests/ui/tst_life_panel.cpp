// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a machine in the inspector and in the list: figures, why there are none, and in words.
#include <cmath>

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/models/asset_list_model.h"
#include "ui/operate/life_panel.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;
using gemba::twin::LifeWithheld;

namespace {

/// The demo plant, with a reactor whose life a model predicts.
SnapshotBuilder builder()
{
    auto plant = std::make_shared<twin::Plant>(*eastman());
    const std::string classId = plant->asset(plant->findAsset("reactor")).classId;
    for (twin::AssetClass& c : plant->classes) {
        if (c.id == classId)
            c.life = twin::LifeSetup{"life.gmodel", {{{"en", "cycles"}, {"de", "Zyklen"}}}, {{60.0, 25.0, 8.0}, {}, "tester"}};
    }
    return SnapshotBuilder(std::move(plant));
}

twin::Assessment& reactor(SnapshotBuilder& b)
{
    return b.snapshot.assets[twin::index(b.asset("reactor"))].assessment;
}

twin::Life lifeOf(const SnapshotBuilder& b, double low, double median, double high)
{
    return {LifeWithheld::No, 30, 30, 150.0, low, median, high, b.snapshot.at, 3 * twin::kSecond};
}

struct Desk
{
    ViewState view;
    NotingTransport transport;
    RisingHistory history;
    Selection selection;
    Settings settings;
    QUndoStack undo;
    ConsoleContext context{view, transport, history, selection, settings, undo, QLocale::c()};
};

} // namespace

class TestLifePanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhereAModelPredictsIt()
    {
        Desk d;
        QWidget window;
        LifePanel panel(d.context, &window);
        SnapshotBuilder b = builder();
        reactor(b).life = lifeOf(b, 20, 42, 70);
        d.view.setSnapshot(b.build(), ChangeReason::Load);
        QVERIFY(panel.isHidden()); // nothing is selected
        d.selection.setAsset(b.asset("reactor"));
        QVERIFY(!panel.isHidden());
        d.selection.setAsset(b.asset("stripper"));
        QVERIFY(panel.isHidden());
        d.selection.setAsset(b.asset("reactor"));
        d.view.setSnapshot(nullptr, ChangeReason::Load);
        QVERIFY(panel.isHidden());
    }

    void saysTheBandAndByWhenToAct()
    {
        Desk d;
        QWidget window;
        LifePanel panel(d.context, &window);
        const auto* bar = panel.findChild<LifeBar*>();
        SnapshotBuilder b = builder();
        d.selection.setAsset(b.asset("reactor"));
        reactor(b).life = lifeOf(b, 20, 42, 70);
        d.view.setSnapshot(b.build(), ChangeReason::Load);
        QCOMPARE(bar->spokenText(), QStringLiteral("Life if it runs on: 42 cycles, between 20 and 70 with 80 % confidence · limit at 25 cycles"));
        reactor(b).actBefore = twin::ActBefore{b.snapshot.at + 60 * twin::kSecond, twin::kNoTag, 20.0, twin::ActBefore::Rule::Life};
        d.view.setSnapshot(b.build(), ChangeReason::Tick);
        QVERIFY2(bar->spokenText().contains(QStringLiteral("act within 20 cycles")), qPrintable(bar->spokenText()));
        auto plant = std::make_shared<twin::Plant>(*b.snapshot.plant); // a stop is planned in 30 cycles
        plant->outages = {{b.snapshot.at + 90 * twin::kSecond, b.snapshot.at + twin::kHour, {}}};
        b.snapshot.plant = plant;
        d.view.setSnapshot(b.build(), ChangeReason::Tick);
        QVERIFY2(bar->spokenText().endsWith(QStringLiteral("outage at 30 cycles")), qPrintable(bar->spokenText()));
    }

    void saysWhyNothingIsSaid_data()
    {
        QTest::addColumn<int>("why");
        QTest::addColumn<QString>("words");
        QTest::newRow("few") << static_cast<int>(LifeWithheld::TooFewRows) << QStringLiteral("12 of 30 cycles seen: too few");
        QTest::newRow("settings") << static_cast<int>(LifeWithheld::UnknownSettings) << QStringLiteral("life withheld: operated as its model has never seen");
        QTest::newRow("stale") << static_cast<int>(LifeWithheld::InputsStale) << QStringLiteral("life withheld: an input is missing");
        QTest::newRow("rests") << static_cast<int>(LifeWithheld::NotRunning) << QStringLiteral("life withheld: it does not run");
        QTest::newRow("failed") << static_cast<int>(LifeWithheld::ModelFailed) << QStringLiteral("life withheld: its model could not be evaluated");
    }
    void saysWhyNothingIsSaid()
    {
        QFETCH(int, why);
        QFETCH(QString, words);
        Desk d;
        QWidget window;
        LifePanel panel(d.context, &window);
        SnapshotBuilder b = builder();
        d.selection.setAsset(b.asset("reactor"));
        reactor(b).life = twin::Life{.withheld = static_cast<LifeWithheld>(why), .rows = 12, .rowsNeeded = 30};
        d.view.setSnapshot(b.build(), ChangeReason::Load);
        const auto* text = panel.findChild<TextLabel*>(QStringLiteral("lifeWithheld"));
        QVERIFY(!panel.isHidden() && !text->isHidden());
        QCOMPARE(text->text(), words);
        QVERIFY(panel.findChild<LifeBar*>()->isHidden()); // no old figure stands on
    }

    void theListSaysItToo()
    {
        SnapshotBuilder b = builder();
        ViewState view;
        AssetListModel list(view, QLocale::c());
        reactor(b).life = lifeOf(b, 20, 42, 70);
        view.setSnapshot(b.build(), ChangeReason::Load);
        const auto detail = [&] { return list.indexOf(b.asset("reactor")).data(AssetListModel::DetailRole).toString().replace(QChar(0xa0), u' '); };
        QCOMPARE(detail(), QStringLiteral("42 cycles left"));
        reactor(b).life->median = 41;
        QSignalSpy changed(&list, &QAbstractItemModel::dataChanged);
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(detail(), QStringLiteral("41 cycles left"));
        b.deduct("reactor", {{twin::DeductionKind::Life, twin::kNoTag, twin::Side::Low, 45'000, 20.0, 25.0}});
        reactor(b).actBefore = twin::ActBefore{b.snapshot.at + 60 * twin::kSecond, twin::kNoTag, 20.0, twin::ActBefore::Rule::Life};
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QCOMPARE(detail(), QStringLiteral("Act · 41 cycles left"));
        b.withhold("reactor", twin::Withheld::Baselining, twin::OperatingState::Running);
        reactor(b).life = twin::Life{.rows = 3, .rowsNeeded = 30};
        view.setSnapshot(b.build(), ChangeReason::Tick);
        QCOMPARE(detail(), QStringLiteral("3 of 30 cycles seen: too few"));
    }

    void lifeIsDrawn_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("median");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("horizon");
        QTest::addColumn<bool>("shown");
        const double nan = std::nan("");
        QTest::newRow("in order") << 4.0 << 9.0 << 19.0 << 40.0 << true;
        QTest::newRow("no spread") << 9.0 << 9.0 << 9.0 << 40.0 << true;
        QTest::newRow("over") << 0.0 << 0.0 << 0.0 << 40.0 << true;
        QTest::newRow("beyond the bar") << 30.0 << 90.0 << 200.0 << 40.0 << true;
        QTest::newRow("out of order") << 9.0 << 4.0 << 19.0 << 40.0 << false;
        QTest::newRow("below 0") << -1.0 << 4.0 << 19.0 << 40.0 << false;
        QTest::newRow("no number") << 4.0 << nan << 19.0 << 40.0 << false;
        QTest::newRow("no horizon") << 4.0 << 9.0 << 19.0 << 0.0 << false;
    }
    void lifeIsDrawn()
    {
        QFETCH(double, low);
        QFETCH(double, median);
        QFETCH(double, high);
        QFETCH(double, horizon);
        QFETCH(bool, shown);
        QWidget window;
        LifeBar bar(&window);
        LifeFigure life{low, median, high, QStringLiteral("h"), horizon, 3.5, 35.0, QStringLiteral("outage")};
        bar.show(life);
        QCOMPARE(!bar.isHidden(), shown);
        if (shown) {
            QVERIFY(bar.spokenText().contains(QStringLiteral("act within 3.5 h")));
            QVERIFY(bar.spokenText().contains(QStringLiteral("outage at 35 h")));
            for (const int width : {200, 300, 900}) {
                bar.resize(width, 62);
                QVERIFY(!bar.grab().isNull());
            }
        } else {
            QVERIFY(bar.spokenText().isEmpty());
        }
        bar.show(std::nullopt);
        QVERIFY(bar.isHidden());
    }
};

QTEST_MAIN(TestLifePanel)
#include "tst_life_panel.moc"
