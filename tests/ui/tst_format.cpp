// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QTimeZone>

#include <numeric>

#include "tests/ui/snapshot_builder.h"
#include "ui/models/apportion.h"
#include "ui/models/format.h"
#include "ui/models/time_input.h"
#include "ui/models/time_scale.h"

using namespace gemba;
using namespace gemba::ui;

namespace {

twin::TimeNs at(const char* iso)
{
    return twin::parseIso8601(iso).value();
}
Format berlin()
{
    return Format::forSite(QLocale(QLocale::English), "Europe/Berlin");
}

} // namespace

class TestFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void number_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("text");
        QTest::newRow("grouped") << 2705.04 << 1 << QStringLiteral("2\u202f705.0");
        QTest::newRow("millions") << 1234567.0 << 0 << QStringLiteral("1\u202f234\u202f567");
        QTest::newRow("minus sign") << -3.25 << 2 << QStringLiteral("\u22123.25");
        QTest::newRow("no minus zero") << -0.001 << 2 << QStringLiteral("0.00");
        QTest::newRow("nan") << qQNaN() << 2 << QStringLiteral("\u2013");
        QTest::newRow("infinite") << qInf() << 2 << QStringLiteral("\u2013");
        QTest::newRow("huge") << 1.5e14 << 2 << QStringLiteral("1.500e+14");
        QTest::newRow("three digits") << 999.0 << 0 << QStringLiteral("999");
    }
    void number()
    {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QTEST(Format(QLocale(QLocale::German)).number(value, decimals), "text");
    }

    void age_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QString>("text");
        QTest::newRow("tenths") << qint64{240 * twin::kMillisecond} << QStringLiteral("0.2 s");
        QTest::newRow("seconds") << qint64{45 * twin::kSecond} << QStringLiteral("45 s");
        QTest::newRow("edge to minutes") << qint64{120 * twin::kSecond} << QStringLiteral("2 min");
        QTest::newRow("hours") << qint64{3 * twin::kHour} << QStringLiteral("3 h");
        QTest::newRow("days") << qint64{49 * twin::kHour} << QStringLiteral("2 d");
        QTest::newRow("from the future")
            << qint64{-5 * twin::kSecond} << QStringLiteral("\u22125.0 s");
    }
    void age()
    {
        QFETCH(qint64, length);
        QTEST(Format().age(length), "text");
    }

    void siteTime()
    {
        QCOMPARE(berlin().dateTime(at("2026-11-23T12:07:42Z")),
                 QStringLiteral("Mon 2026-11-23 13:07:42 +01:00"));
        QCOMPARE(berlin().dateTime(at("2026-07-01T12:00:00.999Z")),
                 QStringLiteral("Wed 2026-07-01 14:00:00 +02:00"));
        QCOMPARE(Format::forSite(QLocale::c(), "No/Where").clock(at("2026-07-01T12:00:00Z")),
                 QStringLiteral("12:00"));
        QCOMPARE(berlin().dateTime(twin::kNoTime), QStringLiteral("\u2013"));
        QCOMPARE(berlin().clockSeconds(-1), QStringLiteral("00:59:59")); // before 1970 rounds down
    }

    void points()
    {
        QCOMPARE(Format::points(30'499), 30);
        QCOMPARE(Format::points(30'500), 31);
        QCOMPARE(Format::points(0), 0);
    }

    void toolTipsShowMarkupAsText()
    {
        QCOMPARE(Format::toolTip(QStringLiteral("<b>x</b>")),
                 QStringLiteral("<qt>&lt;b&gt;x&lt;/b&gt;</qt>"));
        QCOMPARE(Format::toolTip({}), QString());
    }

    void timeInput_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: refused
        QTest::newRow("wall clock") << "14:05"
                                    << "2026-11-23T13:05:00Z";
        QTest::newRow("with seconds") << " 14:05:30 "
                                      << "2026-11-23T13:05:30Z";
        QTest::newRow("back") << "-15m"
                              << "2026-11-23T11:52:42Z";
        QTest::newRow("back, typeset minus")
            << QStringLiteral("\u221215m") << "2026-11-23T11:52:42Z";
        QTest::newRow("on") << "+30s"
                            << "2026-11-23T12:08:12Z";
        QTest::newRow("now") << "Now"
                             << "2026-11-23T15:00:00Z";
        QTest::newRow("date") << "2026-11-22 09:00"
                              << "2026-11-22T08:00:00Z";
        QTest::newRow("iso") << "2026-11-22T09:00:00Z"
                             << "2026-11-22T09:00:00Z";
        QTest::newRow("own long form") << "Mon 2026-11-23 13:07:42 +01:00"
                                       << "2026-11-23T12:07:42Z";
        QTest::newRow("skipped by summer time") << "2026-03-29 02:30"
                                                << "";
        QTest::newRow("no such day") << "2026-02-30 09:00"
                                     << "";
        QTest::newRow("no such hour") << "25:00"
                                      << "";
        QTest::newRow("words") << "yesterday"
                               << "";
        QTest::newRow("only a sign") << "-"
                                     << "";
        QTest::newRow("double minus") << "--5m"
                                      << "";
        QTest::newRow("beyond all time") << "-9000000000"
                                         << "";
        QTest::newRow("empty") << ""
                               << "";
    }
    void timeInput()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto t =
            parseTimeInput(text, at("2026-11-23T12:07:42Z"), at("2026-11-23T15:00:00Z"), berlin());
        QCOMPARE(t ? QString::fromStdString(twin::toIso8601(*t, 0)) : QString(), expected);
    }

    void timeInputWithoutARecord()
    {
        QVERIFY(!parseTimeInput(QStringLiteral("now"), twin::kNoTime, twin::kNoTime, berlin()));
        QVERIFY(!parseTimeInput(QStringLiteral("-15m"), twin::kNoTime, twin::kNoTime, berlin()));
    }

    void apportionedPointsAddUp_data()
    {
        QTest::addColumn<QList<int>>("parts");
        QTest::addColumn<int>("total");
        QTest::addColumn<QList<int>>("points");
        QTest::newRow("largest remainder")
            << QList<int>{43'900, 11'300, 5'700} << 61 << QList<int>{44, 11, 6};
        QTest::newRow("equal remainders, first wins")
            << QList<int>{1'500, 1'500} << 3 << QList<int>{2, 1};
        QTest::newRow("all tiny") << QList<int>{300, 300, 300} << 1 << QList<int>{1, 0, 0};
        QTest::newRow("rounded down") << QList<int>{10'400} << 10 << QList<int>{10};
        QTest::newRow("nothing") << QList<int>{} << 0 << QList<int>{};
    }
    void apportionedPointsAddUp()
    {
        QFETCH(QList<int>, parts);
        QFETCH(int, total);
        const auto points =
            apportion(std::vector<twin::MilliPoints>(parts.begin(), parts.end()), total);
        QTEST(QList<int>(points.begin(), points.end()), "points");
        QCOMPARE(std::accumulate(points.begin(), points.end(), 0), total);
    }

    void ticksAreRoundOnTheSitesClock()
    {
        const TimeScale scale{at("2026-11-23T12:07:42Z"), at("2026-11-23T13:07:42Z"), 600};
        const auto ticks = scale.ticks(6, 3600);
        QVERIFY(!ticks.empty() && ticks.size() <= 6);
        for (const twin::TimeNs t : ticks) {
            QVERIFY(t >= scale.from && t <= scale.to);
            QCOMPARE(t % (5 * twin::kMinute), 0);
        }
        // A zone of 5:45 hours has its full hours elsewhere.
        const TimeScale day{at("2026-11-23T00:00:00Z"), at("2026-11-24T00:00:00Z"), 600};
        QCOMPARE((day.ticks(5, 20'700).front() + 20'700 * twin::kSecond) % (8 * twin::kHour), 0);
    }

    void scaleGoesThereAndBack()
    {
        const TimeScale scale{1'000, 2'001'000, 500};
        QCOMPARE(scale.at(scale.x(1'001'000)), 1'001'000);
        QCOMPARE(scale.at(-20), scale.from);
        QCOMPARE(scale.at(9e9), scale.to);
        QVERIFY(!TimeScale({5, 5, 100}).valid());
        QVERIFY(TimeScale({5, 5, 100}).ticks(5, 0).empty());
    }

    void niceTicksCoverTheValues()
    {
        QCOMPARE(niceTicks(2'610, 2'930, 5),
                 (std::vector<double>{2'600, 2'700, 2'800, 2'900, 3'000}));
        QVERIFY(niceTicks(1, 1, 5).empty());
        QVERIFY(niceTicks(qQNaN(), 1, 5).empty());
        QVERIFY(niceTicks(-1e300, 1e300, 5).size() < 10);
    }

    void trendsBreakAtGaps()
    {
        Trend trend;
        trend.buckets = {{0, 900, 1, 0, 3, 2, 9, false},
                         {1000, 1900, 2, 2, 2, 2, 1, false},
                         {9000, 9900, 5, 4, 6, 5, 3, false}};
        const auto lines = trendLines(trend, 0, 2000);
        QCOMPARE(lines.size(), 2u);
        QCOMPARE(lines[0].size(), 5u); // four points of the full column, one of the lone sample
        QCOMPARE(lines[1].size(), 4u);
        QVERIFY(trendLines({}, 0, 10).empty());
        // The extremes of a column are drawn.
        QVERIFY(
            std::any_of(lines[0].begin(), lines[0].end(), [](QPointF p) { return p.y() == 3; }));
        QVERIFY(
            std::any_of(lines[0].begin(), lines[0].end(), [](QPointF p) { return p.y() == 0; }));
    }

    void trendWindowFollowsTheSourceClockOfADemo()
    {
        test::SnapshotBuilder b(test::eastman());
        const twin::TimeNs now = b.snapshot.at;
        QCOMPARE(trendWindow(b.snapshot, twin::kMinute),
                 (TrendWindow{now - twin::kMinute, now, false}));
        QCOMPARE(trendWindow(b.snapshot, twin::kHour, now - 2 * twin::kMinute).from,
                 now - 2 * twin::kMinute);
        QCOMPARE(trendWindow(b.snapshot, twin::kHour, now).from, now - twin::kMinute);
        QCOMPARE(trendWindow(b.snapshot, twin::kMinute, now - twin::kHour).from,
                 now - twin::kMinute);
        b.snapshot.observedSpeed = 180;
        for (twin::TagState& t : b.snapshot.tags)
            t.source = now - 5 * twin::kHour;
        const TrendWindow w = trendWindow(b.snapshot, twin::kMinute);
        QCOMPARE(w, (TrendWindow{now - 8 * twin::kHour, now - 5 * twin::kHour, true}));
    }
};

QTEST_MAIN(TestFormat)
#include "tst_format.moc"
