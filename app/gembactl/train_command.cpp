// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gembactl/train_command.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include "app/gembactl/command_line.h"
#include "twin/model/package.h"
#include "twin/training/byte_file.h"
#include "twin/training/pca_trainer.h"

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
            {QStringLiteral("baselines"), static_cast<qint64>(m.bootstrap.size())}};
}

void report(const PcaModel& model, const TrainingTable& table)
{
    printProgress(Text::tr("recipe: %1").arg(QString::fromStdString(model.facts.recipe)));
    if (!table.notNumbers.empty())
        printProgress(Text::tr("warning: left out, no numbers in them: %1").arg(joined(table.notNumbers)));
    if (!model.facts.dropped.empty())
        printProgress(Text::tr("warning: constant inputs left out: %1").arg(joined(model.facts.dropped)));
}

} // namespace

int runTrain(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Learns what is normal from tables."));
    parser.addOptions({{QStringLiteral("recipe"), Text::tr("What to learn, JSON."), QStringLiteral("file")},
                       {QStringLiteral("data"), Text::tr("Table to learn from, CSV; may be repeated."), QStringLiteral("file")},
                       {QStringLiteral("out"), Text::tr("Model to write."), QStringLiteral("file")},
                       {QStringLiteral("json"), Text::tr("Print one JSON object.")}});
    if (const auto stop = parseOptions(parser, arguments, {QStringLiteral("recipe"), QStringLiteral("data"), QStringLiteral("out")}))
        return *stop;
    QElapsedTimer clock;
    clock.start();
    const auto recipe = readRecipe(parser.value(QStringLiteral("recipe")).toStdString());
    if (!recipe)
        return fail(recipe.error());
    const QStringList paths = parser.values(QStringLiteral("data"));
    const auto data = readTables(paths);
    if (!data)
        return fail(data.error());
    const auto table = selectTrainingRows(data->tables, *recipe);
    if (!table)
        return fail(table.error());
    const auto model = trainPca(*table, *recipe, data->sha256);
    if (!model)
        return fail(inFile(model.error(), paths.first().toStdString()));
    report(*model, *table);
    const std::string bytes = modelJson(*model);
    const QString out = parser.value(QStringLiteral("out"));
    if (const auto written = writeBytes(out.toStdString(), bytes); !written)
        return fail(written.error());
    const QString sha = QString::fromStdString(sha256Hex(bytes));
    if (parser.isSet(QStringLiteral("json")))
        printJson({{QStringLiteral("model"), out}, {QStringLiteral("sha256"), sha},
                   {QStringLiteral("rows"), static_cast<qint64>(model->facts.rows)},
                   {QStringLiteral("metrics"), metricsOf(*model)},
                   {QStringLiteral("seconds"), static_cast<double>(clock.elapsed()) / 1000.0}});
    else
        printProgress(Text::tr("%1 written, %2").arg(out, sha));
    return kExitDone;
}

} // namespace gemba
