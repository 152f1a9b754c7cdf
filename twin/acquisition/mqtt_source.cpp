// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/mqtt_source.h"

#include <condition_variable>
#include <mutex>
#include <thread>

#include <QJsonDocument>
#include <QJsonObject>

#include "twin/acquisition/back_off.h"
#include "twin/acquisition/mqtt_link.h"

namespace gemba::twin {
namespace {

std::string statePayload(bool online, TimeNs at)
{
    return std::string("{\"online\":") + (online ? "true" : "false") + ",\"timestamp\":"
         + std::to_string(at / kMillisecond) + '}';
}

bool saysOffline(const std::string& payload)
{
    const QJsonObject state = QJsonDocument::fromJson(QByteArray::fromStdString(payload)).object();
    return state.value(QLatin1String("online")).toBool(true) == false;
}

/// The reason of an error as the library or the system gave it, for the log.
std::string reasonOf(const Error& error)
{
    const auto* text = error.args.empty() ? nullptr : std::get_if<std::string>(&error.args.back());
    switch (error.code) {
    case ErrorCode::BrokerCredentials: return "user or password not accepted";
    case ErrorCode::SubscribeRefused: return "subscription refused: " + (text ? *text : std::string());
    default: return text ? *text : std::string();
    }
}

} // namespace

/// What lives between start and stop. The callbacks come from the MQTT library's threads; the mutex
/// is never held while calling the library, which holds its own around callbacks.
class MqttSource::Worker final : public mqtt::callback
{
public:
    Worker(SourceId id, const Broker& broker, ArrivalClock& clock, TelemetrySink& sink)
        : m_id(id), m_broker(broker), m_clock(clock), m_sink(sink),
          m_stateTopic(broker.hostId.empty() ? std::string() : "spBv1.0/STATE/" + broker.hostId),
          m_filters(broker.filters)
    {
        if (!m_stateTopic.empty())
            m_filters.push_back(m_stateTopic);
        m_thread = std::thread([this] { run(); }); // last: everything else is there
    }
    ~Worker() override
    {
        {
            const std::lock_guard lock(m_mutex); // or a wait about to begin would miss it
            m_stop.store(true);
        }
        m_wake.notify_all();
        m_thread.join();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    bool isConnected() const { return m_connected.load(); }
    std::optional<Error> lastError() const
    {
        const std::lock_guard lock(m_mutex);
        return m_error;
    }

private:
    static constexpr std::size_t kLongestText = 1024;

    void message_arrived(mqtt::const_message_ptr message) override
    {
        const TimeNs arrival = m_clock.now();
        const std::string& topic = message->get_topic();
        const std::string& payload = message->get_payload();
        m_sink.onPacket(m_id, {topic, payload, static_cast<std::uint8_t>(message->get_qos()),
                               message->is_retained(), message->is_duplicate()},
                        arrival);
        if (m_stateTopic.empty() || topic != m_stateTopic || payload.size() > m_stateSeen.capacity())
            return;
        const std::lock_guard lock(m_mutex);
        m_stateSeen.assign(payload); // fits: nothing is thrown into the library's C frames
        m_hasState = true;
        m_wake.notify_all();
    }
    void connection_lost(const std::string& cause) override
    {
        const std::lock_guard lock(m_mutex);
        m_lost = true;
        if (!cause.empty() && cause.size() <= m_lostCause.capacity())
            m_lostCause.assign(cause);
        m_wake.notify_all();
    }

    void run()
    {
        MqttLink link(m_broker, this, m_stop);
        BackOff backOff;
        while (!m_stop.load()) {
            if (auto served = serve(link, backOff); !served && !m_stop.load())
                tellDown(served.error());
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, backOff.next(), [this] { return m_stop.load(); });
        }
    }

    /// One connection from its beginning to its end; the error is why it ended.
    Result<void> serve(MqttLink& link, BackOff& backOff)
    {
        m_connected.store(false);
        {
            const std::lock_guard lock(m_mutex);
            m_lost = false;
            m_lostCause = "connection lost";
            m_lostCause.reserve(kLongestText);
            m_stateSeen.reserve(kLongestText);
            m_hasState = false;
        }
        const TimeNs began = m_clock.now();
        const auto session = link.connect(will(began));
        if (!session)
            return session.error();
        tellUp(*session); // before subscribing: retained messages come with the answer to it
        Result<void> ended = link.subscribe(m_filters);
        if (ended && !m_stateTopic.empty())
            ended = link.publish(m_stateTopic, statePayload(true, began), 1, true);
        if (ended) {
            m_connected.store(true);
            backOff.reset();
            ended = watch(link, began);
            m_connected.store(false);
        }
        leave(link);
        return ended;
    }

    std::optional<MqttLink::Will> will(TimeNs began) const
    {
        if (m_stateTopic.empty())
            return std::nullopt;
        return MqttLink::Will{m_stateTopic, statePayload(false, began)};
    }

    /// Waits for the end, and keeps our STATE true while waiting.
    Result<void> watch(MqttLink& link, TimeNs began)
    {
        while (!m_stop.load()) {
            bool offline = false;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_stop.load() || m_lost || m_hasState; });
                if (m_lost)
                    return Error{ErrorCode::BrokerLost, {m_broker.address(), m_lostCause}, {}};
                offline = m_hasState && saysOffline(m_stateSeen);
                m_hasState = false;
            }
            if (offline && !m_stop.load()) {
                if (auto told = link.publish(m_stateTopic, statePayload(true, began), 1, true); !told)
                    return told;
            }
        }
        return {};
    }

    void leave(MqttLink& link)
    {
        // Where this cannot be sent the goodbye cannot either, and the broker publishes our will.
        if (link.isConnected() && !m_stateTopic.empty())
            (void)link.publishLast(m_stateTopic, statePayload(false, m_clock.now()), 1, true);
        link.disconnect();
    }

    void tellUp(bool sessionPresent)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_error.reset();
        }
        m_up = true;
        const std::string address = m_broker.address();
        m_sink.onLink(m_id, true, {address, {}, sessionPresent, !m_stateTopic.empty()}, m_clock.now());
    }

    /// Once per loss and reason: a broker that stays away is not news every few seconds.
    void tellDown(const Error& error)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_up && m_error == error)
                return;
            m_error = error;
        }
        m_up = false;
        const std::string address = m_broker.address();
        m_sink.onLink(m_id, false, {address, reasonOf(error), false, !m_stateTopic.empty()}, m_clock.now());
    }

    const SourceId m_id;
    const Broker& m_broker;
    ArrivalClock& m_clock;
    TelemetrySink& m_sink;
    const std::string m_stateTopic; ///< empty: listen only
    std::vector<std::string> m_filters;
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_connected{false};
    bool m_up = false; ///< as last told; the worker thread's
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_lost = false;
    std::string m_lostCause;
    bool m_hasState = false;
    std::string m_stateSeen; ///< the last message on our STATE topic
    std::optional<Error> m_error;
    std::thread m_thread;
};

MqttSource::MqttSource(SourceId id, Broker broker, ArrivalClock& clock)
    : m_id(id), m_broker(std::move(broker)), m_clock(clock)
{
}

MqttSource::~MqttSource() { stop(); }

Result<void> MqttSource::start(TelemetrySink& sink)
{
    stop();
    if (m_broker.filters.empty())
        return Error{ErrorCode::ArgumentInvalid, {std::string("a topic filter")}, {}};
    if (auto prepared = prepare(m_broker); !prepared)
        return prepared;
    m_worker = std::make_unique<Worker>(m_id, m_broker, m_clock, sink);
    return {};
}

void MqttSource::stop() { m_worker.reset(); }

bool MqttSource::isConnected() const { return m_worker && m_worker->isConnected(); }

std::optional<Error> MqttSource::lastError() const
{
    return m_worker ? m_worker->lastError() : std::nullopt;
}

} // namespace gemba::twin
