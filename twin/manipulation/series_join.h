// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "twin/model/series.h"

namespace gemba::twin {

/// Brings several series to common instants: at each instant at which one of them has a sample,
/// the last value of each. Where one has none yet, or its last is older than it may be or has no
/// number, there is no common instant. Points come in slices of time, so the whole never has to
/// be in memory. A value.
class SeriesJoin
{
public:
    /// How old the last value of each series may be.
    explicit SeriesJoin(std::vector<TimeNs> longestAge);

    /// values: one a series; quality: the worst of them.
    using Visit = std::function<void(TimeNs at, std::span<const double> values, Quality quality)>;

    /// The next slice: the points of every series in a stretch of time, each in the order of time,
    /// none earlier than those of the slice before.
    void add(std::span<const std::vector<SeriesPoint>> slice, const Visit& visit);

private:
    [[nodiscard]] bool complete(TimeNs at) const;
    std::vector<TimeNs> m_longestAge;
    std::vector<SeriesPoint> m_last;
    std::vector<double> m_values;
};

} // namespace gemba::twin
