// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <thread>
#include <vector>

#include "twin/acquisition/arrival_clock.h"

using namespace gemba::twin;

namespace {

std::atomic<TimeNs> wall{0};
std::atomic<TimeNs> steady{0};
TimeNs wallNow() noexcept { return wall; }
TimeNs steadyNow() noexcept { return steady; }

void setClocks(TimeNs utc, TimeNs monotonic)
{
    wall = utc;
    steady = monotonic;
}

} // namespace

class TestArrivalClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsWithTheMonotonicClock()
    {
        setClocks(1000 * kSecond, 5 * kSecond);
        ArrivalClock clock(wallNow, steadyNow);
        QCOMPARE(clock.now(), 1000 * kSecond);
        setClocks(0, 6 * kSecond); // the wall clock is nonsense: nobody looks
        QCOMPARE(clock.now(), 1001 * kSecond);
    }

    void forwardStep()
    {
        setClocks(1000 * kSecond, 0);
        ArrivalClock clock(wallNow, steadyNow);
        setClocks(4601 * kSecond, kSecond);
        const auto step = clock.takeStep();
        QVERIFY(step);
        QCOMPARE(step->before, 1001 * kSecond);
        QCOMPARE(step->after, 4601 * kSecond);
        QVERIFY(!clock.takeStep());
        QCOMPARE(clock.now(), 4601 * kSecond);
    }

    void backwardStepNeverRepeatsTime()
    {
        setClocks(1000 * kSecond, 0);
        ArrivalClock clock(wallNow, steadyNow);
        QCOMPARE(clock.now(), 1000 * kSecond);
        setClocks(500 * kSecond, kSecond);
        const auto step = clock.takeStep();
        QVERIFY(step);
        QCOMPARE(step->before, 1001 * kSecond);
        QCOMPARE(step->after, 500 * kSecond);
        QCOMPARE(clock.now(), 1001 * kSecond);
        setClocks(1002 * kSecond, 2 * kSecond); // and put right again
        QVERIFY(clock.takeStep());
        QCOMPARE(clock.now(), 1002 * kSecond);
    }

    void slewingIsNoStep()
    {
        setClocks(1000 * kSecond, 0);
        ArrivalClock clock(wallNow, steadyNow);
        setClocks(1001 * kSecond + 50 * kMillisecond, kSecond);
        QVERIFY(!clock.takeStep());
    }

    void neverDecreasesAcrossThreads()
    {
        ArrivalClock clock;
        std::vector<std::thread> threads;
        std::atomic<int> wrong{0};
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                TimeNs last = clock.now();
                for (int i = 0; i < 100'000; ++i) {
                    const TimeNs now = clock.now();
                    wrong += now < last ? 1 : 0;
                    last = now;
                }
            });
        }
        for (std::thread& t : threads)
            t.join();
        QCOMPARE(wrong.load(), 0);
        QVERIFY(std::abs(clock.now() - utcNow()) < 60 * kSecond);
    }
};

QTEST_APPLESS_MAIN(TestArrivalClock)
#include "test_arrival_clock.moc"
