// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gemba::twin {

/// Message types of Sparkplug 3.0 §4.2; State covers both forms of the host's STATE topic.
enum class SparkplugMessage : std::uint8_t {
    NBirth, NDeath, NData, NCmd, DBirth, DDeath, DData, DCmd, State
};

/// A parsed topic; the views point into the text it was parsed from.
struct SparkplugTopic {
    SparkplugMessage message = SparkplugMessage::State;
    std::string_view group, node;
    std::string_view device; ///< empty: the edge node itself
    std::string_view host;   ///< State only
    bool legacyState = false; ///< State only: "STATE/<host>" of Sparkplug 2.2, never written by us
};

/// Parses `spBv1.0/G/TYPE/E[/D]`, `spBv1.0/STATE/H` and `STATE/H`. Nothing else, no empty ids and
/// no device where the type has none (or the other way round) is accepted. Any thread.
[[nodiscard]] std::optional<SparkplugTopic> parseSparkplugTopic(std::string_view topic);

/// True for what only Sparkplug uses: everything below "spBv1.0/" and "STATE/".
[[nodiscard]] bool isSparkplugTopic(std::string_view topic);

/// Writes the topic back (State always in the 3.0 form).
[[nodiscard]] std::string toString(const SparkplugTopic& topic);

/// An id may be any text but the empty one and one with '+', '/', '#' or a NUL (§4.1 of 3.0).
[[nodiscard]] bool isSparkplugId(std::string_view id);

} // namespace gemba::twin
