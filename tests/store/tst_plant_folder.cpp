// SPDX-License-Identifier: GPL-3.0-or-later
// A plant's folder becomes a package with everything it names, and with nothing from outside.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "twin/store/plant_folder.h"

using namespace gemba::twin;

class TestPlantFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QDir(m_dir->path()).mkpath(QStringLiteral("plant/models"));
        write("outside.gmodel", "secret");
        write("plant/models/a.gmodel", "model a");
        write("plant/tank.glb", "mesh");
        write("plant/scene.json", R"({"nodes":[{"shape":"box"},{"shape":"mesh","mesh":"tank.glb"}]})");
        write("plant/plant.json", R"({"scene":"scene.json","assets":[{"id":"a","model":"models/a.gmodel"},
            {"id":"b"},{"id":"c","model":"models/a.gmodel"}]})");
    }

    void everythingNamedIsThere()
    {
        for (const char* name : {"plant", "plant/plant.json"}) {
            const auto package = loadPlantFolder(path(name));
            QVERIFY(package.ok());
            QStringList found;
            for (const Blob& b : package.value().blobs) {
                found << QString::fromStdString(b.kind + ' ' + b.name);
                QCOMPARE(b.sha256, sha256Hex(b.bytes));
            }
            QCOMPARE(found, (QStringList{QStringLiteral("plant plant.json"),
                                         QStringLiteral("scene scene.json"),
                                         QStringLiteral("model models/a.gmodel"),
                                         QStringLiteral("mesh tank.glb")}));
        }
    }

    void thePumpHouseBringsItsZonesAndBearing()
    {
        const auto package = loadPlantFolder(GEMBA_SOURCE_DIR "/resources/plants/pumphouse");
        QVERIFY(package.ok());
        QVERIFY(package->find("zones", "zones.json") && package->find("bearing", "bearings/6309.json") && package->find("scene"));
        QCOMPARE(package->blobs.size(), std::size_t{4}); // what several machines share comes once
    }

    void theFleetBringsTheModelOfItsClass()
    {
        const auto package = loadPlantFolder(GEMBA_SOURCE_DIR "/resources/plants/turbofan");
        QVERIFY(package.ok());
        QVERIFY(package->find("model", "models/life.gmodel") && package->find("scene"));
        QCOMPARE(package->blobs.size(), std::size_t{3});
    }

    void theDemoPlantNamesFilesThatExist()
    {
        const auto package = loadPlantFolder(GEMBA_SOURCE_DIR "/resources/plants/eastman");
        if (!package)
            QCOMPARE(package.error().code, ErrorCode::PlantUnknownReference);
        else
            QVERIFY(package.value().find("scene") != nullptr);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("plant");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("jsonPath");
        const auto row = [](const char* name, const char* plant, ErrorCode code, const char* at) {
            QTest::newRow(name) << QByteArray(plant) << static_cast<int>(code) << QString::fromLatin1(at);
        };
        row("missing model", R"({"assets":[{},{"model":"models/b.gmodel"}]})",
            ErrorCode::PlantUnknownReference, "/assets/1/model");
        row("missing zones", R"({"assets":[{"vibration":{"zones":"zones.json"}}]})",
            ErrorCode::PlantUnknownReference, "/assets/0/vibration/zones");
        row("missing model of life", R"({"classes":[{"life":{"model":"life.gmodel"}}]})",
            ErrorCode::PlantUnknownReference, "/classes/0/life/model");
        row("a bearing from outside", R"({"assets":[{},{"vibration":{"zones":"scene.json","bearing":"../outside.gmodel"}}]})",
            ErrorCode::PlantUnknownReference, "/assets/1/vibration/bearing");
        row("up and out", R"({"assets":[{"model":"../outside.gmodel"}]})",
            ErrorCode::PlantUnknownReference, "/assets/0/model");
        row("down, up and out", R"({"assets":[{"model":"models/../../outside.gmodel"}]})",
            ErrorCode::PlantUnknownReference, "/assets/0/model");
        row("absolute", R"({"scene":"/etc/passwd"})", ErrorCode::PlantUnknownReference, "/scene");
        row("empty", R"({"scene":""})", ErrorCode::PlantUnknownReference, "/scene");
        row("with a NUL", R"({"scene":"scene.json\u0000x"})", ErrorCode::PlantUnknownReference, "/scene");
        row("through a link", R"({"assets":[{"model":"models/link.gmodel"}]})",
            ErrorCode::PlantUnknownReference, "/assets/0/model");
        row("a folder", R"({"scene":"models"})", ErrorCode::FileNotReadable, "");
        row("not JSON", "{", ErrorCode::JsonSyntax, "");
        row("a list", "[]", ErrorCode::JsonSyntax, "");
        row("scene is not JSON", R"({"scene":"models/a.gmodel"})", ErrorCode::JsonSyntax, "");
    }
    void refused()
    {
        QFETCH(QByteArray, plant);
        QFETCH(int, code);
        QFETCH(QString, jsonPath);
        QFile::link(m_dir->filePath(QStringLiteral("outside.gmodel")),
                    m_dir->filePath(QStringLiteral("plant/models/link.gmodel")));
        write("plant/plant.json", plant);
        const auto package = loadPlantFolder(path("plant"));
        QVERIFY(!package.ok());
        QCOMPARE(static_cast<int>(package.error().code), code);
        QCOMPARE(QString::fromStdString(package.error().place.jsonPath), jsonPath);
    }

    void nothingThere()
    {
        QCOMPARE(loadPlantFolder(path("nowhere")).error().code, ErrorCode::FileNotReadable);
        QCOMPARE(loadPlantFolder(path("plant/models")).error().code, ErrorCode::FileNotReadable);
    }

    void tooLarge()
    {
        QFile file(m_dir->filePath(QStringLiteral("plant/models/a.gmodel")));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(qint64{65} << 20));
        QCOMPARE(loadPlantFolder(path("plant")).error().code, ErrorCode::FileTooLarge);
    }

private:
    std::string path(const char* name) const { return m_dir->filePath(QString::fromLatin1(name)).toStdString(); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_dir->filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test file");
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestPlantFolder)
#include "tst_plant_folder.moc"
