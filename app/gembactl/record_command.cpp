// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <thread>

#include <QCoreApplication>

#include "app/broker_options.h"
#include "app/gembactl/command_line.h"
#include "app/gembactl/commands.h"
#include "app/gembactl/session_json.h"
#include "twin/acquisition/mqtt_commander.h"
#include "twin/acquisition/mqtt_source.h"
#include "twin/runtime/live_runtime.h"
#include "twin/store/plant_folder.h"
#include "twin/store/session_reader.h"
#include "twin/wording/error_text.h"

namespace gemba {
namespace {

using Clock = std::chrono::steady_clock;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gembactl)
};

struct Plan {
    std::string out;
    std::optional<twin::TimeNs> length; ///< counted from the first connection
    twin::TimeNs patience = 30 * twin::kSecond;
};

std::chrono::nanoseconds since(Clock::time_point t) { return Clock::now() - t; }

/// Waits for a condition, 20 ms at a time, until it holds, the time is over or we are asked to stop.
template <class Condition>
bool waitUntil(Condition condition, std::optional<twin::TimeNs> longest)
{
    const auto begun = Clock::now();
    while (!condition()) {
        if (interrupted() || (longest && since(begun).count() > *longest))
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

void showProgress(const twin::LiveRuntime& runtime, Clock::time_point begun)
{
    const auto status = runtime.status();
    printProgress(Text::tr("%1 s, %L2 packets, %L3 dropped, %L4 bytes")
                      .arg(std::chrono::duration_cast<std::chrono::seconds>(since(begun)).count())
                      .arg(status.logged).arg(status.dropped).arg(status.recording.writer.fileBytes));
}

/// Records until the time is over or a signal comes. A disk that fails does not end it: it may come
/// back, and what is missing is counted in the file.
void recordFor(const twin::LiveRuntime& runtime, std::optional<twin::TimeNs> length)
{
    const auto begun = Clock::now();
    auto told = begun;
    (void)waitUntil([&] {
        if (since(told) > std::chrono::seconds(5)) {
            told = Clock::now();
            showProgress(runtime, begun);
        }
        return false;
    }, length);
}

int finish(const Plan& plan, bool json)
{
    const auto reader = twin::SessionReader::open(plan.out, twin::SessionReader::OpenMode::Foreign);
    if (!reader)
        return fail(reader.error());
    const twin::SessionInfo& info = (*reader)->info();
    if (json)
        printJson(toJson(info));
    else
        printInfo(info);
    return info.complete ? kExitDone : kExitNo;
}

int record(twin::PlantPackage package, twin::Broker broker, const Plan& plan, bool json)
{
    (void)interrupted(); // a signal from here on ends the recording cleanly
    std::optional<twin::MqttCommander> commander; // only as the broker's host; the runtime calls it
    twin::LiveRuntime::Options options;
    options.appVersion = QCoreApplication::applicationVersion().toStdString();
    auto runtime = twin::LiveRuntime::create(std::move(package), std::move(options));
    if (!runtime)
        return fail(runtime.error());
    twin::LiveRuntime& live = **runtime;
    broker.filters = live.plant().subscriptions;
    if (!broker.hostId.empty()) {
        commander.emplace(broker);
        if (const auto ready = commander->start(); !ready)
            return fail(ready.error());
        live.onRebirthWanted([&](twin::SourceId, const std::string& group, const std::string& node) {
            commander->requestRebirth(group, node);
        });
    }
    live.start();
    live.startRecording(plan.out);
    twin::MqttSource source(twin::SourceId{0}, broker, live.clock());
    if (const auto started = source.start(live); !started)
        return fail(started.error());
    const bool up = waitUntil([&] { return source.isConnected() || live.status().recording.error; }, plan.patience);
    if (up && !live.status().recording.error)
        recordFor(live, plan.length);
    const twin::Error reason = source.lastError().value_or(
        twin::Error{twin::ErrorCode::BrokerUnreachable, {broker.address(), std::string()}, {}});
    source.stop();
    live.stop();
    if (const auto error = live.status().recording.error)
        return fail(*error);
    if (!up && !interrupted())
        return fail(reason);
    return finish(plan, json);
}

} // namespace

int runRecord(const QStringList& arguments)
{
    QCommandLineParser p;
    p.setApplicationDescription(Text::tr("Records a plant from a broker into a session file."));
    p.addOptions({{QStringLiteral("plant"), Text::tr("Folder of the plant."), QStringLiteral("DIR")},
                  {QStringLiteral("out"), Text::tr("Session to write."), QStringLiteral("F.gmb")},
                  {QStringLiteral("for"), Text::tr("So long from the first connection, such as 60s; default: until stopped."), QStringLiteral("TIME")},
                  {QStringLiteral("wait"), Text::tr("Wait so long for a connection."), QStringLiteral("TIME"), QStringLiteral("30s")},
                  {QStringLiteral("json"), Text::tr("Print one JSON object.")}});
    addBrokerOptions(p);
    if (const auto stop = parseOptions(p, arguments, {QStringLiteral("plant"), QStringLiteral("broker"), QStringLiteral("out")}))
        return *stop;
    Plan plan;
    plan.out = p.value(QStringLiteral("out")).toStdString();
    const auto patience = twin::parseDuration(p.value(QStringLiteral("wait")).toStdString());
    plan.length = twin::parseDuration(p.value(QStringLiteral("for")).toStdString());
    if (!patience || (p.isSet(QStringLiteral("for")) && !plan.length))
        return wrongUsage(Text::tr("--for and --wait take a time such as 60s or 5min."));
    plan.patience = *patience;
    auto package = twin::loadPlantFolder(p.value(QStringLiteral("plant")).toStdString());
    if (!package)
        return fail(package.error());
    auto broker = brokerOf(p);
    if (!broker)
        return fail(broker.error());
    // Settings that can never work must not cost the file that stands at --out.
    twin::Broker tried = *broker;
    if (const auto usable = twin::prepare(tried); !usable)
        return fail(usable.error());
    return record(std::move(*package), std::move(*broker), plan, p.isSet(QStringLiteral("json")));
}

} // namespace gemba
