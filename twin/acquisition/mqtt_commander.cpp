// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/mqtt_commander.h"

#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include "twin/acquisition/arrival_clock.h"
#include "twin/acquisition/back_off.h"
#include "twin/acquisition/mqtt_link.h"
#include "twin/acquisition/sparkplug_payload.h"
#include "twin/acquisition/sparkplug_topic.h"

namespace gemba::twin {
namespace {

constexpr std::size_t kMostWaiting = 1000;

/// "Node Control/Rebirth" = true, without seq (Sparkplug 3.0 §6.4.21).
Result<Bytes> rebirthCommand()
{
    SparkplugPayload payload;
    payload.timestamp = utcNow();
    SparkplugMetric& metric = payload.metrics.emplace_back();
    metric.name = "Node Control/Rebirth";
    metric.timestamp = payload.timestamp;
    metric.type = SparkplugType::Boolean;
    metric.value = true;
    return encodeSparkplug(payload);
}

} // namespace

class MqttCommander::Worker
{
public:
    explicit Worker(const Broker& broker) : m_broker(broker)
    {
        m_thread = std::thread([this] { run(); });
    }
    ~Worker()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop.store(true);
        }
        m_wake.notify_all();
        m_thread.join();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    bool enqueue(std::string topic)
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= kMostWaiting && !m_waiting.contains(topic))
            return false;
        m_waiting.insert(std::move(topic));
        m_wake.notify_all();
        return true;
    }
    std::uint64_t sent() const { return m_sent.load(); }
    std::optional<Error> lastError() const
    {
        const std::lock_guard lock(m_mutex);
        return m_error;
    }

private:
    void run()
    {
        MqttLink link(m_broker, nullptr, m_stop);
        BackOff backOff;
        while (const auto topic = next()) {
            const Result<void> done = send(link, *topic);
            std::unique_lock lock(m_mutex);
            if (done) {
                m_error.reset();
                m_waiting.erase(*topic);
                m_sent.fetch_add(1);
                backOff.reset();
            } else {
                m_error = done.error();
                m_wake.wait_for(lock, backOff.next(), [this] { return m_stop.load(); });
            }
        }
        link.disconnect();
    }

    /// Waits for a request; nothing once it is time to stop.
    std::optional<std::string> next()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_stop.load() || !m_waiting.empty(); });
        return m_stop.load() ? std::nullopt : std::optional(*m_waiting.begin());
    }

    Result<void> send(MqttLink& link, const std::string& topic) const
    {
        if (!link.isConnected()) {
            if (auto connected = link.connect(std::nullopt); !connected)
                return connected.error();
        }
        const auto payload = rebirthCommand();
        return payload ? link.publish(topic, *payload, 0, false) : Result<void>(payload.error());
    }

    const Broker& m_broker;
    std::atomic<bool> m_stop{false};
    std::atomic<std::uint64_t> m_sent{0};
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::set<std::string> m_waiting; ///< topics
    std::optional<Error> m_error;
    std::thread m_thread;
};

MqttCommander::MqttCommander(Broker broker) : m_broker(std::move(broker))
{
    if (!m_broker.clientId.empty())
        m_broker.clientId += "-commands"; // a broker throws out the older of two with one id
}

MqttCommander::~MqttCommander() { stop(); }

Result<void> MqttCommander::start()
{
    stop();
    if (m_broker.hostId.empty())
        return Error{ErrorCode::ArgumentInvalid, {std::string("a Sparkplug host id")}, {}};
    if (auto prepared = prepare(m_broker); !prepared)
        return prepared;
    m_worker = std::make_unique<Worker>(m_broker);
    return {};
}

void MqttCommander::stop() { m_worker.reset(); }

bool MqttCommander::requestRebirth(std::string_view group, std::string_view node)
{
    if (!m_worker || !isSparkplugId(group) || !isSparkplugId(node))
        return false;
    SparkplugTopic topic;
    topic.message = SparkplugMessage::NCmd;
    topic.group = group;
    topic.node = node;
    return m_worker->enqueue(toString(topic));
}

std::uint64_t MqttCommander::sent() const { return m_worker ? m_worker->sent() : 0; }

std::optional<Error> MqttCommander::lastError() const
{
    return m_worker ? m_worker->lastError() : std::nullopt;
}

} // namespace gemba::twin
