// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>

#include "twin/model/assessment.h"
#include "ui/models/condition_history.h"

namespace gemba::ui {

/// What the condition would be without what these inputs take off it: 100 minus the other
/// reasons, never below 0. Evidence of a reason left out counts in its place. Nothing of it is ever recorded. Withheld scores have none.
[[nodiscard]] std::optional<twin::MilliPoints> scoreWithout(const twin::Assessment& assessment,
                                                            const std::set<twin::TagId>& leftOut);

/// The instant that a machine at `to` is compared with where nobody has chosen one: half an hour
/// before, or the middle of what is known where that is less than an hour.
[[nodiscard]] twin::TimeNs comparedWith(twin::TimeNs from, twin::TimeNs to);

struct EarlierCondition
{
    twin::TimeNs at = twin::kNoTime;
    int points = 0;
    bool operator==(const EarlierCondition&) const = default;
};

/// Where the condition stood at comparedWith(); the latest known until then. Nothing if the record
/// has a gap there.
[[nodiscard]] std::optional<EarlierCondition> earlier(const ConditionHistory::Line& line);

} // namespace gemba::ui
