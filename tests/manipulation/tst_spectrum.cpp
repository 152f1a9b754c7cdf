// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <numbers>

#include "tests/manipulation/allocations.h"
#include "tests/manipulation/made_up_signal.h"
#include "twin/manipulation/spectrum.h"
#include "twin/manipulation/velocity.h"
#include "twin/manipulation/waveform_features.h"

using namespace gemba::twin;
using gemba::test::g_allocations;
using gemba::test::MadeUpSignal;

namespace {

bool near(double found, double wanted, double share = 1e-6)
{
    const bool yes = std::abs(found - wanted) <= share * std::max(std::abs(wanted), 1e-12);
    if (!yes)
        qWarning("found %.12g, wanted %.12g", found, wanted);
    return yes;
}

} // namespace

class TestSpectrum : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lengthsThatGoQuickly_data()
    {
        QTest::addColumn<std::size_t>("given");
        QTest::addColumn<std::size_t>("taken");
        for (const auto& [given, taken] : std::vector<std::pair<std::size_t, std::size_t>>{
                 {0, 0}, {1, 0}, {2, 2}, {3, 2}, {7, 6}, {14, 12}, {17, 16}, {97, 96}, {2560, 2560}, {2561, 2560},
                 {8192, 8192}, {48000, 48000}, {48001, 48000}, {99'991, 98'304}, {192'000, 192'000}})
            QTest::addRow("%zu", given) << given << taken;
        QTest::newRow("beyond what is transformed") << kMaxTransform + 12345 << kMaxTransform;
    }
    void lengthsThatGoQuickly()
    {
        QFETCH(std::size_t, given);
        QTEST(fastLength(given), "taken");
    }

    /// Against the definition, for a length with every radix.
    void transformIsTheDefinition()
    {
        const std::size_t n = 60;
        const auto x = MadeUpSignal(n, 1.0).noise(1.0).values();
        const std::vector<double> signal(x.begin(), x.end());
        Fft fft(n);
        std::vector<Complex> bins(fft.bins());
        fft.forward(signal, bins);
        for (std::size_t k = 0; k < bins.size(); ++k) {
            Complex sum;
            for (std::size_t i = 0; i < n; ++i)
                sum += signal[i] * std::polar(1.0, -2.0 * std::numbers::pi * static_cast<double>(k * i) / static_cast<double>(n));
            QVERIFY2(std::abs(bins[k] - sum) < 1e-12, qPrintable(QString::number(k)));
        }
        std::vector<Complex> whole(n), back(n);
        for (std::size_t k = 0; k < n; ++k)
            whole[k] = k < bins.size() ? bins[k] : std::conj(bins[n - k]);
        fft.backward(whole, back);
        for (std::size_t i = 0; i < n; ++i)
            QVERIFY(std::abs(back[i] / static_cast<double>(n) - signal[i]) < 1e-14);
    }

    void sineHasItsAmplitude_data()
    {
        QTest::addColumn<int>("taper");
        QTest::addColumn<double>("betweenLines"); ///< what is left half-way between two lines
        QTest::newRow("rectangular") << static_cast<int>(Taper::Rectangular) << 0.637;
        QTest::newRow("Hann") << static_cast<int>(Taper::Hann) << 0.849;
        QTest::newRow("Hamming") << static_cast<int>(Taper::Hamming) << 0.818;
        QTest::newRow("Blackman") << static_cast<int>(Taper::Blackman) << 0.881;
        QTest::newRow("flat top") << static_cast<int>(Taper::FlatTop) << 0.999;
    }
    void sineHasItsAmplitude()
    {
        QFETCH(int, taper);
        QFETCH(double, betweenLines);
        SpectrumMeter meter(4000, 8000.0, static_cast<Taper>(taper));
        QCOMPARE(meter.step(), 2.0);
        const auto on = MadeUpSignal(4000, 8000.0).sine(3.0, 500.0, 0.3).values();
        QVERIFY(near(meter.amplitude(on)[250], 3.0));
        const auto off = MadeUpSignal(4000, 8000.0).sine(3.0, 501.0).values();
        QVERIFY(near(meter.amplitude(off)[250], 3.0 * betweenLines, 2e-3));
    }

    void meanAndHighestLineStandAlone()
    {
        SpectrumMeter meter(64, 64.0, Taper::Rectangular);
        std::vector<float> alternating(64);
        for (std::size_t i = 0; i < 64; ++i)
            alternating[i] = 7.0F + (i % 2 == 0 ? 2.0F : -2.0F);
        const auto lines = meter.amplitude(alternating);
        QVERIFY(lines[0] < 1e-12); // the mean is no vibration
        QVERIFY(near(lines[32], 2.0));
    }

    void densityAddsUpToTheMeanSquare()
    {
        const auto x = MadeUpSignal(6000, 12000.0, 7).noise(0.4).sine(0.5, 990.0).values();
        SpectrumMeter plain(6000, 12000.0, Taper::Rectangular);
        double sum = 0.0;
        for (const double v : plain.density(x))
            sum += v * plain.step();
        const WaveformFeatures f = featuresOf(x);
        QVERIFY(near(sum, f.deviation * f.deviation, 1e-9));
        SpectrumMeter hann(6000, 12000.0, Taper::Hann);
        sum = 0.0;
        for (const double v : hann.density(x))
            sum += v * hann.step();
        QVERIFY(near(sum, f.deviation * f.deviation, 0.05));
    }

    void featuresOfKnownSignals()
    {
        const WaveformFeatures sine = featuresOf(MadeUpSignal(8000, 8000.0).sine(2.0, 100.0).values());
        QVERIFY(near(sine.rms, std::sqrt(2.0)) && near(sine.crest, std::sqrt(2.0)) && near(sine.kurtosis, 1.5));
        QVERIFY(std::abs(sine.skewness) < 1e-9 && std::abs(sine.mean) < 1e-9);
        const WaveformFeatures noise = featuresOf(MadeUpSignal(200'000, 1.0, 3).noise(1.0).values());
        QVERIFY(near(noise.kurtosis, 2.9, 0.02)); // a sum of twelve is a little flatter than Gauss: 3 - 1.2/12
        std::vector<float> impact(1000, 0.0F);
        impact[500] = 1000.0F;
        const WaveformFeatures one = featuresOf(impact);
        QVERIFY(near(one.peak, 999.0) && one.kurtosis > 900.0 && one.skewness > 30.0);
        const WaveformFeatures none = featuresOf({});
        QCOMPARE(none.rms, 0.0);
        const WaveformFeatures flat = featuresOf(std::vector<float>(10, 5.0F));
        QCOMPARE(flat.mean, 5.0);
        QCOMPARE(flat.kurtosis, 0.0);
        // Far from zero nothing is lost.
        auto far = MadeUpSignal(8000, 8000.0).sine(1.0, 100.0).values();
        for (float& v : far)
            v += 8192.0F;
        QVERIFY(near(featuresOf(far).kurtosis, 1.5, 1e-3));
    }

    void velocityOfASine_data()
    {
        QTest::addColumn<double>("frequency");
        QTest::addColumn<bool>("counts");
        QTest::newRow("below the band") << 5.0 << false;
        QTest::newRow("low") << 12.5 << true;
        QTest::newRow("turning") << 25.0 << true;
        QTest::newRow("between lines") << 77.77 << true;
        QTest::newRow("high") << 990.0 << true;
        QTest::newRow("above the band") << 1100.0 << false;
    }
    void velocityOfASine()
    {
        QFETCH(double, frequency);
        QFETCH(bool, counts);
        const auto a = MadeUpSignal(8192, 12800.0).sine(9.81, frequency).values();
        VelocityMeter meter(8192, 12800.0);
        const double wanted = 1000.0 * 9.81 / (2.0 * std::numbers::pi * frequency) / std::sqrt(2.0);
        const double found = meter.rms(a);
        if (counts)
            QVERIFY(near(found, wanted, frequency < 20.0 ? 0.05 : 0.01));
        else
            QVERIFY2(found < 0.05 * wanted, qPrintable(QString::number(found / wanted)));
    }

    void nothingIsAllocated()
    {
        const auto x = MadeUpSignal(4000, 8000.0).noise(1.0).values();
        SpectrumMeter spectrum(4000, 8000.0, Taper::Hann);
        VelocityMeter velocity(4000, 8000.0);
        const std::size_t before = g_allocations;
        double sum = featuresOf(x).rms + velocity.rms(x);
        sum += spectrum.amplitude(x)[1] + spectrum.density(x)[1];
        QCOMPARE(g_allocations, before);
        QVERIFY(sum > 0.0);
    }

    void sameInputSameBits()
    {
        const auto x = MadeUpSignal(4500, 8000.0, 5).noise(1.0).values();
        std::vector<double> first, second;
        for (std::vector<double>* out : {&first, &second}) {
            std::vector<char> shift(out == &second ? 24 : 0); // other addresses
            SpectrumMeter meter(4500, 8000.0, Taper::Blackman);
            const auto lines = meter.density(x);
            out->assign(lines.begin(), lines.end());
        }
        QVERIFY(first == second);
    }
};

QTEST_APPLESS_MAIN(TestSpectrum)
#include "tst_spectrum.moc"
