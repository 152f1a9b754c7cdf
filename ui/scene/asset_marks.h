// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "twin/model/snapshot.h"
#include "ui/models/phrases.h"

namespace gemba::ui {

/// What the scene shows of one machine beyond its shape.
struct AssetMark {
    int priority = 0;   ///< 1 Critical, 2 Act, 3 Watch; 0: nothing abnormal
    bool scored = false; ///< there is a condition; if not, the label says why
    bool doubt = false; ///< its data cannot be trusted: stale inputs, no data, source down
    bool operator==(const AssetMark&) const = default;

    [[nodiscard]] bool abnormal() const { return priority > 0; }
};

/// What the label of a machine says. Plain text.
struct AssetText {
    QString title;  ///< "Reactor R-101"
    QString detail; ///< "Critical · condition 31 · act before 15:00", "– · not scored"
    bool operator==(const AssetText&) const = default;
};

/// Marks by AssetId. A withheld score is never abnormal: there is no number to say so.
[[nodiscard]] std::vector<AssetMark> marksOf(const twin::Snapshot& snapshot);

/// The text of one machine of the snapshot. The phrases must be set to its plant. Made only for
/// the few machines that are labelled: thousands of texts a second would cost more than the picture.
[[nodiscard]] AssetText textOf(const twin::Snapshot& snapshot, twin::AssetId asset, const Phrases& phrases);

} // namespace gemba::ui
