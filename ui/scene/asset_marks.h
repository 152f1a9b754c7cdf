// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "twin/model/snapshot.h"
#include "ui/models/phrases.h"

namespace gemba::ui {

/// What the scene says about one machine beyond its shape.
struct AssetMark {
    int priority = 0;   ///< 1 Critical, 2 Act, 3 Watch; 0: nothing abnormal
    bool scored = false; ///< there is a condition; if not, detail says why
    bool doubt = false; ///< its data cannot be trusted: stale inputs, no data, source down
    QString title;      ///< "Reactor R-101"
    QString detail;     ///< "Critical · condition 31 · act before 15:00", "– · not scored"
    bool operator==(const AssetMark&) const = default;

    [[nodiscard]] bool abnormal() const { return priority > 0; }
};

/// Marks by AssetId. A withheld score is never abnormal: there is no number to say so. The phrases
/// are set to the snapshot's plant.
[[nodiscard]] std::vector<AssetMark> marksOf(const twin::Snapshot& snapshot, Phrases& phrases);

} // namespace gemba::ui
