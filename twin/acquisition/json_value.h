// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include <simdjson.h>

#include "twin/model/time.h"
#include "twin/model/value.h"

namespace gemba::twin {

// How JSON values are taken; only json_telemetry.cpp includes this. The rules are told there.

/// False: not what the tag can hold; value is then null.
[[nodiscard]] bool readValue(simdjson::dom::element in, bool numeric, Value& value);

/// A waveform: a list of numbers, or {"rate": Hz, "values": [...]}; without a rate it is 0. False: it
/// is none, or holds what does not fit into 32 bits; value is then null.
[[nodiscard]] bool readWaveform(simdjson::dom::element in, Value& value);

/// ISO 8601 text or milliseconds since 1970.
[[nodiscard]] std::optional<TimeNs> readTime(simdjson::dom::element in);

/// A 64-bit counter, as a number or as text.
[[nodiscard]] std::optional<std::uint64_t> readCount(simdjson::dom::element in);

/// Whether the whole payload is one of the words some senders write for "no number".
[[nodiscard]] bool isNotANumber(std::string_view payload);

} // namespace gemba::twin
