// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scene/asset_marks.h"
#include "ui/scene/shape_library.h"

namespace gemba::ui {

/// A piece of a machine bound to the tags of one plant.
struct BoundPiece {
    std::size_t part = 0, piece = 0; ///< positions in the parts, and in the part's pieces
    std::vector<twin::TagId> tags;   ///< not empty
};

/// The pieces of the parts whose tags this plant knows.
[[nodiscard]] std::vector<BoundPiece> bindPieces(const std::vector<ScenePart>& parts, const twin::Plant& plant);

/// What is to be seen of a piece beyond its shape. Never a colour: the alert belongs to the machine.
struct PieceMark {
    bool off = false;   ///< a tag is beyond an alert or trip limit, or takes points off the machine
    bool stale = false; ///< a tag has not spoken for too long
    twin::TagId worst = twin::kNoTag; ///< whom a click is about: the first that is off, else the first
    bool operator==(const PieceMark&) const = default;
};
[[nodiscard]] PieceMark markOf(const BoundPiece& piece, const twin::Snapshot& snapshot);

/// What the tags of a piece take off this machine, as deducted; 0 without a figure.
[[nodiscard]] twin::MilliPoints pointsOf(const BoundPiece& piece, const twin::Snapshot& snapshot, twin::AssetId asset);

/// "Reactor pressure  2 705 kPa g · 0.9 s · −29 points", a row a tag, those that take most off
/// their machine first; what does not fit becomes "+2 more".
[[nodiscard]] QString readingsOf(const BoundPiece& piece, const twin::Snapshot& snapshot,
                                 const Phrases& phrases);

} // namespace gemba::ui
