// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "ui/models/time_scale.h"

namespace gemba::ui {

/// How a chart keeps to the cursor.
enum class Following {
    Follow, ///< the cursor is its right edge
    Centre, ///< the cursor is in its middle
    Fixed,  ///< it stays where it is
};

/// The part of one value axis that is shown instead of all of it.
struct ValueZoom
{
    QString axis; ///< as the chart names it
    twin::Interval shown;
};

/// Which part of time, and of values, one chart shows.
struct ChartSight
{
    Following following = Following::Follow;
    twin::TimeNs span = 15 * twin::kMinute;            ///< asked for; not of Fixed
    twin::TimeNs from = twin::kNoTime, to = twin::kNoTime; ///< of Fixed
    std::vector<ValueZoom> values;
    [[nodiscard]] const twin::Interval* zoomOf(const QString& axis) const;
};

/// The sight of one chart and how it came to be: every way of looking closer can be taken back.
/// New data changes nothing in it. A value; GUI thread.
class ChartWindow
{
public:
    static constexpr std::size_t kMostSteps = 50;
    static constexpr twin::TimeNs kShortest = twin::kMillisecond;
    static constexpr twin::TimeNs kLongest = 10 * 366 * 24 * twin::kHour;

    explicit ChartWindow(twin::TimeNs span = 15 * twin::kMinute, Following following = Following::Follow);

    [[nodiscard]] const ChartSight& sight() const { return m_sight; }
    [[nodiscard]] bool fixed() const { return m_sight.following == Following::Fixed; }
    [[nodiscard]] bool canGoBack() const { return !m_before.empty(); }
    [[nodiscard]] bool changed() const; ///< reset() would do something

    /// What is shown where trends at the cursor would show this. Not valid where there is none.
    [[nodiscard]] TrendWindow shown(const TrendWindow& atCursor) const;

    void setSpan(twin::TimeNs span); ///< keeps the way of following; of Fixed: back to the cursor
    /// Fixed stays where `now` is.
    void setFollowing(Following following, const TrendWindow& now);
    void zoomTo(twin::TimeNs from, twin::TimeNs to, const std::vector<ValueZoom>& values = {});
    /// factor below 1 looks closer; `around` stays where it is. A row of them is one step back.
    void zoomBy(double factor, twin::TimeNs around, const TrendWindow& now);
    void zoomValues(const ValueZoom& zoom);
    void panBy(twin::TimeNs distance, const TrendWindow& now);
    void toCursor(); ///< follows again; values stay
    bool back();
    void reset();

private:
    enum class Step { Other, Zoom, Pan, Values };
    void remember(Step step);
    void fix(twin::TimeNs from, twin::TimeNs to);
    ChartSight m_sight;
    std::vector<ChartSight> m_before;
    Following m_lastFollowing = Following::Follow; ///< when it was not fixed
    Step m_lastStep = Step::Other;
};

} // namespace gemba::ui
