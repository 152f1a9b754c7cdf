// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include "app/gembactl/command_line.h"
#include "app/gembactl/commands.h"
#include "app/gembactl/signal_file.h"
#include "twin/detection/onset_watch.h"
#include "twin/manipulation/waveform_features.h"
#include "twin/training/byte_file.h"
#include "twin/training/csv_table.h"

namespace gemba {

using namespace twin;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

/// One record of a machine's life.
struct LifeRecord {
    QString path;
    qint64 number = 0; ///< the last number in its name: records may be missing between two
    double rms = 0.0, level = 0.0, health = 1.0;
};

Result<std::vector<LifeRecord>> recordsOf(const QStringList& given)
{
    static const QRegularExpression kLastNumber(QStringLiteral("(\\d+)\\D*$"));
    std::vector<LifeRecord> records;
    const auto add = [&](const QFileInfo& file) {
        const auto match = kLastNumber.match(file.completeBaseName());
        const qint64 number = match.hasMatch() ? match.captured(1).toLongLong() : static_cast<qint64>(records.size());
        records.push_back({file.filePath(), number, 0.0, 0.0, 1.0});
    };
    for (const QString& path : given) {
        const QFileInfo info(path);
        if (QFile file(path); !info.isDir() && !file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::FileNotReadable, {file.errorString().toStdString()}, {.file = path.toStdString()}};
        if (!info.isDir()) {
            add(info);
            continue;
        }
        for (const QFileInfo& file : QDir(path).entryInfoList({QStringLiteral("*.csv"), QStringLiteral("*.f32")}, QDir::Files, QDir::Name))
            add(file);
    }
    std::stable_sort(records.begin(), records.end(), [](const LifeRecord& a, const LifeRecord& b) { return a.number < b.number; });
    for (std::size_t i = 1; i < records.size(); ++i) {
        if (records[i].number == records[i - 1].number)
            return Error{ErrorCode::WaveformInvalid, {std::string("one record of each number")}, {.file = records[i].path.toStdString()}};
    }
    if (records.size() <= OnsetWatch::kFewest)
        return Error{ErrorCode::TrainTooFewRows,
                     {static_cast<std::int64_t>(records.size()), static_cast<std::int64_t>(OnsetWatch::kFewest + 1)},
                     {.file = given.first().toStdString()}};
    return records;
}

/// Of all columns together: the root of the sum of their mean squares.
Result<double> rmsOf(const QString& path, const QStringList& columns)
{
    double squares = 0.0;
    for (const QString& column : columns.isEmpty() ? QStringList{QString()} : columns) {
        const auto signal = readSignal(path.toStdString(), std::nullopt, column.toStdString());
        if (!signal)
            return signal.error();
        const double rms = featuresOf(*signal).rms;
        squares += rms * rms;
    }
    return std::sqrt(squares);
}

Result<OnsetWatch> watch(std::vector<LifeRecord>& records, const QStringList& columns)
{
    OnsetWatch watch;
    for (LifeRecord& r : records) {
        const auto rms = rmsOf(r.path, columns);
        if (!rms)
            return rms.error();
        watch.add(*rms);
        r.rms = *rms;
        r.level = watch.level();
        r.health = watch.health();
    }
    return watch;
}

std::string tableOf(const std::vector<LifeRecord>& records)
{
    std::string out;
    CsvWriter csv(out, ',');
    for (const char* name : {"record", "rms", "level", "health"})
        csv.text(name);
    csv.end();
    for (const LifeRecord& r : records) {
        csv.integer(r.number);
        csv.number(r.rms);
        csv.number(r.level);
        csv.number(r.health);
        csv.end();
    }
    return out;
}

void report(bool json, const OnsetWatch& watch, const std::vector<LifeRecord>& records)
{
    QJsonValue record, fraction;
    if (watch.onset()) {
        const qint64 number = records[*watch.onset()].number;
        record = number;
        fraction = static_cast<double>(number) / static_cast<double>(std::max<qint64>(1, records.back().number));
    }
    if (json) {
        printJson({{QStringLiteral("onset"), record},
                   {QStringLiteral("life_fraction"), fraction},
                   {QStringLiteral("records"), static_cast<qint64>(records.size())},
                   {QStringLiteral("usual"), watch.usual()},
                   {QStringLiteral("limit"), watch.limit()},
                   {QStringLiteral("level"), watch.level()},
                   {QStringLiteral("health"), watch.health()}});
    } else if (watch.onset()) {
        printLine(Text::tr("Onset at record %1, %2 of the life recorded; health now %3.")
                      .arg(record.toInteger())
                      .arg(fraction.toDouble(), 0, 'f', 3)
                      .arg(watch.health(), 0, 'f', 3));
    } else {
        printLine(Text::tr("No onset: the level is as usual."));
    }
}

} // namespace

int runOnset(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr(
        "Finds the record with which a machine's vibration has left what was usual for good. The level is "
        "the median RMS of five records, the limit six standard deviations above the newer half of the "
        "history. Records are read in the order of the last number in their names."));
    parser.addOptions({{QStringLiteral("in"), Text::tr("Folder with records, or a record: *.f32 or CSV; may be repeated."), QStringLiteral("path")},
                       {QStringLiteral("column"), Text::tr("CSV: a signal's column by its name or number from 1; repeated: all together."), QStringLiteral("name")},
                       {QStringLiteral("out"), Text::tr("Write record, rms, level and health, CSV."), QStringLiteral("file")},
                       {QStringLiteral("json"), Text::tr("Print one JSON object.")}});
    if (const auto stop = parseOptions(parser, arguments, {QStringLiteral("in")}))
        return *stop;
    auto records = recordsOf(parser.values(QStringLiteral("in")));
    if (!records)
        return fail(records.error());
    const auto watched = watch(*records, parser.values(QStringLiteral("column")));
    if (!watched)
        return fail(watched.error());
    if (parser.isSet(QStringLiteral("out"))) {
        const auto written = writeBytes(parser.value(QStringLiteral("out")).toStdString(), tableOf(*records));
        if (!written)
            return fail(written.error());
    }
    report(parser.isSet(QStringLiteral("json")), *watched, *records);
    return kExitDone;
}

} // namespace gemba
