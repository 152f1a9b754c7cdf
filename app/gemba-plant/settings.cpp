// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/settings.h"

#include <charconv>

#include <QCoreApplication>
#include <QDir>

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
    if (problem != std::errc() || end != text.data() + text.size() || !(value >= least) ||
        !(value <= most))
        return invalid(GembaPlant::tr("--%1: a number from %2 to %3")
                           .arg(QLatin1String(option))
                           .arg(least)
                           .arg(most));
    return value;
}

Result<twin::TimeNs> duration(const QCommandLineParser& parser, const char* option)
{
    const auto t = twin::parseDuration(parser.value(QLatin1String(option)).toStdString());
    if (!t || *t < 0)
        return invalid(
            GembaPlant::tr("--%1: a length of time such as 10s").arg(QLatin1String(option)));
    return *t;
}

/// Beside the program once installed, in the sources before that.
std::string defaultPlantFolder()
{
    const QDir beside(QCoreApplication::applicationDirPath() +
                      QStringLiteral("/../share/gemba/plants/eastman"));
    return (beside.exists() ? beside.canonicalPath() : QStringLiteral(GEMBA_PLANT_FOLDER))
        .toStdString();
}

Result<void> readBroker(const QCommandLineParser& parser, Settings& s)
{
    const auto text = [&parser](const char* o) {
        return parser.value(QLatin1String(o)).toStdString();
    };
    Result<twin::Broker> broker = twin::parseBroker(text("broker"));
    if (!broker)
        return broker.error();
    broker->caFile = text("ca");
    broker->certFile = text("cert");
    broker->keyFile = text("key");
    broker->user = text("user");
    broker->passwordFile = text("password-file");
    broker->allowPlainRemote = parser.isSet(QStringLiteral("allow-plain"));
    const Result<void> prepared = twin::prepare(*broker);
    s.broker = std::move(*broker);
    return prepared;
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
    s.player.waitForHost = parser.isSet(QStringLiteral("wait-for-host"));
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

struct Option
{
    const char* name;
    const char* value; ///< nullptr: takes none
    const char* otherwise;
    const char* meaning;
};
// clang-format off
constexpr Option kOptions[]{
    {"broker", "URL", "mqtt://127.0.0.1:1883", QT_TRANSLATE_NOOP("GembaPlant",
     "Broker, mqtt://host[:port] or mqtts://host[:port].")},
    {"ca", "FILE", "", QT_TRANSLATE_NOOP("GembaPlant",
     "Certificates of the authority that the broker is known by.")},
    {"cert", "FILE", "", QT_TRANSLATE_NOOP("GembaPlant", "The plant's own certificate.")},
    {"key", "FILE", "", QT_TRANSLATE_NOOP("GembaPlant", "The key of the plant's certificate.")},
    {"user", "NAME", "", QT_TRANSLATE_NOOP("GembaPlant", "User name at the broker.")},
    {"password-file", "FILE", "", QT_TRANSLATE_NOOP("GembaPlant",
     "File with the password; only its owner may read it.")},
    {"allow-plain", nullptr, "", QT_TRANSLATE_NOOP("GembaPlant",
     "Allow mqtt:// to another machine: anyone on the way can read and change it.")},
    {"wait", "TIME", "0s", QT_TRANSLATE_NOOP("GembaPlant",
     "How long to try before a broker that is not there is given up.")},
    {"wait-for-host", nullptr, "", QT_TRANSLATE_NOOP("GembaPlant",
     "Begin when a Sparkplug host says that it is online, or when --wait is over.")},
    {"plant", "FOLDER", "", QT_TRANSLATE_NOOP("GembaPlant", "Folder with plant.json and runs/ or pumphouse.json; runs/lives.run is played as a fleet.")},
    {"run", "RUN", "", QT_TRANSLATE_NOOP("GembaPlant",
     "Recorded run: normal (if none is given), a fault number (1 2 4 5 6 7 8 11 13 14) or a run's id. "
     "Pump house: timeline (if none is given), normal, unbalance, misalignment, outer-race, inner-race "
     "or cavitation. May be given several times.")},
    {"from-row", "N", "0", QT_TRANSLATE_NOOP("GembaPlant",
     "First row of the first run, counted from 0; faults begin at row 160.")},
    {"rows", "N", "", QT_TRANSLATE_NOOP("GembaPlant", "End after so many rows.")},
    {"loop", nullptr, "", QT_TRANSLATE_NOOP("GembaPlant", "Begin again after the last run.")},
    {"speed", "N", "1", QT_TRANSLATE_NOOP("GembaPlant", "Rows per second.")},
    {"start", "TIME", "", QT_TRANSLATE_NOOP("GembaPlant",
     "Time of the first row by the plant's clock; otherwise now.")},
    {"format", "FORMAT", "sparkplug", QT_TRANSLATE_NOOP("GembaPlant", "sparkplug or json.")},
    {"copies", "N", "1", QT_TRANSLATE_NOOP("GembaPlant",
     "Play so many plants at once; the second is in group Eastman-2, and so on.")},
    {"fault", "LIST", "", QT_TRANSLATE_NOOP("GembaPlant",
     "Transport faults: drop, duplicate, delay, reorder (per message), stall, death (per row) = "
     "probability[:time], skew=time; e.g. drop=0.01,stall=0.001:5s.")},
    {"seed", "N", "1", QT_TRANSLATE_NOOP("GembaPlant", "Same seed, same faults, same pump house and same fleet.")},
    {"ledger", "FILE", "", QT_TRANSLATE_NOOP("GembaPlant",
     "Write what was sent and what was not to this CSV file.")},
    {"quiet", nullptr, "", QT_TRANSLATE_NOOP("GembaPlant", "Say nothing but errors.")},
};
// clang-format on

} // namespace

void addOptions(QCommandLineParser& parser)
{
    for (const Option& o : kOptions) {
        QCommandLineOption option(QLatin1String(o.name), GembaPlant::tr(o.meaning));
        if (o.value)
            option.setValueName(QLatin1String(o.value));
        if (*o.otherwise)
            option.setDefaultValue(QLatin1String(o.otherwise));
        parser.addOption(option);
    }
}

Result<Settings> readSettings(const QCommandLineParser& parser)
{
    Settings s;
    s.plantFolder = parser.isSet(QStringLiteral("plant"))
                        ? parser.value(QStringLiteral("plant")).toStdString()
                        : defaultPlantFolder();
    s.ledger = parser.value(QStringLiteral("ledger")).toStdString();
    s.quiet = parser.isSet(QStringLiteral("quiet"));
    const QString format = parser.value(QStringLiteral("format"));
    if (format != QLatin1String("sparkplug") && format != QLatin1String("json"))
        return invalid(GembaPlant::tr("--format: sparkplug or json"));
    s.format = format == QLatin1String("json") ? Format::Json : Format::Sparkplug;
    if (!parser.positionalArguments().isEmpty())
        return invalid(
            GembaPlant::tr("no argument \"%1\"").arg(parser.positionalArguments().first()));
    for (const auto read : {readBroker, readPlaylist, readPlayer}) {
        if (const Result<void> r = read(parser, s); !r)
            return r.error();
    }
    return s;
}

} // namespace gemba::plant
