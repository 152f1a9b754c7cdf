// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "twin/acquisition/broker.h"

using namespace gemba::twin;

class TestBroker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urls_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("host"); // empty: refused
        QTest::addColumn<int>("port");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<bool>("loopback");
        const auto row = [](const char* url, const char* host = "", int port = 0, bool tls = false, bool loopback = false) {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(host) << port << tls << loopback;
        };
        row("mqtt://localhost", "localhost", 1883, false, true);
        row("mqtt://localhost/", "localhost", 1883, false, true);
        row("mqtt://127.0.0.1:18830", "127.0.0.1", 18830, false, true);
        row("mqtt://127.9.9.9", "127.9.9.9", 1883, false, true);
        row("mqtts://broker.plant", "broker.plant", 8883, true, false);
        row("mqtts://10.0.0.7:1", "10.0.0.7", 1, true, false);
        row("mqtt://[::1]:1884", "::1", 1884, false, true);
        row("mqtt://[fe80::1]", "fe80::1", 1883, false, false);
        row("mqtt://localhost.example.com", "localhost.example.com", 1883, false, false);
        for (const char* bad : {"", "localhost", "mqtt://", "mqtt:///", "http://x", "MQTT://x", "mqtt://x:", "mqtt://x:0",
                                "mqtt://x:65536", "mqtt://x:1a", "mqtt://x:-1", "mqtt://x/y", "mqtt://x?y", "mqtt://x y",
                                "mqtt://[::1", "mqtt://[::1]x", "mqtt://user@x", "mqtt://user:secret@x", "mqtt://x#"})
            row(bad);
    }
    void urls()
    {
        QFETCH(QString, url);
        QFETCH(QString, host);
        const auto broker = parseBroker(url.toStdString());
        QCOMPARE(broker.ok(), !host.isEmpty());
        if (!broker) {
            QCOMPARE(broker.error().code, ErrorCode::BrokerUrlInvalid);
            QVERIFY(std::get<std::string>(broker.error().args[0]).find("secret") == std::string::npos);
            return;
        }
        QCOMPARE(broker->host, host.toStdString());
        QTEST(int(broker->port), "port");
        QTEST(broker->tls, "tls");
        QTEST(broker->isLoopback(), "loopback");
        QCOMPARE(parseBroker(broker->address())->host, broker->host);
    }

    void plainTextStaysOnThisMachine()
    {
        Broker remote = *parseBroker("mqtt://broker.plant");
        QCOMPARE(prepare(remote).error().code, ErrorCode::BrokerPlainText);
        remote.allowPlainRemote = true;
        QVERIFY(prepare(remote));
        Broker safe = *parseBroker("mqtts://broker.plant");
        QVERIFY(prepare(safe));
        Broker local = *parseBroker("mqtt://[::1]");
        QVERIFY(prepare(local));
    }

    void passwordFiles()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("password"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("geheim wört\r\n");
        file.close();
        Broker broker = *parseBroker("mqtt://localhost");
        broker.passwordFile = path.toStdString();
        for (const auto exposed : {QFileDevice::ReadGroup, QFileDevice::ReadOther, QFileDevice::WriteOther}) {
            QVERIFY(file.setPermissions(QFileDevice::ReadOwner | exposed));
            QCOMPARE(prepare(broker).error().code, ErrorCode::FileExposed);
            QCOMPARE(prepare(broker).error().place.file, path.toStdString());
        }
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner));
        QVERIFY(prepare(broker));
        QCOMPARE(broker.password, std::string("geheim wört"));
        QVERIFY(broker.address().find("geheim") == std::string::npos);
        broker.password.clear();
        broker.passwordFile += ".missing";
        QCOMPARE(prepare(broker).error().code, ErrorCode::FileNotReadable);
    }

    void settingsThatCanNeverWork()
    {
        Broker broker = *parseBroker("mqtts://localhost");
        broker.caFile = "/nowhere/ca.pem";
        QCOMPARE(prepare(broker).error().code, ErrorCode::FileNotReadable);
        broker.caFile.clear();
        broker.certFile = "/etc/hostname";
        QCOMPARE(prepare(broker).error().code, ErrorCode::ArgumentInvalid);
        broker.certFile.clear();
        broker.hostId = "plant/gemba";
        QCOMPARE(prepare(broker).error().code, ErrorCode::ArgumentInvalid);
    }
};

QTEST_APPLESS_MAIN(TestBroker)
#include "test_broker.moc"
