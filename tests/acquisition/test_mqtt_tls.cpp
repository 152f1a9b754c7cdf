// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/acquisition/broker.h"
#include "tests/acquisition/certificates.h"
#include "tests/acquisition/recorder.h"
#include "twin/acquisition/mqtt_source.h"

using namespace gemba::twin;
using gemba::test::CertificateAuthority;
using gemba::test::Mosquitto;
using gemba::test::MosquittoOptions;
using gemba::test::Recorder;

namespace {

constexpr int kPatience = 20'000;

} // namespace

class TestMqttTls : public QObject
{
    Q_OBJECT

private:
    /// Connects and returns the error it meets; none if it is connected.
    std::optional<Error> attempt(const Broker& broker)
    {
        ArrivalClock clock;
        Recorder recorder;
        MqttSource source(SourceId{0}, broker, clock);
        if (auto started = source.start(recorder); !started)
            return started.error();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(source.isConnected() || source.lastError(), kPatience); }();
        return source.lastError();
    }

    Broker brokerAt(const Mosquitto& mosquitto, const QString& ca, const char* host = "localhost") const
    {
        Broker broker = *parseBroker(mosquitto.url());
        broker.host = host;
        broker.filters = {"#"};
        broker.caFile = ca.toStdString();
        return broker;
    }

    QTemporaryDir m_folder;
    CertificateAuthority m_authority{m_folder.path(), QStringLiteral("authority")};
    CertificateAuthority m_stranger{m_folder.path(), QStringLiteral("stranger")};

private Q_SLOTS:
    void server_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<int>("fromDays");
        QTest::addColumn<int>("toDays");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("ourAuthority");
        QTest::addColumn<int>("expected"); // -1: connects
        const auto row = [](const char* name, const char* names, int from, int to, const char* host, bool ours, int code) {
            QTest::newRow(name) << QByteArray(names) << from << to << QString::fromLatin1(host) << ours << code;
        };
        row("right", "DNS:localhost", -1, 1, "localhost", true, -1);
        row("right by address", "IP:127.0.0.1", -1, 1, "127.0.0.1", true, -1);
        row("of another host", "DNS:other.plant", -1, 1, "localhost", true, int(ErrorCode::TlsWrongHost));
        row("address not named", "DNS:localhost", -1, 1, "127.0.0.1", true, int(ErrorCode::TlsWrongHost));
        row("of another authority", "DNS:localhost", -1, 1, "localhost", false, int(ErrorCode::TlsUntrusted));
        row("expired", "DNS:localhost", -3, -1, "localhost", true, int(ErrorCode::TlsExpired));
        row("not valid yet", "DNS:localhost", 1, 3, "localhost", true, int(ErrorCode::TlsExpired));
    }
    void server()
    {
        QFETCH(QByteArray, names);
        QFETCH(int, fromDays);
        QFETCH(int, toDays);
        QFETCH(QString, host);
        QFETCH(bool, ourAuthority);
        QFETCH(int, expected);
        const auto pair = m_authority.issue(QStringLiteral("server"), names, fromDays, toDays);
        Mosquitto mosquitto({.certFile = pair.cert, .keyFile = pair.key});
        QVERIFY(mosquitto.start());
        const QByteArray name = host.toLatin1();
        const auto error = attempt(brokerAt(mosquitto, ourAuthority ? m_authority.file() : m_stranger.file(), name.constData()));
        QCOMPARE(error ? int(error->code) : -1, expected);
    }

    void mutual()
    {
        const auto pair = m_authority.issue(QStringLiteral("server"), "DNS:localhost");
        Mosquitto mosquitto({.certFile = pair.cert, .keyFile = pair.key, .clientCaFile = m_authority.file()});
        QVERIFY(mosquitto.start());
        Broker broker = brokerAt(mosquitto, m_authority.file());
        const auto nobody = attempt(broker);
        QVERIFY(nobody);
        QCOMPARE(nobody->code, ErrorCode::TlsFailed);
        const auto us = m_authority.issue(QStringLiteral("console"), "DNS:console");
        broker.certFile = us.cert.toStdString();
        broker.keyFile = us.key.toStdString();
        QVERIFY(!attempt(broker));
        const auto stranger = m_stranger.issue(QStringLiteral("intruder"), "DNS:intruder");
        broker.certFile = stranger.cert.toStdString();
        broker.keyFile = stranger.key.toStdString();
        const auto intruder = attempt(broker);
        QVERIFY(intruder);
        QCOMPARE(intruder->code, ErrorCode::TlsFailed);
    }

    void plainBrokerBehindATlsUrl()
    {
        Mosquitto mosquitto;
        QVERIFY(mosquitto.start());
        Broker broker = brokerAt(mosquitto, m_authority.file());
        broker.tls = true;
        const auto error = attempt(broker);
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::TlsFailed);
    }

    /// An old TLS is refused even where the server offers nothing else.
    void oldTls()
    {
        const auto pair = m_authority.issue(QStringLiteral("server"), "DNS:localhost");
        const quint16 port = gemba::test::freePort();
        QProcess server;
        server.start(QStringLiteral("openssl"),
                     {QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("127.0.0.1:%1").arg(port),
                      QStringLiteral("-cert"), pair.cert, QStringLiteral("-key"), pair.key, QStringLiteral("-tls1_1"),
                      QStringLiteral("-cipher"), QStringLiteral("ALL:@SECLEVEL=0")});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += server.readAll()).contains("ACCEPT"), kPatience);
        Broker broker;
        broker.host = "localhost";
        broker.port = port;
        broker.tls = true;
        broker.caFile = m_authority.file().toStdString();
        broker.filters = {"#"};
        const auto error = attempt(broker);
        server.kill();
        server.waitForFinished(kPatience);
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::TlsFailed);
    }
};

QTEST_GUILESS_MAIN(TestMqttTls)
#include "test_mqtt_tls.moc"
