// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <deque>
#include <numbers>
#include <random>

#include "tests/manipulation/allocations.h"
#include "tests/manipulation/made_up_signal.h"
#include "twin/manipulation/grid_resampler.h"
#include "twin/manipulation/order_tracking.h"
#include "twin/manipulation/robust_slope.h"
#include "twin/manipulation/spectrum.h"
#include "twin/manipulation/statistics_window.h"

using namespace gemba::twin;
using gemba::test::g_allocations;
using gemba::test::MadeUpSignal;

namespace {

using Points = std::deque<std::pair<TimeNs, double>>;

bool close(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b)); }

/// The same by the definitions, value by value.
bool agree(const WindowStatistics& s, const Points& points, double tolerance)
{
    const auto n = static_cast<double>(points.size());
    double mean = 0.0, times = 0.0, m2 = 0.0, m3 = 0.0, m4 = 0.0, tt = 0.0, tv = 0.0, low = 1e300, high = -1e300;
    for (const auto& [t, v] : points) {
        mean += v / n;
        times += static_cast<double>(t) * 1e-9 / n;
        low = std::min(low, v);
        high = std::max(high, v);
    }
    for (const auto& [t, v] : points) {
        const double d = v - mean, dt = static_cast<double>(t) * 1e-9 - times;
        m2 += d * d / n;
        m3 += d * d * d / n;
        m4 += d * d * d * d / n;
        tt += dt * dt;
        tv += dt * d;
    }
    const bool same = s.count == points.size() && s.from == points.front().first && s.to == points.back().first
                      && close(s.mean, mean, tolerance) && close(s.deviation, std::sqrt(m2), tolerance) && s.minimum == low
                      && s.maximum == high && close(s.rms, std::sqrt(m2 + mean * mean), tolerance);
    if (m2 <= 0.0)
        return same && std::isnan(s.kurtosis);
    return same && close(s.skewness, m3 / std::pow(m2, 1.5), tolerance) && close(s.kurtosis, m4 / (m2 * m2), tolerance)
           && close(s.crest, std::max(high - mean, mean - low) / std::sqrt(m2), tolerance)
           && (tt > 0.0 ? close(s.slope, tv / tt, tolerance) : std::isnan(s.slope));
}

} // namespace

class TestWindows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slidingIsLikeCountingAnew_data()
    {
        QTest::addColumn<std::size_t>("most");
        QTest::addColumn<TimeNs>("longest");
        QTest::addColumn<double>("offset");
        QTest::newRow("one value") << std::size_t{1} << TimeNs{0} << 0.0;
        QTest::newRow("by number") << std::size_t{50} << TimeNs{0} << 0.0;
        QTest::newRow("by time") << std::size_t{1000} << 20 * kSecond << 0.0;
        QTest::newRow("by both") << std::size_t{30} << 40 * kSecond << 0.0;
        QTest::newRow("far from zero") << std::size_t{50} << TimeNs{0} << 1e6;
    }
    void slidingIsLikeCountingAnew()
    {
        QFETCH(std::size_t, most);
        QFETCH(TimeNs, longest);
        QFETCH(double, offset);
        StatisticsWindow window(WindowKind::Sliding, most, longest);
        std::mt19937 random(4);
        Points points;
        TimeNs t = 1'790'000'000 * kSecond;
        for (int i = 0; i < 3000; ++i) {
            t += (random() % 3) * kSecond; // some at one instant
            const double v = offset + static_cast<double>(random() % 1000) / 100.0 + (i > 1500 ? 50.0 : 0.0);
            QVERIFY(!window.add(t, v));
            while (!points.empty() && (points.size() == most || (longest > 0 && t - points.front().first >= longest)))
                points.pop_front();
            points.emplace_back(t, v);
            QVERIFY2(agree(window.result(), points, offset > 0.0 ? 1e-6 : 1e-8), qPrintable(QString::number(i)));
        }
    }

    void tumblingBeginsAnew()
    {
        StatisticsWindow byNumber(WindowKind::Tumbling, 3);
        std::string completed;
        for (int i = 1; i <= 8; ++i) {
            if (byNumber.add(i * kSecond, i))
                completed += std::to_string(static_cast<int>(byNumber.result().mean)) + ' ';
        }
        QCOMPARE(completed, "2 5 ");
        QCOMPARE(byNumber.result().count, std::size_t{2});
        StatisticsWindow byTime(WindowKind::Tumbling, 100, 10 * kSecond);
        for (int i = 0; i <= 12; ++i)
            byTime.add(i * kSecond, i);
        QCOMPARE(byTime.result().count, std::size_t{3}); // 10, 11, 12
        QCOMPARE(byTime.result().mean, 11.0);
    }

    void whatCannotBeSaidIsNotSaid()
    {
        StatisticsWindow window(WindowKind::Sliding, 10);
        QVERIFY(window.result().count == 0 && std::isnan(window.result().mean));
        for (int i = 0; i < 25; ++i)
            window.add(i * kSecond, 0.1); // 0.1 has no exact sum
        const auto s = window.result();
        QVERIFY(s.mean == 0.1 && s.deviation == 0.0 && std::isnan(s.crest) && std::isnan(s.kurtosis));
        window.clear();
        QCOMPARE(window.result().count, std::size_t{0});
    }

    void robustLineBearsOutliers()
    {
        std::vector<double> x, y, scratch(200);
        for (int i = 0; i < 20; ++i) {
            x.push_back(i);
            y.push_back(i % 4 == 1 ? 1e6 * i : 3.0 - 0.5 * i); // a quarter is wrong
        }
        const auto line = robustLine(x, y, scratch);
        QVERIFY(line && line->slope == -0.5 && line->intercept == 3.0);
        QVERIFY(!robustLine(std::vector<double>(5, 1.0), std::vector<double>(5, 2.0), scratch));
        QVERIFY(!robustLine({}, {}, scratch));
        std::vector<double> even{4.0, 1.0, 3.0, 2.0};
        QCOMPARE(medianOf(even), 2.5);
    }

    /// A shaft that runs up from 20 to 30 Hz, and what follows it at 3.5 times: smeared in time, one
    /// line by angle.
    void whatFollowsTheShaftStandsStill()
    {
        const double rate = 12800.0;
        const std::size_t n = 25600;
        const std::vector<SpeedPoint> speed{{0.0, 20.0}, {2.0, 30.0}};
        std::vector<float> x(n);
        for (std::size_t i = 0; i < n; ++i) {
            const double t = static_cast<double>(i) / rate;
            x[i] = static_cast<float>(2.0 * std::sin(2.0 * std::numbers::pi * 3.5 * (20.0 * t + 2.5 * t * t)));
        }
        const std::size_t count = valuesByAngle(n, rate, speed, 64.0);
        QVERIFY2(count >= 3198 && count <= 3200, qPrintable(QString::number(count))); // 50 turns
        std::vector<float> turned(count);
        resampleByAngle(x, rate, speed, 64.0, turned);
        SpectrumMeter byAngle(fastLength(count - 1), 64.0, Taper::FlatTop), byTime(n, rate, Taper::Hann);
        const auto angle = byAngle.amplitude(turned), time = byTime.amplitude(x);
        const auto highest = std::max_element(angle.begin(), angle.end());
        QVERIFY2(std::abs(*highest - 2.0) < 0.02, qPrintable(QString::number(*highest)));
        QVERIFY(std::abs(static_cast<double>(highest - angle.begin()) * byAngle.step() - 3.5) < 0.03);
        QVERIFY(*std::max_element(time.begin(), time.end()) < 1.0);
    }

    void steadySpeedIsPlainResampling()
    {
        const auto x = MadeUpSignal(4000, 1000.0).sine(1.0, 10.0).values();
        const std::vector<SpeedPoint> speed{{0.5, 10.0}};
        std::vector<float> out(valuesByAngle(x.size(), 1000.0, speed, 100.0));
        QCOMPARE(out.size(), x.size());
        resampleByAngle(x, 1000.0, speed, 100.0, out);
        for (std::size_t i = 2; i + 2 < x.size(); ++i)
            QVERIFY2(std::abs(out[i] - x[i]) < 1e-5F, qPrintable(QString::number(i)));
        QCOMPARE(valuesByAngle(0, 1000.0, speed, 100.0), std::size_t{0});
    }

    void gridResampling_data()
    {
        QTest::addColumn<int>("between");
        QTest::addColumn<QString>("values");
        QTest::newRow("line") << static_cast<int>(Between::Line) << QStringLiteral("4:2 6:3.5 8:4.5 10:- 18:- 20:10 22:12 24:- ");
        QTest::newRow("hold") << static_cast<int>(Between::Hold) << QStringLiteral("4:1 6:3 8:3 10:- 18:- 20:10 22:10 24:- ");
    }
    void gridResampling()
    {
        QFETCH(int, between);
        GridResampler grid(0, 2 * kSecond, 5 * kSecond, static_cast<Between>(between));
        QString out;
        const auto visit = [&](TimeNs t, double v) {
            if (t / kSecond < 12 || t / kSecond > 16) // in the middle of the gap it is all the same
                out += QStringLiteral("%1:%2 ").arg(t / kSecond).arg(std::isnan(v) ? QStringLiteral("-") : QString::number(v));
        };
        // Two at 3 s: the last counts; no number at 24 s; the gap from 9 to 20 s is too long.
        for (const auto& [t, v] : std::vector<std::pair<int, double>>{{3, 99}, {3, 1}, {5, 3}, {9, 5}, {20, 10}, {23, 13}, {24, std::nan("")}, {26, 1}})
            grid.add({t * kSecond, v, Quality::Good}, visit);
        QTEST(out, "values");
    }

    void nothingIsAllocated()
    {
        StatisticsWindow window(WindowKind::Sliding, 500, 60 * kSecond);
        const auto x = MadeUpSignal(2000, 1000.0).noise(1.0).values();
        const std::vector<SpeedPoint> speed{{0.0, 10.0}, {1.0, 12.0}};
        std::vector<float> out(valuesByAngle(x.size(), 1000.0, speed, 50.0));
        std::vector<double> scratch(100), y(12), t(12);
        for (std::size_t i = 0; i < 12; ++i)
            t[i] = static_cast<double>(i);
        const std::size_t before = g_allocations;
        for (std::size_t i = 0; i < x.size(); ++i)
            window.add(static_cast<TimeNs>(i) * kMillisecond, static_cast<double>(x[i]));
        resampleByAngle(x, 1000.0, speed, 50.0, out);
        const double sum = window.result().kurtosis + robustLine(t, y, scratch)->slope;
        QCOMPARE(g_allocations, before);
        QVERIFY(sum > 0.0);
    }
};

QTEST_APPLESS_MAIN(TestWindows)
#include "tst_windows.moc"
