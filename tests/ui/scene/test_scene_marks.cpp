// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QLabel>
#include <QPainter>
#include <QTest>

#include "scene_fixture.h"
#include "ui/scene/asset_marks.h"
#include "ui/scene/null_viewport.h"
#include "ui/scene/piece_marks.h"
#include "ui/scene/scene_overlay.h"

using namespace gemba;
using twin::ConditionWord;
using twin::Withheld;

class TestSceneMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void marks_data();
    void marks();
    void withoutOpenGlTheSceneSaysWhy();
    void markersDifferInShapeAndColour();
    void normalMachinesGetNothing();
    void crowdedLabelsAreCountedNotStacked();
    void pieces_data();
    void pieces();
};

void TestSceneMarks::marks_data()
{
    QTest::addColumn<int>("word");
    QTest::addColumn<int>("withheld");
    QTest::addColumn<int>("stale");
    QTest::addColumn<int>("priority");
    QTest::addColumn<bool>("doubt");
    QTest::addColumn<bool>("scored");
    const auto row = [](const char* name, ConditionWord word, Withheld withheld, int stale, int priority,
                        bool doubt) {
        QTest::newRow(name) << static_cast<int>(word) << static_cast<int>(withheld) << stale << priority
                            << doubt << (withheld == Withheld::No);
    };
    row("normal", ConditionWord::Normal, Withheld::No, 0, 0, false);
    row("watch", ConditionWord::Watch, Withheld::No, 0, 3, false);
    row("act", ConditionWord::Act, Withheld::No, 0, 2, false);
    row("critical", ConditionWord::Critical, Withheld::No, 0, 1, false);
    row("critical on stale inputs", ConditionWord::Critical, Withheld::No, 2, 1, true);
    row("was critical, source down", ConditionWord::Critical, Withheld::SourceDown, 9, 0, true);
    row("stale", ConditionWord::Normal, Withheld::InputsStale, 5, 0, true);
    row("no data", ConditionWord::Normal, Withheld::NoData, 0, 0, true);
    row("standby", ConditionWord::Normal, Withheld::NotRunning, 0, 0, false);
    row("standby, silent", ConditionWord::Normal, Withheld::NotRunning, 4, 0, false);
    row("baselining", ConditionWord::Normal, Withheld::Baselining, 0, 0, false);
}

void TestSceneMarks::marks()
{
    QFETCH(int, word);
    QFETCH(int, withheld);
    QFETCH(int, stale);
    QFETCH(int, priority);
    QFETCH(bool, doubt);
    QFETCH(bool, scored);
    const auto snapshot = test::snapshotOf(test::fiveMachines(), [&](twin::Snapshot& s) {
        twin::Assessment& a = s.assets[1].assessment;
        a.word = static_cast<ConditionWord>(word);
        a.withheld = static_cast<Withheld>(withheld);
        a.staleInputs = static_cast<std::uint32_t>(stale);
        a.score = 30'500;
    });
    ui::Phrases phrases;
    phrases.setPlant(snapshot->plant);
    const auto found = ui::marksOf(*snapshot);
    const ui::AssetText text = ui::textOf(*snapshot, twin::AssetId{1}, phrases);
    QCOMPARE(found.size(), std::size_t{5});
    QCOMPARE(found[1].priority, priority);
    QCOMPARE(found[1].doubt, doubt);
    QCOMPARE(found[1].scored, scored);
    QVERIFY(text.title.startsWith(u"Condenser E-102"));
    QCOMPARE(text.detail.contains(u"31"), scored); // never a number that is withheld
    QCOMPARE(text.detail.startsWith(u"–"), !scored);
}

void TestSceneMarks::withoutOpenGlTheSceneSaysWhy()
{
    const auto view = ui::makeSceneView(test::eastmanScene());
    QVERIFY(qobject_cast<ui::NullViewport*>(view.get()) != nullptr);
    QVERIFY(view->unavailableReason().contains(u"offscreen"));
    view->setSnapshot(test::snapshotOf(test::fiveMachines(), [](twin::Snapshot&) {}));
    view->setSelected(twin::AssetId{3});
    view->resize(600, 300);
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    const auto* label = view->findChild<QLabel*>();
    QVERIFY(label != nullptr && label->isVisible());
    QVERIFY(label->text().contains(view->unavailableReason()));
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(view->framesDrawn(), quint64{0});
}

void TestSceneMarks::markersDifferInShapeAndColour()
{
    const ui::SceneColours colours;
    const auto drawn = [&](int priority) {
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(colours.canvas);
        QPainter painter(&image);
        ui::SceneOverlay::paintMarker(painter, {20, 20}, priority, colours);
        return image;
    };
    // Beside the digit, inside the shape.
    QCOMPARE(drawn(1).pixelColor(14, 14), colours.priority1);
    QCOMPARE(drawn(2).pixelColor(14, 26), colours.priority2);
    QCOMPARE(drawn(3).pixelColor(14, 14), colours.priority3);
    // The shapes themselves: a triangle leaves the corners that the other fills.
    QCOMPARE(drawn(2).pixelColor(11, 11), colours.canvas);
    QCOMPARE(drawn(3).pixelColor(11, 29), colours.canvas);
    QVERIFY(drawn(1).pixelColor(12, 12) != colours.canvas);
}

void TestSceneMarks::normalMachinesGetNothing()
{
    ui::SceneOverlay overlay(nullptr);
    overlay.resize(400, 300);
    QImage empty(400, 300, QImage::Format_RGB32), marked = empty;
    const auto paint = [&](QImage& image) {
        image.fill(Qt::gray);
        overlay.render(&image, QPoint(), QRegion(), QWidget::DrawChildren);
    };
    paint(empty);
    ui::OverlayItem item;
    item.machine = QRectF(100, 100, 80, 60);
    item.mark.scored = true;
    overlay.setContent({{item}, {}, ui::CoverMap(overlay.size()), 0});
    paint(marked);
    QCOMPARE(marked, empty);
    item.mark.priority = 1;
    overlay.setContent({{item}, {}, ui::CoverMap(overlay.size()), 0});
    paint(marked);
    QVERIFY(marked != empty);
    QCOMPARE(marked.pixelColor(140, 130), empty.pixelColor(140, 130)); // the machine stays grey
}

void TestSceneMarks::crowdedLabelsAreCountedNotStacked()
{
    ui::SceneOverlay overlay(nullptr);
    overlay.resize(420, 260);
    ui::OverlayContent content{{}, {}, ui::CoverMap(overlay.size()), 3};
    for (int i = 0; i < 60; ++i) {
        ui::OverlayItem item;
        item.machine = QRectF(40 + 34 * (i % 10), 30 + 30 * (i / 10), 24, 20);
        item.mark = {1 + i % 3, true, false};
        item.text = {QStringLiteral("Feed pump with a long name P-%1").arg(i), QStringLiteral("Critical · condition 31")};
        item.labelled = true;
        content.machines.cover(item.machine);
        content.items.push_back(item);
    }
    const std::vector<ui::OverlayItem> items = content.items;
    overlay.setContent(std::move(content));
    const auto boxes = overlay.labelBoxes();
    QCOMPARE(boxes.size() + overlay.hiddenLabels(), std::size_t{60 + 3});
    QVERIFY(overlay.hiddenLabels() > 3); // there is no room for all of them
    for (const QRectF& box : boxes) {
        QVERIFY(QRectF(overlay.rect()).contains(box));
        for (const ui::OverlayItem& item : items)
            QVERIFY(!box.intersects(item.machine));
        for (const QRectF& other : boxes)
            QVERIFY(&other == &box || !other.intersects(box));
    }
}

void TestSceneMarks::pieces_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("stale");
    QTest::addColumn<int>("deducted"); ///< milli-points
    QTest::addColumn<bool>("off");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("inside") << 50.0 << false << 0 << false;
    QTest::newRow("at the limit") << 80.0 << false << 0 << false;
    QTest::newRow("above the alert limit") << 80.1 << false << 0 << true;
    QTest::newRow("above a trip limit only") << 101.0 << false << 0 << true;
    QTest::newRow("below the trip limit") << 4.9 << false << 0 << true;
    QTest::newRow("no number") << nan << false << 0 << false;
    QTest::newRow("a reason") << 50.0 << false << 1'000 << true;
    QTest::newRow("less than a point") << 50.0 << false << 999 << false;
    QTest::newRow("stale") << 50.0 << true << 0 << false;
    QTest::newRow("stale and above") << 90.0 << true << 0 << true;
}

void TestSceneMarks::pieces()
{
    QFETCH(double, value);
    QFETCH(bool, stale);
    QFETCH(int, deducted);
    QFETCH(bool, off);
    auto plant = test::fiveMachines();
    plant->tags.resize(2);
    for (std::size_t i = 0; i < 2; ++i) {
        plant->tags[i].id = i == 0 ? "quiet" : "loud";
        plant->tags[i].name.byLanguage = {{"en", i == 0 ? "Level" : "Pressure"}};
        plant->tags[i].unit = plant->tags[i].shownUnit = "kPa";
        plant->tags[i].asset = twin::AssetId{0};
        plant->tags[i].decimals = 1;
    }
    plant->tags[1].limits.high = {70, 80, 100};
    plant->tags[1].limits.low = {20, {}, 5};
    const auto snapshot = test::snapshotOf(plant, [&](twin::Snapshot& s) {
        s.tags.resize(2);
        for (twin::TagState& t : s.tags)
            t = {50.0, s.at - 2 * twin::kSecond, twin::kNoTime, twin::Quality::Good, false};
        s.tags[1].value = value;
        s.tags[1].stale = stale;
        if (deducted > 0) {
            twin::Deduction d;
            d.tag = twin::TagId{1};
            d.points = deducted;
            s.assets[0].assessment.deductions.push_back(d);
        }
    });
    ui::ScenePart part;
    part.pieces.resize(2);
    part.pieces[0].tagIds = {"quiet", "of another plant", "loud"};
    part.pieces[1].tagIds = {"of another plant"};
    const auto bound = ui::bindPieces({part}, *plant);
    QCOMPARE(bound.size(), std::size_t{1});
    const ui::PieceMark mark = ui::markOf(bound[0], *snapshot);
    QCOMPARE(mark.off, off);
    QCOMPARE(mark.stale, stale);
    QCOMPARE(mark.worst, off ? twin::TagId{1} : twin::TagId{0});
    ui::Phrases phrases;
    phrases.setPlant(plant);
    QStringList rows = ui::readingsOf(bound[0], *snapshot, phrases).split(QLatin1Char('\n'));
    QCOMPARE(rows.size(), 2);
    if (deducted >= 500) { // first who takes most
        QVERIFY(rows[0].startsWith(u"Pressure"));
        rows.swapItemsAt(0, 1);
    }
    QVERIFY2(rows[0].startsWith(u"Level") && rows[0].contains(u"50.0\u00a0kPa") && rows[0].endsWith(u"2.0 s"), qPrintable(rows[0]));
    QCOMPARE(rows[1].contains(u"stale"), stale);
    // Points belong to the machine that loses them, and are said of the tag that takes them.
    QCOMPARE(ui::pointsOf(bound[0], *snapshot, twin::AssetId{0}), deducted);
    QCOMPARE(ui::pointsOf(bound[0], *snapshot, twin::AssetId{1}), 0);
    QCOMPARE(ui::pointsOf(bound[0], *snapshot, twin::kNoAsset), 0);
    QCOMPARE(rows.join(QString()).contains(u"points"), deducted >= 500);
    twin::Snapshot withheld = *snapshot;
    withheld.assets[0].assessment.withheld = twin::Withheld::Baselining;
    QCOMPARE(ui::pointsOf(bound[0], withheld, twin::AssetId{0}), 0);
}

QTEST_MAIN(TestSceneMarks)
#include "test_scene_marks.moc"
