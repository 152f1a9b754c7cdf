// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phrases.h"

namespace gemba::ui {

/// Where the plant stands against its plan at the instant of one snapshot, in words.
struct PlantOutlook
{
    /// Below this share of the plan the output has missed it; above, it only varies.
    static constexpr double kMissedBelow = 0.97;

    QString output;      ///< "22.4"; "–" where it is not known now; empty: none is described
    QString outputUnit;  ///< as shown
    QString plan;        ///< "22.9 m³/h"
    QString basis;       ///< where the plan comes from
    double share = 0.0;  ///< output by plan; NaN where it is not known
    bool missed = false; ///< known, and below the plan
    QString outage;      ///< "Sat 28 Nov 06:00", "until 14:00" while one is on, "none planned"
    QString outageText;  ///< what is done in it
    bool outageNow = false;
    bool operator==(const PlantOutlook& other) const;
};

/// `phrases` speaks of the snapshot's plant.
[[nodiscard]] PlantOutlook outlook(const twin::Snapshot& snapshot, const Phrases& phrases);

} // namespace gemba::ui
