// SPDX-License-Identifier: GPL-3.0-or-later
// What an envelope's spectrum costs, beside the transforms that it cannot do without: the signal's, the
// analytic signal's and the squared envelope's, called on KissFFT itself.
#include <complex>
#include <vector>

#include <QCommandLineParser>
#include <QCoreApplication>

#include <kissfft/kissfft.hh>

#include "packaging/bench/report.h"
#include "twin/manipulation/envelope.h"

namespace {

using namespace gemba;

std::vector<float> madeUpSignal(std::size_t length)
{
    std::vector<float> out(length);
    std::uint64_t state = 1;
    for (std::size_t i = 0; i < length; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL; // Knuth's MMIX
        const float noise = static_cast<float>(state >> 40) / 16777216.0F - 0.5F;
        out[i] = noise + (i % 111 < 8 ? 1.0F : 0.0F);
    }
    return out;
}

/// The library alone.
class Floor
{
public:
    explicit Floor(const std::vector<float>& signal)
        : m_real(signal.size() / 2, false), m_complex(signal.size(), true), m_signal(signal.begin(), signal.end()),
          m_bins(signal.size()), m_analytic(signal.size())
    {
    }
    double seconds(int times)
    {
        const double begun = bench::cpuSeconds();
        for (int i = 0; i < times; ++i) {
            m_real.transform_real(m_signal.data(), m_bins.data());
            m_complex.transform(m_bins.data(), m_analytic.data());
            m_real.transform_real(m_signal.data(), m_bins.data());
        }
        return (bench::cpuSeconds() - begun) / times;
    }

private:
    kissfft<double> m_real, m_complex;
    std::vector<double> m_signal;
    std::vector<std::complex<double>> m_bins, m_analytic;
};

double seconds(twin::EnvelopeMeter& meter, const std::vector<float>& signal, int times)
{
    const double begun = bench::cpuSeconds();
    double sum = 0.0;
    for (int i = 0; i < times; ++i)
        sum += meter.spectrum(signal)[7];
    if (!(sum > 0.0))
        bench::say(QStringLiteral("bench-envelope: nothing came out"));
    return (bench::cpuSeconds() - begun) / times;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser p;
    p.addOptions({{QStringLiteral("folder"), QStringLiteral("Not used: nothing is kept."), QStringLiteral("DIR")},
                  {QStringLiteral("out"), QStringLiteral("JSON to write."), QStringLiteral("FILE")},
                  {QStringLiteral("pairs"), QStringLiteral("Pairs after one warm-up."), QStringLiteral("N"), QStringLiteral("7")},
                  {QStringLiteral("times"), QStringLiteral("Records in each."), QStringLiteral("N"), QStringLiteral("60")}});
    p.addHelpOption();
    p.process(app);
    const int pairs = p.value(QStringLiteral("pairs")).toInt(), times = p.value(QStringLiteral("times")).toInt();
    bench::Report report;
    for (const std::size_t length : {std::size_t{8'192}, std::size_t{48'000}}) { // 0.64 s at 12.8 kHz; 4 s at 12 kHz
        const std::vector<float> signal = madeUpSignal(length);
        Floor floor(signal);
        twin::EnvelopeMeter meter(length, 12'000.0, twin::EnvelopeMethod::Prewhitening);
        std::vector<double> library, ours;
        for (int pair = 0; pair <= pairs; ++pair) {
            const double a = floor.seconds(times), b = seconds(meter, signal, times);
            bench::say(QStringLiteral("envelope of %1, %2/%3: transforms %4 us, ours %5 us").arg(length).arg(pair).arg(pairs)
                           .arg(a * 1e6, 0, 'f', 0).arg(b * 1e6, 0, 'f', 0));
            if (pair == 0)
                continue;
            library.push_back(a);
            ours.push_back(b);
        }
        report.add({QStringLiteral("envelope.%1").arg(length), QStringLiteral("CPU, spectrum of an envelope of %1 values : its transforms").arg(length),
                    bench::ratiosOf(ours, library), bench::Goal::Kind::AtMost, 1.5});
        report.note(QStringLiteral("seconds_%1").arg(length), bench::toJson(bench::spreadOf(ours)));
        report.note(QStringLiteral("transform_seconds_%1").arg(length), bench::toJson(bench::spreadOf(library)));
    }
    return report.write(p.value(QStringLiteral("out"))) ? 0 : 1;
}
