// SPDX-License-Identifier: GPL-3.0-or-later
// A short fleet through a real broker into a session: life falls, an engine is replaced, and a replay,
// with keyframes and without, says the same.
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program.h"
#include "tests/runtime/live_plant.h"
#include "tests/runtime/replayed.h"
#include "tests/runtime/small_fleet.h"
#include "twin/runtime/session_player.h"

using namespace gemba;
using namespace gemba::test;

namespace {

class Lives : public twin::PipelineOutput
{
public:
    void onAssessment(twin::AssetId id, const twin::Assessment& a) override
    {
        if (a.life && a.life->withheld == twin::LifeWithheld::No)
            said[id].push_back(*a.life);
    }
    void onEvent(const twin::Event& e) override
    {
        if (e.kind == twin::EventKind::PlantEvent)
            texts.push_back(e.text);
    }
    std::map<twin::AssetId, std::vector<twin::Life>> said;
    std::vector<std::string> texts;
};

} // namespace

class TestFleetLive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordedAndReplayed_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("sparkplug") << QByteArray("sparkplug");
        QTest::newRow("json") << QByteArray("json");
    }
    void recordedAndReplayed()
    {
        QFETCH(QByteArray, format);
        Mosquitto broker;
        QTemporaryDir dir;
        QVERIFY(broker.start() && dir.isValid());
        const QString folder = dir.filePath(QStringLiteral("fleet"));
        QVERIFY(writeFleet(smallFleet(4), folder.toStdString()));
        const QString session = dir.filePath(QStringLiteral("fleet.gmb"));
        Program record(QStringLiteral(GEMBACTL_PROGRAM),
                       {QStringLiteral("record"), QStringLiteral("--plant"), folder, QStringLiteral("--broker"),
                        QString::fromStdString(broker.url()), QStringLiteral("--out"), session, QStringLiteral("--host"),
                        QStringLiteral("tester"), QStringLiteral("--json"), QStringLiteral("--for"), QStringLiteral("14s")});
        PlantProcess plant(broker, "--plant " + folder.toUtf8() + " --speed 60 --wait-for-host --wait 20s --format " + format);
        QCOMPARE(record.wait(), 0);
        const QJsonObject info = record.json();
        QVERIFY2(info.value(u"complete").toBool() && info.value(u"rejected").toInt() == 0, record.said());

        for (const bool takeKeyframes : {false, true}) {
            const Replayed again = replay(session.toStdString(), takeKeyframes);
            QVERIFY(!again.error && !again.firstDifferent && again.compared > 0);
        }
        auto player = twin::SessionPlayer::open(session.toStdString(), twin::SessionReader::OpenMode::Foreign);
        QVERIFY(player.ok());
        Lives lives;
        QVERIFY((*player)->playTo(INT64_MAX, lives).ok());
        QVERIFY(std::any_of(lives.texts.begin(), lives.texts.end(),
                            [](const std::string& text) { return text.starts_with("serial 2 installed; serial 1 removed after "); }));
        QCOMPARE(lives.said.size(), std::size_t{4});
        bool fell = false;
        for (const auto& [id, said] : lives.said) {
            double highest = 0.0;
            for (const twin::Life& life : said) {
                highest = std::max(highest, life.median);
                fell = fell || life.median < highest - 60.0;
            }
        }
        QVERIFY(fell);
    }

    void withoutLivesItSaysSo()
    {
        Mosquitto broker;
        QTemporaryDir dir;
        QVERIFY(broker.start() && dir.isValid());
        QVERIFY(writeFleet(smallFleet(1), dir.path().toStdString()));
        QVERIFY(QFile::remove(dir.filePath(QStringLiteral("runs/lives.run"))));
        Program plant(QStringLiteral(GEMBA_PLANT_PROGRAM), {QStringLiteral("--plant"), dir.path(), QStringLiteral("--broker"),
                                                          QString::fromStdString(broker.url()), QStringLiteral("--run"), QStringLiteral("lives")});
        QCOMPARE(plant.wait(), 3);
        QVERIFY2(plant.said().contains("lives.run"), plant.said());
    }
};

QTEST_GUILESS_MAIN(TestFleetLive)
#include "tst_fleet_live.moc"
