// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "twin/model/alert.h"

namespace gemba::twin {

/// The numbers are stored: add, never renumber.
enum class EventKind : std::uint8_t {
    LinkUp = 1, LinkDown = 2, NodeBirth = 3, NodeDeath = 4, DeviceBirth = 5, DeviceDeath = 6,
    RebirthAsked = 7, SequenceGap = 8, Dropped = 9, Rejected = 10, Unrecorded = 11,
    StateChange = 12, WordChange = 13, AlertRaised = 14, AlertCleared = 15, AlertAcknowledged = 16,
    DcsAlarmRaised = 17, DcsAlarmCleared = 18, PlantEvent = 19, Act = 20, ClockStep = 21,
    NonCompliant = 22, ModelChange = 23, Withheld = 24,
    LateData = 25, ///< late.h
};

/// Something that happened, for time bar, lists and the session's event table.
struct Event {
    std::uint64_t seq = 0; ///< log record that caused it
    TimeNs at = kNoTime;   ///< log time
    EventKind kind = EventKind::PlantEvent;
    int priority = 0;      ///< 1..3 for alerts, 0 otherwise
    AssetId asset = kNoAsset;
    TagId tag = kNoTag;
    std::uint64_t alertId = 0;
    std::int64_t number = 0; ///< count, word or state, by kind
    std::string text;        ///< from the plant or a person; plain text
    bool operator==(const Event&) const = default;
};

} // namespace gemba::twin
