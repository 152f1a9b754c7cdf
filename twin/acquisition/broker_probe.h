// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "twin/acquisition/broker.h"

namespace gemba::twin {

/// Finds out why a broker could not be connected to, by going the way once more step by step: the
/// MQTT library says "TCP/TLS connect failure" for all of it. Takes up to a few seconds, less once
/// stop is set. Errors: BrokerUnreachable (no such host, refused, no answer), TlsUntrusted,
/// TlsExpired, TlsWrongHost, TlsFailed; fallback where nothing is wrong up to the MQTT handshake.
[[nodiscard]] Error probeBroker(const Broker& broker, const std::atomic<bool>& stop, Error fallback);

} // namespace gemba::twin
