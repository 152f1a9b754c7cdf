// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/broker_link.h"

#include <mqtt/async_client.h>

namespace gemba::plant {

using twin::Error;
using twin::ErrorCode;
using twin::Result;

namespace {

constexpr std::chrono::seconds kPatience{5};
constexpr std::size_t kMaxCommands = 100;

Error failed(ErrorCode code, const std::string& url, const std::string& why)
{
    return Error{code, {url, why}, {}};
}

} // namespace

Result<std::string> libraryUrl(const std::string& url)
{
    const bool plain = url.starts_with("mqtt://"), tls = url.starts_with("mqtts://");
    const std::string rest = plain ? url.substr(7) : tls ? url.substr(8) : std::string();
    const std::size_t bracket = rest.find(']'); // of an IPv6 address
    const std::size_t colon = rest.find(':', bracket == rest.npos ? 0 : bracket);
    const std::string host = rest.substr(0, colon);
    std::string port = colon == rest.npos ? (tls ? "8883" : "1883") : rest.substr(colon + 1);
    if (host.empty() || host.find_first_of("/@ ") != host.npos || port.empty() || port.size() > 5
        || port.find_first_not_of("0123456789") != port.npos)
        return Error{ErrorCode::BrokerUrlInvalid, {url}, {}};
    return (tls ? "ssl://" : "tcp://") + host + ':' + port;
}

BrokerLink::BrokerLink(BrokerAddress address, std::string clientId, std::function<void()> wake)
    : m_address(std::move(address)), m_clientId(std::move(clientId)), m_wake(std::move(wake))
{
}

BrokerLink::~BrokerLink() { leave(); }

mqtt::connect_options BrokerLink::options() const
{
    mqtt::connect_options o;
    o.set_mqtt_version(MQTTVERSION_3_1_1); // or the library may fall back to 3.1
    o.set_clean_session(true);
    o.set_automatic_reconnect(false); // each connection needs a fresh will
    o.set_connect_timeout(kPatience);
    o.set_keep_alive_interval(10);
    o.set_max_inflight(1000);
    if (!m_address.user.empty())
        o.set_user_name(m_address.user);
    if (!m_address.password.empty())
        o.set_password(m_address.password);
    if (m_address.url.starts_with("mqtts://")) {
        mqtt::ssl_options tls;
        tls.set_enable_server_cert_auth(true);
        tls.set_verify(true); // the host's name as well
        tls.set_ssl_version(3); // TLS 1.2 and above
        if (!m_address.ca.empty())
            tls.set_trust_store(m_address.ca);
        if (!m_address.cert.empty())
            tls.set_key_store(m_address.cert);
        if (!m_address.key.empty())
            tls.set_private_key(m_address.key);
        o.set_ssl(tls);
    }
    return o;
}

std::unique_ptr<mqtt::async_client> BrokerLink::makeClient() const
{
    const Result<std::string> url = libraryUrl(m_address.url);
    return std::make_unique<mqtt::async_client>(url ? *url : std::string(), m_clientId);
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
            if (m_commands.size() < kMaxCommands)
                m_commands.push_back(message->get_payload_str());
        }
        m_wake();
    });
}

Result<void> BrokerLink::connect(const std::vector<Message>& will, const std::string& commandTopic)
{
    if (const Result<std::string> url = libraryUrl(m_address.url); !url)
        return url.error();
    m_last.reset();
    m_client.reset();
    try {
        auto client = makeClient();
        listen(*client);
        mqtt::connect_options o = options();
        if (!will.empty())
            o.set_will(mqtt::message(will[0].topic, will[0].payload.data(), will[0].payload.size(),
                                     will[0].qos, false));
        const auto connecting = client->connect(o);
        if (!connecting->wait_for(kPatience))
            return failed(ErrorCode::BrokerUnreachable, m_address.url, "no answer within 5 s");
        m_connected = true;
        m_client = std::move(client);
    } catch (const mqtt::exception& e) {
        m_connected = false;
        return failed(ErrorCode::BrokerUnreachable, m_address.url, e.what());
    }
    return commandTopic.empty() ? Result<void>() : subscribe(commandTopic);
}

Result<void> BrokerLink::subscribe(const std::string& topic)
{
    try {
        if (m_client->subscribe(topic, 1)->wait_for(kPatience))
            return {};
    } catch (const mqtt::exception&) { // a refusal looks like this in MQTT 3.1.1
    }
    leave();
    return Error{ErrorCode::SubscribeRefused, {topic}, {}};
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

std::vector<std::string> BrokerLink::takeCommands()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_commands, {});
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
