// SPDX-License-Identifier: GPL-3.0-or-later
// The real thing in a real window.
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

#include "scene_fixture.h"

using namespace gemba;
using twin::AssetId;

namespace {

constexpr AssetId kReactor{0}, kCompressor{3}, kStripper{4}, kUnknown{77};

int g_vtkMessages = 0;
QtMessageHandler g_next = nullptr;

void countVtk(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (qstrcmp(context.category, "gemba.scene.vtk") == 0)
        ++g_vtkMessages;
    g_next(type, context, text);
}

struct Shown {
    std::unique_ptr<ui::SceneView> view = ui::makeSceneView(test::eastmanScene());
    std::shared_ptr<twin::Plant> plant = test::fiveMachines();

    bool open()
    {
        view->resize(900, 600);
        view->setReducedMotion(true);
        view->show();
        view->setSnapshot(normal());
        return QTest::qWaitForWindowExposed(view.get())
               && QTest::qWaitFor([this] { return view->framesDrawn() > 0; });
    }
    [[nodiscard]] twin::SnapshotPtr normal() const
    {
        return test::snapshotOf(plant, [](twin::Snapshot&) {});
    }
    [[nodiscard]] QImage picture() const { return view->grab().toImage(); }
};

/// Pixels of the area that are not of this colour.
int others(const QImage& image, const QColor& colour, const QRectF& area = {})
{
    const QRect r = (area.isNull() ? image.rect() : area.toRect()).intersected(image.rect());
    int n = 0;
    for (int y = r.top(); y <= r.bottom(); ++y) {
        for (int x = r.left(); x <= r.right(); ++x)
            n += image.pixelColor(x, y) != colour;
    }
    return n;
}

int near(const QImage& image, const QColor& colour, const QPointF& at, int reach)
{
    int n = 0;
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) {
            const QPoint p = at.toPoint() + QPoint(x, y);
            n += image.rect().contains(p) && image.pixelColor(p) == colour;
        }
    }
    return n;
}

bool isGrey(const QColor& c)
{
    return std::max({c.red(), c.green(), c.blue()}) - std::min({c.red(), c.green(), c.blue()}) < 20;
}

} // namespace

class TestSceneGl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { g_vtkMessages = 0; }
    void cleanup() { QCOMPARE(g_vtkMessages, 0); }

    void machinesAreGreyAndThere();
    void marksAppearWhereTheMachineIs();
    void nothingIsDrawnUnlessSomethingChanged();
    void selectionAndIsolation();
    void themeChangesTheCanvas();
    void clickSelects();
    void dragTurnsWheelZoomsHomeRestores();
    void survivesHidingAndShowing();
    void survivesFloatingAndDocking();
    void survivesBeingMadeAndDestroyed();
    void plantWithoutTheseMachines();
};

void TestSceneGl::machinesAreGreyAndThere()
{
    Shown s;
    QVERIFY(s.open());
    QVERIFY2(s.view->unavailableReason().isEmpty(), qPrintable(s.view->unavailableReason()));
    const QImage image = s.picture();
    const QColor canvas = ui::SceneColours::light().canvas;
    QVERIFY(others(image, canvas) > image.width() * image.height() / 20);
    for (std::uint32_t i = 0; i < 5; ++i) {
        const QRectF r = s.view->assetRect(AssetId{i}).value();
        QVERIFY(QRectF(s.view->rect()).contains(r));
        QVERIFY(others(image, canvas, r) > r.width() * r.height() / 3);
    }
    int coloured = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            coloured += !isGrey(image.pixelColor(x, y));
    }
    QCOMPARE(coloured, 0); // nothing is abnormal, so there is no colour
    QVERIFY(!s.view->assetRect(kUnknown));
}

void TestSceneGl::marksAppearWhereTheMachineIs()
{
    Shown s;
    QVERIFY(s.open());
    const quint64 frames = s.view->framesDrawn();
    const QColor red = ui::SceneColours::light().priority1, blue = ui::SceneColours::light().doubt;
    const QPointF corner = s.view->assetRect(kReactor)->topRight() + QPointF(6, -6);
    const QImage before = s.picture();
    QCOMPARE(near(before, red, corner, 10), 0);
    s.view->setSnapshot(test::snapshotOf(s.plant, [](twin::Snapshot& snapshot) {
        snapshot.assets[0].assessment.word = twin::ConditionWord::Critical;
        snapshot.assets[0].assessment.score = 20'000;
        snapshot.assets[4].assessment.staleInputs = 2;
    }));
    const QImage after = s.picture();
    QVERIFY(near(after, red, corner, 10) > 60);
    const QRectF stripper = s.view->assetRect(kStripper)->adjusted(-6, -6, 6, 6);
    QVERIFY(near(after, blue, {stripper.left(), stripper.center().y()}, 12) > 10);
    QCOMPARE(near(after, blue, corner, 10), 0);
    QCOMPARE(s.view->framesDrawn(), frames); // a score costs no 3D frame
    s.view->setSnapshot({});
    QCOMPARE(s.picture(), before);
}

void TestSceneGl::nothingIsDrawnUnlessSomethingChanged()
{
    Shown s;
    QVERIFY(s.open());
    QTest::qWait(0);
    const quint64 frames = s.view->framesDrawn();
    for (int i = 0; i < 20; ++i) {
        s.view->setSnapshot(s.normal());
        s.view->setSelected(twin::kNoAsset);
        s.view->setIsolated(false);
        s.view->update();
        s.view->repaint();
        (void)s.picture(); // Qt asks for a paint, the last picture is good enough
        QCoreApplication::processEvents();
    }
    QCOMPARE(s.view->framesDrawn(), frames);
    s.view->setSelected(kReactor);
    s.view->setSelected(kStripper);
    QTRY_COMPARE(s.view->framesDrawn(), frames + 1); // changes within one turn are one frame
}

void TestSceneGl::selectionAndIsolation()
{
    Shown s;
    QVERIFY(s.open());
    const QImage plain = s.picture();
    s.view->setSelected(kStripper);
    const QImage selected = s.picture();
    const QRectF stripper = s.view->assetRect(kStripper).value();
    QVERIFY(plain.copy(stripper.toRect()) != selected.copy(stripper.toRect()));
    s.view->setIsolated(true);
    const QImage isolated = s.picture();
    QVERIFY(!s.view->assetRect(kReactor)->intersects(stripper));
    // Only the grid is left where the reactor stood.
    const QRectF reactor = s.view->assetRect(kReactor).value();
    const QColor canvas = ui::SceneColours::light().canvas;
    QVERIFY(others(isolated, canvas, reactor) < others(plain, canvas, reactor) / 2);
    s.view->setIsolated(false);
    QCOMPARE(s.picture(), selected);
}

void TestSceneGl::themeChangesTheCanvas()
{
    Shown s;
    QVERIFY(s.open());
    const ui::SceneColours dark = ui::SceneColours::dark();
    s.view->setTheme(dark);
    const QImage image = s.picture();
    const int pixels = image.width() * image.height();
    QVERIFY(others(image, dark.canvas) < pixels * 0.7);
    QVERIFY(others(image, ui::SceneColours::light().canvas) > pixels * 0.99);
}

void TestSceneGl::clickSelects()
{
    Shown s;
    QVERIFY(s.open());
    QSignalSpy clicked(s.view.get(), &ui::SceneView::assetClicked);
    const auto click = [&](const QPointF& at) {
        QTest::mouseClick(s.view.get(), Qt::LeftButton, {}, at.toPoint());
        return clicked.takeLast().at(0).value<AssetId>();
    };
    for (const AssetId id : {kReactor, kCompressor, kStripper})
        QCOMPARE(click(s.view->assetRect(id)->center()), id);
    QCOMPARE(click({5, 5}), twin::kNoAsset);
}

void TestSceneGl::dragTurnsWheelZoomsHomeRestores()
{
    Shown s;
    QVERIFY(s.open());
    const QImage start = s.picture();
    QSignalSpy clicked(s.view.get(), &ui::SceneView::assetClicked);
    QTest::mousePress(s.view.get(), Qt::LeftButton, {}, {400, 300});
    QTest::mouseMove(s.view.get(), {430, 320});
    QTest::mouseMove(s.view.get(), {500, 340});
    QTest::mouseRelease(s.view.get(), Qt::LeftButton, {}, {500, 340});
    QCOMPARE(clicked.count(), 0); // a drag is no click
    QVERIFY(s.picture() != start);
    s.view->turn(10, 0);
    const QImage moving = s.picture(); // the hand rests from here on
    const quint64 frames = s.view->framesDrawn();
    QTRY_COMPARE(s.view->framesDrawn(), frames + 1); // once more, smoothed
    QVERIFY(s.picture() != moving);
    const double before = s.view->assetRect(kReactor)->width();
    QWheelEvent wheel({450, 300}, s.view->mapToGlobal(QPointF(450, 300)), {}, {0, 240}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(s.view.get(), &wheel);
    QVERIFY(s.view->assetRect(kReactor)->width() > before * 1.2);
    s.view->fitAll();
    QCOMPARE(s.picture(), start);
    s.view->showAsset(kCompressor);
    QVERIFY(s.view->rect().contains(s.view->assetRect(kCompressor)->toRect()));
    QVERIFY(s.view->assetRect(kCompressor)->width() > s.view->width() * 0.3);
}

void TestSceneGl::survivesHidingAndShowing()
{
    Shown s;
    QVERIFY(s.open());
    const QImage before = s.picture();
    for (int i = 0; i < 3; ++i) {
        s.view->hide();
        s.view->setSelected(i % 2 == 0 ? kReactor : twin::kNoAsset);
        s.view->show();
        QVERIFY(QTest::qWaitForWindowExposed(s.view.get()));
    }
    s.view->setSelected(twin::kNoAsset);
    QCOMPARE(s.picture(), before);
    s.view->resize(500, 500);
    QTRY_COMPARE(s.picture().size(), QSize(500, 500));
    QVERIFY(others(s.picture(), ui::SceneColours::light().canvas) > 500 * 500 / 20);
}

void TestSceneGl::survivesFloatingAndDocking()
{
    QMainWindow window;
    window.resize(1000, 700);
    window.setCentralWidget(new QLabel(QStringLiteral("centre")));
    QDockWidget dock(QStringLiteral("Scene"));
    auto made = ui::makeSceneView(test::eastmanScene());
    ui::SceneView* view = made.release();
    view->setMinimumSize(600, 400);
    dock.setWidget(view);
    window.addDockWidget(Qt::RightDockWidgetArea, &dock);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    view->setSnapshot(test::snapshotOf(test::fiveMachines(), [](twin::Snapshot&) {}));
    const QColor canvas = ui::SceneColours::light().canvas;
    for (const bool floating : {true, false, true, false}) {
        dock.setFloating(floating);
        QVERIFY(QTest::qWaitForWindowExposed(view->window()));
        QTRY_VERIFY(others(view->grab().toImage(), canvas) > 600 * 400 / 20);
        const QRectF reactor = view->assetRect(kReactor).value();
        QTRY_VERIFY(others(view->grab().toImage(), canvas, reactor)
                    > reactor.width() * reactor.height() / 3);
    }
}

void TestSceneGl::survivesBeingMadeAndDestroyed()
{
    for (int i = 0; i < 4; ++i) {
        Shown s;
        if (i % 2 == 0) // also without ever having been shown
            QVERIFY(s.open());
        s.view->setSelected(kReactor);
    }
}

void TestSceneGl::plantWithoutTheseMachines()
{
    Shown s;
    QVERIFY(s.open());
    auto other = std::make_shared<twin::Plant>();
    other->assets.resize(1);
    other->assets[0].id = "crusher";
    s.view->setSnapshot(test::snapshotOf(other, [](twin::Snapshot& snapshot) {
        snapshot.assets[0].assessment.word = twin::ConditionWord::Critical;
    }));
    QVERIFY(!s.view->assetRect(AssetId{0}));
    QCOMPARE(others(s.picture(), ui::SceneColours::light().priority1),
             s.picture().width() * s.picture().height()); // marks nobody
}

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    g_next = qInstallMessageHandler(countVtk);
    TestSceneGl test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_scene_gl.moc"
