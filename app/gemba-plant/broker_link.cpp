// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/broker_link.h"

#include <mqtt/async_client.h>

#include <utility>

namespace gemba::plant {

using twin::Error;
using twin::ErrorCode;
using twin::Result;

namespace {

constexpr std::chrono::seconds kPatience{5};
constexpr std::size_t kMaxHeard = 100;

std::string libraryUrl(const twin::Broker& broker)
{
    const std::string address = broker.address();
    return (broker.tls ? "ssl" : "tcp") + address.substr(address.find(':'));
}

mqtt::ssl_options tlsOptions(const twin::Broker& broker)
{
    mqtt::ssl_options tls;
    tls.set_enable_server_cert_auth(true);
    tls.set_verify(true); // the host's name as well
    // Level 2 rules TLS 1.1 and older out whatever the system's settings allow.
    tls.set_enabled_cipher_suites("DEFAULT:@SECLEVEL=2");
    if (!broker.caFile.empty())
        tls.set_trust_store(broker.caFile);
    if (!broker.certFile.empty()) {
        tls.set_key_store(broker.certFile);
        tls.set_private_key(broker.keyFile);
    }
    return tls;
}

} // namespace

BrokerLink::BrokerLink(twin::Broker broker, std::function<void()> wake)
    : m_broker(std::move(broker)), m_wake(std::move(wake))
{
}

BrokerLink::~BrokerLink()
{
    leave();
}

mqtt::connect_options BrokerLink::options() const
{
    mqtt::connect_options o;
    o.set_mqtt_version(MQTTVERSION_3_1_1); // or the library may fall back to 3.1
    o.set_clean_session(true);
    o.set_automatic_reconnect(false); // each connection needs a fresh will
    o.set_connect_timeout(kPatience);
    o.set_keep_alive_interval(10);
    o.set_max_inflight(1000);
    if (!m_broker.user.empty())
        o.set_user_name(m_broker.user);
    if (!m_broker.password.empty())
        o.set_password(m_broker.password);
    if (m_broker.tls)
        o.set_ssl(tlsOptions(m_broker));
    return o;
}

std::unique_ptr<mqtt::async_client> BrokerLink::makeClient() const
{
    return std::make_unique<mqtt::async_client>(libraryUrl(m_broker), m_broker.clientId);
}

void BrokerLink::listen(mqtt::async_client& client)
{
    client.set_connection_lost_handler([this](const std::string&) {
        m_connected = false;
        m_wake();
    });
    client.set_message_callback([this](const mqtt::const_message_ptr& message) {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_heard.size() < kMaxHeard)
                m_heard.push_back({message->get_topic(), message->get_payload_str()});
        }
        m_wake();
    });
}

Result<void> BrokerLink::connect(const std::vector<Message>& will,
                                 const std::vector<std::string>& topics)
{
    m_last.reset();
    m_client.reset();
    try {
        auto client = makeClient();
        listen(*client);
        mqtt::connect_options o = options();
        if (!will.empty())
            o.set_will(mqtt::will_options(mqtt::message(will[0].topic, will[0].payload.data(),
                                                        will[0].payload.size(), will[0].qos,
                                                        false)));
        if (!client->connect(o)->wait_for(kPatience))
            return refusal(-1, "no answer within 5 s");
        m_connected = true;
        m_client = std::move(client);
    } catch (const mqtt::exception& e) {
        return refusal(e.get_return_code(), e.what());
    }
    return subscribe(topics);
}

/// Return codes of CONNACK in MQTT 3.1.1; negative ones are the library's own.
Error BrokerLink::refusal(int code, const std::string& message) const
{
    constexpr int kBadUserOrPassword = 4, kNotAuthorised = 5;
    if (code == kBadUserOrPassword || code == kNotAuthorised)
        return Error{ErrorCode::BrokerCredentials, {address()}, {}};
    return Error{code > 0 ? ErrorCode::BrokerRefused : ErrorCode::BrokerUnreachable,
                 {address(), message},
                 {}};
}

Result<void> BrokerLink::subscribe(const std::vector<std::string>& topics)
{
    for (const std::string& topic : topics) {
        try {
            if (m_client->subscribe(topic, 1)->wait_for(kPatience))
                continue;
        } catch (const mqtt::exception&) { // a refusal looks like this in MQTT 3.1.1
        }
        leave();
        return Error{ErrorCode::SubscribeRefused, {topic}, {}};
    }
    return {};
}

bool BrokerLink::publish(const Message& message)
{
    if (!m_client || !connected())
        return false;
    try {
        m_last = m_client->publish(message.topic, message.payload.data(), message.payload.size(),
                                   message.qos, false);
        return true;
    } catch (const mqtt::exception&) { // the connection broke just now
        m_connected = false;
        return false;
    }
}

void BrokerLink::drain()
{
    try {
        if (m_last && connected())
            m_last->wait_for(kPatience);
    } catch (const mqtt::exception&) { // broke meanwhile: the lost handler has said so
    }
    m_last.reset();
}

std::vector<BrokerLink::Heard> BrokerLink::takeHeard()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_heard, {});
}

void BrokerLink::kill()
{
    if (!m_client)
        return;
    try {
        // The answer shows that the broker has read everything before it: what the ledger calls
        // sent has arrived.
        if (connected())
            m_client->unsubscribe("gemba-plant/last-words")->wait_for(kPatience);
        // The broker ends a connection when another comes with the same client id, and publishes
        // the will of the one it ended.
        auto usurper = makeClient();
        usurper->connect(options())->wait_for(kPatience);
        usurper->disconnect()->wait_for(kPatience);
    } catch (const mqtt::exception&) { // the broker itself is gone, and the connection with it
    }
    m_connected = false;
    m_client.reset();
}

void BrokerLink::leave()
{
    drain();
    try {
        if (m_client && connected())
            m_client->disconnect()->wait_for(kPatience);
    } catch (const mqtt::exception&) { // it is gone either way
    }
    m_connected = false;
    m_client.reset();
}

} // namespace gemba::plant
