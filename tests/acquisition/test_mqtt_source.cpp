// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/acquisition/broker.h"
#include "tests/acquisition/recorder.h"
#include "twin/acquisition/mqtt_commander.h"
#include "twin/acquisition/mqtt_source.h"
#include "twin/acquisition/sparkplug_payload.h"

using namespace gemba::twin;
using gemba::test::Mosquitto;
using gemba::test::Recorder;
using gemba::test::Spy;

namespace {

constexpr int kPatience = 20'000;

Broker brokerAt(const Mosquitto& mosquitto, const std::string& hostId = {})
{
    Broker broker = *parseBroker(mosquitto.url());
    broker.filters = {"plant/#", "spBv1.0/#"};
    broker.hostId = hostId;
    return broker;
}

/// The timestamp in a STATE line of the spy.
qint64 stampOf(const QString& line)
{
    return line.section(QStringLiteral("timestamp\":"), 1).chopped(1).toLongLong();
}

} // namespace

class TestMqttSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOverWhatComes()
    {
        Mosquitto mosquitto;
        QVERIFY(mosquitto.start());
        QVERIFY(mosquitto.publish(QStringLiteral("plant/kept"), "old", 1, true));
        ArrivalClock clock;
        Recorder recorder;
        MqttSource source(SourceId{7}, brokerAt(mosquitto), clock);
        const TimeNs before = utcNow();
        QVERIFY(source.start(recorder));
        QTRY_VERIFY_WITH_TIMEOUT(source.isConnected(), kPatience);
        QVERIFY(mosquitto.publish(QStringLiteral("plant/a"), QByteArray("\0\xff", 2)));
        QVERIFY(mosquitto.publish(QStringLiteral("other/a"), "not ours"));
        QVERIFY(mosquitto.publish(QStringLiteral("plant/b"), "", 1));
        QTRY_COMPARE_WITH_TIMEOUT(recorder.packets().size(), 3U, kPatience);
        const auto packets = recorder.packets();
        QCOMPARE(packets[0].topic, std::string("plant/kept"));
        QVERIFY(packets[0].retained);
        QCOMPARE(packets[1].payload, std::string("\0\xff", 2));
        QCOMPARE(packets[1].qos, 0);
        QVERIFY(!packets[1].retained);
        QCOMPARE(packets[2].topic, std::string("plant/b"));
        QCOMPARE(packets[2].payload, std::string());
        QCOMPARE(packets[2].qos, 1);
        const auto links = recorder.links();
        QCOMPARE(links.size(), 1U);
        QVERIFY(links[0].up && !links[0].host);
        QCOMPARE(links[0].address, mosquitto.url());
        QVERIFY(links[0].arrival <= packets[0].arrival); // the link is up before its first packet
        QVERIFY(before <= links[0].arrival && packets[2].arrival <= clock.now());
        source.stop();
        const std::size_t links2 = recorder.links().size();
        QVERIFY(mosquitto.publish(QStringLiteral("plant/a"), "late"));
        QCOMPARE(recorder.packets().size(), 3U);
        QCOMPARE(recorder.links().size(), links2);
    }

    void brokerThatComesLate()
    {
        Mosquitto mosquitto;
        ArrivalClock clock;
        Recorder recorder;
        MqttSource source(SourceId{0}, brokerAt(mosquitto), clock);
        QVERIFY(source.start(recorder));
        QTRY_VERIFY_WITH_TIMEOUT(source.lastError().has_value(), kPatience);
        QCOMPARE(source.lastError()->code, ErrorCode::BrokerUnreachable);
        QCOMPARE(std::get<std::string>(source.lastError()->args[1]), std::string("Connection refused"));
        QVERIFY(mosquitto.start());
        QTRY_VERIFY_WITH_TIMEOUT(source.isConnected(), kPatience);
        QVERIFY(!source.lastError());
        const auto links = recorder.links();
        QCOMPARE(links.size(), 2U); // told once, however often it was tried
        QVERIFY(!links[0].up && links[1].up);
        QCOMPARE(links[0].reason, std::string("Connection refused"));
    }

    void brokerThatDiesAndComesBack_data()
    {
        QTest::addColumn<bool>("crash");
        QTest::newRow("stopped") << false;
        QTest::newRow("killed") << true;
    }
    void brokerThatDiesAndComesBack()
    {
        QFETCH(bool, crash);
        Mosquitto mosquitto;
        QVERIFY(mosquitto.start());
        ArrivalClock clock;
        Recorder recorder;
        MqttSource source(SourceId{0}, brokerAt(mosquitto), clock);
        QVERIFY(source.start(recorder));
        for (int round = 0; round < 3; ++round) {
            QTRY_VERIFY_WITH_TIMEOUT(source.isConnected(), kPatience);
            QVERIFY(mosquitto.publish(QStringLiteral("plant/a"), QByteArray::number(round), 1));
            QTRY_COMPARE_WITH_TIMEOUT(recorder.packets().size(), std::size_t(round + 1), kPatience);
            crash ? mosquitto.kill() : mosquitto.stop();
            QTRY_VERIFY_WITH_TIMEOUT(!source.isConnected(), kPatience);
            QTRY_VERIFY_WITH_TIMEOUT(!recorder.links().back().up, kPatience);
            QVERIFY(!recorder.links().back().reason.empty());
            QVERIFY(mosquitto.start());
        }
    }

    /// Connected, but nothing gets through: only the keep-alive can tell.
    void silentBroker()
    {
        Mosquitto mosquitto;
        QVERIFY(mosquitto.start());
        ArrivalClock clock;
        Recorder recorder;
        Broker broker = brokerAt(mosquitto);
        broker.keepAliveSeconds = 2;
        MqttSource source(SourceId{0}, broker, clock);
        QVERIFY(source.start(recorder));
        QTRY_VERIFY_WITH_TIMEOUT(source.isConnected(), kPatience);
        mosquitto.freeze();
        QTRY_VERIFY_WITH_TIMEOUT(!source.isConnected(), kPatience);
        mosquitto.thaw();
        QTRY_VERIFY_WITH_TIMEOUT(source.isConnected(), kPatience);
        QVERIFY(!recorder.links()[1].up && !recorder.links()[1].reason.empty());
    }

    void wrongPassword()
    {
        Mosquitto mosquitto({.user = QStringLiteral("gemba"), .password = QStringLiteral("right")});
        QVERIFY(mosquitto.start());
        ArrivalClock clock;
        for (const char* password : {"", "wrong"}) {
            Broker broker = brokerAt(mosquitto);
            broker.user = "gemba";
            broker.password = password;
            Recorder recorder;
            MqttSource source(SourceId{0}, broker, clock);
            QVERIFY(source.start(recorder));
            QTRY_VERIFY_WITH_TIMEOUT(source.lastError().has_value(), kPatience);
            QCOMPARE(source.lastError()->code, ErrorCode::BrokerCredentials);
        }
        Broker broker = brokerAt(mosquitto);
        broker.user = "gemba";
        broker.password = "right";
        Recorder recorder;
        MqttSource source(SourceId{0}, broker, clock);
        QVERIFY(source.start(recorder));
        QTRY_VERIFY_WITH_TIMEOUT(source.isConnected(), kPatience);
    }

    void refusedSubscription()
    {
        QTemporaryDir folder;
        QFile rules(folder.filePath(QStringLiteral("rules.json")));
        QVERIFY(rules.open(QIODevice::WriteOnly));
        rules.write(R"({"defaultACLAccess":{"publishClientSend":true,"publishClientReceive":true,)"
                    R"("subscribe":false,"unsubscribe":true},"anonymousGroup":"a","clients":[],"roles":[],)"
                    R"("groups":[{"groupname":"a","roles":[]}]})");
        rules.close();
        const QString plugin = QStringLiteral("/usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so");
        if (!QFile::exists(plugin))
            QSKIP("mosquitto's dynamic security plugin is not where Debian puts it");
        Mosquitto mosquitto({.extra = "plugin " + plugin.toUtf8() + "\nplugin_opt_config_file "
                                    + rules.fileName().toUtf8() + '\n'});
        QVERIFY(mosquitto.start());
        ArrivalClock clock;
        Recorder recorder;
        MqttSource source(SourceId{0}, brokerAt(mosquitto), clock);
        QVERIFY(source.start(recorder));
        QTRY_VERIFY_WITH_TIMEOUT(source.lastError().has_value(), kPatience);
        QCOMPARE(source.lastError()->code, ErrorCode::SubscribeRefused);
        QCOMPARE(std::get<std::string>(source.lastError()->args[0]), std::string("plant/#"));
        QVERIFY(!source.isConnected());
    }

    void tenMegabytes()
    {
        Mosquitto mosquitto;
        QVERIFY(mosquitto.start());
        ArrivalClock clock;
        Recorder recorder;
        MqttSource source(SourceId{0}, brokerAt(mosquitto), clock);
        QVERIFY(source.start(recorder));
        QTRY_VERIFY_WITH_TIMEOUT(source.isConnected(), kPatience);
        const QByteArray large(10 << 20, 'x');
        QVERIFY(mosquitto.publish(QStringLiteral("plant/large"), large, 1));
        QVERIFY(mosquitto.publish(QStringLiteral("plant/small"), "1", 1));
        QTRY_COMPARE_WITH_TIMEOUT(recorder.packets().size(), 2U, kPatience);
        QCOMPARE(recorder.packets()[0].payload, large.toStdString());
    }

    void listenOnlyPublishesNothing()
    {
        Mosquitto mosquitto;
        QVERIFY(mosquitto.start());
        Spy spy(mosquitto);
        ArrivalClock clock;
        Recorder recorder;
        {
            MqttSource source(SourceId{0}, brokerAt(mosquitto), clock);
            QVERIFY(source.start(recorder));
            QTRY_VERIFY_WITH_TIMEOUT(source.isConnected(), kPatience);
        }
        QVERIFY(mosquitto.publish(QStringLiteral("end"), "1"));
        QTRY_VERIFY_WITH_TIMEOUT(!spy.lines().isEmpty(), kPatience);
        QCOMPARE(spy.lines(), QStringList{QStringLiteral("end 0 0 1")});
        MqttCommander commander(brokerAt(mosquitto));
        QCOMPARE(commander.start().error().code, ErrorCode::ArgumentInvalid);
        QVERIFY(!commander.requestRebirth("G", "E"));
    }

    void hostState()
    {
        Mosquitto mosquitto;
        QVERIFY(mosquitto.start());
        Spy spy(mosquitto);
        ArrivalClock clock;
        Recorder recorder;
        Broker broker = brokerAt(mosquitto, "works");
        broker.clientId = "gemba-host";
        const QString topic = QStringLiteral("spBv1.0/STATE/works 1 0 ");
        const qint64 start = utcNow() / kMillisecond;
        MqttSource source(SourceId{0}, broker, clock);
        QVERIFY(source.start(recorder));
        QTRY_COMPARE_WITH_TIMEOUT(spy.lines().size(), 1, kPatience);
        const QString born = spy.lines()[0];
        QVERIFY2(born.startsWith(topic + QStringLiteral("{\"online\":true,\"timestamp\":")), qPrintable(born));
        QVERIFY(stampOf(born) >= start && stampOf(born) <= utcNow() / kMillisecond);
        QVERIFY(recorder.links()[0].host);

        // Somebody says we were offline: the birth again, with the same time.
        QTRY_VERIFY_WITH_TIMEOUT(source.isConnected(), kPatience);
        QVERIFY(mosquitto.publish(QStringLiteral("spBv1.0/STATE/works"), "{\"online\":false,\"timestamp\":5}", 1, true));
        QTRY_COMPARE_WITH_TIMEOUT(spy.lines().size(), 3, kPatience);
        QCOMPARE(spy.lines()[2], born);

        // Our connection is cut off (another client takes our id): the will, with the birth's time;
        // then a new birth with a new one.
        QVERIFY(mosquitto.publish(QStringLiteral("x"), "1", 0, false, {QStringLiteral("-i"), QStringLiteral("gemba-host")}));
        const auto states = [&spy] { return spy.lines().filter(QStringLiteral("STATE")); };
        QTRY_COMPARE_WITH_TIMEOUT(states().size(), 5, kPatience);
        QCOMPARE(states()[3], topic + QStringLiteral("{\"online\":false,\"timestamp\":%1}").arg(stampOf(born)));
        QVERIFY(states()[4].contains(QStringLiteral("true")));
        QVERIFY(stampOf(states()[4]) > stampOf(born));

        // A clean stop says offline with the time of the stop, and the will stays unsaid.
        QTRY_VERIFY_WITH_TIMEOUT(source.isConnected(), kPatience);
        const qint64 end = utcNow() / kMillisecond;
        source.stop();
        QVERIFY(mosquitto.publish(QStringLiteral("end"), "1"));
        QTRY_VERIFY_WITH_TIMEOUT(spy.lines().last().startsWith(QStringLiteral("end")), kPatience);
        QCOMPARE(states().size(), 6);
        QVERIFY(states()[5].startsWith(topic + QStringLiteral("{\"online\":false")));
        QVERIFY(stampOf(states()[5]) >= end);
    }

    void rebirthRequests()
    {
        Mosquitto mosquitto;
        MqttCommander commander(brokerAt(mosquitto, "works"));
        QVERIFY(commander.start());
        QVERIFY(!commander.requestRebirth("G", "E/D"));
        QVERIFY(commander.requestRebirth("G", "E")); // kept until the broker is there
        QTRY_VERIFY_WITH_TIMEOUT(commander.lastError().has_value(), kPatience);
        QVERIFY(commander.requestRebirth("G", "E")); // the same one again
        QVERIFY(mosquitto.start());
        QTRY_COMPARE_WITH_TIMEOUT(commander.sent(), 1U, kPatience);
        Spy spy(mosquitto);
        ArrivalClock clock;
        Recorder recorder;
        MqttSource source(SourceId{0}, brokerAt(mosquitto), clock);
        QVERIFY(source.start(recorder));
        QTRY_VERIFY_WITH_TIMEOUT(source.isConnected(), kPatience);
        QVERIFY(commander.requestRebirth("G", "E"));
        QTRY_COMPARE_WITH_TIMEOUT(recorder.packets().size(), 1U, kPatience);
        const auto packet = recorder.packets()[0];
        QCOMPARE(packet.topic, std::string("spBv1.0/G/NCMD/E"));
        QCOMPARE(packet.payload.size(), 42U);
        QCOMPARE(packet.qos, 0);
        QVERIFY(!packet.retained);
        const auto payload = decodeSparkplug(packet.payload);
        QVERIFY(payload && !payload->seq);
        QCOMPARE(payload->metrics[0].name, std::string("Node Control/Rebirth"));
        QVERIFY(payload->metrics[0].value == Value(true));
    }
};

QTEST_GUILESS_MAIN(TestMqttSource)
#include "test_mqtt_source.moc"
