// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gembactl/score_command.h"

#include <QCoreApplication>

#include "app/gembactl/command_line.h"
#include "twin/training/byte_file.h"
#include "twin/training/score_table.h"

namespace gemba {

using namespace twin;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

Result<Model> readModel(const std::string& path)
{
    const auto bytes = readBytes(path, kMaxModelBytes);
    if (!bytes)
        return bytes.error();
    auto model = parseAnyModel(*bytes);
    if (model)
        return model;
    Error e = model.error();
    e.place.file = path;
    return e;
}

} // namespace

int runScore(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Scores every row of a table with a model."));
    parser.addOptions({{QStringLiteral("model"), Text::tr("Model to score with."), QStringLiteral("file")},
                       {QStringLiteral("in"), Text::tr("Table to score, CSV."), QStringLiteral("file")},
                       {QStringLiteral("out"), Text::tr("Table to write, CSV."), QStringLiteral("file")},
                       {QStringLiteral("explain"), Text::tr("Add each input's part, c:<input>.")},
                       {QStringLiteral("json"), Text::tr("Print one JSON object.")}});
    if (const auto stop = parseOptions(parser, arguments, {QStringLiteral("model"), QStringLiteral("in"), QStringLiteral("out")}))
        return *stop;
    const auto model = readModel(parser.value(QStringLiteral("model")).toStdString());
    if (!model)
        return fail(model.error());
    const std::string in = parser.value(QStringLiteral("in")).toStdString();
    const auto text = readBytes(in, kMaxCsvBytes);
    if (!text)
        return fail(text.error());
    const auto table = CsvTable::parse(*text, in);
    if (!table)
        return fail(table.error());
    const auto scores = scoreTable(*model, *table, parser.isSet(QStringLiteral("explain")));
    if (!scores)
        return fail(scores.error());
    for (const std::string& name : scores->replaced)
        printProgress(Text::tr("warning: the column %1 of the table gives way to the score of that name")
                          .arg(QString::fromStdString(name)));
    const QString out = parser.value(QStringLiteral("out"));
    if (const auto written = writeBytes(out.toStdString(), scores->csv); !written)
        return fail(written.error());
    if (parser.isSet(QStringLiteral("json")))
        printJson({{QStringLiteral("out"), out}, {QStringLiteral("rows"), static_cast<qint64>(scores->rows)},
                   {QStringLiteral("alarms"), static_cast<qint64>(scores->alarms)},
                   {QStringLiteral("withheld"), static_cast<qint64>(scores->withheld)}});
    else
        printProgress(Text::tr("%1 rows, %2 alarms, %3 without a score")
                          .arg(scores->rows).arg(scores->alarms).arg(scores->withheld));
    return kExitDone;
}

} // namespace gemba
