// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/gemba-plant/node_speaker.h"
#include "twin/acquisition/broker.h"
#include "twin/model/result.h"

namespace mqtt {
class async_client;
class connect_options;
class delivery_token;
} // namespace mqtt

namespace gemba::plant {

/// One node's connection to the broker. All functions are called from one thread; wake is called
/// from the library's threads when the connection broke or a command came.
class BrokerLink
{
public:
    /// broker: prepared, with a client id of this node's own.
    BrokerLink(twin::Broker broker, std::function<void()> wake);
    ~BrokerLink();

    /// Waits until connected and subscribed; at most 5 s each. will: at most one message. Errors:
    /// BrokerUnreachable, BrokerCredentials, BrokerRefused, SubscribeRefused.
    [[nodiscard]] twin::Result<void> connect(const std::vector<Message>& will,
                                             const std::vector<std::string>& topics);
    [[nodiscard]] std::string address() const { return m_broker.address(); }
    [[nodiscard]] const std::string& clientId() const { return m_broker.clientId; }
    [[nodiscard]] bool connected() const { return m_connected.load(); }
    /// False: there is no connection, the message is lost.
    [[nodiscard]] bool publish(const Message& message);
    /// Waits until the last message has been written to the connection, so that a fast plant
    /// cannot pile up messages in memory.
    void drain();
    struct Heard
    {
        std::string topic, payload;
    };
    /// What came on the topics since the last call; at most 100 messages are kept.
    [[nodiscard]] std::vector<Heard> takeHeard();
    /// Breaks the connection without DISCONNECT, as a node that loses power does: the broker
    /// publishes the will. Returns when the broker has noticed.
    void kill();
    /// DISCONNECT: the broker forgets the will.
    void leave();

private:
    [[nodiscard]] mqtt::connect_options options() const;
    [[nodiscard]] std::unique_ptr<mqtt::async_client> makeClient() const;
    void listen(mqtt::async_client& client);
    [[nodiscard]] twin::Result<void> subscribe(const std::vector<std::string>& topics);
    [[nodiscard]] twin::Error refusal(int code, const std::string& message) const;

    twin::Broker m_broker;
    std::function<void()> m_wake;
    std::atomic<bool> m_connected = false;
    std::mutex m_mutex;
    std::vector<Heard> m_heard; ///< guarded by m_mutex
    std::shared_ptr<mqtt::delivery_token> m_last;
    std::unique_ptr<mqtt::async_client> m_client; ///< last member: its threads call into the others
};

} // namespace gemba::plant
