// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <random>

#include <QTest>

#include "scene_fixture.h"
#include "ui/scene/feature_lines.h"
#include "ui/scene/gltf_reader.h"
#include "ui/scene/label_layout.h"
#include "ui/scene/pick_tree.h"
#include "ui/scene/scene_camera.h"
#include "ui/scene/neighbours.h"

using namespace gemba;
using ui::Vec3;

namespace {

/// What the pick tree must agree with: every triangle of every machine.
std::optional<ui::PickTree::Hit> exhaustive(const std::vector<ui::ScenePart>& parts, const ui::Ray& ray)
{
    std::optional<ui::PickTree::Hit> best;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const ui::TriangleMesh& m = parts[p].mesh;
        for (std::size_t i = 0; !parts[p].assetId.empty() && i < m.indices.size(); i += 3) {
            const auto d = ui::PickTree::meet(ray, m.positions[m.indices[i]], m.positions[m.indices[i + 1]],
                                              m.positions[m.indices[i + 2]]);
            if (d && (!best || *d < best->distance))
                best = ui::PickTree::Hit{p, *d};
        }
    }
    return best;
}

double volume(const ui::TriangleMesh& m)
{
    double six = 0;
    for (std::size_t i = 0; i < m.indices.size(); i += 3) {
        six += dot(Vec3(m.positions[m.indices[i]]),
                   ui::cross(m.positions[m.indices[i + 1]], m.positions[m.indices[i + 2]]));
    }
    return six / 6;
}

} // namespace

class TestSceneGeometry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pickEqualsTryingEveryTriangle();
    void pickLooksThroughOthersWhenIsolated();
    void shapesAreClosedAndFaceOutwards_data();
    void shapesAreClosedAndFaceOutwards();
    void linesOfABoxAndADrum();
    void cameraSeesWhereItsRaysGo();
    void cameraKeepsThePointUnderTheWheel();
    void labelsNeverOverlap();
    void coverMapEqualsTryingEveryCell();
    void flightEndsWhereItShould();
    void neighboursHoldEveryPartOnce();
    void pickKnowsThePiece();
};

void TestSceneGeometry::pickEqualsTryingEveryTriangle()
{
    const auto parts = ui::buildParts(test::eastmanScene());
    const ui::PickTree tree(parts);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> x(-15, 45), y(-10, 25), z(-2, 22);
    int hits = 0;
    for (int i = 0; i < 10'000; ++i) {
        const Vec3 from{x(random), y(random), z(random)}, to{x(random), y(random), z(random)};
        const ui::Ray ray{from, to - from};
        const auto expected = exhaustive(parts, ray), found = tree.nearest(ray);
        QCOMPARE(found.has_value(), expected.has_value());
        if (found) {
            QCOMPARE(found->part, expected->part);
            QCOMPARE(found->distance, expected->distance);
            ++hits;
        }
    }
    QVERIFY(hits > 1'000); // the rays were worth shooting
}

void TestSceneGeometry::pickLooksThroughOthersWhenIsolated()
{
    ui::SceneDescription scene;
    for (const char* id : {"near", "far"}) {
        ui::SceneNode node;
        node.assetId = id;
        node.position = {0, scene.nodes.empty() ? 0.F : 10.F, 0};
        scene.nodes.push_back(node);
    }
    const auto parts = ui::buildParts(scene);
    const ui::PickTree tree(parts);
    const ui::Ray ray{{0, -50, 0.5}, {0, 1, 0}};
    QCOMPARE(tree.nearest(ray)->part, std::size_t{0});
    QCOMPARE(tree.nearest(ray, 1)->part, std::size_t{1});
    QVERIFY(!tree.nearest({{0, -50, 5}, {0, 1, 0}}));
    QVERIFY(!tree.nearest({{0, 50, 0.5}, {0, 1, 0}})); // behind the eye
}

void TestSceneGeometry::shapesAreClosedAndFaceOutwards_data()
{
    QTest::addColumn<int>("shape");
    using ui::Shape;
    for (const auto& [name, shape] :
         {std::pair{"reactor", Shape::Reactor}, {"drum", Shape::VerticalDrum},
          {"lying drum", Shape::HorizontalDrum}, {"column", Shape::Column},
          {"compressor", Shape::Compressor}, {"exchanger", Shape::Exchanger}, {"pump", Shape::Pump},
          {"box", Shape::Box}, {"pipe", Shape::Pipe}})
        QTest::newRow(name) << static_cast<int>(shape);
}

void TestSceneGeometry::shapesAreClosedAndFaceOutwards()
{
    QFETCH(int, shape);
    ui::SceneNode node;
    node.shape = static_cast<ui::Shape>(shape);
    node.size = {4, 3, 5};
    node.plinth = 1;
    node.path = {{0, 0, 1}, {3, 0, 1}, {3, 4, 1}, {3, 4, 5}};
    const ui::TriangleMesh mesh = bodyOf(node);
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        const std::size_t next = i % 3 == 2 ? i - 2 : i + 1;
        ++edges[{mesh.indices[i], mesh.indices[next]}];
    }
    for (const auto& [edge, count] : edges) {
        QCOMPARE(count, 1);
        QVERIFY(edges.contains({edge.second, edge.first})); // the neighbour runs the other way
    }
    QVERIFY(volume(mesh) > 0);
    if (node.shape == ui::Shape::Pipe)
        return;
    ui::Box3 box;
    for (const ui::Point3& p : mesh.positions)
        box.add(p);
    const auto fills = [&](std::size_t axis, float low, float high) { // no more than was asked
        return box.low[axis] > low - 1e-3F && box.high[axis] < high + 1e-3F;
    };
    QVERIFY(fills(0, -2, 2) && fills(1, -1.5F, 1.5F) && fills(2, 1, 6));
    QVERIFY(box.high[2] > 5.9F || node.shape == ui::Shape::Compressor);
    QCOMPARE(foundationOf(node).triangleCount(), std::size_t{12});
    node.heading = 90;
    node.position = {10, 20, 0};
    const Vec3 before(mesh.positions[0]), turned(bodyOf(node).positions[0]);
    QVERIFY(length(turned - Vec3{10 - before.y, 20 + before.x, before.z}) < 1e-4);
}

void TestSceneGeometry::linesOfABoxAndADrum()
{
    ui::SceneNode node;
    const ui::FeatureLines box(bodyOf(node));
    QCOMPARE(box.creases().size(), std::size_t{12});
    std::vector<ui::FeatureLines::Line> lines;
    box.silhouette({1, 0.3, -0.2}, lines);
    QVERIFY(lines.empty());

    node.shape = ui::Shape::VerticalDrum;
    const ui::TriangleMesh drum = bodyOf(node);
    const ui::FeatureLines features(drum);
    features.silhouette(ui::unit({0, 1, 0}), lines);
    double left = 0, right = 0; // seen from the front, the outline is at the left and right end
    for (const auto& [a, b] : lines) {
        left = std::min<double>(left, drum.positions[a][0]);
        right = std::max<double>(right, drum.positions[b][0]);
        QVERIFY(std::abs(drum.positions[a][1]) < 0.15F);
    }
    QVERIFY(left < -0.45 && right > 0.45);
}

void TestSceneGeometry::cameraSeesWhereItsRaysGo()
{
    const QSizeF view(900, 500);
    ui::SceneCamera camera;
    camera.frame(camera.project(ui::Box3{{-10, -5, 0}, {40, 20, 15}}, view), view, 0.1);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> x(0, 900), y(0, 500), step(-30, 30);
    for (int i = 0; i < 200; ++i) {
        camera.orbit(step(random), step(random));
        camera.pan({step(random), step(random)}, view);
        const QPointF at(x(random), y(random));
        const ui::Ray ray = camera.ray(at, view);
        for (const double distance : {0.0, 50'000.0, 123'456.0}) {
            const QPointF seen = camera.project(ray.origin + ray.direction * distance, view);
            QVERIFY(std::abs(seen.x() - at.x()) < 1e-3 && std::abs(seen.y() - at.y()) < 1e-3);
        }
        QVERIFY(camera.tilt() >= 4 && camera.tilt() <= 90);
    }
}

void TestSceneGeometry::cameraKeepsThePointUnderTheWheel()
{
    const QSizeF view(900, 500);
    ui::SceneCamera camera;
    const QPointF at(700, 90);
    const ui::Ray ray = camera.ray(at, view);
    camera.zoom(3, at, view);
    const QPointF now = camera.project(ray.origin, view);
    QVERIFY(std::abs(now.x() - at.x()) < 1e-3 && std::abs(now.y() - at.y()) < 1e-3);
    camera.zoom(1e30, at, view); // stays finite
    QVERIFY(std::isfinite(camera.project(Vec3{1, 2, 3}, view).x()));
}

void TestSceneGeometry::labelsNeverOverlap()
{
    const QRectF area(10, 10, 780, 480);
    std::mt19937 random(11);
    std::uniform_real_distribution<double> x(-100, 900), y(-100, 600), size(20, 200), width(80, 260);
    std::size_t placedAll = 0, shortened = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<ui::LabelWish> wishes;
        std::vector<QRectF> machines;
        ui::CoverMap taken(QSizeF(800, 500));
        for (int i = 0; i < 1 + round % 25; ++i) {
            machines.emplace_back(x(random), y(random), size(random), size(random));
            taken.cover(machines.back());
            const double w = width(random);
            wishes.push_back({machines.back(), {}, {QSizeF(w, 46), QSizeF(w, 26), QSizeF(60, 26)}});
        }
        taken.finish();
        const auto places = ui::placeLabels(wishes, taken, area);
        QCOMPARE(places.size(), wishes.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (!places[i])
                continue;
            ++placedAll;
            shortened += places[i]->form > 0 ? 1 : 0;
            const QRectF& box = places[i]->box;
            QVERIFY(area.contains(box));
            QCOMPARE(box.size(), wishes[i].forms[places[i]->form]);
            for (const QRectF& machine : machines)
                QVERIFY(!machine.intersects(box));
            for (std::size_t k = 0; k < places.size(); ++k) {
                if (k == i || !places[k])
                    continue;
                QVERIFY(!places[k]->box.intersects(box));
                for (int step = 0; step <= 50; ++step) // no leader line runs through a label
                    QVERIFY(!box.contains(places[k]->leader.pointAt(step / 50.0)));
            }
        }
    }
    QVERIFY(placedAll > 1'500 && shortened > 50);
}

void TestSceneGeometry::coverMapEqualsTryingEveryCell()
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> x(-60, 260), y(-60, 160);
    for (int round = 0; round < 40; ++round) {
        std::vector<QPointF> points;
        for (int i = 0; i < 3 + round % 9; ++i)
            points.emplace_back(x(random), y(random));
        const QPolygonF hull = ui::convexOutline(points);
        for (const QPointF& p : points) // nothing lies outside its own outline
            QVERIFY(hull.containsPoint(p, Qt::OddEvenFill) || hull.contains(p)
                    || hull.boundingRect().contains(p));
        ui::CoverMap map(QSizeF(200, 100));
        map.coverConvex(hull);
        map.finish();
        for (int i = 0; i < 300; ++i) {
            const QPointF p(std::clamp(x(random), 0.0, 199.0), std::clamp(y(random), 0.0, 99.0));
            if (hull.containsPoint(p, Qt::OddEvenFill))
                QVERIFY(!map.isFree(QRectF(p, QSizeF(0, 0))));
        }
        const QRectF far(0, 0, 200, 100);
        if (!hull.boundingRect().intersects(far))
            QVERIFY(map.isFree(far));
        // Not much more than the outline either: a cell all round.
        const QPolygonF grown = QPolygonF(hull.boundingRect().adjusted(-8, -8, 8, 8));
        for (double cx = 2; cx < 200; cx += 4) {
            for (double cy = 2; cy < 100; cy += 4)
                QVERIFY(grown.containsPoint({cx, cy}, Qt::OddEvenFill) || map.isFree(QRectF(cx, cy, 0, 0)));
        }
    }
}

void TestSceneGeometry::flightEndsWhereItShould()
{
    const QSizeF view(900, 500);
    ui::SceneCamera from, to;
    from.look(170, 20);
    to.look(-170, 60);
    to.pan({100, 50}, view);
    to.zoom(4, {200, 100}, view);
    QVERIFY(from.towards(to, 0) == from);
    QVERIFY(from.towards(to, 1) == to);
    const ui::SceneCamera half = from.towards(to, 0.5);
    QVERIFY(std::abs(std::abs(half.turn()) - 180) < 1e-9); // the shorter way round
    QVERIFY(half.halfHeight() < from.halfHeight() && half.halfHeight() > to.halfHeight());
}

void TestSceneGeometry::neighboursHoldEveryPartOnce()
{
    const auto parts = ui::buildParts(test::manyPumps(1'000));
    const auto groups = ui::neighbours(parts, 5'000);
    std::vector<int> seen(parts.size(), 0);
    for (const auto& group : groups) {
        std::size_t triangles = 0;
        for (const std::size_t i : group) {
            ++seen[i];
            triangles += parts[i].mesh.triangleCount();
        }
        QVERIFY(triangles <= 5'000 || group.size() == 1);
    }
    QVERIFY(std::all_of(seen.begin(), seen.end(), [](int n) { return n == 1; }));
    QVERIFY(groups.size() > 10);
}

void TestSceneGeometry::pickKnowsThePiece()
{
    ui::SceneDescription scene;
    ui::SceneNode node;
    node.assetId = "k";
    node.shape = ui::Shape::Compressor;
    node.size = {9, 3.6F, 3.4F};
    node.pieces = {{"motor", {"t1"}}, {"casing", {"t2"}}, {"", {"t3"}}};
    scene.nodes.push_back(node);
    const auto parts = ui::buildParts(scene);
    const ui::PickTree tree(parts);
    const auto pieceAt = [&](double x) -> std::string {
        const auto hit = tree.nearest({{x, -50, 1.9}, {0, 1, 0}});
        return hit && hit->piece ? parts[0].pieces[*hit->piece].tagIds.front() : std::string();
    };
    QCOMPARE(pieceAt(3.0), std::string("t1"));
    QCOMPARE(pieceAt(-2.5), std::string("t2"));
    QCOMPARE(pieceAt(0.1), std::string("t3")); // the gearbox is only part of the whole
    QCOMPARE(pieceAt(30), std::string());
}

QTEST_GUILESS_MAIN(TestSceneGeometry)
#include "test_scene_geometry.moc"
