// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/settings.h"

#include <charconv>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include "app/gemba-plant/words.h"

namespace gemba::plant {

using twin::Error;
using twin::ErrorCode;
using twin::Result;

namespace {

Error invalid(const QString& expected)
{
    return Error{ErrorCode::ArgumentInvalid, {expected.toStdString()}, {}};
}

/// A value of an option; locale has no say in it.
template <class T>
Result<T> number(const QCommandLineParser& parser, const char* option, T least, T most)
{
    const std::string text = parser.value(QLatin1String(option)).toStdString();
    T value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || !(value >= least)
        || !(value <= most))
        return invalid(GembaPlant::tr("--%1: a number from %2 to %3").arg(QLatin1String(option)).arg(least).arg(most));
    return value;
}

Result<twin::TimeNs> duration(const QCommandLineParser& parser, const char* option)
{
    const auto t = twin::parseDuration(parser.value(QLatin1String(option)).toStdString());
    if (!t || *t < 0)
        return invalid(GembaPlant::tr("--%1: a length of time such as 10s").arg(QLatin1String(option)));
    return *t;
}

Result<std::string> readPassword(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Error error{ErrorCode::FileNotReadable, {file.errorString().toStdString()}, {}};
        error.place.file = path.toStdString();
        return error;
    }
    QByteArray line = file.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line.toStdString();
}

/// Beside the program once installed, in the sources before that.
std::string defaultPlantFolder()
{
    const QDir beside(QCoreApplication::applicationDirPath()
                      + QStringLiteral("/../share/gemba/plants/eastman"));
    return (beside.exists() ? beside.canonicalPath() : QStringLiteral(GEMBA_PLANT_FOLDER)).toStdString();
}

Result<void> readBroker(const QCommandLineParser& parser, Settings& s)
{
    const auto text = [&parser](const char* o) { return parser.value(QLatin1String(o)).toStdString(); };
    s.broker = {text("broker"), text("ca"), text("cert"), text("key"), text("user"), {}};
    if (const Result<std::string> url = libraryUrl(s.broker.url); !url)
        return url.error();
    if (parser.isSet(QStringLiteral("password-file"))) {
        Result<std::string> password = readPassword(parser.value(QStringLiteral("password-file")));
        if (!password)
            return password.error();
        s.broker.password = *password;
    }
    return {};
}

Result<void> readPlaylist(const QCommandLineParser& parser, Settings& s)
{
    for (const QString& run : parser.values(QStringLiteral("run")))
        s.runs.push_back(run.toStdString());
    const auto from = number<std::uint64_t>(parser, "from-row", 0, 1'000'000);
    if (!from)
        return from.error();
    s.playlist.fromRow = *from;
    if (parser.isSet(QStringLiteral("rows"))) {
        const auto rows = number<std::uint64_t>(parser, "rows", 1, 1'000'000'000);
        if (!rows)
            return rows.error();
        s.playlist.rows = *rows;
    }
    s.playlist.loop = parser.isSet(QStringLiteral("loop"));
    return {};
}

Result<void> readPlayer(const QCommandLineParser& parser, Settings& s)
{
    const auto speed = number<double>(parser, "speed", 0.001, 100'000.0);
    const auto wait = duration(parser, "wait");
    const auto seed = number<std::uint64_t>(parser, "seed", 0, UINT64_MAX);
    const auto copies = number<unsigned>(parser, "copies", 1, 1'000);
    const auto faults = parseFaults(parser.value(QStringLiteral("fault")).toStdString());
    for (const Error* e : {speed ? nullptr : &speed.error(), wait ? nullptr : &wait.error(),
                           seed ? nullptr : &seed.error(), copies ? nullptr : &copies.error(),
                           faults ? nullptr : &faults.error()}) {
        if (e)
            return *e;
    }
    s.player.speed = *speed;
    s.player.wait = *wait;
    s.player.seed = *seed;
    s.player.faults = *faults;
    s.copies = *copies;
    if (parser.isSet(QStringLiteral("start"))) {
        const auto start = twin::parseIso8601(parser.value(QStringLiteral("start")).toStdString());
        if (!start)
            return invalid(GembaPlant::tr("--start: a time such as 2026-01-31T06:00:00Z"));
        s.player.start = *start;
    }
    return {};
}

} // namespace

void addOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        {QStringLiteral("broker"), GembaPlant::tr("Broker, mqtt://host[:port] or mqtts://host[:port]."),
         QStringLiteral("URL"), QStringLiteral("mqtt://127.0.0.1:1883")},
        {QStringLiteral("ca"), GembaPlant::tr("Certificates of the authority that the broker is known by."), QStringLiteral("FILE")},
        {QStringLiteral("cert"), GembaPlant::tr("The plant's own certificate."), QStringLiteral("FILE")},
        {QStringLiteral("key"), GembaPlant::tr("The key of the plant's certificate."), QStringLiteral("FILE")},
        {QStringLiteral("user"), GembaPlant::tr("User name at the broker."), QStringLiteral("NAME")},
        {QStringLiteral("password-file"), GembaPlant::tr("File whose first line is the password."), QStringLiteral("FILE")},
        {QStringLiteral("wait"), GembaPlant::tr("How long to try before a broker that is not there is given up."),
         QStringLiteral("TIME"), QStringLiteral("0s")},
        {QStringLiteral("plant"), GembaPlant::tr("Folder with plant.json and runs/."), QStringLiteral("FOLDER")},
        {QStringLiteral("run"), GembaPlant::tr("Recorded run: normal, a fault number (1 2 4 5 6 7 8 11 13 14) or a run's id. May be given several times."),
         QStringLiteral("RUN"), QStringLiteral("normal")},
        {QStringLiteral("from-row"), GembaPlant::tr("First row of the first run, counted from 0; faults begin at row 160."),
         QStringLiteral("N"), QStringLiteral("0")},
        {QStringLiteral("rows"), GembaPlant::tr("End after so many rows."), QStringLiteral("N")},
        {QStringLiteral("loop"), GembaPlant::tr("Begin again after the last run.")},
        {QStringLiteral("speed"), GembaPlant::tr("Rows per second."), QStringLiteral("N"), QStringLiteral("1")},
        {QStringLiteral("start"), GembaPlant::tr("Time of the first row by the plant's clock; otherwise now."), QStringLiteral("TIME")},
        {QStringLiteral("format"), GembaPlant::tr("sparkplug or json."), QStringLiteral("FORMAT"), QStringLiteral("sparkplug")},
        {QStringLiteral("copies"), GembaPlant::tr("Play so many plants at once; the second is in group Eastman-2, and so on."),
         QStringLiteral("N"), QStringLiteral("1")},
        {QStringLiteral("fault"), GembaPlant::tr("Transport faults: drop, duplicate, delay, reorder (per message), stall, death (per row) = probability[:time], skew=time; e.g. drop=0.01,stall=0.001:5s."),
         QStringLiteral("LIST")},
        {QStringLiteral("seed"), GembaPlant::tr("Same seed, same faults."), QStringLiteral("N"), QStringLiteral("1")},
        {QStringLiteral("ledger"), GembaPlant::tr("Write what was sent and what was not to this CSV file."), QStringLiteral("FILE")},
        {QStringLiteral("quiet"), GembaPlant::tr("Say nothing but errors.")},
    });
}

Result<Settings> readSettings(const QCommandLineParser& parser)
{
    Settings s;
    s.plantFolder = parser.isSet(QStringLiteral("plant"))
                        ? parser.value(QStringLiteral("plant")).toStdString() : defaultPlantFolder();
    s.ledger = parser.value(QStringLiteral("ledger")).toStdString();
    s.quiet = parser.isSet(QStringLiteral("quiet"));
    const QString format = parser.value(QStringLiteral("format"));
    if (format != QLatin1String("sparkplug") && format != QLatin1String("json"))
        return invalid(GembaPlant::tr("--format: sparkplug or json"));
    s.format = format == QLatin1String("json") ? Format::Json : Format::Sparkplug;
    if (!parser.positionalArguments().isEmpty())
        return invalid(GembaPlant::tr("no argument \"%1\"").arg(parser.positionalArguments().first()));
    for (const auto read : {readBroker, readPlaylist, readPlayer}) {
        if (const Result<void> r = read(parser, s); !r)
            return r.error();
    }
    return s;
}

} // namespace gemba::plant
