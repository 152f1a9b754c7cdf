// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>

#include "twin/detection/delay_bank.h"
#include "twin/detection/on_delay.h"
#include "twin/detection/operating_limit.h"
#include "twin/detection/textbook_limits.h"

using namespace gemba::twin;

class TestLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void t2_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("components");
        QTest::addColumn<double>("confidence");
        QTest::addColumn<double>("limit");
        // F(0.99; 1, 10) = 10.0443, F(0.95; 2, 10) = 4.1028, F(0.99; 9, 491) = 2.4443 from tables
        QTest::newRow("one component") << 11 << 1 << 0.99 << 120.0 / 110.0 * 10.0443;
        QTest::newRow("two components") << 12 << 2 << 0.95 << 2.0 * 143.0 / 120.0 * 4.1028;
        QTest::newRow("Tennessee Eastman, 52 and 11") << 500 << 11 << 0.99 << 25.690;
    }
    void t2()
    {
        QFETCH(int, rows);
        QFETCH(int, components);
        QFETCH(double, confidence);
        QFETCH(double, limit);
        const double found = t2TextbookLimit(static_cast<std::size_t>(rows),
                                             static_cast<std::size_t>(components), confidence);
        QVERIFY2(std::abs(found / limit - 1.0) < 1e-4, qPrintable(QString::number(found, 'g', 10)));
    }

    void speOfEqualEigenvaluesIsWilsonAndHilferty_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("chiSquared99"); // from tables
        QTest::newRow("10") << 10 << 23.209;
        QTest::newRow("30") << 30 << 50.892;
        QTest::newRow("100") << 100 << 135.807;
    }
    void speOfEqualEigenvaluesIsWilsonAndHilferty()
    {
        QFETCH(int, count);
        QFETCH(double, chiSquared99);
        const std::vector<double> ones(static_cast<std::size_t>(count), 1.0);
        QVERIFY(std::abs(speTextbookLimit(ones, 0.99) / chiSquared99 - 1.0) < 2e-3);
        const std::vector<double> threes(static_cast<std::size_t>(count), 3.0);
        QVERIFY(std::abs(speTextbookLimit(threes, 0.99) / (3.0 * speTextbookLimit(ones, 0.99)) - 1.0) < 1e-12);
    }

    void speWithoutResidual()
    {
        QCOMPARE(speTextbookLimit({}, 0.99), 0.0);
        const std::vector<double> nothing(4, 0.0);
        QCOMPARE(speTextbookLimit(nothing, 0.99), 4e-9);
    }

    void speWhereJacksonAndMudholkarFail()
    {
        // One large and very many small eigenvalues: h0 = 1 - 2 t1 t3 / (3 t2^2) is negative.
        std::vector<double> skewed(1000, 0.01);
        skewed.push_back(3.0);
        const double limit = speTextbookLimit(skewed, 0.99);
        QVERIFY(limit > 13.0 && limit < 40.0); // mean 13, deviation 4.3
    }

    void operatingLimitOfAnExponentialTail()
    {
        // Single peaks, each followed by a quiet row: quantiles of an exponential with mean 2.
        std::vector<double> run;
        constexpr int kPeaks = 2000;
        for (int i = 0; i < kPeaks; ++i) {
            const double u = (((i * 1103) % kPeaks) + 0.5) / kPeaks;
            run.push_back(-2.0 * std::log(1.0 - u));
            run.push_back(0.0);
        }
        const std::vector<std::vector<double>> runs{run};
        const double target = 1e-5;
        const OperatingLimit found = operatingLimit(runs, target, 1e-9);
        // Peaks over L come at 0.5 exp(-L / 2) per row.
        const double exact = 2.0 * std::log(0.5 / target);
        QVERIFY2(found.limit > exact && found.limit < 1.15 * exact, qPrintable(QString::number(found.limit)));
        QVERIFY(found.alertsPerRow <= target);
        QVERIFY(std::abs(std::log(found.alertsPerRow / (0.5 * std::exp(-found.limit / 2.0)))) < 0.1);
        QVERIFY(operatingLimit(runs, target / 10.0, 1e-9).limit > found.limit);
        QVERIFY(operatingLimit(runs, target, 1e-9, 1e6).limit < found.limit); // as if 1e6 peaks were known
    }

    void operatingLimitOfNothing()
    {
        QCOMPARE(operatingLimit({}, 1e-5, 0.25).limit, 0.25);
        const std::vector<std::vector<double>> flat{{1.0, 1.0, 1.0}, {}};
        QCOMPARE(operatingLimit(flat, 1e-5, 1e-9).limit, 1.0);
    }

    void longExcursionsAreOnePeak()
    {
        std::vector<double> run(100, 1.0);
        for (std::size_t i = 40; i < 49; ++i)
            run[i] = 5.0;
        const std::vector<std::vector<double>> runs{run};
        QCOMPARE(operatingLimit(runs, 1e-3, 1e-9).peaks, 1.0);
    }

    void excursionsOfASlowProcessAreOnePeak()
    {
        // Nine times over the threshold within each of five excursions, a hundred rows apart: five peaks, not 45.
        std::vector<double> run(600, 1.0);
        for (std::size_t excursion = 0; excursion < 5; ++excursion) {
            for (std::size_t i = 0; i < 9; ++i)
                run[60 + 100 * excursion + 2 * i] = 5.0 + static_cast<double>(i == 4) + static_cast<double>(excursion);
        }
        const std::vector<std::vector<double>> runs{run};
        QCOMPARE(operatingLimit(runs, 1e-3, 1e-9).peaks, 5.0);
        // Rows over it that come one by one, as dice would have it, remain peaks of their own.
        std::vector<double> single(600, 1.0);
        for (std::size_t i = 0; i < 40; ++i)
            single[i * 15] = 4.0;
        const std::vector<std::vector<double>> singles{single};
        QCOMPARE(operatingLimit(singles, 1e-3, 1e-9).peaks, 40.0);
    }

    void onDelay_data()
    {
        QTest::addColumn<int>("median");
        QTest::addColumn<int>("delay");
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<double>("result");
        QTest::addColumn<bool>("ready");
        const QList<double> spike{1, 1, 9, 1};
        QTest::newRow("no filter") << 1 << 1 << QList<double>{1, 9} << 9.0 << true;
        QTest::newRow("spike passes the delay unseen") << 1 << 2 << spike << 1.0 << true;
        QTest::newRow("persists") << 1 << 2 << QList<double>{1, 7, 9} << 7.0 << true;
        QTest::newRow("not filled") << 1 << 3 << QList<double>{8, 9} << 8.0 << false;
        QTest::newRow("median removes the spike") << 3 << 1 << spike << 1.0 << true;
        QTest::newRow("median of two") << 3 << 1 << QList<double>{1, 9} << 5.0 << true;
        QTest::newRow("nothing") << 1 << 1 << QList<double>{} << 0.0 << false;
    }
    void onDelay()
    {
        QFETCH(int, median);
        QFETCH(int, delay);
        QFETCH(QList<double>, values);
        OnDelay d(static_cast<std::uint32_t>(median), static_cast<std::uint32_t>(delay));
        for (const double v : values)
            d.push(v);
        QTEST(d.value(), "result");
        QTEST(d.ready(), "ready");
        Bytes saved;
        ByteWriter w(saved);
        d.save(w);
        OnDelay copy(static_cast<std::uint32_t>(median), static_cast<std::uint32_t>(delay));
        ByteReader r(saved);
        QVERIFY(copy.load(r) && r.atEnd());
        for (const double v : {4.0, 2.0, 6.0}) {
            d.push(v);
            copy.push(v);
            QCOMPARE(copy.value(), d.value());
            QCOMPARE(copy.median(), d.median());
        }
    }

    void bankDoesWhatItsFiltersDoAlone_data()
    {
        QTest::addColumn<int>("median");
        QTest::addColumn<int>("delay");
        QTest::newRow("no filter") << 1 << 1;
        QTest::newRow("delay only") << 1 << 3;
        QTest::newRow("odd median") << 5 << 3;
        QTest::newRow("even median") << 4 << 2;
    }
    void bankDoesWhatItsFiltersDoAlone()
    {
        QFETCH(int, median);
        QFETCH(int, delay);
        const auto medianRows = static_cast<std::uint32_t>(median), delayRows = static_cast<std::uint32_t>(delay);
        std::vector<OnDelay> alone(3, OnDelay(medianRows, delayRows));
        DelayBank bank(3, medianRows, delayRows);
        for (int row = 0; row < 40; ++row) {
            if (row == 20) { // and anew
                bank.reset();
                for (OnDelay& d : alone)
                    d.reset();
            }
            const double values[]{std::sin(row * 1.3), std::cos(row * 0.7), row % 7 * 0.5};
            std::copy_n(values, 3, bank.next().begin());
            bank.push();
            for (std::size_t s = 0; s < 3; ++s) {
                alone[s].push(values[s]);
                QCOMPARE(bank.medians()[s], alone[s].median());
                QCOMPARE(bank.values()[s], alone[s].value());
                QCOMPARE(bank.ready(), alone[s].ready());
            }
            Bytes saved;
            ByteWriter w(saved);
            bank.save(w);
            DelayBank copy(3, medianRows, delayRows);
            ByteReader r(saved);
            QVERIFY(copy.load(r) && r.atEnd());
            bank = copy; // and goes on from what was kept
        }
        Bytes broken(8, '\x7f');
        ByteReader r(broken);
        QVERIFY(!bank.load(r) && !bank.ready());
    }

    void onDelayRefusesWhatItCannotHaveWritten()
    {
        Bytes bytes;
        ByteWriter w(bytes);
        w.u64(5);
        for (int i = 0; i < 5; ++i)
            w.f64(i == 2 ? NAN : 1.0);
        OnDelay d(1, 2);
        ByteReader r(bytes);
        QVERIFY(!d.load(r));
        ByteReader cut(std::string_view(bytes).substr(0, 12));
        QVERIFY(!d.load(cut));
        QVERIFY(!d.ready());
    }
};

QTEST_APPLESS_MAIN(TestLimits)
#include "tst_limits.moc"
