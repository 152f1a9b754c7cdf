// SPDX-License-Identifier: GPL-3.0-or-later
// Spectra of vibration records with known answers.
#include <cmath>
#include <numbers>
#include <random>

#include <QTest>

#include "app/gemba/machine_spectrum.h"
#include "app/gemba/recorded_history.h"
#include "twin/detection/bearing.h"

using namespace gemba;
using ui::SpectrumFigure;
using ui::SpectrumKind;
using ui::SpectrumLine;

namespace {

constexpr double kRate = 12'800, kSpeed = 24.5;
constexpr std::array<double, 4> kOrders{4.95, 3.05, 4.0, 0.382}; ///< inner, outer, ball, cage

/// Impacts at `order` times the shaft that ring a resonance at 3.2 kHz, in a little noise.
twin::Waveform impacts(double order)
{
    std::mt19937 random(7);
    std::normal_distribution<double> noise(0, 0.05);
    twin::Waveform w{kRate, std::vector<float>(8'192)};
    const double period = kRate / (order * kSpeed);
    for (std::size_t i = 0; i < w.values.size(); ++i) {
        const double since = std::fmod(static_cast<double>(i), period) / kRate;
        const double ring = 2 * std::exp(-since * 900) * std::sin(2 * std::numbers::pi * 3'200 * since);
        w.values[i] = static_cast<float>(ring + noise(random));
    }
    return w;
}

twin::Waveform sine(double frequency, double amplitude)
{
    twin::Waveform w{kRate, std::vector<float>(12'800)};
    for (std::size_t i = 0; i < w.values.size(); ++i)
        w.values[i] = static_cast<float>(amplitude * std::sin(2 * std::numbers::pi * frequency * static_cast<double>(i) / kRate));
    return w;
}

} // namespace

class TestMachineSpectrum : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSineStandsWhereItIs()
    {
        const SpectrumFigure f = machineSpectrum({SpectrumKind::Vibration, sine(250, 3), QStringLiteral("m/s²"), 25, {}});
        QCOMPARE(f.step, 1.0);
        const auto top = std::max_element(f.amplitudes.begin(), f.amplitudes.end());
        QCOMPARE(top - f.amplitudes.begin(), 250);
        QVERIFY(std::abs(*top - 3) < 0.01);
        QCOMPARE(f.unit, QStringLiteral("m/s²"));
        QCOMPARE(f.lines.size(), 1u); // the shaft alone
        QCOMPARE(f.order(250), 10.0);
    }

    void damageIsMarked_data()
    {
        QTest::addColumn<double>("order");
        QTest::addColumn<int>("what");
        QTest::newRow("inner race") << kOrders[0] << static_cast<int>(SpectrumLine::What::InnerRace);
        QTest::newRow("outer race") << kOrders[1] << static_cast<int>(SpectrumLine::What::OuterRace);
        QTest::newRow("nothing of the bearing") << 2.37 << -1;
    }
    void damageIsMarked()
    {
        QFETCH(double, order);
        QFETCH(int, what);
        const SpectrumFigure f = machineSpectrum({SpectrumKind::Envelope, impacts(order), {}, kSpeed, kOrders});
        QCOMPARE(f.lines.size(), 5u);
        int said = -1;
        for (const SpectrumLine& line : f.lines) {
            if (!line.verdict)
                continue;
            said = static_cast<int>(line.what);
            QVERIFY(std::abs(line.frequency / (order * kSpeed) - 1) <= 0.02); // slip
            QVERIFY(*line.decibels >= twin::kImpulsiveDecibels);
        }
        QCOMPARE(said, what);
    }

    void whatIsNotKnownIsNotMarked()
    {
        const twin::Waveform record = impacts(kOrders[1]);
        QVERIFY(!machineSpectrum({SpectrumKind::Envelope, record, {}, 0, kOrders}).amplitudes.empty());
        QVERIFY(machineSpectrum({SpectrumKind::Envelope, record, {}, 0, kOrders}).lines.empty());
        QVERIFY(machineSpectrum({SpectrumKind::Envelope, record, {}, std::nan(""), kOrders}).lines.empty());
        QCOMPARE(machineSpectrum({SpectrumKind::Envelope, record, {}, kSpeed, {}}).lines.size(), 1u);
        // The record is too short to tell the lines apart at a twentieth of the speed.
        QCOMPARE(machineSpectrum({SpectrumKind::Envelope, record, {}, kSpeed / 20, kOrders}).lines.size(), 1u);
    }

    void unusableRecords_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<QVector<float>>("values");
        const float nan = std::nanf("");
        QTest::newRow("empty") << kRate << QVector<float>();
        QTest::newRow("too short") << kRate << QVector<float>(63, 1.F);
        QTest::newRow("all the same") << kRate << QVector<float>(4'096, 2.F);
        QVector<float> holed(4'096, 0.F);
        holed[7] = 1;
        holed[100] = nan;
        QTest::newRow("no number in it") << kRate << holed;
        holed[100] = 0;
        QTest::newRow("no rate") << 0.0 << holed;
        QTest::newRow("rate below 0") << -1.0 << holed;
        QTest::newRow("rate no number") << std::nan("") << holed;
    }
    void unusableRecords()
    {
        QFETCH(double, rate);
        QFETCH(QVector<float>, values);
        for (const SpectrumKind kind : {SpectrumKind::Envelope, SpectrumKind::Vibration})
            QVERIFY(machineSpectrum({kind, {rate, {values.begin(), values.end()}}, {}, kSpeed, kOrders}).amplitudes.empty());
    }

    void askedByTheWindow()
    {
        RecordedHistory history; // without any recording
        const ui::SpectrumQuestion question{SpectrumKind::Envelope, impacts(kOrders[1]), {}, kSpeed, kOrders};
        std::optional<SpectrumFigure> first, second;
        history.spectrum(1, question, [&](SpectrumFigure f) { first = std::move(f); });
        history.spectrum(1, question, [&](SpectrumFigure f) { second = std::move(f); });
        QTRY_VERIFY(second && history.pending() == 0);
        QVERIFY(!first); // overtaken
        QCOMPARE(*second, machineSpectrum(question));
    }
};

QTEST_GUILESS_MAIN(TestMachineSpectrum)
#include "tst_machine_spectrum.moc"
