// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/snapshot.h"

namespace gemba::ui {

/// The plant in a handful of counts, all taken from one snapshot.
struct PlantSummary
{
    int machines = 0;
    int abnormal = 0;       ///< Watch, Act or Critical
    int withheld = 0;       ///< without a figure, for whatever reason
    int critical = 0;       ///< active alerts of priority 1, DCS alarms not among them
    int unacknowledged = 0; ///< alerts that wait for somebody, DCS alarms not among them
    int raisedLately = 0;   ///< alerts raised in the last 10 minutes, DCS alarms not among them
    int dcsActive = 0;      ///< alarms of the DCS that are active
    int late = 0;           ///< tags that spoke once and are stale now
    int silent = 0;         ///< tags from which nothing ever came
    int measured = 0;       ///< tags that are expected to speak
    int sourcesDown = 0;
    bool operator==(const PlantSummary&) const = default;
};

[[nodiscard]] PlantSummary summarize(const twin::Snapshot& snapshot);

/// Whether somebody still has to see this alert.
[[nodiscard]] bool waitsForAcknowledgement(twin::AlertState state);
/// Whether its condition holds now.
[[nodiscard]] bool isActive(twin::AlertState state);

} // namespace gemba::ui
