// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/record.h"

namespace gemba::twin {

/// Takes what sources hand over. Called from any thread, several at once; must copy what it keeps,
/// must not block and must not call back into the source: an MQTT library waits for the return.
class TelemetrySink
{
public:
    virtual ~TelemetrySink() = default;
    virtual void onPacket(SourceId source, const PacketView& packet, TimeNs arrival) noexcept = 0;
    /// up: connected and subscribed. down: lost, or could not be reached; told once per reason.
    virtual void onLink(SourceId source, bool up, const LinkView& link, TimeNs arrival) noexcept = 0;
};

/// Somewhere telemetry comes from. start and stop are called from one thread.
class TelemetrySource
{
public:
    virtual ~TelemetrySource() = default;
    /// Returns at once; connecting, and trying again for as long as it takes, goes on behind. An
    /// error means settings that can never work (an unreadable key file, a refused plain-text host).
    /// The sink must outlive the source or its stop().
    [[nodiscard]] virtual Result<void> start(TelemetrySink& sink) = 0;
    /// Leaves cleanly. The sink is not called any more once this has returned.
    virtual void stop() = 0;
};

} // namespace gemba::twin
