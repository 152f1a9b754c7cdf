// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include "app/gembactl/command_line.h"
#include "app/gembactl/commands.h"
#include "app/gembactl/session_json.h"
#include "twin/store/session_reader.h"
#include "twin/wording/error_text.h"

namespace gemba {
namespace {

QJsonValue number(std::uint64_t n)
{
    return static_cast<qint64>(n);
}

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

} // namespace

QJsonObject toJson(const twin::SessionInfo& info)
{
    QJsonArray models;
    for (const std::string& sha : info.models)
        models.append(QString::fromStdString(sha));
    QJsonArray problems;
    for (const twin::Error& e : info.problems)
        problems.append(twin::errorText(e));
    return {{QStringLiteral("plant"), QString::fromStdString(info.facts.plantId)},
            {QStringLiteral("from"), QString::fromStdString(twin::toIso8601(info.from, 9))},
            {QStringLiteral("to"), QString::fromStdString(twin::toIso8601(info.to, 9))},
            {QStringLiteral("sources"), number(info.sources)},
            {QStringLiteral("metrics"), number(info.metrics)},
            {QStringLiteral("samples"), number(info.samples)},
            {QStringLiteral("packets"), number(info.packets)},
            {QStringLiteral("gaps"), number(info.gaps)},
            {QStringLiteral("dropped"), number(info.dropped)},
            {QStringLiteral("rejected"), number(info.rejected)},
            {QStringLiteral("events"), number(info.events)},
            {QStringLiteral("unrecorded"), number(info.unrecorded)},
            {QStringLiteral("models"), models},
            {QStringLiteral("complete"), info.complete},
            {QStringLiteral("digest"), QString::fromStdString(info.digest)},
            {QStringLiteral("fingerprint"), QString::fromStdString(info.facts.fingerprint)},
            {QStringLiteral("problems"), problems}};
}

void printInfo(const twin::SessionInfo& info)
{
    const QLocale locale;
    const auto count = [&](std::uint64_t n) { return locale.toString(static_cast<qulonglong>(n)); };
    printLine(Text::tr("Plant: %1").arg(QString::fromStdString(info.facts.plantName)));
    printLine(Text::tr("From: %1").arg(QString::fromStdString(twin::toIso8601(info.from))));
    printLine(Text::tr("To: %1").arg(QString::fromStdString(twin::toIso8601(info.to))));
    printLine(Text::tr("Packets: %1, samples: %2 of %3 tags").arg(count(info.packets), count(info.samples), count(info.metrics)));
    printLine(Text::tr("Gaps: %1, dropped: %2, rejected: %3").arg(count(info.gaps), count(info.dropped), count(info.rejected)));
    printLine(Text::tr("Events: %1").arg(count(info.events)));
    printLine(info.complete ? Text::tr("Complete: closed in order, nothing is missing")
                            : Text::tr("Not complete: see below, or it was never closed"));
    printLine(Text::tr("Digest: %1").arg(info.digest.empty() ? Text::tr("none") : QString::fromStdString(info.digest)));
    printLine(Text::tr("Written by: %1").arg(QString::fromStdString(info.facts.fingerprint)));
    for (const twin::Error& e : info.problems)
        printLine(twin::errorText(e));
}

int runInfo(const QStringList& arguments)
{
    QCommandLineParser p;
    p.setApplicationDescription(Text::tr("Says what a recorded session holds."));
    p.addOption({QStringLiteral("json"), Text::tr("Print one JSON object.")});
    p.addPositionalArgument(QStringLiteral("FILE.gmb"), Text::tr("The session."));
    if (const auto stop = parseOptions(p, arguments, {}, 1))
        return *stop;
    const QString path = p.positionalArguments().constFirst();
    auto reader = twin::SessionReader::open(path.toStdString(), twin::SessionReader::OpenMode::Foreign);
    if (!reader)
        return fail(reader.error());
    const twin::SessionInfo& info = (*reader)->info();
    if (p.isSet(QStringLiteral("json")))
        printJson(toJson(info));
    else
        printInfo(info);
    return kExitDone;
}

} // namespace gemba
