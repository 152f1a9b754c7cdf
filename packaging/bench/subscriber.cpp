// SPDX-License-Identifier: GPL-3.0-or-later
// The measured process: subscribes, says "ready" on stdout, takes so many messages and prints what
// that cost as one JSON object.
//   bench-subscriber bare|latest|recorded PORT MESSAGES ASSETS SESSION
// bare      Paho C++ message callback that counts: what the others are compared with
// latest    MqttSource and LiveRuntime; no models, no limits, no file: latest values
// recorded  the same with a model for every asset, and recording to SESSION
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <sys/resource.h>
#include <thread>

#include <mqtt/async_client.h>

#include <QCoreApplication>
#include <QJsonDocument>

#include "packaging/bench/made_up_plant.h"
#include "packaging/bench/report.h"
#include "twin/acquisition/mqtt_source.h"
#include "twin/runtime/live_runtime.h"
#include "twin/wording/error_text.h"

using namespace gemba;
using namespace std::chrono_literals;

namespace {

constexpr auto kLook = 40ms;       // as often as a window looks
constexpr double kPatience = 20.0; // seconds without a message

struct Task {
    std::string mode;
    std::uint16_t port = 0;
    std::uint64_t messages = 0;
    std::uint32_t assets = 0;
    std::string session;
};

/// How far counting had come when: the speed is the slope between the first and the last look.
class Progress
{
public:
    void look(std::uint64_t count)
    {
        const std::lock_guard lock(m_mutex);
        if (count == 0 || count == m_last.count)
            return;
        m_last = {bench::wallSeconds(), count};
        if (m_first.count == 0)
            m_first = m_last;
        m_changed.notify_all();
    }
    /// Until so many are there, or nothing comes any more.
    bool wait(std::uint64_t count)
    {
        std::unique_lock lock(m_mutex);
        for (std::uint64_t seen = m_last.count; seen < count; seen = m_last.count) {
            const auto more = [&] { return m_last.count != seen; };
            if (!m_changed.wait_for(lock, std::chrono::duration<double>(kPatience), more))
                return false;
        }
        return true;
    }
    [[nodiscard]] double perSecond() const
    {
        const double took = m_last.seconds - m_first.seconds;
        return took > 0.0 ? static_cast<double>(m_last.count - m_first.count) / took : 0.0;
    }

private:
    struct Look {
        double seconds = 0.0;
        std::uint64_t count = 0;
    };
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Look m_first, m_last;
};

void ready()
{
    std::puts("ready");
    std::fflush(stdout);
}

int print(QJsonObject result, const Task& task, double cpu)
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    result[QStringLiteral("mode")] = QString::fromStdString(task.mode);
    result[QStringLiteral("cpu_us_per_message")] = cpu * 1e6 / static_cast<double>(task.messages);
    result[QStringLiteral("rss_mib")] = static_cast<double>(usage.ru_maxrss) / 1024.0;
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}

class Counter final : public mqtt::callback
{
public:
    [[nodiscard]] std::uint64_t count() const { return m_count.load(std::memory_order_relaxed); }

private:
    void message_arrived(mqtt::const_message_ptr) override { m_count.fetch_add(1, std::memory_order_relaxed); }
    std::atomic<std::uint64_t> m_count{0};
};

int runBare(const Task& task)
{
    Counter counter;
    mqtt::async_client client("tcp://127.0.0.1:" + std::to_string(task.port), "bench-bare", nullptr);
    client.set_callback(counter);
    mqtt::connect_options options;
    options.set_mqtt_version(MQTTVERSION_3_1_1);
    options.set_clean_session(true);
    client.connect(options)->wait();
    client.subscribe("bench/#", 1)->wait();
    const double cpu = bench::cpuSeconds();
    ready();
    Progress progress;
    double quietSince = bench::wallSeconds();
    for (std::uint64_t last = 0; last < task.messages && bench::wallSeconds() - quietSince < kPatience;) {
        std::this_thread::sleep_for(kLook);
        if (counter.count() != last)
            quietSince = bench::wallSeconds();
        last = counter.count();
        progress.look(last);
    }
    const double spent = bench::cpuSeconds() - cpu;
    client.disconnect()->wait();
    return print({{QStringLiteral("received"), static_cast<qint64>(counter.count())},
                  {QStringLiteral("dropped"), 0}, {QStringLiteral("per_second"), progress.perSecond()}},
                 task, spent);
}

int fail(const twin::Error& error)
{
    std::fprintf(stderr, "bench-subscriber: %s\n", qPrintable(twin::errorText(error)));
    return 1;
}

/// Closes the recording; what is wrong with it, if anything.
std::optional<twin::Error> closeRecording(twin::LiveRuntime& live)
{
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<twin::Result<void>> closed;
    live.stopRecording([&](const twin::Result<void>& r) {
        const std::lock_guard lock(mutex);
        closed = r;
        changed.notify_all();
    });
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return closed.has_value(); });
    return *closed ? std::nullopt : std::optional(closed->error());
}

int runLive(const Task& task)
{
    const bool recorded = task.mode == "recorded";
    auto package = bench::makePackage({task.assets, recorded});
    if (!package)
        return fail(package.error());
    auto runtime = twin::LiveRuntime::create(std::move(*package), {});
    if (!runtime)
        return fail(runtime.error());
    twin::LiveRuntime& live = **runtime;
    Progress progress;
    live.onSnapshot([&] {
        const auto s = live.status();
        progress.look(s.logged + s.dropped);
    });
    live.start();
    if (recorded)
        live.startRecording(task.session);
    twin::Broker broker;
    broker.host = "127.0.0.1";
    broker.port = task.port;
    broker.filters = {"bench/#"};
    twin::MqttSource source(twin::SourceId{0}, broker, live.clock());
    if (const auto started = source.start(live); !started)
        return fail(started.error());
    for (const double begun = bench::wallSeconds(); !source.isConnected(); std::this_thread::sleep_for(1ms)) {
        if (bench::wallSeconds() - begun > kPatience)
            return fail(source.lastError().value_or(twin::Error{}));
    }
    const double cpu = bench::cpuSeconds();
    ready();
    (void)progress.wait(task.messages); // what is missing shows in the counts
    const double spent = bench::cpuSeconds() - cpu;
    if (recorded) {
        if (const auto error = closeRecording(live))
            return fail(*error);
    }
    const double closed = bench::cpuSeconds() - cpu;
    source.stop();
    live.stop();
    const auto status = live.status();
    const auto snapshot = live.snapshot();
    const auto& counters = snapshot->sources.front().counters;
    return print({{QStringLiteral("received"), static_cast<qint64>(status.logged)},
                  {QStringLiteral("dropped"), static_cast<qint64>(status.dropped)},
                  {QStringLiteral("handed_over"), static_cast<qint64>(status.handedOver)},
                  {QStringLiteral("rejected"), static_cast<qint64>(counters.rejected)},
                  {QStringLiteral("lost_upstream"), static_cast<qint64>(counters.gapExact)},
                  {QStringLiteral("unrecorded"), static_cast<qint64>(status.recording.writer.unrecorded)},
                  {QStringLiteral("session_bytes"), static_cast<qint64>(status.recording.writer.fileBytes)},
                  {QStringLiteral("cpu_us_per_message_open"), spent * 1e6 / static_cast<double>(task.messages)},
                  {QStringLiteral("per_second"), progress.perSecond()}},
                 task, closed);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc != 6) {
        std::fprintf(stderr, "bench-subscriber bare|latest|recorded PORT MESSAGES ASSETS SESSION\n");
        return 2;
    }
    const Task task{argv[1], static_cast<std::uint16_t>(std::strtoul(argv[2], nullptr, 10)),
                    std::strtoull(argv[3], nullptr, 10),
                    static_cast<std::uint32_t>(std::strtoul(argv[4], nullptr, 10)), argv[5]};
    if (task.mode == "bare")
        return runBare(task);
    if (task.mode == "latest" || task.mode == "recorded")
        return runLive(task);
    return 2;
}
