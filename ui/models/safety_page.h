// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phrases.h"

namespace gemba::ui {

/// What a model may be used for, in words: a line for each question.
struct SafetyPage
{
    struct Line
    {
        QString title, text;
        bool strong = false; ///< missed or outside: said in bold, with ▸
        bool operator==(const Line&) const = default;
    };
    std::vector<Line> lines; ///< empty: the machine has no model
    bool operator==(const SafetyPage&) const = default;
};

/// Of the model of one machine at the snapshot's instant. `phrases` holds the snapshot's plant.
[[nodiscard]] SafetyPage safetyPage(const twin::Snapshot& snapshot, twin::AssetId asset, const Phrases& phrases);

} // namespace gemba::ui
