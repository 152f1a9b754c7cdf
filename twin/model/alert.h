// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "twin/model/assessment.h"

namespace gemba::twin {

/// ISA-18.2 / IEC 62682 states of an alarm; alerts use the same life.
enum class AlertState : std::uint8_t {
    Normal,
    Unacknowledged,       ///< active, nobody has seen it
    Acknowledged,         ///< active, seen
    ReturnedUnacknowledged, ///< over before anybody saw it
    LatchedUnacknowledged, LatchedAcknowledged,
    Shelved,              ///< by a person, for a time
    SuppressedByDesign,
    OutOfService,
};

/// Who speaks: Gemba's own alerts are advice; a DCS alarm belongs to the alarm system of record.
enum class AlertOrigin : std::uint8_t { Condition, DcsAlarm, DataHealth };

struct Alert {
    std::uint64_t id = 0;  ///< counts up within a log
    AlertOrigin origin = AlertOrigin::Condition;
    AssetId asset = kNoAsset;
    TagId tag = kNoTag;    ///< DcsAlarm: the tag; Condition: the tag of the largest deduction
    Side side = Side::None;
    bool trip = false;     ///< DcsAlarm: the trip limit rather than the operating limit
    int priority = 3;      ///< 1 Critical, 2 Act, 3 Watch
    AlertState state = AlertState::Normal;
    TimeNs raisedAt = kNoTime;
    TimeNs changedAt = kNoTime;
    TimeNs clearedAt = kNoTime;
    MilliPoints scoreAtRaise = 0;
    bool operator==(const Alert&) const = default;
};

} // namespace gemba::twin
