// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <optional>

#include <mqtt/async_client.h>

#include "twin/acquisition/broker.h"

namespace gemba::twin {

/// One MQTT 3.1.1 connection of the Paho library, with errors as values. Used by one thread, which
/// may wait; waiting ends early once stop is set. Only the twin/acquisition sources include this.
class MqttLink
{
public:
    struct Will {
        std::string topic, payload; ///< QoS 1, retained
    };
    /// callback may be null; it is called from the library's threads, where nothing may block. Both
    /// it and stop must outlive the link.
    MqttLink(const Broker& broker, mqtt::callback* callback, const std::atomic<bool>& stop);
    ~MqttLink();
    MqttLink(const MqttLink&) = delete;
    MqttLink& operator=(const MqttLink&) = delete;

    /// Connects with fresh options: clean session, and the will if there is one. Returns whether the
    /// broker had a session of ours all the same.
    [[nodiscard]] Result<bool> connect(const std::optional<Will>& will);
    /// Subscribes at QoS 1 and checks what the broker granted: SubscribeRefused names the filter.
    [[nodiscard]] Result<void> subscribe(const std::vector<std::string>& filters);
    /// Returns once the message is sent (QoS 0) or acknowledged (QoS 1).
    [[nodiscard]] Result<void> publish(const std::string& topic, const std::string& payload, int qos,
                                       bool retained);
    /// The same when leaving: waits up to two seconds although stop is set.
    [[nodiscard]] Result<void> publishLast(const std::string& topic, const std::string& payload, int qos,
                                           bool retained);
    [[nodiscard]] bool isConnected() const { return m_client.is_connected(); }
    void disconnect();

private:
    [[nodiscard]] mqtt::connect_options options(const std::optional<Will>& will) const;
    struct Answer {
        mqtt::token_ptr token;
        int code = 0; ///< of the library; 0 is success
        std::string message;
    };
    /// Makes a request and waits for its end; without patience also for stop.
    [[nodiscard]] Answer request(const std::function<mqtt::token_ptr()>& ask, bool patient = false) const;
    [[nodiscard]] Result<void> send(const std::string& topic, const std::string& payload, int qos,
                                    bool retained, bool patient);
    [[nodiscard]] Error lost(const Answer& answer) const;
    const Broker& m_broker;
    const std::atomic<bool>& m_stop;
    mqtt::async_client m_client;
};

} // namespace gemba::twin
