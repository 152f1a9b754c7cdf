// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <thread>

#include <QCoreApplication>
#include <QFileInfo>

#include "app/gembactl/command_line.h"
#include "app/gembactl/commands.h"
#include "app/gembactl/replay_comparison.h"
#include "app/gembactl/score_sheet.h"
#include "twin/detection/pca_model.h"
#include "twin/runtime/session_player.h"
#include "twin/training/byte_file.h"

namespace gemba {
namespace {

using twin::TimeNs;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

struct Plan {
    QString path;
    std::optional<double> speed; ///< none: as fast as it goes
    QString from, to;            ///< as written; empty: the first and the last record
    bool takeKeyframes = true;
    QString model;  ///< file of a model to use instead; empty: none
    QString scores; ///< CSV to write; empty: none
    bool digest = false;
};

/// A part of the session.
struct Stretch {
    TimeNs from = twin::kNoTime, to = twin::kNoTime;
    [[nodiscard]] bool whole() const { return from == twin::kNoTime && to == twin::kNoTime; }
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
std::optional<twin::Error> run(twin::SessionPlayer& player, TimeNs to, std::optional<double> speed,
                               twin::PipelineOutput& output, ReplayComparison& comparison)
{
    const auto begun = std::chrono::steady_clock::now();
    TimeNs start = twin::kNoTime;
    for (;;) {
        const twin::Result<TimeNs> next = player.nextArrival();
        if (!next)
            return next.error();
        const bool over = *next == twin::kNoTime || (to != twin::kNoTime && *next > to);
        comparison.add(player.takeIntervals(over && *next == twin::kNoTime));
        if (over || interrupted())
            return std::nullopt;
        if (start == twin::kNoTime)
            start = *next;
        if (speed && !waitFor(*next, start, *speed, begun))
            return std::nullopt;
        if (const auto stepped = player.step(output); !stepped)
            return stepped.error();
    }
}

/// The file as the model of the same name in the session.
twin::Result<twin::Blob> loadModel(const QString& path, const twin::PlantPackage& package)
{
    const auto bytes = twin::readBytes(path.toStdString(), twin::kMaxModelBytes);
    if (!bytes)
        return bytes.error();
    const std::string name = QFileInfo(path).fileName().toStdString();
    for (const twin::Blob& b : package.blobs) {
        if (b.kind == "model" && (b.name == name || b.name.ends_with("/" + name)))
            return twin::Blob{"model", b.name, twin::sha256Hex(*bytes), *bytes};
    }
    return twin::Error{twin::ErrorCode::PlantUnknownReference, {std::string("model"), name}, {}};
}

twin::Result<std::unique_ptr<twin::SessionPlayer>> openPlayer(const Plan& plan)
{
    constexpr auto kForeign = twin::SessionReader::OpenMode::Foreign;
    twin::SessionPlayer::Options options;
    options.takeKeyframes = plan.takeKeyframes && plan.model.isEmpty();
    if (!plan.model.isEmpty()) {
        auto reader = twin::SessionReader::open(plan.path.toStdString(), kForeign);
        if (!reader)
            return reader.error();
        const auto package = (*reader)->package();
        if (!package)
            return package.error();
        auto model = loadModel(plan.model, *package);
        if (!model)
            return model.error();
        options.otherModels.push_back(std::move(*model));
    }
    return twin::SessionPlayer::open(plan.path.toStdString(), kForeign, std::move(options));
}

/// Nothing where a time cannot be read.
std::optional<Stretch> stretchOf(const Plan& plan, TimeNs start)
{
    Stretch stretch;
    const std::pair<const QString&, TimeNs&> ends[] = {{plan.from, stretch.from}, {plan.to, stretch.to}};
    for (const auto& [text, time] : ends) {
        if (text.isEmpty())
            continue;
        const auto t = parseTime(text, start);
        if (!t)
            return std::nullopt;
        time = *t;
    }
    return stretch;
}

int replay(const Plan& plan)
{
    auto opened = openPlayer(plan);
    if (!opened)
        return fail(opened.error());
    twin::SessionPlayer& player = **opened;
    const twin::SessionInfo info = player.reader().info();
    const auto stretch = stretchOf(plan, info.from);
    if (!stretch)
        return wrongUsage(Text::tr("--from and --to take a time such as +30s or 2026-11-23T13:07:42Z."));
    if (stretch->from != twin::kNoTime) {
        if (const auto sought = player.seek(stretch->from); !sought)
            return fail(sought.error());
    }
    ScoreSheet sheet(*player.pipeline().plant());
    if (!plan.scores.isEmpty()) {
        if (const auto ready = sheet.open(plan.scores); !ready)
            return fail(ready.error());
    }
    ReplayComparison comparison(info, sheet);
    if (const auto error = run(player, stretch->to, plan.speed, sheet, comparison))
        return fail(*error);
    if (const auto closed = sheet.close(); !closed)
        return fail(closed.error());
    for (const twin::Error& e : player.problems())
        fail(e);
    // What if: there is nothing recorded to compare with.
    const int verdict = plan.model.isEmpty() ? comparison.report(player, stretch->whole()) : kExitDone;
    if (plan.digest)
        printLine(QString::fromStdString(comparison.digest()));
    return player.problems().empty() ? verdict : kExitNo;
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
    Plan plan;
    plan.path = p.positionalArguments().constFirst();
    const QString speed = p.value(QStringLiteral("speed"));
    if (speed != QLatin1String("max")) {
        bool ok = false;
        plan.speed = speed.toDouble(&ok);
        if (!ok || *plan.speed <= 0)
            return wrongUsage(Text::tr("--speed takes a number above 0, or max."));
    }
    plan.from = p.value(QStringLiteral("from"));
    plan.to = p.value(QStringLiteral("to"));
    plan.takeKeyframes = !p.isSet(QStringLiteral("no-keyframes"));
    plan.model = p.value(QStringLiteral("model"));
    plan.scores = p.value(QStringLiteral("scores"));
    plan.digest = p.isSet(QStringLiteral("digest"));
    return replay(plan);
}

} // namespace gemba
