// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "twin/model/error.h"
#include "twin/model/event.h"

namespace gemba::twin {

/// Why a message was logged but not understood, in the few kinds that a person can act on.
enum class Rejection : std::uint8_t {
    Other,
    Malformed,       ///< bytes that are no payload of this format
    TooLarge,        ///< beyond what is decoded at all
    UnknownTopic,    ///< no tag of the plant is bound to it
    TypeChanged,     ///< a value of another type than its birth said
    BeforeBirth,     ///< data of a node or device that has not said what it sends
    UnknownAlias,    ///< a number that no birth has given a name
    DuplicateAlias,  ///< a birth that gives one number to two metrics
    IncompleteBirth, ///< a birth without what it must say
    TooMany,         ///< more nodes, metrics or messages than are kept
};
inline constexpr std::size_t kRejections = 10;

[[nodiscard]] Rejection rejectionOf(ErrorCode code);

/// What EventKind::Rejected carries: number is how many messages, text is the reason's name, a
/// blank and the topic of the last of them. The names are stored: add, never change.
struct RejectedView {
    Rejection reason = Rejection::Other;
    std::string_view topic;
};
[[nodiscard]] std::string rejectedText(Rejection reason, std::string_view topic);
/// A view into the event.
[[nodiscard]] RejectedView rejectedOf(const Event& event);

} // namespace gemba::twin
