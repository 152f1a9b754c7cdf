// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <random>

#include "tests/manipulation/allocations.h"
#include "twin/detection/onset_watch.h"

using namespace gemba::twin;
using gemba::test::g_allocations;

namespace {

/// Lives of 400 records; noise of 3 %.
class Life
{
public:
    explicit Life(std::uint32_t seed = 1) : m_random(seed) {}
    double record(double level) { return level * (0.97 + 0.06 * static_cast<double>(m_random()) / 4294967296.0); }

private:
    std::mt19937 m_random;
};

using Level = double (*)(int record);

} // namespace

Q_DECLARE_METATYPE(Level)

class TestOnsetWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lives_data()
    {
        QTest::addColumn<Level>("level");
        QTest::addColumn<int>("onset"); ///< within five records; -1: none
        QTest::newRow("steady") << Level([](int) { return 1.0; }) << -1;
        QTest::newRow("a step near the end") << Level([](int i) { return i < 380 ? 1.0 : 2.0; }) << 380;
        QTest::newRow("growing from 300 on") << Level([](int i) { return i < 300 ? 1.0 : 1.0 + 0.03 * (i - 300); }) << 312;
        QTest::newRow("running in") << Level([](int i) { return i < 60 ? 0.5 + i / 120.0 : 1.0; }) << -1;
        QTest::newRow("a knock") << Level([](int i) { return i == 200 || i == 201 ? 9.0 : 1.0; }) << -1;
        QTest::newRow("a bump that goes") << Level([](int i) { return i >= 100 && i < 130 ? 3.0 : 1.0; }) << -1;
        QTest::newRow("another way of running") << Level([](int i) { return i < 80 ? 1.0 : 2.0; }) << -1;
        QTest::newRow("another way, then the end") << Level([](int i) { return i < 80 ? 1.0 : i < 370 ? 2.0 : 4.0; }) << 370;
        QTest::newRow("getting quieter") << Level([](int i) { return 2.0 - i / 400.0; }) << -1;
        QTest::newRow("silence") << Level([](int) { return 0.0; }) << -1;
    }
    void lives()
    {
        QFETCH(Level, level);
        QFETCH(int, onset);
        for (std::uint32_t seed = 1; seed <= 20; ++seed) {
            for (const double unit : {1.0, 9806.65, 1e-6}) {
                Life life(seed);
                OnsetWatch watch;
                for (int i = 0; i < 400; ++i)
                    watch.add(unit * life.record(level(i)));
                QCOMPARE(watch.onset().has_value(), onset >= 0);
                if (watch.onset())
                    QVERIFY2(std::abs(static_cast<int>(*watch.onset()) - onset) <= 5, qPrintable(QString::number(*watch.onset())));
                QVERIFY(watch.health() <= 1.0 && watch.health() > 0.0 && (onset >= 0 || watch.health() == 1.0));
            }
        }
    }

    void healthOnlyFalls()
    {
        Life life;
        OnsetWatch watch;
        double before = 1.0;
        for (int i = 0; i < 400; ++i) {
            watch.add(life.record(i < 300 ? 1.0 : i % 7 == 0 ? 2.0 : 3.0 + 0.02 * (i - 300)));
            QVERIFY(watch.health() <= before || !watch.onset());
            before = watch.health();
        }
        QVERIFY(watch.onset() && before < 0.25);
    }

    void anyLengthInBoundedMemory()
    {
        Life life;
        OnsetWatch watch;
        const std::size_t before = g_allocations;
        for (int i = 0; i < 20'000; ++i)
            watch.add(life.record(i < 19'900 ? 1.0 : 2.0));
        QCOMPARE(g_allocations, before);
        QCOMPARE(watch.records(), std::uint64_t{20'000});
        QVERIFY(watch.onset() && std::abs(static_cast<double>(*watch.onset()) - 19'902.0) <= 3.0);
    }

    void stateGoesOn()
    {
        for (const int cut : {0, 3, 20, 150, 305, 390}) {
            Life life;
            OnsetWatch through, first, second;
            for (int i = 0; i < 400; ++i) {
                const double v = life.record(i < 300 ? 1.0 : 2.0 + i / 200.0);
                through.add(v);
                if (i == cut) {
                    Bytes bytes;
                    ByteWriter out(bytes);
                    first.save(out);
                    for (std::size_t n = 0; n < bytes.size(); n += 7) { // cut off anywhere
                        ByteReader broken(std::string_view(bytes).substr(0, n));
                        QVERIFY(!second.load(broken));
                        QCOMPARE(second.records(), std::uint64_t{0});
                    }
                    ByteReader in(bytes);
                    QVERIFY(second.load(in));
                }
                (i < cut ? first : second).add(v);
            }
            QVERIFY(second.onset() == through.onset() && second.health() == through.health());
            QCOMPARE(second.limit(), through.limit());
        }
    }
};

QTEST_APPLESS_MAIN(TestOnsetWatch)
#include "tst_onset_watch.moc"
