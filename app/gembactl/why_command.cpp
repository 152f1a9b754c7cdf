// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include "app/gembactl/command_line.h"
#include "app/gembactl/commands.h"
#include "app/gembactl/score_sheet.h"
#include "twin/runtime/session_player.h"

namespace gemba {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

constexpr const char* kWords[] = {"normal", "watch", "act", "critical"};
constexpr const char* kCauses[] = {"machine", "sensor", "process", "model"};
constexpr const char* kKinds[] = {"t2", "spe", "indicator", "life"};
constexpr const char* kSides[] = {"", "low", "high"};
constexpr const char* kEvidence[] = {"balance broken", "balance holds", "second instrument differs", "second instrument agrees",
                                     "end of range", "one input alone", "inputs unusable", "several inputs", "limit crossed",
                                     "sisters normal", "area otherwise normal", "sisters likewise", "area likewise",
                                     "setting moved", "state changed", "all inputs usual", "barely over", "review overdue"};
static_assert(std::size(kEvidence) == static_cast<std::size_t>(twin::EvidenceKind::ReviewOverdue) + 1);

template <class E, std::size_t N>
QString name(const char* const (&names)[N], E value)
{
    return QLatin1String(names[static_cast<std::size_t>(value)]);
}

QString tagId(const twin::Plant& plant, twin::TagId tag)
{
    return tag == twin::kNoTag ? QString() : QString::fromStdString(plant.tag(tag).id);
}

QJsonObject toJson(const twin::Plant& plant, const twin::Deduction& d)
{
    return {{QStringLiteral("tag"), tagId(plant, d.tag)}, {QStringLiteral("kind"), name(kKinds, d.kind)},
            {QStringLiteral("side"), name(kSides, d.side)}, {QStringLiteral("points"), d.points / 1000.0},
            {QStringLiteral("value"), d.value}, {QStringLiteral("limit"), d.limit}};
}

QJsonObject toJson(const twin::Plant& plant, const twin::Verdict& v)
{
    QJsonObject weights;
    for (std::size_t c = 0; c < twin::kCauses; ++c)
        weights.insert(QLatin1String(kCauses[c]), v.weights[c]);
    QJsonArray evidence;
    for (const twin::Evidence& e : v.evidence) {
        QJsonObject o{{QStringLiteral("what"), name(kEvidence, e.kind)}, {QStringLiteral("about"), name(kCauses, e.about)},
                      {QStringLiteral("weight"), e.weight}, {QStringLiteral("value"), e.value}, {QStringLiteral("limit"), e.limit}};
        if (e.tag != twin::kNoTag)
            o.insert(QStringLiteral("tag"), tagId(plant, e.tag));
        if (e.balance < plant.balances.size())
            o.insert(QStringLiteral("balance"), QString::fromStdString(plant.balances[e.balance].id));
        evidence.append(o);
    }
    return {{QStringLiteral("cause"), v.cause ? QJsonValue(name(kCauses, *v.cause)) : QJsonValue()},
            {QStringLiteral("weights"), weights}, {QStringLiteral("evidence"), evidence}};
}

QJsonObject toJson(const twin::Plant& plant, const twin::Asset& asset, const twin::AssetState& state)
{
    const twin::Assessment& a = state.assessment;
    QJsonObject out{{QStringLiteral("asset"), QString::fromStdString(asset.id)}};
    if (a.withheld != twin::Withheld::No) {
        out.insert(QStringLiteral("withheld"), QLatin1String(withheldName(a.withheld)));
        return out;
    }
    out.insert(QStringLiteral("score"), a.score / 1000.0);
    out.insert(QStringLiteral("word"), name(kWords, a.word));
    QJsonArray reasons;
    for (const twin::Deduction& d : a.deductions)
        reasons.append(toJson(plant, d));
    out.insert(QStringLiteral("reasons"), reasons);
    if (a.actBefore)
        out.insert(QStringLiteral("actBefore"), QJsonObject{{QStringLiteral("at"), QString::fromStdString(twin::toIso8601(a.actBefore->at))},
                                                            {QStringLiteral("tag"), tagId(plant, a.actBefore->tag)}, {QStringLiteral("limit"), a.actBefore->limit}});
    if (state.verdict)
        out.insert(QStringLiteral("verdict"), toJson(plant, *state.verdict));
    return out;
}

QJsonObject toJson(const twin::Plant& plant, const twin::RollUp& up)
{
    QJsonObject out{{QStringLiteral("scored"), static_cast<int>(up.scored)}, {QStringLiteral("abnormal"), static_cast<int>(up.abnormal)},
                    {QStringLiteral("withheld"), static_cast<int>(up.withheld)}};
    if (up.area != twin::RollUp::kAll) {
        const twin::Area& area = plant.areas[up.area];
        out.insert(QStringLiteral("area"), QString::fromStdString(area.id));
        if (up.line != twin::RollUp::kAll)
            out.insert(QStringLiteral("line"), QString::fromStdString(area.lines[up.line].id));
    }
    if (up.worst != twin::kNoAsset) {
        out.insert(QStringLiteral("worst"), QString::fromStdString(plant.asset(up.worst).id));
        out.insert(QStringLiteral("score"), up.score / 1000.0);
        out.insert(QStringLiteral("word"), name(kWords, up.word));
    }
    if (up.reason)
        out.insert(QStringLiteral("reason"), toJson(plant, *up.reason));
    return out;
}

} // namespace

int runWhy(const QStringList& arguments)
{
    QCommandLineParser p;
    p.setApplicationDescription(Text::tr("Takes the condition of each machine apart at one instant of a session: reasons, whether it is machine, sensor, process or model, and the worst carried up to the site."));
    p.addOptions({{QStringLiteral("at"), Text::tr("Instant: ISO 8601 or +30s from the start."), QStringLiteral("T")},
                  {QStringLiteral("json"), Text::tr("Print one JSON object on one line.")}});
    p.addPositionalArgument(QStringLiteral("FILE.gmb"), Text::tr("The session."));
    if (const auto stop = parseOptions(p, arguments, {QStringLiteral("at")}, 1))
        return *stop;
    auto player = twin::SessionPlayer::open(p.positionalArguments().constFirst().toStdString(), twin::SessionReader::OpenMode::Foreign);
    if (!player)
        return fail(player.error());
    const auto at = parseTime(p.value(QStringLiteral("at")), (*player)->reader().info().from);
    if (!at)
        return wrongUsage(Text::tr("--at takes a time such as +30s or 2026-11-23T13:07:42Z."));
    if (const auto sought = (*player)->seek(*at); !sought)
        return fail(sought.error());
    const twin::SnapshotPtr s = (*player)->snapshot(0);
    QJsonArray assets, levels;
    if (s && s->plant) {
        for (std::size_t i = 0; i < s->assets.size(); ++i)
            assets.append(toJson(*s->plant, s->plant->assets[i], s->assets[i]));
        for (const twin::RollUp& up : s->rollUp)
            levels.append(toJson(*s->plant, up));
    }
    const QJsonObject all{{QStringLiteral("at"), QString::fromStdString(twin::toIso8601(*at))}, {QStringLiteral("assets"), assets}, {QStringLiteral("rollUp"), levels}};
    if (p.isSet(QStringLiteral("json")))
        printJson(all);
    else
        printLine(QString::fromUtf8(QJsonDocument(all).toJson()).trimmed());
    return kExitDone;
}

} // namespace gemba
