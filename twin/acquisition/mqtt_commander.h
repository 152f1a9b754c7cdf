// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "twin/acquisition/broker.h"

namespace gemba::twin {

/// Sends the one command Gemba ever sends: the request for a Sparkplug rebirth. Over a connection of
/// its own, because a command behind thousands of incoming messages waits for them. Exists only for
/// a broker whose host we are.
class MqttCommander
{
public:
    explicit MqttCommander(Broker broker);
    ~MqttCommander(); ///< stops

    /// Errors: those of prepare(Broker); ArgumentInvalid where the broker has no host id of ours.
    [[nodiscard]] Result<void> start();
    void stop();

    /// Queues the request and returns at once; any thread between start and stop. Asked for again while it is still queued,
    /// it is sent once. False: not started, no such ids, or 1000 nodes are waiting already.
    bool requestRebirth(std::string_view group, std::string_view node);

    [[nodiscard]] std::uint64_t sent() const; ///< requests handed to the broker; any thread
    /// Why requests cannot be sent now; they are kept and tried again. Any thread.
    [[nodiscard]] std::optional<Error> lastError() const;

private:
    class Worker;
    Broker m_broker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace gemba::twin
