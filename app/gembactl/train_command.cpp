// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gembactl/train_command.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include "app/gembactl/command_line.h"
#include "twin/model/package.h"
#include "twin/training/byte_file.h"
#include "twin/training/any_model.h"

namespace gemba {

using namespace twin;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

QString joined(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names)
        list << QString::fromStdString(name);
    return list.join(QStringLiteral(", "));
}

Error inFile(Error e, const std::string& file)
{
    if (e.place.file.empty())
        e.place.file = file;
    return e;
}

/// The fault is the recipe's, although it shows only with the data.
bool fromRecipe(const Error& e)
{
    return e.code == ErrorCode::RecipeInvalid || e.code == ErrorCode::ExpressionInvalid;
}

Result<Recipe> readRecipe(const std::string& path)
{
    const auto text = readBytes(path, std::size_t{1} << 20);
    if (!text)
        return text.error();
    auto recipe = parseRecipe(*text);
    return recipe ? recipe : inFile(recipe.error(), path);
}

struct Tables {
    std::vector<CsvTable> tables;
    std::string sha256;
};

Result<Tables> readTables(const QStringList& paths)
{
    Tables out;
    std::string hashes; // of each file: where one ends and the next begins matters
    for (const QString& path : paths) {
        const auto text = readBytes(path.toStdString(), kMaxCsvBytes);
        if (!text)
            return text.error();
        auto table = CsvTable::parse(*text, path.toStdString());
        if (!table)
            return table.error();
        hashes += sha256Hex(*text);
        out.tables.push_back(std::move(*table));
    }
    out.sha256 = paths.size() == 1 ? hashes : sha256Hex(hashes);
    return out;
}

QJsonObject metricsOf(const PcaModel& m)
{
    return {{QStringLiteral("inputs"), static_cast<qint64>(m.inputCount())},
            {QStringLiteral("components"), static_cast<qint64>(m.componentCount())},
            {QStringLiteral("variance_explained"), m.facts.varianceExplained},
            {QStringLiteral("t2_limit"), m.t2Textbook},
            {QStringLiteral("spe_limit"), m.speTextbook},
            {QStringLiteral("held_out_alarm_rate"), m.facts.heldOutAlarmRate},
            {QStringLiteral("t2_operating_limit"), m.baseline.t2Limit},
            {QStringLiteral("spe_operating_limit"), m.baseline.speLimit},
            {QStringLiteral("expected_alerts_per_month"), m.budget.t2PerMonth + m.budget.spePerMonth},
            {QStringLiteral("baselines"), static_cast<qint64>(m.bootstrap.size())},
            {QStringLiteral("regimes"), static_cast<qint64>(m.regimes ? m.regimes->regimes() : 1)}};
}

QJsonObject metricsOf(const ForestModel& m)
{
    return {{QStringLiteral("inputs"), static_cast<qint64>(m.inputs.size())},
            {QStringLiteral("trees"), static_cast<qint64>(m.trees.size())},
            {QStringLiteral("isolation_limit"), m.limit},
            {QStringLiteral("held_out_alarm_rate"), m.facts.heldOutAlarmRate},
            {QStringLiteral("expected_alerts_per_month"), m.budget.t2PerMonth},
            {QStringLiteral("regimes"), static_cast<qint64>(m.regimes ? m.regimes->regimes() : 1)}};
}

QJsonObject metricsOf(const BoostedModel& m)
{
    QJsonObject out{{QStringLiteral("inputs"), static_cast<qint64>(m.features.inputs.size())},
                    {QStringLiteral("features"), static_cast<qint64>(m.features.size())},
                    {QStringLiteral("trees"), static_cast<qint64>(m.trees.trees.size())},
                    {QStringLiteral("regimes"), static_cast<qint64>(m.features.regimes ? m.features.regimes->regimes() : 1)}};
    for (const auto& [name, value] : m.metrics)
        out.insert(QString::fromStdString(name), value);
    if (m.classes.size() == 2)
        out.insert(QStringLiteral("threshold"), m.threshold);
    return out;
}

void report(const Model& model, const TrainingTable& table)
{
    printProgress(Text::tr("recipe: %1").arg(QString::fromStdString(factsOf(model).recipe)));
    if (!table.notNumbers.empty())
        printProgress(Text::tr("warning: left out, no numbers in them: %1").arg(joined(table.notNumbers)));
    if (!factsOf(model).dropped.empty())
        printProgress(Text::tr("warning: constant inputs left out: %1").arg(joined(factsOf(model).dropped)));
}

/// Tells every other second how far the training is and how long it will take.
class Estimate
{
public:
    Estimate() { m_clock.start(); }
    void operator()(double done)
    {
        const qint64 now = m_clock.elapsed();
        if (now - m_told < 2'000)
            return;
        m_told = now;
        const double left = static_cast<double>(now) / 1'000.0 * (1.0 - done) / done;
        printProgress(Text::tr("%1 % done, about %2 s left").arg(qRound(100.0 * done)).arg(qRound(left)));
    }

private:
    QElapsedTimer m_clock;
    qint64 m_told = 0;
};

} // namespace

int runTrain(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Learns a model from tables, as a recipe says."));
    parser.addOptions({{QStringLiteral("recipe"), Text::tr("What to learn, JSON."), QStringLiteral("file")},
                       {QStringLiteral("data"), Text::tr("Table to learn from, CSV; may be repeated."), QStringLiteral("file")},
                       {QStringLiteral("out"), Text::tr("Model to write."), QStringLiteral("file")},
                       {QStringLiteral("json"), Text::tr("Print one JSON object.")}});
    if (const auto stop = parseOptions(parser, arguments, {QStringLiteral("recipe"), QStringLiteral("data"), QStringLiteral("out")}))
        return *stop;
    QElapsedTimer clock;
    clock.start();
    const std::string recipePath = parser.value(QStringLiteral("recipe")).toStdString();
    const auto recipe = readRecipe(recipePath);
    if (!recipe)
        return fail(recipe.error());
    const QStringList paths = parser.values(QStringLiteral("data"));
    const auto data = readTables(paths);
    if (!data)
        return fail(data.error());
    const auto table = selectTrainingRows(data->tables, *recipe);
    if (!table)
        return fail(inFile(table.error(), fromRecipe(table.error()) ? recipePath : paths.first().toStdString()));
    const auto model = trainModel(*table, *recipe, data->sha256, Estimate());
    if (!model)
        return fail(inFile(model.error(), fromRecipe(model.error()) ? recipePath : paths.first().toStdString()));
    report(*model, *table);
    const std::string bytes = modelJson(*model);
    const QString out = parser.value(QStringLiteral("out"));
    if (const auto written = writeBytes(out.toStdString(), bytes); !written)
        return fail(written.error());
    const QString sha = QString::fromStdString(sha256Hex(bytes));
    if (parser.isSet(QStringLiteral("json")))
        printJson({{QStringLiteral("model"), out}, {QStringLiteral("sha256"), sha},
                   {QStringLiteral("rows"), static_cast<qint64>(factsOf(*model).rows)},
                   {QStringLiteral("metrics"), std::visit([](const auto& m) { return metricsOf(m); }, *model)},
                   {QStringLiteral("seconds"), static_cast<double>(clock.elapsed()) / 1000.0}});
    else
        printProgress(Text::tr("%1 written, %2").arg(out, sha));
    return kExitDone;
}

} // namespace gemba
