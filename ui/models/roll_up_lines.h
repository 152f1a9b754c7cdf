// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phrases.h"

namespace gemba::ui {

/// A line, an area or the site in the words of the console.
struct RollUpLine
{
    int depth = 0;    ///< 0 site, 1 area, 2 line
    QString name;
    QString figure;   ///< of the worst machine; "–" where nothing is scored
    QString word;     ///< "Normal", …; "not scored"
    int priority = 0; ///< of the word; 0: Normal or not scored
    QString because;  ///< the worst machine and its largest reason
    QString counts;   ///< "abnormal 1 of 5", and how many are not scored
    twin::AssetId worst = twin::kNoAsset;
    bool operator==(const RollUpLine&) const = default;
};

/// The site first, its areas and their lines below; `phrases` holds the snapshot's plant. Areas
/// without a scored or withheld machine are left out.
[[nodiscard]] std::vector<RollUpLine> rollUpLines(const twin::Snapshot& snapshot, const Phrases& phrases);

} // namespace gemba::ui
