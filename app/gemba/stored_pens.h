// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include "twin/manipulation/expression.h"
#include "twin/manipulation/series_join.h"
#include "twin/store/session_reader.h"
#include "ui/models/history_query.h"

namespace gemba {

/// Asked now and then while something long goes on: false ends it.
using StillWanted = std::function<bool()>;

/// Walks through the stored samples of several pens, slice of time after slice of time, so that
/// memory stays small however long the stretch is. A calculated pen has a sample wherever one of
/// its tags has one and all are known. One thread: the reader's.
class StoredPens
{
public:
    static constexpr std::size_t kMostAtOnce = 200'000; ///< samples of one tag in a slice

    /// Errors: ExpressionInvalid.
    static twin::Result<StoredPens> create(const std::vector<ui::PenSource>& pens, twin::TimeNs from,
                                           twin::TimeNs to, twin::TimeNs knownAt);

    /// The next slice: the points of each pen, in the order of time. False: there is none left.
    /// Errors: of the file.
    twin::Result<bool> next(twin::SessionReader& reader, std::vector<std::vector<twin::SeriesPoint>>& points);
    [[nodiscard]] double progress() const; ///< 0..1

private:
    struct Pen
    {
        std::vector<twin::TagId> tags;
        std::optional<twin::Expression> formula; ///< none: the tag itself
        twin::SeriesJoin join{{}};
        twin::UnitConversion shown; ///< of a tag's values
    };
    StoredPens() = default;
    [[nodiscard]] static twin::TimeNs longestAge(const ui::PenSource& pen, twin::TagId tag);
    twin::Result<bool> readSlice(twin::SessionReader& reader, twin::TimeNs to,
                                 std::vector<std::vector<std::vector<twin::SeriesPoint>>>& inputs) const;
    std::vector<Pen> m_pens;
    twin::TimeNs m_from = 0, m_to = 0, m_at = 0, m_knownAt = 0, m_slice = 0;
};

} // namespace gemba
