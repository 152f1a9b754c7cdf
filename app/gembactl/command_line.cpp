// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gembactl/command_line.h"

#include <csignal>
#include <cstdio>

#include <QCoreApplication>
#include <QJsonDocument>

#include "twin/wording/error_text.h"

namespace gemba {
namespace {

volatile std::sig_atomic_t g_interrupted = 0;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

void write(std::FILE* to, const QString& text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), to);
    std::fflush(to);
}

} // namespace

std::optional<int> parseOptions(QCommandLineParser& parser, const QStringList& arguments,
                                const QStringList& required, int positional)
{
    // Not addHelpOption(): that one would speak of options of Qt as well.
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, Text::tr("Show this."));
    parser.addOption(help);
    if (!parser.parse(arguments))
        return wrongUsage(parser.errorText());
    if (parser.isSet(help)) {
        parser.addPositionalArgument(arguments.first(), Text::tr("This command."), arguments.first());
        write(stdout, parser.helpText());
        return kExitDone;
    }
    for (const QString& name : required) {
        if (!parser.isSet(name))
            return wrongUsage(Text::tr("The option --%1 is needed.").arg(name));
    }
    const qsizetype given = parser.positionalArguments().size();
    if (given < positional)
        return wrongUsage(Text::tr("A file is needed."));
    if (given > positional)
        return wrongUsage(Text::tr("Too many arguments: %1.").arg(parser.positionalArguments().constLast()));
    return std::nullopt;
}

int fail(const twin::Error& error)
{
    printProgress(twin::errorText(error));
    switch (error.code) {
    case twin::ErrorCode::BrokerUnreachable:
    case twin::ErrorCode::BrokerRefused:
    case twin::ErrorCode::BrokerLost:
    case twin::ErrorCode::BrokerCredentials:
    case twin::ErrorCode::TlsFailed:
    case twin::ErrorCode::TlsUntrusted:
    case twin::ErrorCode::TlsExpired:
    case twin::ErrorCode::TlsWrongHost:
    case twin::ErrorCode::SubscribeRefused:
    case twin::ErrorCode::ProgramNotFound:
        return kExitUnreachable;
    case twin::ErrorCode::ArgumentInvalid:
    case twin::ErrorCode::BrokerUrlInvalid:
    case twin::ErrorCode::BrokerPlainText:
        return kExitUsage;
    case twin::ErrorCode::FileNotWritable:
        return kExitNo;
    default:
        return kExitUnreadable;
    }
}

int wrongUsage(const QString& sentence)
{
    printProgress(sentence);
    printProgress(Text::tr("See --help."));
    return kExitUsage;
}

void printProgress(const QString& line) { write(stderr, line); }
void printLine(const QString& line) { write(stdout, line); }

void printJson(const QJsonObject& object)
{
    write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

std::optional<twin::TimeNs> parseTime(const QString& text, twin::TimeNs start)
{
    const std::string s = text.toStdString();
    if (!s.empty() && s.front() == '+') {
        const auto length = twin::parseDuration(std::string_view(s).substr(1));
        return length ? std::optional(start + *length) : std::nullopt;
    }
    return twin::parseIso8601(s);
}

bool interrupted()
{
    static const bool listening = [] {
        std::signal(SIGINT, [](int) { g_interrupted = 1; });
        std::signal(SIGTERM, [](int) { g_interrupted = 1; });
        return true;
    }();
    return listening && g_interrupted != 0;
}

} // namespace gemba
