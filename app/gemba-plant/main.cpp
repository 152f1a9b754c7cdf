// SPDX-License-Identifier: GPL-3.0-or-later
// gemba-plant: plays recorded runs into an MQTT broker as a living plant.
#include <clocale>
#include <cstdio>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include "app/gemba-plant/fleet.h"
#include "app/gemba-plant/pump_house.h"
#include "app/gemba-plant/settings.h"
#include "app/gemba-plant/words.h"
#include "app/language.h"
#include "twin/model/plant_json.h"
#include "twin/wording/error_text.h"

namespace gemba::plant {
namespace {

enum Exit { kDone = 0, kWrongUsage = 2, kUnreadable = 3, kUnreachable = 4 };

void say(const QString& text)
{
    std::fputs((text + QLatin1Char('\n')).toUtf8().constData(), stderr);
}

int fail(const twin::Error& error)
{
    say(QStringLiteral("gemba-plant: ") + twin::errorText(error));
    switch (error.code) {
    case twin::ErrorCode::ArgumentInvalid:
    case twin::ErrorCode::BrokerPlainText:
    case twin::ErrorCode::BrokerUrlInvalid:
        return kWrongUsage;
    case twin::ErrorCode::BrokerUnreachable:
    case twin::ErrorCode::BrokerCredentials:
    case twin::ErrorCode::BrokerRefused:
    case twin::ErrorCode::SubscribeRefused:
        return kUnreachable;
    default:
        return kUnreadable;
    }
}

/// A description in the plant's folder, read by its parser.
template <class T>
twin::Result<T> load(const std::string& path, twin::Result<T> (*parse)(std::string_view))
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return twin::Error{twin::ErrorCode::FileNotReadable, {file.errorString().toStdString()}, {.file = path}};
    const QByteArray bytes = file.read(qint64(twin::kMaxPlantBytes) + 1);
    twin::Result<T> value = parse({bytes.constData(), std::size_t(bytes.size())});
    if (value)
        return value;
    twin::Error why = value.error();
    why.place.file = path;
    return why;
}

/// The runs of a plant that is worked out and not recorded.
twin::Result<std::vector<Run>> makeRuns(const Settings& s, const std::string& timelineFile)
{
    std::vector<Run> runs;
    for (const std::string& name : s.runs.empty() ? std::vector<std::string>{"timeline"} : s.runs) {
        const twin::Result<PumpTimeline> timeline =
            name == "timeline" ? load(timelineFile, parseTimeline) : timelineCalled(name);
        if (!timeline)
            return timeline.error();
        runs.push_back(makePumpHouse(*timeline, s.player.seed, name));
    }
    return runs;
}

/// Recorded lives, played by as many machines as the plant has.
twin::Result<std::vector<Run>> loadFleet(const Settings& s, const twin::Plant& plant, const std::string& lives)
{
    const twin::Result<Run> recorded = loadRun(lives);
    if (!recorded)
        return recorded.error();
    twin::Result<Run> fleet = makeFleet(plant, *recorded, s.player.seed);
    if (!fleet)
        return fleet.error();
    std::vector<Run> runs;
    runs.push_back(std::move(*fleet));
    return runs;
}

twin::Result<std::vector<Run>> loadRuns(const Settings& s, const twin::Plant& plant)
{
    const std::string lives = runPath(s.plantFolder, "lives");
    if (s.runs.empty() && QFileInfo::exists(QString::fromStdString(lives)))
        return loadFleet(s, plant, lives);

    const std::string timeline = s.plantFolder + "/pumphouse.json";
    if (QFileInfo::exists(QString::fromStdString(timeline)))
        return makeRuns(s, timeline);
    std::vector<Run> runs;
    for (const std::string& name : s.runs.empty() ? std::vector<std::string>{"normal"} : s.runs) {
        twin::Result<Run> run = loadRun(runPath(s.plantFolder, name));
        if (!run)
            return run.error();
        if (!runs.empty() && run->columns != runs.front().columns)
            return twin::Error{
                twin::ErrorCode::RunInvalid, {std::string("the columns of the first run")}, {}};
        runs.push_back(std::move(*run));
    }
    return runs;
}

twin::Result<std::unique_ptr<NodeSpeaker>>
makeSpeaker(const twin::Plant& plant, const Playlist& list, const Settings& s, unsigned copy)
{
    twin::Result<NodeLayout> layout = makeLayout(plant, list.columns(), s.format, copy, list.waveforms(), list.texts());
    if (!layout)
        return layout.error();
    if (s.format == Format::Json)
        return makeJsonSpeaker(std::move(*layout));
    return makeSparkplugSpeaker(std::move(*layout));
}

void report(Player& player)
{
    player.onLink = [](const std::string& id, bool up, const twin::Error* why) {
        const QString name = QString::fromStdString(id);
        say(why  ? name + QStringLiteral(": ") + twin::errorText(*why)
            : up ? GembaPlant::tr("%1: connected").arg(name)
                 : GembaPlant::tr("%1: signed off").arg(name));
    };
    auto said = std::make_shared<std::string>();
    player.onRow = [said](const Frame& frame, const Ledger::Counts& counts) {
        if (*said != frame.event) // also the way to tell that one run has followed another
            say(GembaPlant::tr("row %1: %2")
                    .arg(frame.row)
                    .arg(QString::fromStdString(frame.event)));
        else if (frame.number % 60 == 0)
            say(GembaPlant::tr("row %1, %2, %3 messages")
                    .arg(frame.row)
                    .arg(QString::fromStdString(frame.state))
                    .arg(counts.messages));
        *said = frame.event;
    };
}

int run(const Settings& s, WakeUp& wakeUp)
{
    const twin::Result<twin::Plant> plant = load(s.plantFolder + "/plant.json", twin::parsePlant);
    if (!plant)
        return fail(plant.error());
    twin::Result<std::vector<Run>> runs = loadRuns(s, *plant);
    if (!runs)
        return fail(runs.error());
    if (s.playlist.fromRow >= runs->front().rows)
        return fail({twin::ErrorCode::ArgumentInvalid,
                     {GembaPlant::tr("--from-row: a row of the first run, which has %1").arg(runs->front().rows).toStdString()},
                     {}});
    twin::Result<Ledger> ledger = s.ledger.empty() ? Ledger() : Ledger::create(s.ledger);
    if (!ledger)
        return fail(ledger.error());
    Playlist playlist(std::move(*runs), s.playlist);
    std::vector<std::unique_ptr<NodeSpeaker>> speakers;
    for (unsigned copy = 1; copy <= s.copies; ++copy) {
        auto speaker = makeSpeaker(*plant, playlist, s, copy);
        if (!speaker)
            return fail(speaker.error());
        speakers.push_back(std::move(*speaker));
    }
    Player player(std::move(playlist), s.player, std::move(*ledger), wakeUp);
    if (!s.quiet)
        report(player);
    for (std::size_t i = 0; i < speakers.size(); ++i) {
        twin::Broker broker = s.broker;
        broker.clientId = "gemba-plant-" + std::to_string(QCoreApplication::applicationPid()) +
                          '-' + std::to_string(i + 1);
        player.addNode(std::move(speakers[i]), std::move(broker));
    }
    if (const twin::Result<void> r = player.play(); !r)
        return fail(r.error());
    if (!s.quiet)
        say(GembaPlant::tr("%1 rows, %2 messages sent, %3 lost on purpose or without a connection")
                .arg(player.counts().rows)
                .arg(player.counts().messages)
                .arg(player.counts().lost));
    return kDone;
}

} // namespace
} // namespace gemba::plant

int main(int argc, char** argv)
{
    using namespace gemba::plant;
    WakeUp wakeUp; // before any thread
    QCoreApplication app(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // QCoreApplication has set the user's
    QCoreApplication::setApplicationName(QStringLiteral("gemba-plant"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GEMBA_VERSION));
    gemba::installLanguage(QLocale());
    QCommandLineParser parser;
    parser.setApplicationDescription(
        GembaPlant::tr("Plays recorded runs of the demo plant, the modelled pump house or the turbofan fleet into an MQTT broker."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    addOptions(parser);
    if (!parser.parse(QCoreApplication::arguments())) {
        say(parser.errorText());
        return kWrongUsage;
    }
    if (parser.isSet(help))
        parser.showHelp(kDone);
    if (parser.isSet(version))
        parser.showVersion();
    const gemba::twin::Result<Settings> settings = readSettings(parser);
    return settings ? run(*settings, wakeUp) : fail(settings.error());
}
