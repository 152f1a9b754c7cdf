// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QTest>

#include "gltf_fixture.h"
#include "scene_fixture.h"
#include "ui/scene/shape_library.h"
#include "ui/scene/vec3.h"

using namespace gemba;
using twin::ErrorCode;

class TestSceneDescription : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEastmanSceneIsWhole();
    void brokenScenes_data();
    void brokenScenes();
    void scenesAreBounded();
    void meshesComeFromThePackage();
    void gltfTriangle_data();
    void gltfTriangle();
    void gltfFromTheWild();
    void hostileGltf_data();
    void hostileGltf();
    void everyCutOfAGlbIsAnError();
    void everyFlippedByteIsSurvived();
};

void TestSceneDescription::theEastmanSceneIsWhole()
{
    const auto parts = ui::buildParts(test::eastmanScene());
    for (const char* id : {"reactor", "condenser", "separator", "compressor", "stripper"}) {
        const auto at = std::find_if(parts.begin(), parts.end(),
                                     [&](const ui::ScenePart& p) { return p.assetId == id; });
        QVERIFY2(at != parts.end(), id);
        QVERIFY(at->mesh.triangleCount() > 100);
        QVERIFY(at->box.low[2] >= -0.01F); // stands on the ground, not in it
        QVERIFY(at->box.low[2] < 0.01F);
    }
}

void TestSceneDescription::brokenScenes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("path");
    const auto row = [](const char* name, const char* json, ErrorCode code, const char* path) {
        QTest::newRow(name) << QByteArray(json) << static_cast<int>(code) << QString::fromUtf8(path);
    };
    const auto schema = ErrorCode::JsonSchema;
    row("empty", "", ErrorCode::JsonSyntax, "");
    row("not JSON", "{\"nodes\":", ErrorCode::JsonSyntax, "");
    row("array", "[]", schema, "/");
    row("no nodes", "{}", schema, "/");
    row("nodes empty", R"({"nodes":[]})", schema, "/nodes");
    row("unknown member", R"({"nodes":[],"colour":"green"})", schema, "/colour");
    row("no shape", R"({"nodes":[{"position":[0,0,0],"size":[1,1,1]}]})", schema, "/nodes/0");
    row("unknown shape", R"({"nodes":[{"shape":"teapot","position":[0,0,0],"size":[1,1,1]}]})", schema,
        "/nodes/0/shape");
    row("two coordinates", R"({"nodes":[{"shape":"box","position":[0,0],"size":[1,1,1]}]})", schema,
        "/nodes/0/position");
    row("text for number", R"({"nodes":[{"shape":"box","position":[0,"1",0],"size":[1,1,1]}]})", schema,
        "/nodes/0/position/1");
    row("no size", R"({"nodes":[{"shape":"box","position":[0,0,0],"size":[1,0,1]}]})", schema,
        "/nodes/0/size/1");
    row("far away", R"({"nodes":[{"shape":"box","position":[0,1e300,0],"size":[1,1,1]}]})", schema,
        "/nodes/0/position/1");
    row("overflow", R"({"nodes":[{"shape":"box","position":[0,1e999,0],"size":[1,1,1]}]})",
        ErrorCode::JsonSyntax, "");
    row("pipe of one point", R"({"nodes":[{"shape":"pipe","path":[[0,0,0]]}]})", schema, "/nodes/0/path");
    row("pipe with size", R"({"nodes":[{"shape":"pipe","path":[[0,0,0],[1,0,0]],"size":[1,1,1]}]})",
        schema, "/nodes/0/size");
    row("mesh without file", R"({"nodes":[{"shape":"mesh","position":[0,0,0],"size":[1,1,1]}]})", schema,
        "/nodes/0");
    row("file without mesh",
        R"({"nodes":[{"shape":"box","position":[0,0,0],"size":[1,1,1],"mesh":"a.glb"}]})", schema,
        "/nodes/0/mesh");
    row("second node",
        R"({"nodes":[{"shape":"box","position":[0,0,0],"size":[1,1,1]},{"shape":"box"}]})", schema,
        "/nodes/1");
}

void TestSceneDescription::brokenScenes()
{
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    QFETCH(QString, path);
    const auto scene = ui::parseScene(json.toStdString());
    QVERIFY(!scene.ok());
    QCOMPARE(static_cast<int>(scene.error().code), code);
    QCOMPARE(QString::fromStdString(scene.error().place.jsonPath), path);
}

void TestSceneDescription::scenesAreBounded()
{
    const auto tooLarge = ui::parseScene(std::string((1 << 20) + 1, ' '));
    QCOMPARE(tooLarge.error().code, ErrorCode::FileTooLarge);
    const auto tooDeep = ui::parseScene(std::string(500'000, '['));
    QCOMPARE(tooDeep.error().code, ErrorCode::JsonSyntax);
}

void TestSceneDescription::meshesComeFromThePackage()
{
    twin::PlantPackage package;
    QVERIFY(ui::readScene(package).value().empty());

    const std::string json =
        R"({"nodes":[{"asset":"a","shape":"mesh","mesh":"m.glb","position":[5,5,0],"size":[2,2,4]}]})";
    package.blobs.push_back({"scene", "scene.json", {}, json});
    const auto missing = ui::readScene(package);
    QCOMPARE(missing.error().code, ErrorCode::PlantUnknownReference);
    QCOMPARE(missing.error().place.jsonPath, std::string("/nodes/0/mesh"));

    package.blobs.push_back({"mesh", "m.glb", {}, "no glTF"});
    QCOMPARE(ui::readScene(package).error().place.file, std::string("m.glb"));

    package.blobs.back().bytes = test::fileBytes(GEMBA_SOURCE_DIR
                                                 "/tests/ui/scene/data/CookieFactoryWaterTank.glb");
    const auto parts = ui::buildParts(ui::readScene(package).value());
    QCOMPARE(parts.size(), std::size_t{1});
    const ui::Box3& box = parts[0].box;
    const float height = box.high[2] - box.low[2], width = box.high[0] - box.low[0];
    QVERIFY(std::abs(box.low[2]) < 1e-4F);
    QVERIFY(height <= 4.001F && width <= 2.001F); // scaled into its size
    QVERIFY(height > 3.999F || width > 1.999F);   // and as large as it can be
    QVERIFY(std::abs(box.centre()[0] - 5) < 1e-3F);
}

void TestSceneDescription::gltfTriangle_data()
{
    QTest::addColumn<QByteArray>("nodes");
    QTest::addColumn<QList<float>>("second"); ///< where the corner (1, 0, 0) goes, z up
    QTest::newRow("as it is") << QByteArray(R"([{"mesh":0}])") << QList<float>{1, 0, 0};
    QTest::newRow("translation") << QByteArray(R"([{"mesh":0,"translation":[1,2,3]}])")
                                 << QList<float>{2, -3, 2};
    QTest::newRow("scale") << QByteArray(R"([{"mesh":0,"scale":[2,1,1]}])") << QList<float>{2, 0, 0};
    QTest::newRow("quarter turn about y")
        << QByteArray(R"([{"mesh":0,"rotation":[0,0.70710678118,0,0.70710678118]}])")
        << QList<float>{0, 1, 0};
    QTest::newRow("matrix")
        << QByteArray(R"([{"mesh":0,"matrix":[1,0,0,0, 0,1,0,0, 0,0,1,0, 5,0,0,1]}])")
        << QList<float>{6, 0, 0};
    QTest::newRow("mirrored") << QByteArray(R"([{"mesh":0,"scale":[-1,1,1]}])") << QList<float>{-1, 0, 0};
    QTest::newRow("child")
        << QByteArray(R"([{"children":[1],"translation":[0,4,0]},{"mesh":0,"scale":[3,3,3]}])")
        << QList<float>{3, 0, 4};
}

void TestSceneDescription::gltfTriangle()
{
    QFETCH(QByteArray, nodes);
    QFETCH(QList<float>, second);
    test::GltfText file;
    file.nodes = nodes.toStdString();
    for (const std::string& bytes : {file.glb(), file.embedded()}) {
        const auto mesh = ui::readGltf(bytes);
        QVERIFY(mesh.ok());
        QCOMPARE(mesh->triangleCount(), std::size_t{1});
        const ui::Point3 p{second[0], second[1], second[2]};
        const auto near = [&](const ui::Point3& q) {
            return std::abs(p[0] - q[0]) + std::abs(p[1] - q[1]) + std::abs(p[2] - q[2]) < 1e-5F;
        };
        QVERIFY(std::any_of(mesh->positions.begin(), mesh->positions.end(), near));
        // The triangle faced +z in the file; the front of what it becomes must be what was there.
        const bool turned = nodes.contains("rotation");
        const ui::Vec3 a(mesh->positions[mesh->indices[0]]), b(mesh->positions[mesh->indices[1]]),
            c(mesh->positions[mesh->indices[2]]);
        const ui::Vec3 normal = ui::unit(ui::cross(b - a, c - a));
        QVERIFY(ui::dot(normal, turned ? ui::Vec3{1, 0, 0} : ui::Vec3{0, -1, 0}) > 0.99);
    }
}

void TestSceneDescription::gltfFromTheWild()
{
    const auto mesh =
        ui::readGltf(test::fileBytes(GEMBA_SOURCE_DIR "/tests/ui/scene/data/CookieFactoryWaterTank.glb"));
    QVERIFY(mesh.ok());
    QCOMPARE(mesh->triangleCount(), std::size_t{1275});
}

void TestSceneDescription::hostileGltf_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("path");
    const auto row = [](const char* name, const std::string& bytes, ErrorCode code, const char* path) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code)
                            << QString::fromUtf8(path);
    };
    const auto text = [&](const char* name, const char* path, auto change) {
        test::GltfText file;
        change(file);
        row(name, file.glb(), ErrorCode::JsonSchema, path);
    };
    row("empty", "", ErrorCode::JsonSyntax, "");
    row("text", "hello", ErrorCode::JsonSyntax, "");
    row("empty object", "{}", ErrorCode::JsonSchema, "/");
    row("GLB 1", std::string("glTF\1\0\0\0\14\0\0\0", 12), ErrorCode::JsonSchema, "");
    row("GLB longer than it is", std::string("glTF\2\0\0\0\xff\xff\xff\x7f", 12),
        ErrorCode::FileTruncated, "");
    row("chunk longer than it is",
        std::string("glTF\2\0\0\0\30\0\0\0\xff\xff\xff\xffJSON{}  ", 24), ErrorCode::FileTruncated, "");
    text("old version", "/asset/version", [](auto& f) { f.version = "1.0"; });
    text("compressed", "/extensionsRequired/0",
         [](auto& f) { f.extra = R"(,"extensionsRequired":["KHR_draco_mesh_compression"])"; });
    text("sparse", "/accessors/0/sparse", [](auto& f) { f.accessorExtra = R"(,"sparse":{})"; });
    text("doubles", "/accessors/0/componentType", [](auto& f) { f.positionType = 5130; });
    text("count beyond the buffer", "/accessors/0", [](auto& f) { f.positionCount = 4; });
    text("huge count", "/accessors/0", [](auto& f) { f.positionCount = 60'000'000; });
    text("overflowing count", "/accessors/0/count",
         [](auto& f) { f.positionCount = 6'148'914'691'236'517'206; });
    text("index beyond the corners", "/meshes/0/primitives/0/indices", [](auto& f) { f.indices[2] = 3; });
    text("not a number", "/meshes/0/primitives/0/attributes/POSITION",
         [](auto& f) { f.positions[4] = std::numeric_limits<float>::quiet_NaN(); });
    text("infinite", "/meshes/0/primitives/0/attributes/POSITION",
         [](auto& f) { f.positions[4] = std::numeric_limits<float>::infinity(); });
    text("view beyond the buffer", "/accessors/0", [](auto& f) { f.viewLength = 1'000; });
    text("buffer beyond the file", "/buffers/0/byteLength", [](auto& f) { f.bufferLength = 1'000'000; });
    text("no such mesh", "/meshes", [](auto& f) { f.nodes = R"([{"mesh":7}])"; });
    text("a node that is its own child", "/nodes/0",
         [](auto& f) { f.nodes = R"([{"mesh":0,"children":[0]}])"; });
    text("a web of nodes", "/nodes/2", [](auto& f) {
        f.nodes = "[";
        for (int level = 1; level < 40; ++level) { // each level twice the last: 2^40 visits
            const std::string next = std::to_string(level);
            f.nodes += R"({"children":[)" + next + "," + next + "]},";
        }
        f.nodes += "{}]";
    });
    text("no surface", "/", [](auto& f) { f.nodes = "[{}]"; });
    test::GltfText outside;
    outside.uri = R"("../../../etc/passwd")";
    row("a file beside it", outside.embedded(), ErrorCode::JsonSchema, "/buffers/0/uri");
    outside.uri = R"("data:application/octet-stream;base64,?!")";
    row("not base64", outside.embedded(), ErrorCode::JsonSchema, "/buffers/0/uri");
}

void TestSceneDescription::hostileGltf()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QString, path);
    const auto mesh = ui::readGltf(bytes.toStdString());
    QVERIFY(!mesh.ok());
    QCOMPARE(static_cast<int>(mesh.error().code), code);
    const QString found = QString::fromStdString(mesh.error().place.jsonPath);
    // In a web the node at which patience ends depends on the limits only; any node will do.
    if (path == u"/nodes/2")
        QVERIFY(found.startsWith(u"/nodes/"));
    else
        QCOMPARE(found, path);
}

void TestSceneDescription::everyCutOfAGlbIsAnError()
{
    const std::string whole = test::GltfText().glb();
    QVERIFY(ui::readGltf(whole).ok());
    for (std::size_t n = 0; n < whole.size(); ++n)
        QVERIFY2(!ui::readGltf(whole.substr(0, n)).ok(), qPrintable(QString::number(n)));
}

void TestSceneDescription::everyFlippedByteIsSurvived()
{
    const std::string whole = test::GltfText().glb();
    for (std::size_t n = 0; n < whole.size(); ++n) {
        for (const char bits : {'\x01', '\x80', '\xff'}) {
            std::string bent = whole;
            bent[n] = static_cast<char>(bent[n] ^ bits);
            const auto mesh = ui::readGltf(bent); // an error or a mesh that holds together
            if (mesh.ok()) {
                for (const std::uint32_t i : mesh->indices)
                    QVERIFY(i < mesh->positions.size());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestSceneDescription)
#include "test_scene_description.moc"
