// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "twin/model/ids.h"

namespace gemba::twin {

/// What is the matter when a score is low. Asked before any action is offered: a work request on a
/// machine whose sensor lies, or a retraining for a machine that is breaking, costs more than it
/// saves.
enum class Cause : std::uint8_t { Machine, Sensor, Process, Model };
inline constexpr std::size_t kCauses = 4;

/// One observation and what it speaks for. The weights are the whole rule: they are added up for
/// each cause, and nothing else decides.
enum class EvidenceKind : std::uint8_t {
    BalanceBroken,   ///< sensor +2: a balance with this input does not add up (value: sum, limit: tolerance)
    BalanceHolds,    ///< sensor -2: it does, and would not if this input were wrong by what it is off
    TwinDiffers,     ///< sensor +3: another instrument for the same quantity disagrees (value, limit: the two)
    TwinAgrees,      ///< sensor -3
    AtEndOfRange,    ///< sensor +1: reads within 0.1 % of an end of its range, or outside it (limit: the end)
    OneInputAlone,   ///< sensor +1: one input takes 80 % of the points, no other takes 2
    DoubtfulInputs,  ///< sensor +1: inputs of the score cannot be used (value: how many)
    SeveralInputs,   ///< sensor -1, machine +1: three inputs or more take 2 points each (value: how many)
    LimitCrossed,    ///< machine +1: a physical indicator is past its alert limit (limit)
    SistersWell,     ///< machine +2: scored machines of the same class are Normal (value: how many)
    Alone,           ///< machine +1: no other machine of the area is abnormal (value: how many there are)
    SistersLikewise, ///< process +2: half of them or more are abnormal too (value of limit)
    NeighboursToo,   ///< process +2: half of the area's other machines or more are abnormal (value of limit)
    SettingMoved,    ///< process +1: a controller has moved this setting away from what is usual
    StateChanged,    ///< process +1: abnormal within ten dwells of a change of state (value: seconds)
    AllInputsUsual,  ///< model +1: only statistics deduct, and every input is inside its normal band
    BarelyOver,      ///< model +1: no statistic is over 1.25 of its limit (value: of the limit)
    ReviewOverdue,   ///< model +1: the model's safety page should have been reviewed (limit: when, ns)
};

struct Evidence {
    EvidenceKind kind = EvidenceKind::OneInputAlone;
    Cause about = Cause::Machine; ///< what weight counts for
    int weight = 0;               ///< below 0: speaks against it
    TagId tag = kNoTag;
    std::uint32_t balance = UINT32_MAX; ///< position in Plant::balances
    double value = 0.0, limit = 0.0;
    bool operator==(const Evidence&) const = default;
};

struct Verdict {
    std::optional<Cause> cause; ///< none: the evidence does not set one cause apart
    std::array<int, kCauses> weights{}; ///< by Cause
    std::vector<Evidence> evidence; ///< what speaks for the cause first, then by weight
    bool operator==(const Verdict&) const = default;
};

} // namespace gemba::twin
