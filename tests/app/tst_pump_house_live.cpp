// SPDX-License-Identifier: GPL-3.0-or-later
// The pump house through a real broker into a session, and back: what was recorded is what the model
// made, and a replay says the same.
#include <QTemporaryDir>
#include <QTest>

#include "app/gemba-plant/pump_house.h"
#include "app/gemba-plant/waveform_source.h"
#include "tests/app/program.h"
#include "tests/runtime/live_plant.h"
#include "twin/runtime/session_player.h"

using namespace gemba;
using namespace gemba::test;

namespace {

const QByteArray kPlant = GEMBA_SOURCE_DIR "/resources/plants/pumphouse";

class Samples : public twin::PipelineOutput
{
public:
    explicit Samples(twin::TagId wanted, twin::TagId damage) : m_wanted(wanted), m_damage(damage) {}
    void onSample(const twin::Sample& s) override
    {
        if (s.tag == m_wanted)
            waves.push_back(std::get<twin::Waveform>(s.value));
        if (s.tag == m_damage)
            damage = std::get<std::string>(s.value);
    }
    std::vector<twin::Waveform> waves;
    std::string damage;

private:
    twin::TagId m_wanted, m_damage;
};

} // namespace

class TestPumpHouseLive : public QObject
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
        const QString session = dir.filePath(QStringLiteral("house.gmb"));
        Program record(QStringLiteral(GEMBACTL_PROGRAM),
                       {QStringLiteral("record"), QStringLiteral("--plant"), QString::fromLatin1(kPlant), QStringLiteral("--broker"),
                        QString::fromStdString(broker.url()), QStringLiteral("--out"), session, QStringLiteral("--host"),
                        QStringLiteral("tester"), QStringLiteral("--json"), QStringLiteral("--for"), QStringLiteral("9s")});
        PlantProcess plant(broker, "--plant " + kPlant + " --run outer-race --from-row 400 --rows 100 --speed 20 --wait-for-host --wait 20s --format " + format);
        QCOMPARE(record.wait(), 0);
        const QJsonObject info = record.json();
        QVERIFY2(info.value(u"complete").toBool() && info.value(u"rejected").toInt() == 0, record.said());

        Program replay(QStringLiteral(GEMBACTL_PROGRAM), {QStringLiteral("replay"), session, QStringLiteral("--speed"), QStringLiteral("max"), QStringLiteral("--digest")});
        QCOMPARE(replay.wait(), 0);
        QCOMPARE(replay.lines().constLast(), info.value(u"digest").toString());

        auto player = twin::SessionPlayer::open(session.toStdString(), twin::SessionReader::OpenMode::Foreign);
        QVERIFY(player.ok());
        const twin::Plant& described = *(*player)->pipeline().plant();
        Samples samples(described.findTag("p101a_vib"), described.findTag("p101a_damage"));
        QVERIFY((*player)->playTo(INT64_MAX, samples).ok());
        QVERIFY2(samples.waves.size() >= 5, qPrintable(QString::number(samples.waves.size())));
        const plant::Run run = plant::makePumpHouse(plant::timelineCalled("outer-race").value(), 1, "outer-race");
        for (const twin::Waveform& wave : samples.waves) {
            bool made = false;
            for (std::size_t row = 400; row < 500 && !made; row += 10)
                made = wave == run.waveforms->at(row, 0);
            QVERIFY(made);
        }
        QCOMPARE(samples.damage, "outer race");
    }
};

QTEST_GUILESS_MAIN(TestPumpHouseLive)
#include "tst_pump_house_live.moc"
