// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>

#include <QCoreApplication>
#include <QJsonArray>

#include <fmt/format.h>

#include "app/gembactl/command_line.h"
#include "app/gembactl/commands.h"
#include "app/gembactl/machine_option.h"
#include "app/gembactl/signal_file.h"
#include "twin/detection/bearing_examiner.h"
#include "twin/manipulation/waveform_features.h"
#include "twin/training/byte_file.h"
#include "twin/training/csv_table.h"

namespace gemba {

using namespace twin;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

constexpr const char* kLineNames[]{"BPFI", "BPFO", "2xBSF", "FTF"};
constexpr const char* kVerdicts[]{"none", "inner race", "outer race", "ball", "cage"};

struct Request {
    double rate = 0.0, rpm = 0.0;
    std::string in;
    BearingMethod method = BearingMethod::Auto;
    [[nodiscard]] double speed() const { return rpm / 60.0; } ///< Hz
};

struct Findings {
    std::size_t samples = 0;
    double step = 0.0;
    EnvelopeMethod method = EnvelopeMethod::Prewhitening;
    FrequencyBand band;
    bool impulsive = false;
    WaveformFeatures features;
    BearingReading reading;
    std::vector<double> spectrum;
};

std::optional<double> positive(const QCommandLineParser& parser, const char* option)
{
    const std::optional<double> v = parseNumber(parser.value(QLatin1String(option)).toStdString());
    return v && *v >= 1e-3 && *v <= 1e9 ? v : std::nullopt;
}

std::optional<BearingMethod> methodOf(const QString& word)
{
    if (word == QLatin1String("auto"))
        return BearingMethod::Auto;
    if (word == QLatin1String("prewhitening"))
        return BearingMethod::Prewhitening;
    return word == QLatin1String("kurtogram") ? std::optional(BearingMethod::Kurtogram) : std::nullopt;
}

Result<Bearing> readBearingFile(const std::string& path)
{
    const auto text = readBytes(path, std::size_t{1} << 20);
    if (!text)
        return text.error();
    Result<Bearing> bearing = parseBearing(*text);
    if (bearing)
        return bearing;
    Error e = bearing.error();
    e.place.file = path;
    return e;
}

/// What the record must be so that the lines can be seen at all; nothing where it is.
std::optional<Error> unfit(const std::vector<float>& signal, const Request& r, const Bearing& bearing)
{
    const auto error = [&](std::string expected) {
        return Error{ErrorCode::WaveformInvalid, {std::move(expected)}, {.file = r.in}};
    };
    const double speed = r.speed();
    if (r.rate <= lowestRate(bearing, speed))
        return error(fmt::format("a rate above {:.0f} Hz at {:g} rpm for this bearing, found {:g} Hz",
                                 lowestRate(bearing, speed), r.rpm, r.rate));
    if (static_cast<double>(fastLength(signal.size())) < fewestValues(r.rate, speed))
        return error(fmt::format("at least {:.0f} values, {:g} turns of the shaft, found {}",
                                 fewestValues(r.rate, speed), kFewestTurns, signal.size()));
    if (featuresOf(signal).deviation <= 0.0)
        return error("values that change");
    return std::nullopt;
}

Findings find(const std::vector<float>& signal, const Request& r, const Bearing& bearing)
{
    Findings f;
    f.samples = fastLength(signal.size());
    const auto used = std::span(signal).first(f.samples);
    BearingExaminer examiner(f.samples, r.rate, r.method);
    f.reading = examiner.examine(bearing, used, r.speed());
    f.spectrum.assign(examiner.spectrum().begin(), examiner.spectrum().end());
    f.step = examiner.step();
    f.method = examiner.method();
    f.band = examiner.band();
    f.impulsive = examiner.impulsive();
    f.features = featuresOf(used);
    return f;
}

/// The envelope's spectrum as far as the lines reach; a found line is named where it stands.
std::string spectrumCsv(const Findings& f, const Request& r, const Bearing& bearing)
{
    std::string out;
    CsvWriter csv(out, ',');
    for (const char* name : {"frequency_hz", "order", "amplitude", "line"})
        csv.text(name);
    csv.end();
    const double last = highestOrder(bearing) * r.speed() / f.step;
    for (std::size_t k = 0; k < f.spectrum.size() && static_cast<double>(k) <= last; ++k) {
        const double frequency = static_cast<double>(k) * f.step;
        csv.number(frequency);
        csv.number(frequency / r.speed());
        csv.number(f.spectrum[k]);
        std::string marks;
        for (std::size_t i = 0; i < kBearingLines; ++i) {
            for (int h = 1; h <= 3; ++h) {
                if (std::llround(h * f.reading.found[i] / f.step) == static_cast<long long>(k))
                    marks += fmt::format("{}{}x{}", marks.empty() ? "" : " ", h, kLineNames[i]);
            }
        }
        csv.text(marks);
        csv.end();
    }
    return out;
}

QJsonObject toJson(const Findings& f, const Request& r)
{
    QJsonObject lines, found;
    for (std::size_t i = 0; i < kBearingLines; ++i) {
        lines[QLatin1String(kLineNames[i])] = f.reading.decibels[i];
        found[QLatin1String(kLineNames[i])] = f.reading.found[i];
    }
    return {{QStringLiteral("lines_db"), lines},
            {QStringLiteral("verdict"), QLatin1String(kVerdicts[static_cast<int>(f.reading.verdict)])},
            {QStringLiteral("speed_hz"), r.speed()},
            {QStringLiteral("lines_hz"), found},
            {QStringLiteral("threshold_db"), f.reading.threshold},
            {QStringLiteral("impulsive"), f.impulsive},
            {QStringLiteral("method"), QLatin1String(f.method == EnvelopeMethod::Kurtogram ? "kurtogram" : "prewhitening")},
            {QStringLiteral("band_hz"), QJsonArray{f.band.low, f.band.high}},
            {QStringLiteral("rms"), f.features.rms},
            {QStringLiteral("crest"), f.features.crest},
            {QStringLiteral("kurtosis"), f.features.kurtosis},
            {QStringLiteral("samples"), static_cast<qint64>(f.samples)}};
}

QString verdictText(BearingVerdict verdict)
{
    switch (verdict) {
    case BearingVerdict::InnerRace:
        return Text::tr("damage of the inner race");
    case BearingVerdict::OuterRace:
        return Text::tr("damage of the outer race");
    case BearingVerdict::Ball:
        return Text::tr("damage of a ball or roller");
    case BearingVerdict::Cage:
        return Text::tr("damage of the cage");
    case BearingVerdict::None:
        break;
    }
    return Text::tr("no damage to be seen");
}

void print(const Findings& f)
{
    for (std::size_t i = 0; i < kBearingLines; ++i)
        printLine(QString::fromStdString(fmt::format("{:<6}{:7.1f} dB  {:9.2f} Hz", kLineNames[i],
                                                     f.reading.decibels[i], f.reading.found[i])));
    printLine(verdictText(f.reading.verdict));
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(Text::tr(
        "Looks for bearing damage in a vibration signal: the spectrum of its envelope, and how far the "
        "bearing's lines stand out in it."));
    parser.addOptions(
        {{QStringLiteral("rate"), Text::tr("Values per second."), QStringLiteral("Hz")},
         {QStringLiteral("rpm"), Text::tr("Speed of the shaft, turns per minute."), QStringLiteral("rpm")},
         {QStringLiteral("bearing"), Text::tr("Fault orders per turn of the shaft, JSON: BPFI, BPFO, 2xBSF, FTF."), QStringLiteral("file")},
         {QStringLiteral("in"), Text::tr("Signal: *.f32 (little-endian floats) or CSV."), QStringLiteral("file")},
         {QStringLiteral("column"), Text::tr("CSV: name of the signal's column, or its number from 1."), QStringLiteral("name")},
         {QStringLiteral("method"), Text::tr("auto, prewhitening or kurtogram."), QStringLiteral("method"), QStringLiteral("auto")},
         {QStringLiteral("spectrum"), Text::tr("Write the envelope's spectrum with its marked lines, CSV."), QStringLiteral("file")},
         {QStringLiteral("json"), Text::tr("Print one JSON object.")}});
}

} // namespace

int runEnvelope(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    addMachineOptions(parser);
    if (const auto stop = parseOptions(parser, arguments, {QStringLiteral("rate"), QStringLiteral("rpm"), QStringLiteral("bearing"), QStringLiteral("in")}))
        return *stop;
    const auto rate = positive(parser, "rate"), rpm = positive(parser, "rpm");
    if (!rate || !rpm)
        return wrongUsage(Text::tr("--rate and --rpm are numbers above 0."));
    const auto method = methodOf(parser.value(QStringLiteral("method")));
    if (!method)
        return wrongUsage(Text::tr("--method: auto, prewhitening or kurtogram."));
    const Request request{*rate, *rpm, parser.value(QStringLiteral("in")).toStdString(), *method};
    const auto machine = readMachine(parser);
    if (!machine)
        return fail(machine.error());
    const auto bearing = readBearingFile(parser.value(QStringLiteral("bearing")).toStdString());
    if (!bearing)
        return fail(bearing.error());
    const auto signal = readSignal(request.in, request.rate, parser.value(QStringLiteral("column")).toStdString());
    if (!signal)
        return fail(signal.error());
    if (const auto problem = unfit(*signal, request, *bearing))
        return fail(*problem);
    const Findings findings = find(*signal, request, *bearing);
    if (parser.isSet(QStringLiteral("spectrum"))) {
        const auto written = writeBytes(parser.value(QStringLiteral("spectrum")).toStdString(),
                                        spectrumCsv(findings, request, *bearing));
        if (!written)
            return fail(written.error());
    }
    const QJsonObject health = *machine ? healthOf(*signal, request.rate, request.speed(), **machine, *bearing) : QJsonObject();
    if (parser.isSet(QStringLiteral("json"))) {
        QJsonObject all = toJson(findings, request);
        if (*machine)
            all[QStringLiteral("machine")] = health;
        printJson(all);
    } else {
        print(findings);
        if (*machine)
            printLine(Text::tr("%1 mm/s, zone %2, condition %3")
                          .arg(health.value(u"velocity_mm_s").toDouble(), 0, 'f', 2)
                          .arg(health.value(u"zone").toString())
                          .arg(health.value(u"score").toDouble(), 0, 'f', 1));
    }
    return kExitDone;
}

} // namespace gemba
