// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a recorded session runs again, scored and compared, and how long a jump in it takes:
// 2,000 tags at one value a second, 256 B of JSON each, a model for every asset.
#include <algorithm>
#include <filesystem>

#include <QCommandLineParser>
#include <QCoreApplication>

#include "packaging/bench/made_up_session.h"
#include "packaging/bench/report.h"
#include "packaging/bench/table_sizes.h"
#include "twin/runtime/session_player.h"
#include "twin/wording/error_text.h"

using namespace gemba;

namespace {

constexpr std::uint32_t kAssets = 200;

[[noreturn]] void die(const QString& why)
{
    bench::say(why);
    std::exit(1);
}

template <class T>
T valueOrDie(twin::Result<T> r)
{
    if (!r)
        die(twin::errorText(r.error()));
    return std::move(*r);
}

std::unique_ptr<twin::SessionPlayer> open(const std::string& path)
{
    return valueOrDie(twin::SessionPlayer::open(path, twin::SessionReader::OpenMode::Foreign));
}

/// Seconds from opening to the last record, every interval's digest compared.
double replay(const std::string& path, std::uint64_t records)
{
    const double begun = bench::wallSeconds();
    auto player = open(path);
    twin::PipelineOutput output;
    std::uint64_t n = 0;
    while (valueOrDie(player->step(output)))
        ++n;
    const auto intervals = player->takeIntervals(true);
    const double took = bench::wallSeconds() - begun;
    const bool same = std::none_of(intervals.begin(), intervals.end(), [](const auto& i) { return i.differs(); });
    if (n != records || !same || intervals.empty())
        die(QStringLiteral("void: %1 of %2 records, digests %3").arg(n).arg(records).arg(same ? QStringLiteral("equal") : QStringLiteral("differ")));
    return took;
}

/// Milliseconds of jumps to anywhere, until there is a snapshot to show. Ascending.
std::vector<double> seeks(const std::string& path, const bench::MadeUpSession& session, int count)
{
    auto player = open(path);
    std::vector<double> took;
    std::uint64_t x = 1;
    for (int i = 0; i < count; ++i) {
        x = x * 6364136223846793005ULL + 1442695040888963407ULL; // Knuth's MMIX
        const auto length = static_cast<std::uint64_t>(session.to - session.from);
        const twin::TimeNs t = session.from + static_cast<twin::TimeNs>((x >> 11) % length);
        const double begun = bench::wallSeconds();
        if (const auto r = player->seek(t); !r)
            die(twin::errorText(r.error()));
        const auto snapshot = player->snapshot(0);
        took.push_back((bench::wallSeconds() - begun) * 1e3);
        if (!snapshot || snapshot->at > t)
            die(QStringLiteral("void: a jump did not arrive"));
    }
    std::sort(took.begin(), took.end());
    return took;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser p;
    p.addOptions({{QStringLiteral("folder"), QStringLiteral("For the session."), QStringLiteral("DIR")},
                  {QStringLiteral("out"), QStringLiteral("JSON to write."), QStringLiteral("FILE")},
                  {QStringLiteral("runs"), QStringLiteral("Replays after one warm-up."), QStringLiteral("N"), QStringLiteral("5")},
                  {QStringLiteral("seconds"), QStringLiteral("Of the session."), QStringLiteral("S"), QStringLiteral("660")}});
    p.addHelpOption();
    p.process(app);
    const std::string path = p.value(QStringLiteral("folder")).toStdString() + "/replay.gmb";
    const auto seconds = p.value(QStringLiteral("seconds")).toULongLong();
    const double begun = bench::wallSeconds();
    const auto session = valueOrDie(bench::recordSession({kAssets, true}, seconds, path));
    bench::say(QStringLiteral("a session of %1 s, recorded in %2 s").arg(seconds).arg(bench::wallSeconds() - begun, 0, 'f', 1));

    std::vector<double> speeds;
    const int runs = p.value(QStringLiteral("runs")).toInt();
    for (int run = 0; run <= runs; ++run) {
        const double took = replay(path, session.records);
        bench::say(QStringLiteral("replay %1/%2: %3 s").arg(run).arg(runs).arg(took, 0, 'f', 2));
        if (run > 0)
            speeds.push_back(static_cast<double>(seconds) / took);
    }
    const std::vector<double> jumps = seeks(path, session, 50);
    const double p95 = jumps[jumps.size() * 95 / 100];
    const auto sizes = bench::tableSizes(path);
    using Kind = bench::Goal::Kind;
    bench::Report report;
    report.add({QStringLiteral("replay.speed"), QStringLiteral("replay at max : real time, 2,000 tags at 1 Hz"),
                bench::spreadOf(speeds), Kind::AtLeast, 100.0});
    report.add({QStringLiteral("replay.seek"), QStringLiteral("seek, p95 of 50"), {p95, p95, p95}, Kind::AtMost,
                150.0, false, QStringLiteral("ms")});
    report.note(QStringLiteral("seek_ms"), bench::toJson(bench::spreadOf(jumps)));
    report.note(QStringLiteral("records"), static_cast<qint64>(session.records));
    report.note(QStringLiteral("packet_bytes"), static_cast<qint64>(session.packetBytes));
    report.note(QStringLiteral("session_file_bytes"), static_cast<qint64>(std::filesystem::file_size(path)));
    report.note(QStringLiteral("session_table_bytes"), sizes.json());
    return report.write(p.value(QStringLiteral("out"))) ? 0 : 1;
}
