// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gembactl/command_line.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

#include "twin/wording/error_text.h"

namespace gemba {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("gembactl", text); }

void write(std::FILE* to, const QString& text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), to);
    std::fflush(to);
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
    write(stderr, twin::errorText(error));
    return error.code == twin::ErrorCode::FileNotWritable ? kExitNo : kExitUnreadable;
}

void printProgress(const QString& line) { write(stderr, line); }

void printJson(const QJsonObject& object)
{
    write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

} // namespace gemba
