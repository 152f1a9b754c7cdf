// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include "app/gembactl/command_line.h"
#include "app/gembactl/commands.h"
#include "twin/detection/bearing.h"
#include "twin/detection/vibration_zones.h"
#include "twin/model/plant_json.h"
#include "twin/runtime/session_player.h"
#include "twin/store/check_session.h"
#include "twin/training/any_model.h"
#include "twin/training/recipe.h"
#include "twin/wording/error_text.h"

namespace gemba {
namespace {

using Problems = std::vector<twin::SessionProblem>;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

Problems checkPlantFile(const std::string& text, const std::string& name)
{
    Problems problems;
    for (twin::Error& e : twin::checkPlant(text)) {
        std::string where = name + e.place.jsonPath;
        problems.push_back({std::move(where), e});
    }
    return problems;
}

/// JSON files are told apart by what they hold, so that a wrong extension does not matter.
Problems checkText(const QString& path, const QByteArray& bytes)
{
    const std::string text = bytes.toStdString();
    const std::string name = QFileInfo(path).fileName().toStdString();
    const auto single = [&](const auto& result) {
        Problems problems;
        if (!result)
            problems.push_back({name + result.error().place.jsonPath, result.error()});
        return problems;
    };
    if (path.endsWith(QLatin1String(".gmodel")) || bytes.contains("\"format\":\"gmodel\""))
        return single(twin::parseAnyModel(text));
    if (bytes.contains("\"task\""))
        return single(twin::parseRecipe(text));
    if (bytes.contains("\"BPFO\"") || bytes.contains("\"BPFI\""))
        return single(twin::parseBearing(text));
    if (bytes.contains("\"machineClasses\""))
        return single(twin::parseZones(text));
    return checkPlantFile(text, name);
}

class Rebuilding : public twin::PipelineOutput
{
public:
    explicit Rebuilding(twin::CacheSink& sink) : m_sink(sink) {}
    void onSample(const twin::Sample& sample) override { m_sink.appendSample(sample); }
    void onAssessment(twin::AssetId asset, const twin::Assessment& a) override
    {
        if (a.withheld == twin::Withheld::No)
            m_sink.appendCondition(asset, a.at, a.score);
    }

private:
    twin::CacheSink& m_sink;
};

twin::Result<void> rebuild(const std::string& path)
{
    return twin::rebuildCaches(path, [&](twin::CacheSink& sink) -> twin::Result<void> {
        auto player = twin::SessionPlayer::open(path, twin::SessionReader::OpenMode::Foreign);
        if (!player)
            return player.error();
        Rebuilding output(sink);
        return (*player)->playTo(INT64_MAX, output);
    });
}

int report(bool json, const Problems& problems)
{
    if (json) {
        QJsonArray list;
        for (const twin::SessionProblem& problem : problems)
            list.append(QJsonObject{{QStringLiteral("where"), QString::fromStdString(problem.where)},
                                    {QStringLiteral("what"), twin::errorText(problem.what)}});
        printJson({{QStringLiteral("ok"), problems.empty()}, {QStringLiteral("problems"), list}});
    } else {
        for (const twin::SessionProblem& problem : problems)
            printLine(QString::fromStdString(problem.where) + QStringLiteral(": ") + twin::errorText(problem.what));
        if (problems.empty())
            printLine(Text::tr("All is well."));
    }
    return problems.empty() ? kExitDone : kExitNo;
}

} // namespace

int runCheck(const QStringList& arguments)
{
    QCommandLineParser p;
    p.setApplicationDescription(Text::tr("Checks a session, plant description, recipe, model, bearing or table of zones."));
    p.addPositionalArgument(QStringLiteral("FILE"), Text::tr("*.gmb, plant.json, recipe, *.gmodel, bearing or zones."));
    p.addOptions({{QStringLiteral("json"), Text::tr("Print one JSON object.")},
                  {QStringLiteral("rebuild"), Text::tr("Session: make its caches anew from the log.")}});
    if (const auto stop = parseOptions(p, arguments, {}, 1))
        return *stop;
    const QString path = p.positionalArguments().constFirst();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail({twin::ErrorCode::FileNotReadable, {file.errorString().toStdString()}, {.file = path.toStdString()}});
    const QByteArray head = file.peek(16);
    if (head.startsWith("SQLite format 3") || path.endsWith(QLatin1String(".gmb"))) {
        file.close();
        if (p.isSet(QStringLiteral("rebuild"))) {
            if (const auto rebuilt = rebuild(path.toStdString()); !rebuilt)
                return fail(rebuilt.error());
        }
        return report(p.isSet(QStringLiteral("json")), twin::checkSession(path.toStdString()));
    }
    constexpr qint64 kMost = 64 << 20;
    if (file.size() > kMost)
        return fail({twin::ErrorCode::FileTooLarge, {std::int64_t{file.size()}, std::int64_t{kMost}}, {.file = path.toStdString()}});
    return report(p.isSet(QStringLiteral("json")), checkText(path, file.readAll()));
}

} // namespace gemba
