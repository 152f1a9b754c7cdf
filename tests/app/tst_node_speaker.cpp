// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/node_speaker.h"
#include "twin/acquisition/sparkplug_payload.h"
#include "twin/model/plant_json.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace gemba;
using namespace gemba::plant;

namespace {

const std::string kFolder = GEMBA_SOURCE_DIR "/resources/plants/eastman";
constexpr twin::TimeNs kTime = 1'700'000'000 * twin::kSecond;

twin::Plant demoPlant()
{
    QFile file(QString::fromStdString(kFolder + "/plant.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no plant.json");
    return twin::parsePlant(file.readAll().toStdString()).value();
}

twin::SparkplugPayload decoded(const Message& m)
{
    return twin::decodeSparkplug(m.payload).value();
}

} // namespace

class TestNodeSpeaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void layoutComesFromThePlant();
    void layoutErrors();
    void sparkplugSession();
    void sparkplugValuesAreBitExact();
    void sparkplugCountsWhileOffline();
    void sparkplugRebirth();
    void sparkplugCommands_data();
    void sparkplugCommands();
    void jsonRows();
    void jsonContradictingPointers();
    void copiesHaveNamesOfTheirOwn();

private:
    std::unique_ptr<NodeSpeaker> sparkplug(unsigned copy = 1) const
    {
        return makeSparkplugSpeaker(
            makeLayout(m_plant, m_run.columns, Format::Sparkplug, copy).value());
    }
    Frame frame(std::size_t row) const { return {&m_run, row, row, "running", "an event"}; }

    twin::Plant m_plant;
    Run m_run;
};

void TestNodeSpeaker::initTestCase()
{
    m_plant = demoPlant();
    m_run = loadRun(runPath(kFolder, "6")).value();
}

void TestNodeSpeaker::layoutComesFromThePlant()
{
    const NodeLayout layout = makeLayout(m_plant, m_run.columns, Format::Sparkplug).value();
    QCOMPARE(layout.group, std::string("Eastman"));
    QCOMPARE(layout.node, std::string("works"));
    QCOMPARE(layout.bundles.size(), std::size_t(6)); // the node and five units
    QVERIFY(layout.bundles[0].device.empty());
    std::size_t columns = 0;
    for (const Bundle& b : layout.bundles) {
        int sequences = 0;
        for (const Field& s : b.fields) {
            columns += s.kind == Field::Kind::Column ? 1 : 0;
            sequences += s.kind == Field::Kind::Sequence ? 1 : 0;
        }
        QCOMPARE(sequences, 1); // each message can be accounted for
    }
    QCOMPARE(columns, std::size_t(52));
}

void TestNodeSpeaker::layoutErrors()
{
    const auto code = [](const twin::Plant& p, const std::vector<std::string>& columns, Format f) {
        const twin::Result<NodeLayout> r = makeLayout(p, columns, f);
        return r.ok() ? twin::ErrorCode{} : r.error().code;
    };
    QCOMPARE(code(m_plant, {"nope"}, Format::Sparkplug), twin::ErrorCode::PlantUnknownReference);
    twin::Plant twoNodes = m_plant;
    std::get<twin::SparkplugBinding>(twoNodes.tags[3].bindings[0]).node = "other";
    QCOMPARE(code(twoNodes, m_run.columns, Format::Sparkplug), twin::ErrorCode::PlantInconsistent);
    QCOMPARE(code(twoNodes, m_run.columns, Format::Json), twin::ErrorCode{});
    twin::Plant noJson = m_plant;
    for (twin::Tag& t : noJson.tags)
        t.bindings.resize(1);
    QCOMPARE(code(noJson, m_run.columns, Format::Json), twin::ErrorCode::PlantInconsistent);
}

void TestNodeSpeaker::sparkplugSession()
{
    const auto speaker = sparkplug();
    const std::vector<Message> will = speaker->connecting(kTime);
    QCOMPARE(will.size(), std::size_t(1));
    QCOMPARE(will[0].topic, std::string("spBv1.0/Eastman/NDEATH/works"));
    QCOMPARE(will[0].qos, 1);
    QVERIFY(!decoded(will[0]).seq);
    QCOMPARE(decoded(will[0]).metrics.at(0).name, std::string("bdSeq"));
    QCOMPARE(decoded(will[0]).metrics.at(0).value, twin::Value(std::int64_t(0)));

    const std::vector<Message> births = speaker->births(frame(0), kTime);
    QCOMPARE(births.size(), std::size_t(6));
    QCOMPARE(births[0].topic, std::string("spBv1.0/Eastman/NBIRTH/works"));
    std::map<std::uint64_t, std::string> aliases;
    for (std::size_t i = 0; i < births.size(); ++i) {
        const twin::SparkplugPayload p = decoded(births[i]);
        QCOMPARE(p.seq.value_or(999), std::uint64_t(i));
        QCOMPARE(p.timestamp, kTime);
        for (const twin::SparkplugMetric& m : p.metrics) {
            QVERIFY(!m.name.empty());
            QVERIFY(m.type != twin::SparkplugType::Unknown);
            QCOMPARE(m.timestamp, kTime);
            const bool control = m.name == "bdSeq" || m.name == "Node Control/Rebirth";
            QCOMPARE(m.alias.has_value(), !control);
            if (m.alias)
                QVERIFY(aliases.emplace(*m.alias, births[i].topic + '#' + m.name).second);
        }
    }
    QCOMPARE(decoded(births[0]).metrics.at(0).value, twin::Value(std::int64_t(0)));
    QCOMPARE(decoded(births[0]).metrics.at(1).value, twin::Value(false));

    // seq runs on through all messages of the node and wraps at 255
    std::uint64_t expected = births.size();
    for (std::size_t row = 0; row < 100; ++row) {
        for (const Message& m : speaker->row(frame(row), kTime, true)) {
            const twin::SparkplugPayload p = decoded(m);
            QCOMPARE(p.seq.value_or(999), expected % 256);
            ++expected;
            for (const twin::SparkplugMetric& metric : p.metrics) {
                QVERIFY(metric.name.empty());
                QVERIFY(aliases.contains(metric.alias.value_or(0)));
            }
        }
    }
    // The next connection counts bdSeq and begins seq anew.
    QCOMPARE(decoded(speaker->connecting(kTime).at(0)).metrics.at(0).value,
             twin::Value(std::int64_t(1)));
    QCOMPARE(decoded(speaker->births(frame(0), kTime).at(0)).metrics.at(0).value,
             twin::Value(std::int64_t(1)));
    QCOMPARE(decoded(speaker->births(frame(0), kTime).at(0)).seq.value_or(999), std::uint64_t(0));
}

void TestNodeSpeaker::sparkplugValuesAreBitExact()
{
    const auto speaker = sparkplug();
    std::map<std::uint64_t, std::string> names;
    for (const Message& m : speaker->births(frame(0), kTime)) {
        for (const twin::SparkplugMetric& metric : decoded(m).metrics) {
            if (metric.alias)
                names[*metric.alias] = metric.name;
        }
    }
    std::map<std::string, twin::Value> values;
    for (const Message& m : speaker->row(frame(275), kTime, true)) {
        for (const twin::SparkplugMetric& metric : decoded(m).metrics)
            values[names.at(metric.alias.value())] = metric.value;
    }
    for (std::size_t c = 0; c < m_run.columns.size(); ++c) {
        const twin::Tag& tag = m_plant.tag(m_plant.findTag(m_run.columns[c]));
        QCOMPARE(values.at(tag.number), twin::Value(m_run.row(275)[c]));
    }
    QCOMPARE(values.at("Plant State"), twin::Value(std::string("running")));
    QCOMPARE(values.at("Plant Event"), twin::Value(std::string("an event")));
}

/// What was never sent is a gap to the receiver: the birth after it repeats the last number.
void TestNodeSpeaker::sparkplugCountsWhileOffline()
{
    const auto speaker = sparkplug();
    (void)speaker->births(frame(0), kTime);
    QCOMPARE(speaker->row(frame(0), kTime, true).at(1).number, std::uint64_t(1));
    for (std::size_t row = 1; row < 5; ++row)
        (void)speaker->row(frame(row), kTime, false);
    const std::vector<Message> births = speaker->births(frame(4), kTime);
    QCOMPARE(births[1].number, std::uint64_t(5));
    bool found = false;
    for (const twin::SparkplugMetric& m : decoded(births[1]).metrics) {
        if (m.name == "Sequence") {
            found = true;
            QCOMPARE(m.value, twin::Value(std::int64_t(5)));
        }
    }
    QVERIFY(found);
    const Message next = speaker->row(frame(5), kTime, true).at(1);
    QCOMPARE(next.number, std::uint64_t(6));
    QCOMPARE(next.seq, 7); // six births, then the node's own data
}

void TestNodeSpeaker::sparkplugRebirth()
{
    const auto speaker = sparkplug();
    (void)speaker->connecting(kTime);
    (void)speaker->births(frame(0), kTime);
    for (std::size_t row = 0; row < 7; ++row)
        (void)speaker->row(frame(row), kTime, true);
    const std::vector<Message> again = speaker->births(frame(6), kTime);
    QCOMPARE(decoded(again[0]).seq.value_or(999), std::uint64_t(0));
    QCOMPARE(decoded(again[0]).metrics.at(0).value, twin::Value(std::int64_t(0))); // the same bdSeq
    QCOMPARE(again[0].number, std::uint64_t(7));
}

void TestNodeSpeaker::sparkplugCommands_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("asks");
    QFile vector(QStringLiteral(GEMBA_SOURCE_DIR "/tests/acquisition/vectors/ncmd-rebirth.bin"));
    if (vector.open(QIODevice::ReadOnly))
        QTest::newRow("rebirth, as recorded") << vector.readAll() << true;
    const auto command = [](const char* name, twin::Value value) {
        twin::SparkplugPayload p;
        twin::SparkplugMetric& m = p.metrics.emplace_back();
        m.name = name;
        m.type = twin::SparkplugType::Boolean;
        m.value = std::move(value);
        return QByteArray::fromStdString(twin::encodeSparkplug(p).value());
    };
    QTest::newRow("rebirth") << command("Node Control/Rebirth", true) << true;
    QTest::newRow("no rebirth") << command("Node Control/Rebirth", false) << false;
    QTest::newRow("another command") << command("Node Control/Reboot", true) << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("not a payload") << QByteArray("\xff\xff\xff\xff rubbish") << false;
}

void TestNodeSpeaker::sparkplugCommands()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, asks);
    const auto speaker = sparkplug();
    QCOMPARE(speaker->commandTopic(), std::string("spBv1.0/Eastman/NCMD/works"));
    QCOMPARE(speaker->asksForRebirth({bytes.constData(), std::size_t(bytes.size())}), asks);
}

void TestNodeSpeaker::jsonRows()
{
    const auto speaker =
        makeJsonSpeaker(makeLayout(m_plant, m_run.columns, Format::Json).value()).value();
    QVERIFY(speaker->connecting(kTime).empty());
    QVERIFY(speaker->births(frame(0), kTime).empty());
    (void)speaker->row(frame(0), kTime, true);
    const std::vector<Message> row = speaker->row(frame(275), kTime, true);
    QCOMPARE(row.size(), std::size_t(6));
    std::size_t values = 0;
    for (const Message& m : row) {
        const QJsonObject o =
            QJsonDocument::fromJson(QByteArray::fromStdString(m.payload)).object();
        QCOMPARE(o.value(QLatin1String("seq")).toInteger(), qint64(2));
        QCOMPARE(o.value(QLatin1String("time")).toString(),
                 QStringLiteral("2023-11-14T22:13:20.000Z"));
        const QJsonObject list = o.value(QLatin1String("values")).toObject();
        if (m.topic == "eastman/works")
            QCOMPARE(list.value(QLatin1String("plant_state")).toString(),
                     QStringLiteral("running"));
        for (std::size_t c = 0; c < m_run.columns.size(); ++c) {
            const QJsonValue v = list.value(QString::fromStdString(m_run.columns[c]));
            if (v.isUndefined())
                continue;
            ++values;
            QVERIFY(v.toDouble() == m_run.row(275)[c]); // to the bit, not nearly
        }
    }
    QCOMPARE(values, std::size_t(52));
}

void TestNodeSpeaker::jsonContradictingPointers()
{
    NodeLayout layout = makeLayout(m_plant, m_run.columns, Format::Json).value();
    layout.bundles[0].timePointer = "/values/xmeas_01/time"; // below a number
    const auto speaker = makeJsonSpeaker(layout);
    QVERIFY(!speaker.ok());
    QCOMPARE(speaker.error().code, twin::ErrorCode::PlantInconsistent);
    QCOMPARE(speaker.error().place.topic, layout.bundles[0].topic);
}

void TestNodeSpeaker::copiesHaveNamesOfTheirOwn()
{
    QCOMPARE(sparkplug(3)->births(frame(0), kTime).at(1).topic,
             std::string("spBv1.0/Eastman-3/DBIRTH/works/reactor"));
    const NodeLayout json = makeLayout(m_plant, m_run.columns, Format::Json, 2).value();
    QCOMPARE(json.bundles[0].topic, std::string("eastman-2/reactor"));
}

QTEST_GUILESS_MAIN(TestNodeSpeaker)
#include "tst_node_speaker.moc"
