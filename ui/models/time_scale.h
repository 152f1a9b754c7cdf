// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>

#include "twin/model/snapshot.h"
#include "ui/models/format.h"
#include "ui/models/history_query.h"

namespace gemba::ui {

/// Where instants lie on a horizontal line of `width` pixels, and back. A value.
struct TimeScale
{
    twin::TimeNs from = 0;
    twin::TimeNs to = 0;
    double width = 1.0;

    [[nodiscard]] bool valid() const { return from != twin::kNoTime && to > from && width > 0; }
    [[nodiscard]] double x(twin::TimeNs t) const;
    [[nodiscard]] twin::TimeNs at(double x) const; ///< clamped into from..to
    /// Round instants of the site's wall clock, at most `most` of them, increasing.
    [[nodiscard]] std::vector<twin::TimeNs> ticks(int most, int offsetFromUtcSeconds) const;
    /// The same where the offset may change in between: round on both sides of a jump of the
    /// wall clock, so that midnight is midnight on a day of 23 or 25 hours as well.
    [[nodiscard]] std::vector<twin::TimeNs> ticks(int most, const Format& site) const;
};

/// Round values of an axis that cover low..high, about `most` of them (1-2-5 steps).
[[nodiscard]] std::vector<double> niceTicks(double low, double high, int most);

/// A trend as lines: at most four points a column; a new line begins where nothing was recorded
/// for longer than `gap`. x is milliseconds since `origin`.
[[nodiscard]] std::vector<std::vector<QPointF>> trendLines(const Trend& trend, twin::TimeNs origin,
                                                           twin::TimeNs gap);

/// The stretch of process time that a trend shows: `span` of arrival time, ending at the cursor.
/// Where the plant runs faster than life (a demo), its source clock has left the wall clock
/// behind: then the stretch ends at the newest source time known and is `span` times that speed.
/// Before `recordedFrom` (arrival time; kNoTime: not known) there is nothing to show, so the
/// stretch begins there, but it is never shorter than a minute.
struct TrendWindow
{
    twin::TimeNs from = twin::kNoTime;
    twin::TimeNs to = twin::kNoTime;
    bool processTime = false; ///< the times are not those of the wall clock
    bool operator==(const TrendWindow&) const = default;
};
[[nodiscard]] TrendWindow trendWindow(const twin::Snapshot& snapshot, twin::TimeNs span,
                                      twin::TimeNs recordedFrom = twin::kNoTime);

} // namespace gemba::ui
