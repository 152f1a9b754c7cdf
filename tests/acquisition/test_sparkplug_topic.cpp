// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "twin/acquisition/sparkplug_topic.h"

using namespace gemba::twin;

namespace {
QString str(std::string_view s) { return QString::fromUtf8(s.data(), qsizetype(s.size())); }
}

class TestSparkplugTopic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<int>("message");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("node");
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("host");
        const auto row = [](const char* topic, SparkplugMessage m, const char* g, const char* n,
                            const char* d, const char* h = "") {
            QTest::newRow(topic) << QString::fromUtf8(topic) << int(m) << QString::fromUtf8(g)
                                 << QString::fromUtf8(n) << QString::fromUtf8(d)
                                 << QString::fromUtf8(h);
        };
        using M = SparkplugMessage;
        row("spBv1.0/G/NBIRTH/E", M::NBirth, "G", "E", "");
        row("spBv1.0/G/NDEATH/E", M::NDeath, "G", "E", "");
        row("spBv1.0/G/NDATA/E", M::NData, "G", "E", "");
        row("spBv1.0/G/NCMD/E", M::NCmd, "G", "E", "");
        row("spBv1.0/G/DBIRTH/E/D", M::DBirth, "G", "E", "D");
        row("spBv1.0/G/DDEATH/E/D", M::DDeath, "G", "E", "D");
        row("spBv1.0/G/DDATA/E/D", M::DData, "G", "E", "D");
        row("spBv1.0/G/DCMD/E/D", M::DCmd, "G", "E", "D");
        row("spBv1.0/Größe 1/DDATA/ä ö/x:y", M::DData, "Größe 1", "ä ö", "x:y");
        row("spBv1.0/STATE/host-1", M::State, "", "", "", "host-1");
        row("STATE/host-1", M::State, "", "", "", "host-1");
        row("spBv1.0/STATE/NDATA/E", M::NData, "STATE", "E", ""); // a group may be called STATE
    }
    void accepted()
    {
        QFETCH(QString, topic);
        const QByteArray bytes = topic.toUtf8();
        const auto t = parseSparkplugTopic({bytes.constData(), std::size_t(bytes.size())});
        QVERIFY(t);
        QTEST(int(t->message), "message");
        QTEST(str(t->group), "group");
        QTEST(str(t->node), "node");
        QTEST(str(t->device), "device");
        QTEST(str(t->host), "host");
        QCOMPARE(t->legacyState, topic.startsWith(QStringLiteral("STATE/")));
        if (!t->legacyState)
            QCOMPARE(str(toString(*t)), topic);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("topic");
        for (const char* t :
             {"", "spBv1.0", "spBv1.0/", "spBv1.0/G", "spBv1.0/G/NDATA", "spBv1.0/G/NDATA/",
              "spBv1.0//NDATA/E", "spBv1.0/G/NDATA/E/D", "spBv1.0/G/DDATA/E", "spBv1.0/G/DDATA/E/",
              "spBv1.0/G/DDATA/E/D/x", "spBv1.0/G/DDATA//D", "spBv1.0/G/ndata/E", "spBv1.0/G/XDATA/E",
              "spAv1.0/G/NDATA/E", "spBv1.0/STATE/", "STATE/", "STATE", "STATE/a/b", "spBv1.0/G/x",
              "spBv1.0/G+/NDATA/E", "spBv1.0/G/NDATA/#"})
            QTest::newRow(t) << QByteArray(t);
        QTest::newRow("NUL in an id") << QByteArray("spBv1.0/G/NDATA/E\0x", 19);
    }
    void refused()
    {
        QFETCH(QByteArray, topic);
        QVERIFY(!parseSparkplugTopic({topic.constData(), std::size_t(topic.size())}));
    }
};

QTEST_APPLESS_MAIN(TestSparkplugTopic)
#include "test_sparkplug_topic.moc"
