// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gembactl/command_line.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace gemba {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("gembactl", text); }

void write(std::FILE* to, const QString& text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), to);
    std::fflush(to);
}

QString argumentText(const twin::ErrorArg& a)
{
    if (const auto* text = std::get_if<std::string>(&a))
        return QString::fromStdString(*text);
    if (const auto* integer = std::get_if<std::int64_t>(&a))
        return QString::number(*integer);
    return QString::number(std::get<double>(a));
}

QString placeText(const twin::Place& p)
{
    QStringList parts;
    for (const std::string* text : {&p.file, &p.jsonPath})
        parts << (text->empty() ? QString() : QString::fromStdString(*text));
    if (p.row >= 0)
        parts << tr("row %1").arg(p.row);
    if (!p.column.empty())
        parts << tr("column %1").arg(QString::fromStdString(p.column));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString pattern(twin::ErrorCode code)
{
    using twin::ErrorCode;
    switch (code) {
    case ErrorCode::FileNotReadable: return tr("cannot be read: %1");
    case ErrorCode::FileNotWritable: return tr("cannot be written: %1");
    case ErrorCode::FileTooLarge: return tr("has %1 bytes, at most %2 are read");
    case ErrorCode::JsonSyntax: return tr("is not JSON: %1");
    case ErrorCode::CsvSyntax: return tr("is not CSV: %1");
    case ErrorCode::CsvNotANumber: return tr("\"%1\" is not a finite number");
    case ErrorCode::CsvTimeNotIncreasing: return tr("the time does not increase");
    case ErrorCode::CsvMissingColumn: return tr("there is no column %1");
    case ErrorCode::ModelInvalid: return tr("expected %1");
    case ErrorCode::ModelInputMissing: return tr("the model's input %1 is not there");
    case ErrorCode::TrainNoInputs: return tr("no input varies: %1");
    case ErrorCode::TrainTooFewRows: return tr("%1 normal rows, at least %2 are needed");
    case ErrorCode::RecipeInvalid: return tr("expected %1");
    default: return tr("failed: %1 %2");
    }
}

} // namespace

std::optional<int> parseOptions(QCommandLineParser& parser, const QStringList& arguments,
                                const QStringList& required)
{
    // Not addHelpOption(): that one would speak of options of Qt as well.
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, tr("Show this."));
    parser.addOption(help);
    if (!parser.parse(arguments)) {
        write(stderr, parser.errorText());
        return kExitUsage;
    }
    if (parser.isSet(help)) {
        parser.addPositionalArgument(arguments.first(), tr("This command."), arguments.first());
        write(stdout, parser.helpText());
        return kExitDone;
    }
    for (const QString& name : required) {
        if (!parser.isSet(name)) {
            write(stderr, tr("--%1 is missing").arg(name));
            return kExitUsage;
        }
    }
    if (!parser.positionalArguments().isEmpty()) {
        write(stderr, tr("not understood: %1").arg(parser.positionalArguments().join(u' ')));
        return kExitUsage;
    }
    return std::nullopt;
}

int fail(const twin::Error& error)
{
    QString text = pattern(error.code);
    for (const twin::ErrorArg& a : error.args)
        text = text.arg(argumentText(a));
    const QString place = placeText(error.place);
    write(stderr, place.isEmpty() ? text : place + QStringLiteral(": ") + text);
    return error.code == twin::ErrorCode::FileNotWritable ? kExitNo : kExitUnreadable;
}

void printProgress(const QString& line) { write(stderr, line); }

void printJson(const QJsonObject& object)
{
    write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

} // namespace gemba
