// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <limits>

#include "tests/acquisition/host_log.h"

using namespace gemba::twin;
using gemba::test::Host;
using gemba::test::M;
using gemba::test::payload;

namespace {

QStringList said(std::initializer_list<const char*> lines)
{
    QStringList out;
    for (const char* l : lines)
        out << QString::fromUtf8(l);
    return out;
}

/// A node with m1 by name and m2 under alias 2, a device D with m5 under alias 5; nothing said yet.
void bear(Host& host)
{
    host.nbirth({{"m1", 1.0}, {"m2", 2.0, 2}});
    host.dbirth(1, {{"m5", 5.0, 5}});
    host.log.take();
}

constexpr SparkplugType kNone = SparkplugType::Unknown;

} // namespace

class TestSparkplugSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void birthAndData()
    {
        Host host;
        host.nbirth({{"m1", 1.0}, {"m2", 2.0, 2}});
        QCOMPARE(host.log.take(), said({"birth E", "sample 1 = 1", "sample 2 = 2"}));
        QCOMPARE(host.log.lastAt, host.now);
        QCOMPARE(host.log.lastSource, 1000 * kSecond);
        host.dbirth(1, {{"m5", 5.0, 5}});
        QCOMPARE(host.log.take(), said({"birth E/D", "sample 5 = 5"}));
        host.ndata(2, {{"m1", 1.5}, {"", 2.5, 2, kNone}});
        host.ddata(3, {{"", 5.5, 5, kNone}});
        QCOMPARE(host.log.take(), said({"sample 1 = 1.5", "sample 2 = 2.5", "sample 5 = 5.5"}));
        // The second message of a topic takes the short way.
        host.ddata(4, {{"", 5.6, 5, kNone}});
        host.ndata(5, {{"m1", 1.6}});
        QCOMPARE(host.log.take(), said({"sample 5 = 5.6", "sample 1 = 1.6"}));
    }

    void dataBeforeBirth()
    {
        Host host;
        host.ndata(4, {{"m1", 1.0}});
        QCOMPARE(host.log.take(), said({"rejected data before birth", "rebirth E"}));
        host.ddata(5, {{"m5", 1.0}});
        host.dbirth(6, {{"m5", 1.0}});
        QCOMPARE(host.log.take(), said({"rejected data before birth", "rejected data before birth"}));
        bear(host);
        host.ddata(2, {{"m9", 1.0}}, "other");
        QCOMPARE(host.log.take(), said({"rejected data before birth"})); // asked for it just now
    }

    void rebirthIsRateLimited()
    {
        Host host;
        for (double t = 1; t < 95; t += 1) {
            host.at(t);
            host.ndata(1, {{"m1", 1.0}});
        }
        QCOMPARE(host.log.take().count(QStringLiteral("rebirth E")), 4); // at 1, 31, 61, 91 s
        host.nbirth({{"m1", 1.0}});
        host.log.take();
        host.at(300);
        QVERIFY(host.log.take().isEmpty()); // born: what was owed is not asked for
    }

    void wrap()
    {
        Host host;
        host.nbirth({{"m1", 0.0}});
        for (int i = 1; i <= 600; ++i)
            host.ndata(i % 256, {{"m1", double(i)}});
        const QStringList lines = host.log.take();
        QCOMPARE(lines.size(), 602);
        QCOMPARE(lines.last(), QStringLiteral("sample 1 = 600"));
    }

    void gapFilledInTime()
    {
        Host host;
        bear(host);
        host.ndata(4, {{"m1", 4.0}});
        host.ndata(3, {{"m1", 3.0}});
        QVERIFY(host.log.take().isEmpty()); // held back: 2 is missing
        host.at(2.9);
        host.ndata(2, {{"m1", 2.0}});
        QCOMPARE(host.log.take(), said({"sample 1 = 2", "sample 1 = 3", "sample 1 = 4"}));
        host.at(60);
        host.ndata(5, {{"m1", 5.0}});
        QCOMPARE(host.log.take(), said({"sample 1 = 5"}));
    }

    void gapTimesOut()
    {
        Host host;
        bear(host);
        host.ndata(5, {{"m1", 5.0}});
        host.at(2.999);
        QVERIFY(host.log.take().isEmpty());
        host.at(3);
        QCOMPARE(host.log.take(), said({"gap 3", "sample 1 = 5", "rebirth E"}));
        host.ndata(6, {{"m1", 6.0}});
        QCOMPARE(host.log.take(), said({"sample 1 = 6"}));
        host.ndata(3, {{"m1", 3.0}}); // one of the lost comes after all
        QCOMPARE(host.log.take(), said({"late", "sample 1 = 3 historical"}));
        host.ndata(3, {{"m1", 3.0}});
        QCOMPARE(host.log.take(), said({"duplicate"}));
    }

    void timerEndsBeforeTheMessageOfThatInstant()
    {
        Host host;
        bear(host);
        host.ndata(3, {{"m1", 3.0}});
        host.now = 3 * kSecond; // no onTime: the message brings the time
        host.ndata(2, {{"m1", 2.0}});
        QCOMPARE(host.log.take(), said({"gap 1", "sample 1 = 3", "rebirth E", "late", "sample 1 = 2 historical"}));
    }

    void twoHolesExpireApart()
    {
        Host host;
        bear(host);
        host.ndata(3, {{"m1", 3.0}});
        host.at(2);
        host.ndata(5, {{"m1", 5.0}});
        host.at(3);
        QCOMPARE(host.log.take(), said({"gap 1", "sample 1 = 3", "rebirth E"}));
        host.ndata(4, {{"m1", 4.0}});
        QCOMPARE(host.log.take(), said({"sample 1 = 4", "sample 1 = 5"}));
    }

    void duplicates()
    {
        Host host;
        bear(host);
        host.ndata(2, {{"m1", 2.0}});
        host.ndata(2, {{"m1", 2.0}});
        host.ndata(4, {{"m1", 4.0}});
        host.ndata(4, {{"m1", 4.0}});
        host.ndata(3, {{"m1", 3.0}});
        QCOMPARE(host.log.take(), said({"sample 1 = 2", "duplicate", "duplicate", "sample 1 = 3", "sample 1 = 4"}));
    }

    void lostBirthOfARestart()
    {
        Host host;
        bear(host);
        for (int i = 2; i <= 100; ++i)
            host.ndata(i, {{"m1", double(i)}});
        host.log.take();
        for (int i = 1; i <= 4; ++i) // counts anew, and we never saw why
            host.ndata(i, {{"m1", -double(i)}});
        const QStringList lines = host.log.take();
        QVERIFY(lines.contains(QStringLiteral("gap 1")));
        QVERIFY(lines.contains(QStringLiteral("rebirth E")));
        QVERIFY(lines.contains(QStringLiteral("death E")));
        QVERIFY(!lines.join(u' ').contains(QStringLiteral("sample")));
    }

    void heldMessagesAreBounded()
    {
        Host host({.heldMessages = 10});
        bear(host);
        for (int i = 3; i < 13; ++i)
            host.ndata(i, {{"m1", double(i)}});
        QVERIFY(host.log.take().isEmpty());
        host.ndata(13, {{"m1", 13.0}});
        const QStringList lines = host.log.take();
        QCOMPARE(lines.first(), QStringLiteral("gap 1"));
        QCOMPARE(lines.count(QStringLiteral("rebirth E")), 1);
        QCOMPARE(lines.size(), 13);

        Host small({.heldBytes = 200});
        bear(small);
        small.ndata(3, {{std::string(300, 'x'), 1.0}});
        QCOMPARE(small.log.take().first(), QStringLiteral("gap 1"));
    }

    void aliases()
    {
        Host host;
        bear(host);
        host.ndata(2, {{"", 9.0, 77, kNone}, {"", 2.5, 2, kNone}});
        QCOMPARE(host.log.take(), said({"sample 2 = 2.5", "rejected unknown alias", "rebirth E"}));
        host.dbirth(3, {{"m6", 6.0, 2}}, "F"); // 2 is the node's
        QCOMPARE(host.log.take(), said({"rejected duplicate alias", "birth E/F", "sample 6 = 6"}));
        host.ddata(4, {{"", 2.75, 2, kNone}}, "F");
        QCOMPARE(host.log.take(), said({"sample 2 = 2.75"})); // the first declared keeps it
        host.nbirth({{"m1", 1.0}}); // clears every alias
        host.log.take();
        host.ndata(1, {{"", 2.5, 2, kNone}});
        QCOMPARE(host.log.take(), said({"rejected unknown alias"}));
    }

    void aliasTypesComeFromTheBirth()
    {
        Host host;
        host.nbirth({{"m1", std::int64_t{-5}, 1, SparkplugType::Int32}});
        host.log.take();
        Bytes untyped; // seq 1, alias 1, int_value 0xFFFFFFFA and no datatype
        ByteWriter w(untyped);
        for (const int b : {0x12, 0x08, 0x10, 0x01, 0x50, 0xFA, 0xFF, 0xFF, 0xFF, 0x0F, 0x18, 0x01})
            w.u8(std::uint8_t(b));
        host.send("spBv1.0/G/NDATA/E", untyped);
        QCOMPARE(host.log.take(), said({"sample 1 = -6"}));
    }

    void typeChange()
    {
        Host host;
        bear(host);
        host.ndata(2, {{"m1", std::string("hot"), {}, SparkplugType::String}});
        QCOMPARE(host.log.take(), said({"sample 1 = null bad", "rejected type changed", "rebirth E"}));
        host.nbirth({{"m1", std::string("hot"), {}, SparkplugType::String}, {"m2", 2.0, 2}});
        QCOMPARE(host.log.take(), said({"rejected type changed", "birth E", "sample 1 = hot", "sample 2 = 2"}));
        host.ndata(1, {{"m1", std::string("cold"), {}, SparkplugType::String}});
        QCOMPARE(host.log.take(), said({"sample 1 = cold"}));
    }

    void valuesThatAreNone()
    {
        Host host;
        bear(host);
        host.ndata(2, {{"m1", std::nan("")}, {"m2", std::numeric_limits<double>::infinity()}, {"m1", {}}});
        QCOMPARE(host.log.take(), said({"sample 1 = null bad", "sample 2 = null bad", "sample 1 = null"}));
    }

    void nodeDeath()
    {
        Host host;
        host.nbirth({{"m1", 1.0}, {"m2", 2.0, 2}}, 7);
        host.dbirth(1, {{"m5", 5.0, 5}});
        host.log.take();
        host.ndeath(6); // of the connection before
        QVERIFY(host.log.take().isEmpty());
        host.at(9);
        host.ndeath(7);
        QCOMPARE(host.log.take(), said({"death E", "stale 1", "stale 2", "death E/D", "stale 5"}));
        QCOMPARE(host.log.lastAt, 9 * kSecond); // the host's time: the node is past telling
        host.ndeath(7);
        QVERIFY(host.log.take().isEmpty());
        host.ndata(2, {{"m1", 1.0}});
        QCOMPARE(host.log.take(), said({"rejected data before birth", "rebirth E"}));
    }

    void deathAppliesWhatWasHeld()
    {
        Host host;
        bear(host);
        host.ndata(3, {{"m1", 3.0}});
        host.ndeath(0);
        QCOMPARE(host.log.take().mid(0, 3), said({"gap 1", "sample 1 = 3", "death E"}));
    }

    void birthAppliesWhatWasHeld()
    {
        Host host;
        bear(host);
        host.ndata(3, {{"m1", 3.0}});
        host.nbirth({{"m1", 7.0}});
        QCOMPARE(host.log.take(), said({"gap 1", "sample 1 = 3", "stale 2", "birth E", "sample 1 = 7"}));
        host.ndata(1, {{"m1", 8.0}});
        QCOMPARE(host.log.take(), said({"sample 1 = 8"}));
        host.at(60); // and nothing of the old order is left
        QVERIFY(!host.log.take().contains(QStringLiteral("gap 1")));
    }

    void deviceDeath()
    {
        Host host;
        bear(host);
        host.send("spBv1.0/G/DDEATH/E/D", payload(2, {}));
        QCOMPARE(host.log.take(), said({"death E/D", "stale 5"}));
        QCOMPARE(host.log.lastAt, 1000 * kSecond); // the payload's time
        host.ddata(3, {{"", 5.0, 5, kNone}});
        QCOMPARE(host.log.take(), said({"rejected data before birth", "rebirth E"}));
        host.ndata(4, {{"m1", 1.0}}); // the node lives on
        QCOMPARE(host.log.take(), said({"sample 1 = 1"}));
    }

    void rebirthKeepsDevicesForAMoment()
    {
        Host host;
        bear(host);
        host.dbirth(2, {{"m6", 6.0}}, "F");
        host.log.take();
        host.nbirth({{"m1", 1.0}, {"m2", 2.0, 2}});
        QCOMPARE(host.log.take(), said({"birth E", "sample 1 = 1", "sample 2 = 2"}));
        host.dbirth(1, {{"m5", 5.0, 5}});
        host.log.take();
        host.at(3);
        QCOMPARE(host.log.take(), said({"death E/F", "stale 6"})); // D came back, F did not
    }

    void metricsLeftOutOfTheNextBirthAreStale()
    {
        Host host;
        bear(host);
        host.nbirth({{"m2", 2.0, 2}});
        QCOMPARE(host.log.take(), said({"stale 1", "birth E", "sample 2 = 2"}));
    }

    void linkDown()
    {
        Host host;
        bear(host);
        host.nbirth({{"m7", 7.0}}, 0, "second");
        host.log.take();
        host.session.onLink(false, host.now);
        QCOMPARE(host.log.take(), said({"death E", "stale 1", "stale 2", "death E/D", "stale 5",
                                        "death second", "stale 7"}));
        host.session.onLink(false, host.now);
        QVERIFY(host.log.take().isEmpty());
        host.now = 10 * kSecond;
        host.session.onLink(true, host.now);
        host.nbirth({{"m1", 1.0}}); // comes back by itself
        host.log.take();
        host.at(11.9);
        QVERIFY(host.log.take().isEmpty());
        host.at(12);
        QCOMPARE(host.log.take(), said({"rebirth second"}));
    }

    void malformed()
    {
        Host host;
        bear(host);
        host.send("spBv1.0/G/NDATA/E", "not protobuf at all");
        QCOMPARE(host.log.take(), said({"rejected malformed", "rebirth E"}));
        host.send("spBv1.0/G/NDATA/E", Bytes(2 << 20, 'x'));
        QCOMPARE(host.log.take(), said({"rejected too large"}));
        host.send("spBv1.0/G/NBIRTH/E", "\x08\x80\xff");
        QCOMPARE(host.log.take(), said({"rejected malformed"}));
        host.send("spBv1.0/G/XDATA/E", payload(2, {}));
        QCOMPARE(host.log.take(), said({"rejected topic"}));
        host.ndata(2, {{"m1", 2.0}}); // and goes on as if nothing had been
        QCOMPARE(host.log.take(), said({"sample 1 = 2"}));
    }

    void commandsAndStateAreReadPast()
    {
        Host host;
        host.send("spBv1.0/G/NCMD/E", payload(-1, {{"m1", 1.0}}));
        host.send("spBv1.0/G/DCMD/E/D", payload(-1, {{"m1", 1.0}}));
        host.send("spBv1.0/STATE/h", "{\"online\":true,\"timestamp\":1}", 1, true);
        host.send("STATE/h", "ONLINE", 1, true);
        QVERIFY(host.log.take().isEmpty());
    }

    void halfABirth()
    {
        Host host;
        host.send("spBv1.0/G/NBIRTH/E", payload(0, {{"", 1.0, 4}, {"m2", 2.0}}));
        QCOMPARE(host.log.take(), said({"note no bdSeq", "note no rebirth control", "rejected not in birth",
                                        "rebirth E", "birth E", "sample 2 = 2"}));
    }

    void nonCompliantPeers()
    {
        Host host;
        host.send("spBv1.0/G/NBIRTH/E", payload(9, {{"m1", 1.0, {}, kNone}, {"m1", 2.0}}), 1, true);
        QCOMPARE(host.log.take(), said({"note retained", "note qos", "note no bdSeq", "note no rebirth control",
                                        "note birth seq", "note no type", "note name twice", "birth E",
                                        "sample 1 = 1", "sample 1 = 2"}));
        host.ndata(10, {{"m1", 3.0}, {"m9", 9.0}});
        QCOMPARE(host.log.take(), said({"sample 1 = 3", "note not in birth", "rejected not in birth", "rebirth E"}));
        host.ndata(-1, {{"m1", 4.0}});
        host.ndata(300, {{"m1", 5.0}});
        QCOMPARE(host.log.take(), said({"note no seq", "sample 1 = 4", "sample 1 = 5"})); // told once
        host.send("spBv1.0/G/NDEATH/E", payload(-1, {}));
        QCOMPARE(host.log.take(), said({"death E", "stale 1"})); // no bdSeq to doubt it by
    }

    void sequenceMetric()
    {
        Host host;
        const auto n = [](std::int64_t v) { return M{"n8", v, {}, SparkplugType::UInt64}; };
        host.nbirth({n(10)});
        host.ndata(1, {n(11)});
        host.log.take();
        host.ndata(2, {n(15)});
        QCOMPARE(host.log.take(), said({"sample 8 = 15", "sequence 8 lost 3"}));
        host.nbirth({n(15)});
        QCOMPARE(host.log.take(), said({"birth E", "sample 8 = 15"}));
    }

    void memoryIsBounded()
    {
        Host host({.holders = 3, .metrics = 4});
        bear(host); // two holders, bdSeq + control + m1 + m2 + (m5)
        host.dbirth(2, {{"m6", 6.0}}, "F");
        QVERIFY(host.log.take().contains(QStringLiteral("rejected limit")));
        host.dbirth(3, {{"m6", 6.0}}, "H");
        host.nbirth({}, 0, "fourth");
        QCOMPARE(host.log.take(), said({"rejected limit", "rejected limit"}));
    }
};

QTEST_APPLESS_MAIN(TestSparkplugSession)
#include "test_sparkplug_session.moc"
