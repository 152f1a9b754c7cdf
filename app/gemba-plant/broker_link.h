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
#include "twin/model/result.h"

namespace mqtt {
class async_client;
class connect_options;
class delivery_token;
}

namespace gemba::plant {

struct BrokerAddress {
    std::string url; ///< mqtt://host[:1883] or mqtts://host[:8883]
    std::string ca, cert, key; ///< PEM files; empty: the system's store, none
    std::string user, password;
};

/// The address as the MQTT library writes it. Error BrokerUrlInvalid.
[[nodiscard]] twin::Result<std::string> libraryUrl(const std::string& url);

/// One node's connection to the broker. All functions are called from one thread; wake is called
/// from the library's threads when the connection broke or a command came.
class BrokerLink
{
public:
    BrokerLink(BrokerAddress address, std::string clientId, std::function<void()> wake);
    ~BrokerLink();

    /// Waits until connected and, where there is a commandTopic, subscribed; at most 5 s. will: at
    /// most one message. Errors: BrokerUrlInvalid, BrokerUnreachable, SubscribeRefused.
    [[nodiscard]] twin::Result<void> connect(const std::vector<Message>& will,
                                             const std::string& commandTopic);
    [[nodiscard]] const std::string& url() const { return m_address.url; }
    [[nodiscard]] bool connected() const { return m_connected.load(); }
    /// False: there is no connection, the message is lost.
    [[nodiscard]] bool publish(const Message& message);
    /// Waits until the last message has been written to the connection, so that a fast plant
    /// cannot pile up messages in memory.
    void drain();
    /// Payloads that came on the command topic since the last call.
    [[nodiscard]] std::vector<std::string> takeCommands();
    /// Breaks the connection without DISCONNECT, as a node that loses power does: the broker
    /// publishes the will. Returns when the broker has noticed.
    void kill();
    /// DISCONNECT: the broker forgets the will.
    void leave();

private:
    [[nodiscard]] mqtt::connect_options options() const;
    [[nodiscard]] std::unique_ptr<mqtt::async_client> makeClient() const;
    void listen(mqtt::async_client& client);
    [[nodiscard]] twin::Result<void> subscribe(const std::string& topic);

    BrokerAddress m_address;
    std::string m_clientId;
    std::function<void()> m_wake;
    std::atomic<bool> m_connected = false;
    std::mutex m_mutex;
    std::vector<std::string> m_commands; ///< guarded by m_mutex
    std::shared_ptr<mqtt::delivery_token> m_last;
    std::unique_ptr<mqtt::async_client> m_client; ///< last member: its threads call into the others
};

} // namespace gemba::plant
