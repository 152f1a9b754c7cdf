// SPDX-License-Identifier: GPL-3.0-or-later
// What taking a message costs, beside a bare Paho C++ callback counter: CPU paced at a plant's rate,
// and throughput when flooded. Needs a broker of its own on the port.
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>

#include <map>
#include <optional>

#include "packaging/bench/made_up_plant.h"
#include "packaging/bench/report.h"

using namespace gemba;

namespace {

constexpr std::uint32_t kAssets = 500; // of ten tags: 5,000 topics
constexpr double kRate = 20'000.0;
constexpr int kStartMs = 120'000, kRunMs = 600'000;
const QStringList kModes{QStringLiteral("bare"), QStringLiteral("latest"), QStringLiteral("recorded")};

struct Run {
    QJsonObject publisher, subscriber;
};

QJsonObject readJson(QProcess& process)
{
    return QJsonDocument::fromJson(process.readAllStandardOutput().trimmed()).object();
}

/// One publisher, one subscriber. None, and said why: the run is void.
class Runner
{
public:
    Runner(QString port, QString folder) : m_port(std::move(port)), m_folder(std::move(folder)) {}

    std::optional<Run> run(const QString& mode, std::uint64_t messages, double rate) const
    {
        QProcess subscriber;
        subscriber.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const QString assets = QString::number(kAssets);
        subscriber.start(program("subscriber"), {mode, m_port, QString::number(messages), assets,
                                                 m_folder + QLatin1String("/ingest.gmb")});
        if (!subscriber.waitForReadyRead(kStartMs) || subscriber.readLine() != "ready\n")
            return refuse(QStringLiteral("%1: the subscriber did not get ready").arg(mode));
        QProcess publisher;
        publisher.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        publisher.start(program("publisher"), {m_port, QString::number(messages), QString::number(rate), assets});
        if (!publisher.waitForFinished(kRunMs) || publisher.exitCode() != 0)
            return refuse(QStringLiteral("%1: the publisher failed").arg(mode));
        if (!subscriber.waitForFinished(kRunMs) || subscriber.exitCode() != 0)
            return refuse(QStringLiteral("%1: the subscriber failed").arg(mode));
        Run r{readJson(publisher), readJson(subscriber)};
        return adds(r, mode, messages, rate) ? std::optional(r) : std::nullopt;
    }

private:
    static std::optional<Run> refuse(const QString& why)
    {
        bench::say(why);
        return std::nullopt;
    }
    static QString program(const char* name)
    {
        return QCoreApplication::applicationDirPath() + QLatin1String("/bench-") + QLatin1String(name);
    }
    /// Sent = received + counted as dropped; nothing dropped and the pace held where there is one.
    static bool adds(const Run& r, const QString& mode, std::uint64_t messages, double rate)
    {
        const auto count = [&](const char* key) { return r.subscriber[QLatin1String(key)].toInteger(); };
        const auto sent = r.publisher[QLatin1String("sent")].toInteger();
        const double took = r.publisher[QLatin1String("seconds")].toDouble();
        const bool pace = rate <= 0.0 || took < 1.05 * static_cast<double>(messages) / rate + 0.1;
        const bool lossless = rate <= 0.0 || count("dropped") == 0;
        if (sent == static_cast<qint64>(messages) && sent == count("received") + count("dropped") && pace
            && lossless && count("rejected") == 0 && count("unrecorded") == 0)
            return true;
        bench::say(QStringLiteral("%1: void: sent %2 in %3 s, received %4, dropped %5, rejected %6, unrecorded %7")
                       .arg(mode).arg(sent).arg(took).arg(count("received")).arg(count("dropped"))
                       .arg(count("rejected")).arg(count("unrecorded")));
        return false;
    }
    QString m_port, m_folder;
};

/// Figures of one kind of run, by mode, in the order of the pairs.
struct Series {
    std::map<QString, std::vector<double>> figures;
    QJsonArray runs;
};

/// All modes in turn, so many times after one warm-up. False: too many void runs.
bool measure(const Runner& runner, int pairs, std::uint64_t messages, double rate, const QString& key, Series& out)
{
    int voids = 0;
    for (int pair = 0; pair <= pairs;) {
        std::map<QString, Run> runs;
        for (const QString& mode : kModes) {
            auto r = runner.run(mode, messages, rate);
            if (!r)
                break;
            bench::say(QStringLiteral("%1 %2/%3 %4: %5 us CPU a message, %6 messages/s, %7 MiB")
                           .arg(rate > 0.0 ? QStringLiteral("paced") : QStringLiteral("flood")).arg(pair).arg(pairs)
                           .arg(mode, -8).arg(r->subscriber[QLatin1String("cpu_us_per_message")].toDouble(), 0, 'f', 2)
                           .arg(r->subscriber[QLatin1String("per_second")].toDouble(), 0, 'f', 0)
                           .arg(r->subscriber[QLatin1String("rss_mib")].toDouble(), 0, 'f', 0));
            runs[mode] = *r;
        }
        if (runs.size() != static_cast<std::size_t>(kModes.size())) {
            if (++voids > pairs)
                return false;
            continue;
        }
        if (pair++ == 0)
            continue; // warm-up
        for (const auto& [mode, r] : runs) {
            out.figures[mode].push_back(r.subscriber[key].toDouble());
            out.runs.append(QJsonObject{{QStringLiteral("publisher"), r.publisher},
                                        {QStringLiteral("subscriber"), r.subscriber}});
        }
    }
    return true;
}

void addGoals(bench::Report& report, const Series& s, const QString& what, bench::Goal::Kind kind,
              const QString& id, double latest, double recorded)
{
    const auto& bare = s.figures.at(kModes[0]);
    const bool aim = kind == bench::Goal::Kind::AtLeast;
    report.add({id + QLatin1String(".latest"), what + QLatin1String(", latest values : bare Paho callback"),
                bench::ratiosOf(s.figures.at(kModes[1]), bare), kind, latest, aim});
    report.add({id + QLatin1String(".recorded"), what + QLatin1String(", scored and recorded : bare"),
                bench::ratiosOf(s.figures.at(kModes[2]), bare), kind, recorded, aim});
    QJsonObject spreads;
    for (const auto& [mode, figures] : s.figures)
        spreads[mode] = bench::toJson(bench::spreadOf(figures));
    report.note(id, QJsonObject{{QStringLiteral("figures"), spreads}, {QStringLiteral("runs"), s.runs}});
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser p;
    p.addOptions({{QStringLiteral("port"), QStringLiteral("Of a broker of our own."), QStringLiteral("PORT")},
                  {QStringLiteral("folder"), QStringLiteral("For sessions."), QStringLiteral("DIR")},
                  {QStringLiteral("out"), QStringLiteral("JSON to write."), QStringLiteral("FILE")},
                  {QStringLiteral("pairs"), QStringLiteral("Pairs after one warm-up."), QStringLiteral("N"), QStringLiteral("5")},
                  {QStringLiteral("seconds"), QStringLiteral("Of one paced run."), QStringLiteral("S"), QStringLiteral("20")}});
    p.addHelpOption();
    p.process(app);
    const int pairs = p.value(QStringLiteral("pairs")).toInt();
    const auto messages = static_cast<std::uint64_t>(p.value(QStringLiteral("seconds")).toDouble() * kRate);
    const Runner runner(p.value(QStringLiteral("port")), p.value(QStringLiteral("folder")));
    Series paced, flood;
    if (!measure(runner, pairs, messages, kRate, QStringLiteral("cpu_us_per_message"), paced)
        || !measure(runner, pairs, messages, 0.0, QStringLiteral("per_second"), flood)) {
        bench::say(QStringLiteral("too many void runs"));
        return 1;
    }
    bench::Report report;
    addGoals(report, paced, QStringLiteral("CPU a message"), bench::Goal::Kind::AtMost,
             QStringLiteral("ingest.cpu"), 1.3, 2.2);
    addGoals(report, flood, QStringLiteral("flood"), bench::Goal::Kind::AtLeast,
             QStringLiteral("ingest.flood"), 0.90, 0.70);
    return report.write(p.value(QStringLiteral("out"))) ? 0 : 1;
}
