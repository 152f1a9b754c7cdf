// SPDX-License-Identifier: GPL-3.0-or-later
// gemba-plant as a process of its own against a real broker, heard by the console's own source.
#include <map>

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "app/gemba-plant/run_file.h"
#include "tests/acquisition/certificates.h"
#include "tests/app/plant_process.h"
#include "twin/acquisition/sparkplug_payload.h"
#include "twin/acquisition/sparkplug_topic.h"

using namespace gemba::twin;
using gemba::plant::Run;
using gemba::test::kPatience;
using gemba::test::Listener;
using gemba::test::Mosquitto;
using gemba::test::MosquittoOptions;
using gemba::test::PlantProcess;
using gemba::test::Recorder;

namespace {

const std::string kFolder = GEMBA_SOURCE_DIR "/resources/plants/eastman";

SparkplugPayload decoded(const Recorder::Packet& p)
{
    return decodeSparkplug(p.payload).value();
}

std::int64_t bdSeqOf(const Recorder::Packet& p)
{
    for (const SparkplugMetric& m : decoded(p).metrics) {
        if (m.name == "bdSeq")
            return std::get<std::int64_t>(m.value);
    }
    return -1;
}

SparkplugMessage kindOf(const Recorder::Packet& p)
{
    return parseSparkplugTopic(p.topic).value().message;
}

QByteArray rebirthCommand()
{
    SparkplugPayload command;
    SparkplugMetric& m = command.metrics.emplace_back();
    m.name = "Node Control/Rebirth";
    m.type = SparkplugType::Boolean;
    m.value = true;
    return QByteArray::fromStdString(encodeSparkplug(command).value());
}

/// "topic number" of each data message that should have come, from the ledger: once, twice or not.
struct LedgerFile
{
    std::map<std::string, int> expected;
    std::map<std::string, int> fates;
};

LedgerFile readLedger(const QString& path)
{
    LedgerFile out;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.readLine() != "topic,seq,number,bytes,fate\n")
        qFatal("no ledger");
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        if (cells.size() != 5 || cells[0].contains("BIRTH") || cells[0].contains("DEATH"))
            continue;
        const std::string fate = cells[4].toStdString();
        ++out.fates[fate];
        const int times = fate == "duplicated" ? 2 : fate == "dropped" || fate == "offline" ? 0 : 1;
        if (times > 0)
            out.expected[(cells[0] + ' ' + cells[2]).toStdString()] += times;
    }
    return out;
}

} // namespace

class TestGembaPlant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsARunBitExactly();
    void rebirthOnCommand();
    void leavesInGoodOrderOnSigterm();
    void brokerPublishesTheWillAfterSigkill();
    void faultsMatchTheLedger();
    void deathsMatchTheLedger();
    void comesBackWhenTheBrokerDoes();
    void waitsForTheBroker();
    void waitsForTheHost();
    void speaksJson();
    void mutualTls();
    void skewAndStart();
    void refuses_data();
    void refuses();
};

void TestGembaPlant::playsARunBitExactly()
{
    Mosquitto broker;
    QVERIFY(broker.start());
    const Listener listener(broker);
    PlantProcess plant(broker,
                       {QStringLiteral("--run"), QStringLiteral("6"), QStringLiteral("--from-row"),
                        QStringLiteral("270"), QStringLiteral("--rows"), QStringLiteral("60"),
                        QStringLiteral("--speed"), QStringLiteral("50")});
    QCOMPARE(plant.wait(), 0);
    QVERIFY(listener.waitFor("NDEATH", 1));
    const auto packets = listener.packets();
    QCOMPARE(packets.size(), std::size_t(6 + 60 * 6 + 1));
    const Run run = gemba::plant::loadRun(gemba::plant::runPath(kFolder, "6")).value();

    std::map<std::uint64_t, std::string> names;
    std::map<std::string, std::size_t> rowsOf; // data messages so far, by topic
    std::uint64_t seq = 0;
    std::string eventAt8, eventAt7;
    for (const Recorder::Packet& p : packets) {
        const SparkplugMessage kind = kindOf(p);
        const SparkplugPayload payload = decoded(p);
        if (kind == SparkplugMessage::NDeath)
            continue;
        QCOMPARE(payload.seq.value_or(999), seq); // 0..255 over all of the node's messages
        seq = (seq + 1) % 256;
        QVERIFY(!p.retained);
        if (kind == SparkplugMessage::NBirth || kind == SparkplugMessage::DBirth) {
            for (const SparkplugMetric& m : payload.metrics) {
                if (m.alias)
                    names[*m.alias] = m.name;
            }
            continue;
        }
        const std::size_t k = rowsOf[p.topic]++;
        for (const SparkplugMetric& m : payload.metrics) {
            const std::string& name = names.at(m.alias.value());
            if (name == "Sequence")
                QCOMPARE(m.value, Value(std::int64_t(k + 1)));
            else if (name == "Plant State")
                QCOMPARE(m.value, Value(std::string(270 + k < 278 ? "running" : "tripped")));
            else if (name == "Plant Event")
                (k < 8 ? eventAt7 : eventAt8) = std::get<std::string>(m.value);
            else {
                const int n =
                    QByteArray::fromStdString(name.substr(name.find('(') + 1)).chopped(1).toInt();
                const std::size_t column = std::size_t(name.starts_with("XMEAS") ? n - 1 : n + 40);
                QCOMPARE(m.value, Value(run.row(270 + k)[column]));
            }
        }
    }
    QCOMPARE(rowsOf.size(), std::size_t(6));
    for (const auto& [topic, rows] : rowsOf)
        QCOMPARE(rows, std::size_t(60));
    QCOMPARE(eventAt7, std::string("Recorded run d06_te begins at row 270"));
    QCOMPARE(eventAt8, std::string("Reactor high-pressure trip"));
    QCOMPARE(kindOf(packets.back()), SparkplugMessage::NDeath);
    QCOMPARE(bdSeqOf(packets.back()), bdSeqOf(packets.front()));
}

void TestGembaPlant::rebirthOnCommand()
{
    Mosquitto broker;
    QVERIFY(broker.start());
    const Listener listener(broker);
    PlantProcess plant(broker,
                       {QStringLiteral("--speed"), QStringLiteral("20"), QStringLiteral("--loop")});
    QVERIFY(listener.waitFor("DDATA", 20));
    QVERIFY(broker.publish(QStringLiteral("spBv1.0/Eastman/NCMD/works"), QByteArray("rubbish")));
    QVERIFY(broker.publish(QStringLiteral("spBv1.0/Eastman/NCMD/works"), rebirthCommand()));
    QVERIFY(listener.waitFor("NBIRTH", 2));
    QVERIFY(listener.waitFor("DBIRTH", 10));
    std::vector<Recorder::Packet> births;
    std::uint64_t seq = 0;
    for (const Recorder::Packet& p : listener.packets()) {
        if (kindOf(p) == SparkplugMessage::NCmd)
            continue;
        if (kindOf(p) == SparkplugMessage::NBirth) {
            births.push_back(p);
            seq = 0;
        }
        QCOMPARE(decoded(p).seq.value_or(999), seq);
        seq = (seq + 1) % 256;
    }
    QCOMPARE(births.size(), std::size_t(2)); // and the rubbish did nothing
    QCOMPARE(bdSeqOf(births[1]), bdSeqOf(births[0]));
    QCOMPARE(listener.countOf("NDEATH"), std::size_t(0));
}

void TestGembaPlant::leavesInGoodOrderOnSigterm()
{
    Mosquitto broker;
    QVERIFY(broker.start());
    const Listener listener(broker);
    PlantProcess plant(broker, {QStringLiteral("--speed"), QStringLiteral("20")});
    QVERIFY(listener.waitFor("DDATA", 20));
    plant.terminate();
    QCOMPARE(plant.wait(), 0);
    QVERIFY(listener.waitFor("NDEATH", 1));
    QCOMPARE(bdSeqOf(listener.packets().back()), std::int64_t(0));
}

void TestGembaPlant::brokerPublishesTheWillAfterSigkill()
{
    Mosquitto broker;
    QVERIFY(broker.start());
    const Listener listener(broker);
    PlantProcess plant(broker, {QStringLiteral("--speed"), QStringLiteral("20")});
    QVERIFY(listener.waitFor("DDATA", 20));
    plant.kill();
    QVERIFY(listener.waitFor("NDEATH", 1));
    QCOMPARE(kindOf(listener.packets().back()), SparkplugMessage::NDeath);
    QCOMPARE(bdSeqOf(listener.packets().back()), std::int64_t(0));
}

void TestGembaPlant::faultsMatchTheLedger()
{
    Mosquitto broker;
    QVERIFY(broker.start());
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("ledger.csv"));
    const Listener listener(broker);
    PlantProcess plant(
        broker,
        {QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--speed"),
         QStringLiteral("200"), QStringLiteral("--rows"), QStringLiteral("300"),
         QStringLiteral("--fault"),
         QStringLiteral("drop=0.05,duplicate=0.05,delay=0.05:40ms,reorder=0.05,stall=0.01:30ms"),
         QStringLiteral("--seed"), QStringLiteral("11"), QStringLiteral("--ledger"), path});
    QCOMPARE(plant.wait(), 0);
    const LedgerFile ledger = readLedger(path);
    std::size_t expected = 0;
    for (const auto& [message, times] : ledger.expected)
        expected += std::size_t(times);
    for (const char* fate : {"sent", "dropped", "duplicated", "delayed", "reordered"})
        QVERIFY2(ledger.fates.contains(fate), fate);
    QVERIFY(listener.waitFor("eastman/", expected));
    std::map<std::string, int> came;
    std::map<std::string, qint64> last;
    int behind = 0;
    for (const Recorder::Packet& p : listener.packets()) {
        const qint64 seq = QJsonDocument::fromJson(QByteArray::fromStdString(p.payload))
                               .object()
                               .value(QLatin1String("seq"))
                               .toInteger();
        ++came[p.topic + ' ' + std::to_string(seq)];
        behind += seq < last[p.topic] ? 1 : 0;
        last[p.topic] = seq;
    }
    QVERIFY(came == ledger.expected); // each message, as often as written down
    QVERIFY(behind > 0);              // and some of them late
}

void TestGembaPlant::deathsMatchTheLedger()
{
    Mosquitto broker;
    QVERIFY(broker.start());
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("ledger.csv"));
    const Listener listener(broker);
    PlantProcess plant(
        broker, {QStringLiteral("--speed"), QStringLiteral("50"), QStringLiteral("--rows"),
                 QStringLiteral("300"), QStringLiteral("--fault"),
                 QStringLiteral("drop=0.02,death=0.02:100ms"), QStringLiteral("--ledger"), path});
    QCOMPARE(plant.wait(), 0);
    const LedgerFile ledger = readLedger(path);
    std::vector<std::int64_t> births, deaths;
    std::map<std::uint64_t, std::string> names;
    std::map<std::string, int> came;
    for (const Recorder::Packet& p : listener.packets()) {
        const SparkplugMessage kind = kindOf(p);
        if (kind == SparkplugMessage::NBirth)
            births.push_back(bdSeqOf(p));
        if (kind == SparkplugMessage::NDeath)
            deaths.push_back(bdSeqOf(p));
        for (const SparkplugMetric& m : decoded(p).metrics) {
            if (!m.name.empty() && m.alias)
                names[*m.alias] = m.name;
            const bool data = kind == SparkplugMessage::NData || kind == SparkplugMessage::DData;
            if (data && names.at(m.alias.value()) == "Sequence")
                ++came[p.topic + ' ' + std::to_string(std::get<std::int64_t>(m.value))];
        }
    }
    QVERIFY(births.size() >= 2); // it did die
    QVERIFY(std::is_sorted(births.begin(), births.end()));
    QVERIFY(std::adjacent_find(births.begin(), births.end()) ==
            births.end()); // bdSeq counts connections
    for (std::size_t i = 0; i < births.size() && i < deaths.size(); ++i)
        QCOMPARE(deaths[i], births[i]);
    QVERIFY(came == ledger.expected);
    QVERIFY(ledger.fates.contains("offline"));
}

void TestGembaPlant::comesBackWhenTheBrokerDoes()
{
    Mosquitto broker;
    QVERIFY(broker.start());
    PlantProcess plant(broker,
                       {QStringLiteral("--speed"), QStringLiteral("20"), QStringLiteral("--loop")});
    {
        const Listener listener(broker);
        QVERIFY(listener.waitFor("DDATA", 10));
    }
    broker.kill();
    QVERIFY(broker.start());
    const Listener listener(broker);
    QVERIFY(listener.waitFor("DDATA", 10));
    // Its birth may have been before our subscription: ask for it once more.
    QVERIFY(broker.publish(QStringLiteral("spBv1.0/Eastman/NCMD/works"), rebirthCommand()));
    QVERIFY(listener.waitFor("NBIRTH", 1));
    for (const Recorder::Packet& p : listener.packets()) {
        if (kindOf(p) == SparkplugMessage::NBirth)
            QVERIFY(bdSeqOf(p) > 0); // another connection than the first
    }
    plant.terminate();
    const int code = plant.wait();
    const QByteArray output = plant.output();
    QVERIFY2(code == 0, output.constData());
    QVERIFY2(output.contains(broker.url().c_str()), output.constData()); // which one it lost
}

void TestGembaPlant::waitsForTheBroker()
{
    Mosquitto broker; // it has a port, but does not run yet
    PlantProcess plant(broker, {QStringLiteral("--wait"), QStringLiteral("30s"),
                                QStringLiteral("--speed"), QStringLiteral("20")});
    QVERIFY(broker.start());
    const Listener listener(broker);
    QVERIFY(listener.waitFor("DDATA", 5));
    PlantProcess impatient({QStringLiteral("--broker"),
                            QStringLiteral("mqtt://127.0.0.1:%1").arg(gemba::test::freePort())});
    QCOMPARE(impatient.wait(), 4);
    QVERIFY(impatient.output().contains("127.0.0.1"));
}

void TestGembaPlant::waitsForTheHost()
{
    MosquittoOptions options;
    options.extra = "log_type subscribe\n";
    Mosquitto broker(options);
    QVERIFY(broker.start());
    const Listener quiet(broker);
    PlantProcess plant(broker, {QStringLiteral("--wait"), QStringLiteral("60s"),
                                QStringLiteral("--wait-for-host"), QStringLiteral("--speed"),
                                QStringLiteral("20")});
    // Its subscription is there, so it listens for a host; and it has said nothing.
    QTRY_VERIFY_WITH_TIMEOUT(broker.log().contains("spBv1.0/STATE/+"), kPatience);
    QCOMPARE(quiet.countOf("BIRTH"), std::size_t(0));
    const Listener host(broker, "gemba");
    QVERIFY(host.waitFor("DDATA", 10));
    // The host was there first: it has heard every birth, and all data after it.
    QCOMPARE(host.countOf("NBIRTH"), std::size_t(1));
    QCOMPARE(host.countOf("DBIRTH"), std::size_t(5));
    QCOMPARE(quiet.countOf("NBIRTH"), std::size_t(1));
}

void TestGembaPlant::speaksJson()
{
    Mosquitto broker;
    QVERIFY(broker.start());
    const Listener listener(broker);
    PlantProcess plant(broker,
                       {QStringLiteral("--format"), QStringLiteral("json"),
                        QStringLiteral("--copies"), QStringLiteral("2"), QStringLiteral("--rows"),
                        QStringLiteral("10"), QStringLiteral("--speed"), QStringLiteral("100")});
    QCOMPARE(plant.wait(), 0);
    QVERIFY(listener.waitFor("eastman/", 60)); // the second copy is eastman-2 and not ours
    const Run run = gemba::plant::loadRun(gemba::plant::runPath(kFolder, "normal")).value();
    std::size_t row = 0;
    for (const Recorder::Packet& p : listener.packets()) {
        if (p.topic != "eastman/reactor")
            continue;
        const QJsonObject o =
            QJsonDocument::fromJson(QByteArray::fromStdString(p.payload)).object();
        const QJsonObject values = o.value(QLatin1String("values")).toObject();
        QVERIFY(values.value(QLatin1String("xmeas_07")).toDouble() == run.row(row)[6]);
        QCOMPARE(o.value(QLatin1String("seq")).toInteger(), qint64(++row));
    }
    QCOMPARE(row, std::size_t(10));
    QCOMPARE(listener.packets().size(), std::size_t(60));
}

void TestGembaPlant::mutualTls()
{
    QTemporaryDir folder;
    gemba::test::CertificateAuthority ca(folder.path(), QStringLiteral("works"));
    const auto server = ca.issue(QStringLiteral("server"), "DNS:localhost,IP:127.0.0.1");
    const auto client = ca.issue(QStringLiteral("plant"), "DNS:plant");
    MosquittoOptions options;
    options.certFile = server.cert;
    options.keyFile = server.key;
    options.clientCaFile = ca.file();
    Mosquitto broker(options);
    QVERIFY(broker.start());
    Broker ear = parseBroker(broker.url()).value();
    ear.caFile = ca.file().toStdString();
    ear.certFile = client.cert.toStdString();
    ear.keyFile = client.key.toStdString();
    const Listener listener(ear);
    PlantProcess plant(broker,
                       {QStringLiteral("--ca"), ca.file(), QStringLiteral("--cert"), client.cert,
                        QStringLiteral("--key"), client.key, QStringLiteral("--rows"),
                        QStringLiteral("3"), QStringLiteral("--speed"), QStringLiteral("20")});
    QCOMPARE(plant.wait(), 0);
    QVERIFY(listener.waitFor("DDATA", 15));
    PlantProcess stranger(broker, {QStringLiteral("--ca"), ca.file()}); // shows no certificate
    QCOMPARE(stranger.wait(), 4);
}

void TestGembaPlant::skewAndStart()
{
    Mosquitto broker;
    QVERIFY(broker.start());
    const Listener listener(broker);
    PlantProcess plant(broker, {QStringLiteral("--start"), QStringLiteral("2026-03-01T06:00:00Z"),
                                QStringLiteral("--fault"), QStringLiteral("skew=-2s"),
                                QStringLiteral("--rows"), QStringLiteral("5"),
                                QStringLiteral("--speed"), QStringLiteral("10")});
    QCOMPARE(plant.wait(), 0);
    QVERIFY(listener.waitFor("NDATA", 5));
    const TimeNs start = parseIso8601("2026-03-01T05:59:58Z").value();
    TimeNs k = 0;
    for (const Recorder::Packet& p : listener.packets()) {
        if (kindOf(p) == SparkplugMessage::NData)
            QCOMPARE(decoded(p).timestamp, start + 100 * kMillisecond * k++);
    }
    QCOMPARE(k, TimeNs(5));
}

void TestGembaPlant::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* name, const char* arguments, int code, const char* words) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' ')) << code
                            << QByteArray(words);
    };
    row("unknown option", "--sped 2", 2, "sped");
    row("stray argument", "normal", 2, "normal");
    row("no broker address", "--broker localhost:1883", 2, "localhost:1883");
    row("secret in the address", "--broker mqtt://me:secret@h", 2, "mqtt");
    row("plain to another machine", "--broker mqtt://192.0.2.1", 2, "192.0.2.1");
    row("speed with a comma", "--speed 1,5", 2, "--speed");
    row("speed 0", "--speed 0", 2, "--speed");
    row("negative row", "--from-row -1", 2, "--from-row");
    row("row beyond the run", "--from-row 960", 2, "960");
    row("no such fault", "--fault boom=1", 2, "drop");
    row("no such format", "--format xml", 2, "json");
    row("start in words", "--start tomorrow", 2, "--start");
    row("no such run", "--run 3", 3, "d03_te.run");
    row("no such plant", "--plant /nowhere", 3, "/nowhere/plant.json");
    row("no password file", "--password-file /nowhere", 3, "/nowhere");
    row("ledger nowhere", "--ledger /nowhere/x.csv", 3, "/nowhere/x.csv");
}

void TestGembaPlant::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, words);
    PlantProcess plant(arguments);
    QCOMPARE(plant.wait(), code);
    const QByteArray output = plant.output();
    QVERIFY2(output.contains(words), output.constData());
    QVERIFY(!output.contains("secret"));
}

QTEST_GUILESS_MAIN(TestGembaPlant)
#include "tst_gemba_plant.moc"
