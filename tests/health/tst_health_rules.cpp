// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <numeric>
#include <random>

#include "twin/health/apportion.h"
#include "twin/health/condition_word.h"
#include "twin/health/indicator.h"
#include "twin/health/trend.h"

using namespace gemba::twin;

namespace {

SideLimits side(std::optional<double> normal, std::optional<double> alert, std::optional<double> trip)
{
    return {normal, alert, trip};
}

struct Step {
    double second;
    int score;
    bool indicator;
    ConditionWord word;
};

constexpr auto Normal = ConditionWord::Normal;
constexpr auto Watch = ConditionWord::Watch;
constexpr auto Act = ConditionWord::Act;
constexpr auto Critical = ConditionWord::Critical;

} // namespace

Q_DECLARE_METATYPE(SideLimits)
Q_DECLARE_METATYPE(std::vector<Step>)

class TestHealthRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void apportionAddsUp()
    {
        std::mt19937 random(3);
        for (int n = 0; n < 5000; ++n) {
            const std::size_t size = 1 + random() % 40;
            std::vector<double> weights(size);
            for (double& w : weights)
                w = random() % 4 == 0 ? 0.0 : std::pow(10.0, static_cast<double>(random() % 12) - 6.0);
            weights[random() % size] = 1.0;
            std::vector<MilliPoints> parts(size);
            std::vector<std::uint32_t> order(size);
            const auto total = static_cast<MilliPoints>(random() % 100'001);
            apportion(weights, total, parts, order);
            QCOMPARE(std::accumulate(parts.begin(), parts.end(), 0), total);
            const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
            for (std::size_t i = 0; i < size; ++i) {
                QVERIFY(std::abs(parts[i] - weights[i] / sum * total) < 1.0 + 1e-6);
                QVERIFY(weights[i] > 0.0 || parts[i] == 0);
            }
        }
    }

    void apportionGivesTheRestToTheLargestRemainder()
    {
        std::vector<MilliPoints> parts(3);
        std::vector<std::uint32_t> order(3);
        apportion(std::vector<double>{1, 1, 1}, 100, parts, order);
        QCOMPARE(parts, (std::vector<MilliPoints>{34, 33, 33}));
        apportion(std::vector<double>{1, 5, 4}, 3, parts, order); // 0.3, 1.5, 1.2
        QCOMPARE(parts, (std::vector<MilliPoints>{0, 2, 1}));
        apportion(std::vector<double>{0, 0, 0}, 50, parts, order);
        QCOMPARE(parts, (std::vector<MilliPoints>{0, 0, 0}));
    }

    void indicator_data()
    {
        QTest::addColumn<SideLimits>("low");
        QTest::addColumn<SideLimits>("high");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("points");
        QTest::addColumn<int>("where");
        QTest::addColumn<double>("limit");
        const SideLimits none;
        const SideLimits high = side(100, 110, 130);
        const auto row = [](const char* name, SideLimits l, SideLimits h, double v, double points, Side s, double limit) {
            QTest::newRow(name) << l << h << v << points << static_cast<int>(s) << limit;
        };
        row("inside", none, high, 99, 0, Side::None, 0);
        row("edge of normal", none, high, 100, 0, Side::None, 0);
        row("half-way to alert", none, high, 105, 20, Side::High, 110);
        row("alert", none, high, 110, 40, Side::High, 110);
        row("half-way to trip", none, high, 120, 60, Side::High, 110);
        row("trip", none, high, 130, 80, Side::High, 130);
        row("beyond trip goes on", none, high, 135, 90, Side::High, 130);
        row("never more than 100", none, high, 1e9, 100, Side::High, 130);
        row("low alert", side(50, 40, 20), high, 40, 40, Side::Low, 40);
        row("low half-way to trip", side(50, 40, 20), high, 30, 60, Side::Low, 40);
        row("low trip", side(50, 40, 20), none, 20, 80, Side::Low, 20);
        row("low, negative limits", side(-1, -2, -4), none, -3, 60, Side::Low, -2);
        row("no edge of normal: below alert", none, side({}, 110, 130), 109.9, 0, Side::None, 0);
        row("no edge of normal: at alert", none, side({}, 110, 130), 110, 40, Side::High, 110);
        row("no trip: beyond alert", none, side(100, 110, {}), 500, 40, Side::High, 110);
        row("no alert: half-way to trip", none, side(100, {}, 130), 115, 40, Side::High, 130);
        row("trip alone: below", none, side({}, {}, 130), 129, 0, Side::None, 0);
        row("trip alone: at it", none, side({}, {}, 130), 130, 80, Side::High, 130);
        row("edge equals alert", none, side(110, 110, 130), 110, 40, Side::High, 110);
    }
    void indicator()
    {
        QFETCH(SideLimits, low);
        QFETCH(SideLimits, high);
        QFETCH(double, value);
        Tag tag;
        tag.limits = {low, high, {}};
        const auto rule = Indicator::of(TagId{3}, tag);
        QVERIFY(rule.has_value());
        const Indicator::Reading r = rule->read(value);
        QTEST(r.points, "points");
        QTEST(static_cast<int>(r.side), "where");
        QTEST(r.limit, "limit");
    }

    void edgeOfNormalAloneNeverDeducts()
    {
        Tag tag;
        tag.limits.high.normal = 100;
        QVERIFY(!Indicator::of(TagId{0}, tag));
    }

    void words_data()
    {
        QTest::addColumn<std::vector<Step>>("steps"); // dwell 4 s
        using S = std::vector<Step>;
        QTest::newRow("normal at the edge") << S{{0, 80'000, false, Normal}};
        QTest::newRow("worse after the dwell") << S{{0, 79'999, true, Normal}, {3.9, 70'000, true, Normal}, {4, 79'000, true, Watch}};
        QTest::newRow("a dip is no word") << S{{0, 70'000, true, Normal}, {3, 80'000, true, Normal}, {4, 70'000, true, Normal}, {7.9, 70'000, true, Normal}, {8, 70'000, true, Watch}};
        QTest::newRow("as bad as it has been throughout") << S{{0, 70'000, true, Normal}, {2, 30'000, true, Normal}, {4, 30'000, true, Watch}, {6, 30'000, true, Critical}};
        QTest::newRow("hysteresis") << S{{0, 70'000, true, Normal}, {4, 70'000, true, Watch}, {5, 82'999, true, Watch}, {6, 83'000, true, Normal}};
        QTest::newRow("better step by step") << S{{0, 10'000, true, Normal}, {4, 10'000, true, Critical}, {5, 43'000, true, Act}, {6, 62'999, true, Act}, {7, 63'000, true, Watch}, {8, 90'000, true, Normal}};
        QTest::newRow("better at once by two words") << S{{0, 10'000, true, Normal}, {4, 10'000, true, Critical}, {5, 100'000, true, Normal}};
        QTest::newRow("without an indicator never below Watch") << S{{0, 30'000, false, Normal}, {4, 30'000, false, Watch}, {60, 30'000, false, Watch}};
        QTest::newRow("the indicator goes") << S{{0, 30'000, true, Normal}, {4, 30'000, true, Critical}, {5, 60'000, false, Watch}};
        QTest::newRow("the indicator comes: dwell starts then") << S{{0, 50'000, false, Normal}, {4, 50'000, false, Watch}, {5, 50'000, true, Watch}, {8.9, 50'000, true, Watch}, {9, 50'000, true, Act}};
    }
    void words()
    {
        QFETCH(std::vector<Step>, steps);
        ConditionWordRule rule(4 * kSecond);
        for (const Step& s : steps) {
            const auto now = static_cast<TimeNs>(s.second * 1e9);
            QCOMPARE(static_cast<int>(rule.update(s.score, s.indicator, now)), static_cast<int>(s.word));
            Bytes saved;
            ByteWriter w(saved);
            rule.save(w);
            ByteReader r(saved);
            rule = ConditionWordRule(4 * kSecond);
            QVERIFY(rule.load(r) && r.atEnd());
        }
    }

    void wordSince()
    {
        ConditionWordRule rule(2 * kSecond);
        rule.update(100'000, false, 10 * kSecond);
        QCOMPARE(rule.since(), 10 * kSecond);
        rule.update(70'000, false, 11 * kSecond);
        QCOMPARE(rule.since(), 10 * kSecond);
        rule.update(70'000, false, 13 * kSecond);
        QCOMPARE(rule.since(), 13 * kSecond);
    }

    void trendOfALine()
    {
        Trend t;
        for (int i = 0; i < 11; ++i)
            t.add(i * kSecond, 5.0 + 2.0 * i);
        QVERIFY(!t.fit(10 * kSecond)); // too few
        t.add(11 * kSecond, 27.0);
        const auto line = t.fit(12 * kSecond);
        QVERIFY(line.has_value());
        QVERIFY(std::abs(line->slope - 2.0) < 1e-12);
        QVERIFY(std::abs(line->value - 29.0) < 1e-12);
        QVERIFY(line->significant);
        QCOMPARE(line->slopeLow, line->slope); // a perfect line leaves no doubt
        QCOMPARE(line->slopeHigh, line->slope);
    }

    void trendForgets()
    {
        Trend t;
        for (int i = 0; i < 200; ++i)
            t.add(i * kSecond, i < 150 ? 1000.0 : 2.0 * i);
        const auto line = t.fit(209 * kSecond); // the window starts at 149 s
        QVERIFY(line && std::abs(line->slope - 2.0) < 1e-9); // one point of the old level is still inside and moves nothing
        const auto later = t.fit(211 * kSecond);
        QVERIFY(later && std::abs(later->slope - 2.0) < 1e-9);
        QVERIFY(!t.fit(300 * kSecond));
    }

    void noiseIsNoTrend()
    {
        Trend t;
        for (int i = 0; i < 40; ++i)
            t.add(i * kSecond, i % 2 == 0 ? 1.0 : -1.0);
        const auto line = t.fit(40 * kSecond);
        QVERIFY(line && !line->significant);
        Trend flat;
        for (int i = 0; i < 40; ++i)
            flat.add(i * kSecond, 3.0);
        QVERIFY(!flat.fit(40 * kSecond)->significant);
    }

    void trendRefusesDisorder()
    {
        Bytes bytes;
        ByteWriter w(bytes);
        w.varint(2);
        for (const TimeNs time : {5, 4}) {
            w.i64(time);
            w.f64(1.0);
        }
        Trend t;
        ByteReader r(bytes);
        QVERIFY(!t.load(r));
        Bytes many;
        ByteWriter(many).varint(1'000'000);
        ByteReader r2(many);
        QVERIFY(!t.load(r2));
    }
};

QTEST_APPLESS_MAIN(TestHealthRules)
#include "tst_health_rules.moc"
