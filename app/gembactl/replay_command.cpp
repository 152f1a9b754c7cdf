// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <thread>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include "app/gembactl/command_line.h"
#include "app/gembactl/commands.h"
#include "app/gembactl/replay_comparison.h"
#include "app/gembactl/score_sheet.h"
#include "twin/runtime/session_player.h"

namespace gemba {
namespace {

using twin::TimeNs;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

struct Plan {
    QString path;
    std::optional<double> speed; ///< none: as fast as it goes
    TimeNs from = twin::kNoTime, to = twin::kNoTime;
    bool whole = true; ///< from the first record to the last
};

/// Waits until the record's time has come at the asked speed; false when interrupted.
bool waitFor(TimeNs arrival, TimeNs start, double speed, std::chrono::steady_clock::time_point begun)
{
    const auto due = begun + std::chrono::nanoseconds(static_cast<std::int64_t>(
                                 static_cast<double>(arrival - start) / speed));
    while (std::chrono::steady_clock::now() < due) {
        if (interrupted())
            return false;
        const auto left = due - std::chrono::steady_clock::now();
        std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(left, std::chrono::milliseconds(50)));
    }
    return true;
}

/// Runs the log from where the player stands; null on success.
std::optional<twin::Error> run(twin::SessionPlayer& player, const Plan& plan, twin::PipelineOutput& output,
                               ReplayComparison& comparison)
{
    const auto begun = std::chrono::steady_clock::now();
    TimeNs start = twin::kNoTime;
    for (;;) {
        const twin::Result<TimeNs> next = player.nextArrival();
        if (!next)
            return next.error();
        const bool over = *next == twin::kNoTime || (plan.to != twin::kNoTime && *next > plan.to);
        comparison.add(player.takeIntervals(over && *next == twin::kNoTime));
        if (over || interrupted())
            return std::nullopt;
        if (start == twin::kNoTime)
            start = *next;
        if (plan.speed && !waitFor(*next, start, *plan.speed, begun))
            return std::nullopt;
        if (const auto stepped = player.step(output); !stepped)
            return stepped.error();
    }
}

std::optional<twin::Blob> loadModel(const QString& path, const twin::PlantPackage& package)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > (64 << 20))
        return std::nullopt;
    const std::string bytes = file.readAll().toStdString();
    const std::string name = QFileInfo(path).fileName().toStdString();
    for (const twin::Blob& b : package.blobs) {
        if (b.kind == "model" && (b.name == name || b.name.ends_with("/" + name)))
            return twin::Blob{"model", b.name, twin::sha256Hex(bytes), bytes};
    }
    return std::nullopt;
}

} // namespace

int runReplay(const QStringList& arguments)
{
    QCommandLineParser p;
    p.setApplicationDescription(Text::tr("Replays a session through the pipeline and compares the outcome with the record."));
    p.addPositionalArgument(QStringLiteral("FILE.gmb"), Text::tr("The session."));
    p.addOptions({{QStringLiteral("speed"), Text::tr("Times real time, or max (default)."), QStringLiteral("N|max"), QStringLiteral("max")},
                  {QStringLiteral("from"), Text::tr("Start here: ISO 8601 or +30s from the start."), QStringLiteral("T")},
                  {QStringLiteral("to"), Text::tr("End here."), QStringLiteral("T")},
                  {QStringLiteral("no-keyframes"), Text::tr("Carry the state on instead of taking up stored keyframes.")},
                  {QStringLiteral("model"), Text::tr("What if: this model in place of the one of the same name."), QStringLiteral("M.gmodel")},
                  {QStringLiteral("scores"), Text::tr("Write every score as CSV."), QStringLiteral("OUT.csv")},
                  {QStringLiteral("digest"), Text::tr("Print the digest as the last line.")}});
    if (const auto stop = parseOptions(p, arguments, {}, 1))
        return *stop;
    const QString path = p.positionalArguments().constFirst();

    Plan plan{path, std::nullopt, twin::kNoTime, twin::kNoTime, true};
    if (p.value(QStringLiteral("speed")) != QLatin1String("max")) {
        bool ok = false;
        const double speed = p.value(QStringLiteral("speed")).toDouble(&ok);
        if (!ok || speed <= 0)
            return wrongUsage(Text::tr("--speed takes a number above 0, or max."));
        plan.speed = speed;
    }

    twin::SessionPlayer::Options options;
    options.takeKeyframes = !p.isSet(QStringLiteral("no-keyframes"));
    const std::string file = path.toStdString();
    if (p.isSet(QStringLiteral("model"))) {
        auto reader = twin::SessionReader::open(file, twin::SessionReader::OpenMode::Foreign);
        if (!reader)
            return fail(reader.error());
        const auto package = (*reader)->package();
        if (!package)
            return fail(package.error());
        const auto model = loadModel(p.value(QStringLiteral("model")), *package);
        if (!model)
            return fail({twin::ErrorCode::PlantUnknownReference, {std::string("model"), p.value(QStringLiteral("model")).toStdString()}, {}});
        options.otherModels.push_back(*model);
        options.takeKeyframes = false;
    }
    const bool whatIf = !options.otherModels.empty();
    auto opened = twin::SessionPlayer::open(file, twin::SessionReader::OpenMode::Foreign, std::move(options));
    if (!opened)
        return fail(opened.error());
    twin::SessionPlayer& player = **opened;
    const twin::SessionInfo info = player.reader().info();

    for (const auto& [name, time] : {std::pair{QStringLiteral("from"), &plan.from}, {QStringLiteral("to"), &plan.to}}) {
        if (!p.isSet(name))
            continue;
        const auto t = parseTime(p.value(name), info.from);
        if (!t)
            return wrongUsage(Text::tr("--%1 takes a time such as +30s or 2026-11-23T13:07:42Z.").arg(name));
        *time = *t;
        plan.whole = false;
    }
    if (plan.from != twin::kNoTime) {
        if (const auto sought = player.seek(plan.from); !sought)
            return fail(sought.error());
    }

    ScoreSheet sheet(*player.pipeline().plant());
    if (p.isSet(QStringLiteral("scores"))) {
        if (const auto ready = sheet.open(p.value(QStringLiteral("scores"))); !ready)
            return fail(ready.error());
    }
    ReplayComparison comparison(info, sheet);
    if (const auto error = run(player, plan, sheet, comparison))
        return fail(*error);
    if (const auto closed = sheet.close(); !closed)
        return fail(closed.error());
    for (const twin::Error& e : player.problems())
        fail(e);
    const int verdict = whatIf ? kExitDone : comparison.report(player, plan.whole);
    if (p.isSet(QStringLiteral("digest")))
        printLine(QString::fromStdString(comparison.digest()));
    return player.problems().empty() ? verdict : kExitNo;
}

} // namespace gemba
