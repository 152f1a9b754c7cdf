// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/transport_faults.h"

#include <QTest>

using namespace gemba;
using namespace gemba::plant;
using twin::kMillisecond;
using twin::kSecond;

namespace {

Message data(std::uint64_t number)
{
    Message m;
    m.topic = "t";
    m.number = number;
    return m;
}

std::vector<int> numbers(const std::vector<Message>& messages)
{
    std::vector<int> out;
    for (const Message& m : messages)
        out.push_back(int(m.number));
    return out;
}

FaultPlan plan(const char* text)
{
    return *parseFaults(text);
}

} // namespace

class TestTransportFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void refuses_data();
    void refuses();
    void cleanRoadKeepsOrder();
    void drops();
    void duplicates();
    void delays();
    void reorders();
    void stalls();
    void cutLosesWhatIsOnTheRoad();
    void sameSeedSameFaults();
    void ratesAreAsAsked();
};

void TestTransportFaults::reads()
{
    const FaultPlan p = plan("drop=0.25,delay=1:500ms,stall=0.5,death=0:7s,skew=-2s");
    QCOMPARE(p.drop, 0.25);
    QCOMPARE(p.delay, 1.0);
    QCOMPARE(p.delayBy, 500 * kMillisecond);
    QCOMPARE(p.stallFor, 5 * kSecond);
    QCOMPARE(p.deathFor, 7 * kSecond);
    QCOMPARE(p.skew, -2 * kSecond);
    QCOMPARE(p.duplicate, 0.0);
    QVERIFY(parseFaults("").ok());
}

void TestTransportFaults::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"drop", "drop=", "drop=x", "drop=1.1", "drop=-0.1", "drop=nan",
                             "drop=0,1", "drop=0.1:5s", "explode=1", "delay=0.1:", "delay=0.1:0s",
                             "delay=0.1:soon", "skew=", "skew=fast", "drop=0.1,,delay=0.1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestTransportFaults::refuses()
{
    QFETCH(QString, text);
    const twin::Result<FaultPlan> r = parseFaults(text.toStdString());
    QVERIFY(!r.ok());
    QCOMPARE(r.error().code, twin::ErrorCode::ArgumentInvalid);
}

void TestTransportFaults::cleanRoadKeepsOrder()
{
    FaultyRoad road({}, 1);
    for (std::uint64_t i = 1; i <= 100; ++i)
        QCOMPARE(road.submit(data(i), 5), Fate::Sent);
    QCOMPARE(road.nextDue(), twin::TimeNs(5));
    QVERIFY(road.due(4).empty());
    const std::vector<int> sent = numbers(road.due(5));
    QCOMPARE(sent.size(), std::size_t(100));
    QVERIFY(std::is_sorted(sent.begin(), sent.end()));
    QCOMPARE(road.nextDue(), twin::kNoTime);
    QVERIFY(!road.diesNow());
}

void TestTransportFaults::drops()
{
    FaultyRoad road(plan("drop=1"), 1);
    QCOMPARE(road.submit(data(1), 0), Fate::Dropped);
    Message birth = data(2);
    birth.type = Message::Type::Birth;
    QCOMPARE(road.submit(birth, 0), Fate::Sent); // births are spared
    QCOMPARE(numbers(road.due(0)), std::vector<int>{2});
}

void TestTransportFaults::duplicates()
{
    FaultyRoad road(plan("duplicate=1"), 1);
    QCOMPARE(road.submit(data(1), 0), Fate::Duplicated);
    QCOMPARE(numbers(road.due(0)), (std::vector<int>{1, 1}));
}

void TestTransportFaults::delays()
{
    FaultyRoad road(plan("delay=1:10ms"), 1);
    QCOMPARE(road.submit(data(1), 0), Fate::Delayed);
    Message birth = data(2);
    birth.type = Message::Type::Birth;
    road.submit(birth, 0);
    QCOMPARE(numbers(road.due(0)), std::vector<int>{2});
    QCOMPARE(road.nextDue(), 10 * kMillisecond);
    QCOMPARE(numbers(road.due(10 * kMillisecond)), std::vector<int>{1});
}

void TestTransportFaults::reorders()
{
    FaultyRoad road(plan("reorder=1"), 1);
    QCOMPARE(road.submit(data(1), 0), Fate::Reordered);
    QVERIFY(road.due(0).empty());
    QCOMPARE(road.submit(data(2), 0), Fate::Sent); // its partner
    QCOMPARE(numbers(road.due(0)), (std::vector<int>{2, 1}));
    QCOMPARE(road.submit(data(3), 0), Fate::Reordered);
    QCOMPARE(numbers(road.flush()), std::vector<int>{3}); // nothing is left at the end
}

void TestTransportFaults::stalls()
{
    FaultyRoad road(plan("stall=1:1s"), 1);
    road.maybeStall(0);
    road.submit(data(1), 0);
    road.maybeStall(kSecond / 2); // does not grow while it lasts
    road.submit(data(2), kSecond / 2);
    QVERIFY(road.due(kSecond - 1).empty());
    QCOMPARE(numbers(road.due(kSecond)), (std::vector<int>{1, 2}));
}

void TestTransportFaults::cutLosesWhatIsOnTheRoad()
{
    FaultyRoad road(plan("stall=1:1s"), 1);
    road.maybeStall(0);
    road.submit(data(1), 0);
    QCOMPARE(numbers(road.cut()), std::vector<int>{1});
    road.submit(data(2), 1); // a new connection is not stalled
    QCOMPARE(numbers(road.due(1)), std::vector<int>{2});
}

void TestTransportFaults::sameSeedSameFaults()
{
    const auto play = [](std::uint64_t seed) {
        FaultyRoad road(plan("drop=0.1,duplicate=0.1,delay=0.1:3ms,reorder=0.1,stall=0.05:5ms"),
                        seed);
        std::vector<int> out;
        for (std::uint64_t i = 1; i <= 500; ++i) {
            road.maybeStall(twin::TimeNs(i) * kMillisecond);
            road.submit(data(i), twin::TimeNs(i) * kMillisecond);
            for (const int n : numbers(road.due(twin::TimeNs(i) * kMillisecond)))
                out.push_back(n);
        }
        return out;
    };
    QCOMPARE(play(7), play(7));
    QVERIFY(play(7) != play(8));
}

void TestTransportFaults::ratesAreAsAsked()
{
    FaultyRoad road(plan("drop=0.1"), 42);
    int dropped = 0;
    for (std::uint64_t i = 0; i < 10'000; ++i)
        dropped += road.submit(data(i), 0) == Fate::Dropped ? 1 : 0;
    QVERIFY2(dropped > 900 && dropped < 1100, qPrintable(QString::number(dropped)));
}

QTEST_GUILESS_MAIN(TestTransportFaults)
#include "tst_transport_faults.moc"
