// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "twin/manipulation/series_join.h"
#include "twin/manipulation/series_statistics.h"

using namespace gemba::twin;

namespace {

const double kNone = std::nan("");
using Points = std::vector<SeriesPoint>;

SeriesPoint at(int second, double value, Quality q = Quality::Good)
{
    return {second * kSecond, value, q};
}

std::string joined(SeriesJoin join, const std::vector<std::vector<Points>>& slices)
{
    std::string out;
    for (const auto& slice : slices) {
        join.add(slice, [&](TimeNs t, std::span<const double> v, Quality q) {
            out += std::to_string(t / kSecond) + ":" + std::to_string(static_cast<int>(v[0])) + ","
                 + std::to_string(static_cast<int>(v[1])) + (q == Quality::Good ? " " : "! ");
        });
    }
    return out;
}

SeriesStatistics statistics(const Points& points, int end, const Limits& limits = {}, TimeNs hold = 10 * kSecond)
{
    StatisticsMeter m(limits, hold);
    for (const SeriesPoint& p : points)
        m.add(p);
    return m.result(end * kSecond);
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lastValuesMeetAtCommonInstants()
    {
        const SeriesJoin join({3 * kSecond, 3 * kSecond});
        QCOMPARE(joined(join, {{{at(1, 10), at(3, 30)}, {at(2, 200), at(3, 300)}}}), "2:10,200 3:30,300 ");
        QCOMPARE(joined(join, {{{at(1, 10)}, {}}}), "");                       // one says nothing
        QCOMPARE(joined(join, {{{at(1, 10)}, {at(5, 200)}}}), "");             // too old by then
        QCOMPARE(joined(join, {{{at(1, kNone), at(2, 20)}, {at(1, 100)}}}), "2:20,100 ");
        QCOMPARE(joined(join, {{{at(1, 10, Quality::Bad)}, {at(1, 100)}}}), "1:10,100! ");
        QCOMPARE(joined(join, {{{at(1, 10), at(1, 11)}, {at(1, 100)}}}), "1:11,100 "); // the last of an instant
        // Slices make no difference.
        QCOMPARE(joined(join, {{{at(1, 10)}, {}}, {{at(3, 30)}, {at(2, 200), at(3, 300)}}}), "2:10,200 3:30,300 ");
    }

    void statisticsAreThoseOfTheSamples()
    {
        const auto s = statistics({at(0, 2), at(3600, 4), at(7200, 9)}, 7200);
        QCOMPARE(s.count, std::uint64_t{3});
        QCOMPARE(s.minimum, 2.0);
        QCOMPARE(s.maximum, 9.0);
        QCOMPARE(s.mean, 5.0);
        QCOMPARE(s.deviation, std::sqrt(13.0));
        QCOMPARE(s.slopePerHour, 3.5);
        QCOMPARE(s.goodShare, 1.0);
        QVERIFY(!s.outside);
    }

    void farFromZeroNothingIsLost()
    {
        Points points;
        for (int i = 0; i < 100'000; ++i)
            points.push_back({1'790'000'000 * kSecond + i * kSecond, 1e9 + (i % 2)});
        const auto s = statistics(points, 0);
        QCOMPARE(s.mean, 1e9 + 0.5);
        QVERIFY(std::abs(s.deviation - std::sqrt(0.25 * 100'000 / 99'999)) < 1e-9);
        QVERIFY(std::abs(s.slopePerHour) < 1e-3);
    }

    void timeOutsideHoldsUntilTheNextSampleButNotForEver()
    {
        Limits limits;
        limits.high.alert = 10;
        limits.low.alert = 0;
        const auto s = statistics({at(0, 5), at(2, 11), at(5, 10), at(6, -1), at(100, 5)}, 104, limits);
        QCOMPARE(*s.outside, (3 + 10) * kSecond); // 2..5, and 10 s of hold from 6
        QCOMPARE(s.covered, (2 + 3 + 1 + 10 + 4) * kSecond);
    }

    void whatCannotBeSaidIsNotSaid()
    {
        const auto none = statistics({}, 10);
        QVERIFY(none.count == 0 && std::isnan(none.mean) && std::isnan(none.goodShare));
        const auto one = statistics({at(1, 3)}, 10);
        QVERIFY(one.mean == 3.0 && std::isnan(one.deviation) && std::isnan(one.slopePerHour));
        const auto doubtful = statistics({at(1, 3), at(2, kNone, Quality::Bad), at(3, 4, Quality::Bad), at(4, 4)}, 5);
        QCOMPARE(doubtful.goodShare, 0.5);
        QCOMPARE(doubtful.without, std::uint64_t{1});
        QCOMPARE(doubtful.count, std::uint64_t{3});
    }
};

QTEST_APPLESS_MAIN(TestSeries)
#include "tst_series.moc"
