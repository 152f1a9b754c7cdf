// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "twin/model/snapshot.h"

namespace gemba::ui {

/// The machines of a plant that are of the same class as one of them, and which of their tags
/// measure the same there: the id is the same but for the machine's own, and so is the unit. A
/// value, made once for a machine.
struct Sisters
{
    twin::AssetId asset = twin::kNoAsset;
    std::vector<twin::AssetId> others; ///< in the order of the plant
    /// By tag of the machine: the tag of each of `others`, kNoTag where it has none. Only numbers
    /// that are measured or set.
    std::map<twin::TagId, std::vector<twin::TagId>> counterparts;

    [[nodiscard]] static Sisters of(const twin::Plant& plant, twin::AssetId asset);
};

/// Whether what its inputs say now can be compared with a machine that runs.
[[nodiscard]] bool comparable(const twin::Assessment& assessment);

/// One input of a machine beside those of its sisters, in the tag's unit.
struct SisterFigure
{
    twin::TagId tag = twin::kNoTag;
    double own = 0;             ///< NaN: not known now
    std::vector<double> others; ///< of the comparable ones whose value is fresh; increasing
    double median = 0;          ///< of them; NaN: there are none
    twin::MilliPoints points = 0; ///< what the input takes off the machine's condition
    [[nodiscard]] twin::TagId key() const { return tag; }
    [[nodiscard]] twin::Interval scale(const twin::Tag& tag) const; ///< holds all of them, with room
    bool operator==(const SisterFigure& other) const;
};

/// The `most` inputs that take most off the machine's condition, largest first; where fewer do,
/// those follow that lie furthest from the sisters' median by the sisters' own spread.
[[nodiscard]] std::vector<SisterFigure> compareWithSisters(const twin::Snapshot& snapshot,
                                                           const Sisters& sisters, std::size_t most);

} // namespace gemba::ui
