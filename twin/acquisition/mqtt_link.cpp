// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/mqtt_link.h"

#include <chrono>
#include <random>

#include "twin/acquisition/broker_probe.h"

namespace gemba::twin {
namespace {

using namespace std::chrono_literals;

constexpr int kGivenUp = -1000; ///< below every code of the library
constexpr int kBadUserOrPassword = 4;
constexpr int kNotAuthorised = 5;
constexpr int kSubscriptionFailed = 0x80;
constexpr auto kAnswerWithin = 10s;
constexpr auto kLeaveWithin = 2s;

std::string madeUpId()
{
    std::random_device random;
    std::string id = "gemba-"; // at most 23 characters: every broker takes that
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (int i = 0; i < 12; ++i)
        id.push_back(kDigits[random() % kDigits.size()]);
    return id;
}

std::string uriOf(const Broker& broker)
{
    const std::string address = broker.address();
    return (broker.tls ? "ssl" : "tcp") + address.substr(address.find(':'));
}

mqtt::ssl_options sslOptions(const Broker& broker)
{
    mqtt::ssl_options ssl;
    if (!broker.caFile.empty())
        ssl.set_trust_store(broker.caFile);
    if (!broker.certFile.empty()) {
        ssl.set_key_store(broker.certFile);
        ssl.set_private_key(broker.keyFile);
    }
    ssl.set_enable_server_cert_auth(true);
    ssl.set_verify(true); // the certificate must be this host's
    // Level 2 rules TLS 1.1 and older out whatever the system's settings allow.
    ssl.set_enabled_cipher_suites("DEFAULT:@SECLEVEL=2");
    return ssl;
}

} // namespace

MqttLink::MqttLink(const Broker& broker, mqtt::callback* callback, const std::atomic<bool>& stop)
    : m_broker(broker), m_stop(stop),
      m_client(uriOf(broker), broker.clientId.empty() ? madeUpId() : broker.clientId)
{
    if (callback != nullptr)
        m_client.set_callback(*callback);
}

MqttLink::~MqttLink() { disconnect(); }

mqtt::connect_options MqttLink::options(const std::optional<Will>& will) const
{
    mqtt::connect_options options;
    options.set_mqtt_version(MQTTVERSION_3_1_1);
    options.set_clean_session(true);
    options.set_automatic_reconnect(false); // it would repeat an old will and not subscribe
    options.set_keep_alive_interval(m_broker.keepAliveSeconds);
    options.set_connect_timeout(5s);
    options.set_max_inflight(100);
    if (!m_broker.user.empty())
        options.set_user_name(m_broker.user);
    if (!m_broker.password.empty())
        options.set_password(m_broker.password);
    if (m_broker.tls)
        options.set_ssl(sslOptions(m_broker));
    if (will)
        options.set_will(mqtt::will_options(mqtt::message(will->topic, will->payload, 1, true)));
    return options;
}

MqttLink::Answer MqttLink::request(const std::function<mqtt::token_ptr()>& ask, bool patient) const
{
    const auto deadline = std::chrono::steady_clock::now() + (patient ? kLeaveWithin : kAnswerWithin);
    try {
        const mqtt::token_ptr token = ask();
        while (!token->wait_for(20ms)) {
            if ((m_stop.load() && !patient) || std::chrono::steady_clock::now() > deadline)
                return {nullptr, kGivenUp, "no answer"};
        }
        return {token, 0, {}};
    } catch (const mqtt::exception& e) {
        return {nullptr, e.get_return_code(), e.get_message().empty() ? e.what() : e.get_message()};
    } catch (const std::exception& e) {
        return {nullptr, kGivenUp, e.what()};
    }
}

Error MqttLink::lost(const Answer& answer) const
{
    return {ErrorCode::BrokerLost, {m_broker.address(), answer.message}, {}};
}

Result<bool> MqttLink::connect(const std::optional<Will>& will)
{
    const Answer answer = request([&] { return m_client.connect(options(will)); });
    if (answer.code == 0)
        return answer.token->get_connect_response().is_session_present();
    if (answer.code == kBadUserOrPassword || answer.code == kNotAuthorised)
        return Error{ErrorCode::BrokerCredentials, {m_broker.address()}, {}};
    if (answer.code > 0 && answer.code < kBadUserOrPassword)
        return Error{ErrorCode::BrokerRefused, {m_broker.address(), answer.message}, {}};
    return probeBroker(m_broker, m_stop,
                       {ErrorCode::BrokerUnreachable, {m_broker.address(), answer.message}, {}});
}

Result<void> MqttLink::subscribe(const std::vector<std::string>& filters)
{
    for (const std::string& filter : filters) {
        const Answer answer = request([&] { return m_client.subscribe(filter, 1); });
        if (answer.code != 0 && answer.code != kSubscriptionFailed)
            return lost(answer);
        if (answer.code == 0) {
            const auto codes = answer.token->get_subscribe_response().get_reason_codes();
            if (codes.empty() || static_cast<int>(codes.front()) < kSubscriptionFailed)
                continue;
        }
        return Error{ErrorCode::SubscribeRefused, {filter}, {}};
    }
    return {};
}

Result<void> MqttLink::send(const std::string& topic, const std::string& payload, int qos, bool retained,
                            bool patient)
{
    const Answer answer = request(
        [&] { return m_client.publish(topic, payload.data(), payload.size(), qos, retained); }, patient);
    return answer.code == 0 ? Result<void>() : Result<void>(lost(answer));
}

Result<void> MqttLink::publish(const std::string& topic, const std::string& payload, int qos, bool retained)
{
    return send(topic, payload, qos, retained, false);
}

Result<void> MqttLink::publishLast(const std::string& topic, const std::string& payload, int qos,
                                   bool retained)
{
    return send(topic, payload, qos, retained, true);
}

void MqttLink::disconnect()
{
    if (m_client.is_connected())
        (void)request([this] { return m_client.disconnect(1000); }, true); // gone either way
}

} // namespace gemba::twin
