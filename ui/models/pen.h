// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "twin/model/plant.h"

namespace gemba::ui {

/// How a line is told from the others of its chart. Never by colour: that means an alert.
enum class LineDash { Solid, Dashed, Dotted, DashDotted };
inline constexpr int kThinnest = 1, kThickest = 3;

struct LineStyle
{
    LineDash dash = LineDash::Solid;
    int weight = 2; ///< kThinnest..kThickest
    bool operator==(const LineStyle&) const = default;
};
/// The n-th pen's, where a person has chosen none: eight that differ.
[[nodiscard]] inline LineStyle lineStyleOf(std::size_t n)
{
    return {static_cast<LineDash>(n % 4), n < 4 ? 2 : 3};
}

/// Which pens share an axis.
enum class AxisLayout {
    ByUnit, ///< a lane for each unit, one axis in it
    Own,    ///< every pen an axis of its own, up to four beside each other in one lane
};

/// One line of a trend.
struct TrendPen
{
    twin::TagId tag = twin::kNoTag; ///< kNoTag: of a calculated tag
    QString calculated;             ///< its id; empty: of a tag
    QString name;
    QString unit; ///< as printed; pens of one unit share a lane and its axis
    int decimals = 2;
    twin::Interval range; ///< of the instrument: the axis does not go beyond it without need
    twin::Limits limits;
    twin::TimeNs gap = 3 * twin::kSecond; ///< nothing for longer than this: the line is broken
    LineStyle style;
    /// Draws the same, whatever it looks like.
    [[nodiscard]] bool sameSource(const TrendPen& o) const
    {
        return tag == o.tag && calculated == o.calculated;
    }
    bool operator==(const TrendPen& o) const
    {
        return sameSource(o) && name == o.name && unit == o.unit && style == o.style;
    }
};

} // namespace gemba::ui
