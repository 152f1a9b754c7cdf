// SPDX-License-Identifier: GPL-3.0-or-later
// A machine beside the others of its class: which inputs correspond, where they stand, and how a
// person sees and follows that.
#include <cmath>

#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "ui/models/sister_models.h"
#include "ui/operate/sister_panel.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

/// Four pumps and a fan. The third pump's flow is in another unit, the fourth has none.
std::shared_ptr<const twin::Plant> pumps()
{
    auto plant = std::make_shared<twin::Plant>();
    plant->areas.push_back({"hall", {{{"en", "Hall"}}}});
    const auto tag = [&](twin::Asset& asset, const std::string& what, const std::string& unit, twin::TagRole role) {
        twin::Tag t;
        t.id = asset.id + '_' + what;
        t.name = {{{"en", what}}};
        t.unit = unit;
        t.range = {0, 100};
        t.decimals = 1;
        t.role = role;
        t.asset = twin::AssetId{static_cast<std::uint32_t>(plant->assets.size())};
        asset.tags.push_back(twin::TagId{static_cast<std::uint32_t>(plant->tags.size())});
        plant->tags.push_back(t);
    };
    for (const char* id : {"p1", "p2", "p3", "p4", "fan"}) {
        twin::Asset a;
        a.id = id;
        a.number = id;
        a.name = {{{"en", "Machine"}}};
        a.areaId = "hall";
        a.classId = a.id == "fan" ? "fan" : "pump";
        if (a.id != "p4")
            tag(a, "flow", a.id == "p3" ? "L/s" : "m3/h", twin::TagRole::Measurement);
        tag(a, "vibration", "mm/s", twin::TagRole::Measurement);
        tag(a, "state", "1", twin::TagRole::State);
        plant->assets.push_back(a);
    }
    return plant;
}

} // namespace

class TestSisters : public QObject
{
    Q_OBJECT
private:
    const std::shared_ptr<const twin::Plant> plant = pumps();
    const twin::AssetId first = plant->findAsset("p1");

    SnapshotBuilder running()
    {
        SnapshotBuilder b(plant);
        b.value("p1_vibration", 9).value("p2_vibration", 2).value("p3_vibration", 4).value("p4_vibration", 3);
        b.value("p1_flow", 50).value("p2_flow", 51).value("p3_flow", 14);
        return b;
    }
    static const SisterFigure* of(const std::vector<SisterFigure>& figures, twin::TagId tag)
    {
        const auto found = std::find_if(figures.begin(), figures.end(), [tag](const auto& f) { return f.tag == tag; });
        return found == figures.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    void sameClassAndSameMeaning()
    {
        const Sisters s = Sisters::of(*plant, first);
        QCOMPARE(s.others.size(), 3u); // not itself, not the fan
        QCOMPARE(s.counterparts.size(), 2u); // no state
        const auto& flow = s.counterparts.at(plant->findTag("p1_flow"));
        QCOMPARE(flow[0], plant->findTag("p2_flow"));
        QCOMPARE(flow[1], twin::kNoTag); // other unit
        QCOMPARE(flow[2], twin::kNoTag); // has none
        QVERIFY(Sisters::of(*plant, plant->findAsset("fan")).others.empty());
        QVERIFY(Sisters::of(*plant, twin::kNoAsset).others.empty());
        QVERIFY(Sisters::of(*plant, twin::AssetId{99}).others.empty());
    }

    void medianAndRangeOfThoseThatRun()
    {
        const Sisters s = Sisters::of(*plant, first);
        const twin::TagId vibration = plant->findTag("p1_vibration");
        SnapshotBuilder b = running();
        b.deduct("p1", {b.deduction(twin::DeductionKind::Indicator, "p1_flow", twin::Side::Low, 30'000)});
        auto figures = compareWithSisters(b.snapshot, s, 5);
        QCOMPARE(figures.size(), 2u);
        QCOMPARE(figures[0].tag, plant->findTag("p1_flow")); // takes most off
        QCOMPARE(of(figures, vibration)->own, 9.0);
        QCOMPARE(of(figures, vibration)->others, (std::vector<double>{2, 3, 4}));
        QCOMPARE(of(figures, vibration)->median, 3.0);
        b.deduct("p1", {});
        QCOMPARE(compareWithSisters(b.snapshot, s, 1)[0].tag, vibration); // the furthest from its sisters
        b.withhold("p3", twin::Withheld::NotRunning, twin::OperatingState::Standby);
        QCOMPARE(of(compareWithSisters(b.snapshot, s, 5), vibration)->median, 2.5);
        b.stale("p2_vibration", twin::kHour);
        QCOMPARE(of(compareWithSisters(b.snapshot, s, 5), vibration)->others, std::vector<double>{3});
        b.silent("p1_vibration");
        QVERIFY(std::isnan(of(compareWithSisters(b.snapshot, s, 5), vibration)->own));
        b.allSilent();
        QVERIFY(compareWithSisters(b.snapshot, s, 5).empty());
        QVERIFY(compareWithSisters(b.snapshot, {}, 5).empty());
    }

    void equalValuesHaveAScale_data()
    {
        QTest::addColumn<double>("own");
        QTest::addColumn<QVector<double>>("others");
        QTest::newRow("all equal") << 5.0 << QVector<double>{5, 5};
        QTest::newRow("alone") << 5.0 << QVector<double>{};
        QTest::newRow("own outside") << -40.0 << QVector<double>{5, 6};
        QTest::newRow("own unknown") << std::nan("") << QVector<double>{5, 6};
    }
    void equalValuesHaveAScale()
    {
        QFETCH(double, own);
        QFETCH(QVector<double>, others);
        SisterFigure f{twin::TagId{0}, own, {others.begin(), others.end()}, 5.5, 0};
        const twin::Interval scale = f.scale(plant->tag(twin::TagId{0}));
        QVERIFY(scale.low < scale.high);
        for (const double v : others)
            QVERIFY(v > scale.low && v < scale.high);
        QVERIFY(std::isnan(own) || (own > scale.low && own < scale.high));
    }

    void thePanelSaysWhyAndLeadsThere()
    {
        ViewState view;
        Selection selection;
        RisingHistory history;
        NotingTransport transport;
        QUndoStack undo;
        Settings settings;
        SnapshotBuilder b = running();
        b.deduct("p3", {b.deduction(twin::DeductionKind::Indicator, "p3_vibration", twin::Side::High, 50'000)});
        b.withhold("p2", twin::Withheld::NotRunning, twin::OperatingState::Standby);
        view.setSnapshot(b.build(), ChangeReason::Load);
        const ConsoleContext context{view, transport, history, selection, settings, undo, QLocale::c()};
        QWidget window;
        SisterPanel panel(context, &window);
        QVERIFY(panel.isHidden()); // no machine
        selection.setAsset(plant->findAsset("fan"));
        QVERIFY(panel.isHidden()); // no sisters
        selection.setAsset(first);
        QVERIFY(!panel.isHidden());
        auto* list = panel.findChild<QListView*>(QStringLiteral("sisters"));
        const auto at = [&](int row, int role) { return list->model()->index(row, 0).data(role); };
        QCOMPARE(list->model()->rowCount(), 4);
        QVERIFY(at(0, SisterListModel::OwnRole).toBool());
        QCOMPARE(at(1, SisterListModel::AssetRole).toUInt(), twin::index(plant->findAsset("p3"))); // the worst
        QCOMPARE(at(1, SisterListModel::ScoreRole).toString(), QStringLiteral("50"));
        QCOMPARE(at(1, SisterListModel::PriorityRole).toInt(), 2);
        QCOMPARE(at(3, SisterListModel::ScoreRole).toString(), QStringLiteral("–")); // without a figure: last
        QVERIFY(at(3, SisterListModel::DetailRole).toString().contains(QStringLiteral("standby")));
        Q_EMIT list->clicked(list->model()->index(0, 0)); // itself
        QCOMPARE(selection.asset(), first);
        const auto* inputs = panel.findChild<QListView*>(QStringLiteral("sisterInputs"));
        const QModelIndex vibration = inputs->model()->index(0, 0);
        QCOMPARE(vibration.data(SisterInputModel::ValueRole).toString(), QStringLiteral("9.0\u00A0mm/s"));
        QCOMPARE(vibration.data(SisterInputModel::OthersRole).toString(), QStringLiteral("sisters 3.5 (3.0 – 4.0)"));
        Q_EMIT list->clicked(list->model()->index(1, 0));
        QCOMPARE(selection.asset(), plant->findAsset("p3"));
    }
};

QTEST_MAIN(TestSisters)
#include "tst_sisters.moc"
