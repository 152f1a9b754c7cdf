// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <cstring>
#include <numeric>
#include <random>

#include "tests/detection/small_model.h"
#include "twin/detection/pca_stack.h"
#include "twin/detection/pca_statistics.h"

using namespace gemba::twin;

namespace {

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

double combined(const PcaBaseline& b, std::span<const double> x, PcaWorkspace& w)
{
    const PcaStatistics s = evaluate(b, x, w);
    return s.t2 / b.t2Limit + s.spe / b.speLimit;
}

} // namespace

class TestPcaStatistics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesByHand_data()
    {
        QTest::addColumn<QList<double>>("row");
        QTest::addColumn<double>("t2");
        QTest::addColumn<double>("spe");
        QTest::newRow("mean") << QList<double>{10, 20, 30} << 0.0 << 0.0;
        QTest::newRow("both up") << QList<double>{11, 22, 30} << 2.0 / 1.5 << 0.0;
        QTest::newRow("apart") << QList<double>{11, 18, 30} << 0.0 << 2.0;
        QTest::newRow("third") << QList<double>{10, 20, 38} << 0.0 << 4.0;
        QTest::newRow("first only") << QList<double>{13, 20, 30} << 3.0 << 4.5;
    }
    void valuesByHand()
    {
        QFETCH(QList<double>, row);
        QFETCH(double, t2);
        QFETCH(double, spe);
        const PcaModel m = test::smallModel();
        PcaWorkspace w(3, 1);
        const PcaStatistics s = evaluate(m.baseline, std::span<const double>(row.data(), 3), w);
        QVERIFY(near(s.t2, t2));
        QVERIFY(near(s.spe, spe));
    }

    void stackGivesEachBaselineItsOwnBits_data()
    {
        QTest::addColumn<int>("components");
        QTest::newRow("one component") << 1;
        QTest::newRow("two") << 2;
        QTest::newRow("as many as inputs: no residual") << 3;
    }
    void stackGivesEachBaselineItsOwnBits()
    {
        QFETCH(int, components);
        PcaModel m = test::smallModel();
        std::mt19937 random(2);
        const auto number = [&] { return 0.3 + static_cast<double>(random()) / 4e9; };
        const auto vary = [&](PcaBaseline& b) {
            for (double& v : b.mean)
                v += number();
            for (double& v : b.scale)
                v *= number();
            b.loadings.resize(3 * static_cast<std::size_t>(components));
            b.variances.resize(static_cast<std::size_t>(components));
            for (auto* values : {&b.loadings, &b.variances})
                std::generate(values->begin(), values->end(), number);
        };
        vary(m.baseline);
        for (PcaBaseline& b : m.bootstrap)
            vary(b);
        PcaStack stack(m);
        QCOMPARE(stack.size(), 1 + m.bootstrap.size());
        PcaWorkspace w(3, static_cast<std::size_t>(components));
        std::vector<double> out(2 * stack.size());
        std::vector<std::vector<double>> rows{{10, 20, 30}, {1e300, -1e300, 0}, {10, 1e9, -1e9}};
        for (int i = 0; i < 200; ++i)
            rows.push_back({40 * number(), 60 * number(), 90 * number()});
        for (const auto& row : rows) {
            stack.evaluate(row, out);
            for (std::size_t k = 0; k < stack.size(); ++k) {
                const PcaStatistics s = evaluate(k == 0 ? m.baseline : m.bootstrap[k - 1], row, w);
                QVERIFY(std::memcmp(&s.t2, &out[k], sizeof(double)) == 0);
                QVERIFY(std::memcmp(&s.spe, &out[stack.size() + k], sizeof(double)) == 0);
            }
        }
    }

    void partsAreNotNegativeAndAddUp()
    {
        const PcaModel m = test::smallModel();
        PcaWorkspace w(3, 1);
        std::mt19937 random(1);
        std::vector<double> x(3), t2(3), spe(3);
        for (int n = 0; n < 1000; ++n) {
            for (double& v : x)
                v = static_cast<double>(random() % 10'000) / 100.0;
            const PcaStatistics s = evaluate(m.baseline, x, w);
            decompose(m.baseline, w, t2, spe);
            for (const double part : t2)
                QVERIFY(part >= 0.0);
            for (const double part : spe)
                QVERIFY(part >= 0.0);
            QVERIFY(near(std::accumulate(t2.begin(), t2.end(), 0.0), s.t2));
            QVERIFY(near(std::accumulate(spe.begin(), spe.end(), 0.0), s.spe));
        }
    }

    void theGuiltyInputHasTheLargestPart()
    {
        const PcaModel m = test::smallModel();
        PcaWorkspace w(3, 1);
        std::vector<double> t2(3), spe(3);
        (void)evaluate(m.baseline, std::vector<double>{10, 20, 50}, w);
        decompose(m.baseline, w, t2, spe);
        QVERIFY(near(spe[2], 25.0));
        QVERIFY(near(expectedValue(m.baseline, w, 2), 30.0));
        (void)evaluate(m.baseline, std::vector<double>{14, 20, 30}, w);
        QVERIFY(near(expectedValue(m.baseline, w, 1), 24.0)); // half of the first one's 4 scales
    }

    void reconstructionIsTheLeastUnusual()
    {
        const PcaModel m = test::smallModel();
        PcaWorkspace w(3, 1);
        for (unsigned mask = 1; mask < 8; ++mask) {
            std::vector<std::uint8_t> missing(3);
            std::vector<double> x{13.0, 17.0, 34.0};
            const std::vector<double> before = x;
            for (std::size_t i = 0; i < 3; ++i)
                missing[i] = (mask >> i) & 1;
            reconstruct(m.baseline, x, missing, w);
            const double least = combined(m.baseline, x, w);
            for (std::size_t i = 0; i < 3; ++i) {
                if (missing[i] == 0) {
                    QCOMPARE(x[i], before[i]);
                    continue;
                }
                for (const double step : {-0.01, 0.01}) {
                    std::vector<double> other = x;
                    other[i] += step;
                    QVERIFY(combined(m.baseline, other, w) > least);
                }
            }
            if (mask == 7)
                QVERIFY(near(x[0], 10.0) && near(x[1], 20.0) && near(x[2], 30.0));
        }
    }

    void extremesStayFinite()
    {
        PcaModel m = test::smallModel();
        m.baseline.scale = {1e-300, 1e300, 1.0};
        PcaWorkspace w(3, 1);
        std::vector<double> x{1e308, -1e308, 1e308};
        const PcaStatistics s = evaluate(m.baseline, x, w);
        QVERIFY(std::isfinite(s.t2) && std::isfinite(s.spe));
        const std::vector<std::uint8_t> missing{0, 1, 0};
        reconstruct(m.baseline, x, missing, w);
        QVERIFY(std::isfinite(x[1]));
    }

    void sameAtAnyAddress()
    {
        const PcaModel m = test::smallModel();
        PcaWorkspace w(3, 1);
        std::vector<double> memory(16);
        const double row[3] = {13.25, 17.125, 36.5};
        std::optional<PcaStatistics> first;
        for (std::size_t shift = 0; shift < 12; ++shift) {
            std::memcpy(memory.data() + shift, row, sizeof row);
            const PcaStatistics s = evaluate(m.baseline, std::span<const double>(memory).subspan(shift, 3), w);
            if (first)
                QVERIFY(*first == s);
            first = s;
        }
    }
};

QTEST_APPLESS_MAIN(TestPcaStatistics)
#include "tst_pca_statistics.moc"
