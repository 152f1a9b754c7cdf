// SPDX-License-Identifier: GPL-3.0-or-later
// A machine drawn with a million triangles, or with none, or with a file that is broken: in the real
// window, which waits for none of them.
#include <cmath>
#include <cstring>
#include <numbers>

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include "app/gemba/scene_loader.h"
#include "tests/ui/console_doubles.h"
#include "tests/ui/snapshot_builder.h"
#include "twin/model/package.h"
#include "ui/scene/scene_view.h"
#include "ui/shell/main_window.h"

using namespace gemba;
using namespace gemba::ui;
using namespace gemba::ui::test;

namespace {

constexpr std::uint32_t kMillion = 1'000'000;

void put(std::string& out, const void* bytes, std::size_t n)
{
    out.append(static_cast<const char*>(bytes), n);
}

/// A ball with ripples, as a scanner would leave it: binary STL.
std::string stl(std::uint32_t triangles)
{
    std::string out(80, ' ');
    put(out, &triangles, 4);
    out.reserve(84 + std::size_t{triangles} * 50);
    const auto rows = static_cast<std::uint32_t>(std::sqrt(triangles / 2.0));
    const auto corner = [rows](std::uint32_t i, std::uint32_t j) {
        const double u = 2 * std::numbers::pi * i / rows, v = std::numbers::pi * j / rows;
        const double r = 1 + 0.05 * std::sin(12 * u) * std::sin(9 * v);
        return std::array<float, 3>{static_cast<float>(r * std::cos(u) * std::sin(v)),
                                    static_cast<float>(r * std::sin(u) * std::sin(v)), static_cast<float>(r * std::cos(v))};
    };
    const std::array<char, 12> normal{};
    const std::array<char, 2> nothing{};
    for (std::uint32_t k = 0; k < triangles; ++k) {
        const std::uint32_t i = k / 2 % rows, j = k / 2 / rows;
        const auto a = corner(i, j), b = corner(i + 1, j + 1);
        const auto c = k % 2 == 0 ? corner(i + 1, j) : corner(i, j + 1);
        put(out, normal.data(), 12);
        for (const auto* p : k % 2 == 0 ? std::array{&a, &c, &b} : std::array{&a, &b, &c})
            put(out, p->data(), 12);
        put(out, nothing.data(), 2);
    }
    return out;
}

twin::PlantPackage packageWith(std::string mesh)
{
    const std::string scene = R"({"gridStep": 1, "nodes": [{"asset": "reactor", "shape": "mesh", "mesh": "ball.stl",)"
                              R"( "position": [0, 0, 0], "size": [4, 4, 4]},)"
                              R"( {"asset": "stripper", "shape": "column", "position": [8, 0, 0], "size": [2, 2, 9]}]})";
    return {{{"scene", "scene.json", twin::sha256Hex(scene), scene}, {"mesh", "ball.stl", {}, std::move(mesh)}}};
}

} // namespace

class TestLargeModels : public QObject
{
    Q_OBJECT
private:
    ViewState view;
    NotingTransport transport;
    RisingHistory history;
    Settings settings;
    LoadedScene m_million;

    void showIn(MainWindow& window)
    {
        const SnapshotBuilder b = troubled(eastman());
        view.setRange({kNoon - 30 * twin::kMinute, kNoon});
        view.setSnapshot(b.build(), ChangeReason::Load);
        window.resize(1600, 1000);
        window.showScene();
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }
    static WindowOptions options()
    {
        WindowOptions o;
        o.locale = QLocale(QLocale::English);
        return o;
    }

private Q_SLOTS:
    void theWindowGoesOnWhileItIsRead()
    {
        SceneLoading loading;
        const twin::PlantPackage package = packageWith(stl(kMillion));
        int turns = 0, atTheEnd = -1;
        QTimer turning;
        connect(&turning, &QTimer::timeout, this, [&turns] { ++turns; });
        turning.start(0);
        loading.load(package, [&](LoadedScene scene) {
            m_million = std::move(scene);
            atTheEnd = turns;
        });
        QCOMPARE(atTheEnd, -1); // it comes later, by the event loop
        QTRY_VERIFY_WITH_TIMEOUT(atTheEnd >= 0, 60'000);
        QVERIFY2(atTheEnd > 10, QByteArray::number(atTheEnd));
        QVERIFY2(m_million.problem.isEmpty(), qPrintable(m_million.problem));
        QVERIFY(m_million.make);
    }

    void onlyTheLatestCounts()
    {
        SceneLoading loading;
        QStringList came;
        loading.load(packageWith(stl(2'000)), [&came](const LoadedScene&) { came += QStringLiteral("first"); });
        loading.load(packageWith(stl(2'000)), [&came](const LoadedScene&) { came += QStringLiteral("second"); });
        QTRY_COMPARE(came.size(), 1);
        QCOMPARE(came, QStringList{QStringLiteral("second")});
        loading.load(packageWith(stl(2'000)), [&came](const LoadedScene&) { came += QStringLiteral("third"); });
        loading.cancel();
        QVERIFY(!loading.underWay());
    }

    void aMillionTrianglesAreShownAndTurned()
    {
        QVERIFY(m_million.make);
        MainWindow window(view, transport, history, settings, options());
        window.setScene(m_million.make);
        showIn(window);
        auto* scene = window.findChild<SceneView*>();
        QVERIFY(scene && scene->unavailableReason().isEmpty());
        QTRY_VERIFY(scene->framesDrawn() > 0);
        const auto reactor = view.plant()->findAsset("reactor");
        const QRectF place = scene->assetRect(reactor).value();
        QVERIFY(place.width() > 40 && QRectF(scene->rect()).contains(place));
        QSignalSpy clicked(scene, &SceneView::assetClicked);
        QTest::mouseClick(scene, Qt::LeftButton, {}, place.center().toPoint());
        QCOMPARE(clicked.size(), 1); // picked among its triangles
        QCOMPARE(clicked[0][0].value<twin::AssetId>(), reactor);
        QElapsedTimer timer;
        const quint64 before = scene->framesDrawn();
        timer.start();
        constexpr int kSteps = 20;
        for (int i = 0; i < kSteps; ++i) {
            scene->turn(3, 0);
            QTRY_VERIFY(scene->framesDrawn() > before + static_cast<quint64>(i));
        }
        qInfo("a machine of a million triangles: %lld ms a frame", static_cast<long long>(timer.elapsed() / kSteps));
    }

    void brokenOnesAreSaidInWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no triangles") << QByteArray::fromStdString(stl(0));
        QTest::newRow("cut off") << QByteArray::fromStdString(stl(1'000)).left(20'000);
        QTest::newRow("not a model") << QByteArray("PK\3\4 this is something else");
        QTest::newRow("empty") << QByteArray();
        QByteArray far = QByteArray::fromStdString(stl(100));
        const float infinite = std::numeric_limits<float>::infinity();
        std::memcpy(far.data() + 84 + 12, &infinite, 4);
        QTest::newRow("beyond all numbers") << far;
        QByteArray many = QByteArray::fromStdString(stl(100));
        many.replace(80, 4, QByteArray(4, '\xff'));
        QTest::newRow("claims four thousand million") << many;
    }
    void brokenOnesAreSaidInWords()
    {
        QFETCH(QByteArray, bytes);
        SceneLoading loading;
        LoadedScene loaded;
        bool done = false;
        loading.load(packageWith(bytes.toStdString()), [&](LoadedScene scene) {
            loaded = std::move(scene);
            done = true;
        });
        QTRY_VERIFY(done);
        QVERIFY2(loaded.problem.contains(QLatin1String("ball.stl")), qPrintable(loaded.problem));
        MainWindow window(view, transport, history, settings, options());
        window.setScene(loaded.make, loaded.problem);
        showIn(window);
        auto* scene = window.findChild<SceneView*>();
        QTRY_VERIFY(scene && scene->framesDrawn() > 0); // a box stands in for it
        QVERIFY(scene->assetRect(view.plant()->findAsset("reactor")));
    }
};

QTEST_MAIN(TestLargeModels)
#include "tst_large_models.moc"
