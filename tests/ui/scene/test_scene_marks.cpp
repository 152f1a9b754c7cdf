// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPainter>
#include <QTest>

#include "scene_fixture.h"
#include "ui/scene/asset_marks.h"
#include "ui/scene/null_viewport.h"
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
    const auto found = ui::marksOf(*snapshot, phrases);
    QCOMPARE(found.size(), std::size_t{5});
    QCOMPARE(found[1].priority, priority);
    QCOMPARE(found[1].doubt, doubt);
    QCOMPARE(found[1].scored, scored);
    QVERIFY(found[1].title.startsWith(u"Condenser E-102"));
    QCOMPARE(found[1].detail.contains(u"31"), scored); // never a number that is withheld
    QCOMPARE(found[1].detail.startsWith(u"–"), !scored);
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
    overlay.setItems({item}, {item.machine});
    paint(marked);
    QCOMPARE(marked, empty);
    item.mark.priority = 1;
    overlay.setItems({item}, {item.machine});
    paint(marked);
    QVERIFY(marked != empty);
    QCOMPARE(marked.pixelColor(140, 130), empty.pixelColor(140, 130)); // the machine stays grey
}

QTEST_MAIN(TestSceneMarks)
#include "test_scene_marks.moc"
