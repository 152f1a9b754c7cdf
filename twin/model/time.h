// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gemba::twin {

/// Nanoseconds since 1970-01-01T00:00:00Z, or a length of time in nanoseconds.
using TimeNs = std::int64_t;

inline constexpr TimeNs kNoTime = INT64_MIN; ///< "no such time", e.g. an absent source time
inline constexpr TimeNs kMicrosecond = 1'000;
inline constexpr TimeNs kMillisecond = 1'000'000;
inline constexpr TimeNs kSecond = 1'000'000'000;
inline constexpr TimeNs kMinute = 60 * kSecond;
inline constexpr TimeNs kHour = 60 * kMinute;

/// "2026-11-23T13:07:42.123Z"; decimals 0..9 of the second, truncated. "-" for kNoTime.
[[nodiscard]] std::string toIso8601(TimeNs t, int decimals = 3);

/// Reads an ISO 8601 date and time with Z or an offset; nothing else is accepted.
[[nodiscard]] std::optional<TimeNs> parseIso8601(std::string_view text);

/// Reads "250ms", "10s", "5min", "2h" (a bare number means seconds) as a length of time.
[[nodiscard]] std::optional<TimeNs> parseDuration(std::string_view text);

} // namespace gemba::twin
