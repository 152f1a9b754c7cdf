// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>

#include "tests/manipulation/allocations.h"
#include "tests/manipulation/made_up_signal.h"
#include "twin/manipulation/envelope.h"

using namespace gemba::twin;
using gemba::test::g_allocations;
using gemba::test::MadeUpSignal;

namespace {

constexpr double kRate = 12000.0;
constexpr std::size_t kLength = 24000;

std::size_t highest(std::span<const double> lines, std::size_t from = 4)
{
    return static_cast<std::size_t>(std::max_element(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end()) - lines.begin());
}

} // namespace

class TestEnvelope : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void repetitionStandsOut_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<double>("gear"); ///< amplitude of a gear's lines, which have no impacts
        QTest::newRow("pre-whitened") << static_cast<int>(EnvelopeMethod::Prewhitening) << 0.0;
        QTest::newRow("pre-whitened, beside a gear") << static_cast<int>(EnvelopeMethod::Prewhitening) << 20.0;
        QTest::newRow("kurtogram") << static_cast<int>(EnvelopeMethod::Kurtogram) << 0.0;
        QTest::newRow("kurtogram, beside a gear") << static_cast<int>(EnvelopeMethod::Kurtogram) << 20.0;
    }
    void repetitionStandsOut()
    {
        QFETCH(int, method);
        QFETCH(double, gear);
        const auto x = MadeUpSignal(kLength, kRate).noise(0.2).sine(gear, 700.0).sine(gear, 723.0)
                           .impacts(2.0, 107.0, 3500.0, 0.01).values();
        EnvelopeMeter meter(kLength, kRate, static_cast<EnvelopeMethod>(method));
        const auto lines = meter.spectrum(x);
        const double found = static_cast<double>(highest(lines)) * meter.step();
        QVERIFY2(std::abs(found - 107.0) <= 1.0, qPrintable(QString::number(found)));
        if (meter.method() == EnvelopeMethod::Kurtogram) {
            QVERIFY2(meter.band().low < 3500.0 && meter.band().high > 3500.0, qPrintable(QString::number(meter.band().low)));
            QVERIFY(gear == 0.0 || meter.band().low > 723.0); // a gear is no impact
        }
    }

    /// (1 + m cos wt) on a carrier has the squared envelope 1 + m^2/2 + 2 m cos wt + ...
    void linesHaveTheSignalsOwnUnit()
    {
        const double m = 0.3;
        auto carrier = MadeUpSignal(kLength, kRate).sine(2.0, 2600.0).values();
        for (std::size_t i = 0; i < carrier.size(); ++i)
            carrier[i] *= static_cast<float>(1.0 + m * std::cos(2.0 * std::numbers::pi * 50.0 * static_cast<double>(i) / kRate));
        EnvelopeMeter meter(kLength, kRate, EnvelopeMethod::Kurtogram);
        const auto lines = meter.spectrum(carrier);
        const double wanted = 4.0 * 2.0 * m * 0.95; // the ends, 5 % together at half height, are missing
        QVERIFY2(std::abs(lines[100] / wanted - 1.0) < 0.02, qPrintable(QString::number(lines[100] / wanted)));
    }

    void impactsAreProvenByTheirPeaks_data()
    {
        QTest::addColumn<std::size_t>("length");
        for (const std::size_t length : {std::size_t{2400}, std::size_t{8192}, std::size_t{48000}})
            QTest::addRow("%zu", length) << length;
    }
    void impactsAreProvenByTheirPeaks()
    {
        QFETCH(std::size_t, length);
        EnvelopeMeter meter(length, kRate, EnvelopeMethod::Prewhitening);
        for (std::uint32_t seed = 1; seed <= 50; ++seed) {
            (void)meter.spectrum(MadeUpSignal(length, kRate, seed).noise(1.0).sine(2.0, 50.0).values());
            QVERIFY2(!meter.impulsive(), qPrintable(QString::number(seed)));
        }
        (void)meter.spectrum(MadeUpSignal(length, kRate).noise(0.1).impacts(2.0, 40.0, 3500.0, 0.01).values());
        QVERIFY(meter.impulsive());
    }

    /// A jump from the end to the beginning is no impact.
    void endsThatDoNotMeetAreNoImpact()
    {
        auto x = MadeUpSignal(kLength, kRate).noise(0.001).values();
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] += static_cast<float>(i) * 1e-3F;
        EnvelopeMeter meter(kLength, kRate, EnvelopeMethod::Prewhitening);
        (void)meter.spectrum(x);
        QVERIFY2(!meter.impulsive(), qPrintable(QString::number(meter.band().kurtosis)));
    }

    void silenceHasNoLines()
    {
        for (const EnvelopeMethod method : {EnvelopeMethod::Prewhitening, EnvelopeMethod::Kurtogram}) {
            EnvelopeMeter meter(600, kRate, method);
            for (const double v : meter.spectrum(std::vector<float>(600, 1.0F)))
                QCOMPARE(v, 0.0);
            QVERIFY(!meter.impulsive());
        }
    }

    void scaleDoesNotMatterToPrewhitening()
    {
        auto x = MadeUpSignal(kLength, kRate).noise(0.3).impacts(1.0, 90.0, 3000.0).values();
        EnvelopeMeter meter(kLength, kRate, EnvelopeMethod::Prewhitening);
        const auto a = meter.spectrum(x);
        const std::vector<double> lines(a.begin(), a.end());
        for (float& v : x)
            v *= 1024.0F;
        const auto b = meter.spectrum(x);
        for (std::size_t k = 0; k < lines.size(); ++k)
            QVERIFY(std::abs(b[k] - lines[k]) <= 1e-9);
    }

    void nothingIsAllocated()
    {
        const auto x = MadeUpSignal(kLength, kRate).noise(0.3).values();
        for (const EnvelopeMethod method : {EnvelopeMethod::Prewhitening, EnvelopeMethod::Kurtogram}) {
            EnvelopeMeter meter(kLength, kRate, method);
            const std::size_t before = g_allocations;
            const double sum = meter.spectrum(x)[5] + meter.band().high;
            QCOMPARE(g_allocations, before);
            QVERIFY(sum > 0.0);
        }
    }
};

QTEST_APPLESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
