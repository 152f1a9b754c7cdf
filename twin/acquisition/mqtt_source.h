// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "twin/acquisition/arrival_clock.h"
#include "twin/acquisition/broker.h"
#include "twin/acquisition/telemetry_source.h"

namespace gemba::twin {

/// Telemetry of one MQTT broker. Connects, subscribes and comes back after every loss in a thread of
/// its own, for as long as it takes. Packets are handed over from the MQTT library's thread, stamped
/// first thing.
///
/// With a host id it is the broker's Sparkplug host (3.0 §5.3): its will and birth on
/// spBv1.0/STATE/<id> carry the same time, the birth is published right after the subscription, and
/// again should an offline message for our id turn up; a clean stop says offline. Without one it
/// never publishes anything.
class MqttSource final : public TelemetrySource
{
public:
    /// clock must outlive the source and is shared by all sources of one log.
    MqttSource(SourceId id, Broker broker, ArrivalClock& clock);
    ~MqttSource() override; ///< stops

    /// Errors: those of prepare(Broker), ArgumentInvalid without any filter.
    [[nodiscard]] Result<void> start(TelemetrySink& sink) override;
    void stop() override;

    [[nodiscard]] bool isConnected() const; ///< and subscribed; any thread between start and stop
    /// Why there is no connection now; none while there is one. Any thread between start and stop.
    [[nodiscard]] std::optional<Error> lastError() const;

private:
    class Worker;
    SourceId m_id;
    Broker m_broker;
    ArrivalClock& m_clock;
    std::unique_ptr<Worker> m_worker;
};

} // namespace gemba::twin
