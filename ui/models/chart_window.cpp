// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/chart_window.h"

#include <algorithm>

namespace gemba::ui {

using twin::TimeNs;

const twin::Interval* ChartSight::zoomOf(const QString& axis) const
{
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](const ValueZoom& z) { return z.axis == axis; });
    return found == values.end() ? nullptr : &found->shown;
}

ChartWindow::ChartWindow(TimeNs span, Following following)
{
    m_sight.span = std::clamp(span, twin::kSecond, kLongest);
    m_sight.following = m_lastFollowing = following == Following::Fixed ? Following::Follow : following;
}

bool ChartWindow::changed() const
{
    return fixed() || !m_sight.values.empty() || !m_before.empty();
}

TrendWindow ChartWindow::shown(const TrendWindow& atCursor) const
{
    TrendWindow w = atCursor;
    if (atCursor.to == twin::kNoTime)
        return w;
    switch (m_sight.following) {
    case Following::Follow: break;
    case Following::Centre: {
        const TimeNs half = (atCursor.to - atCursor.from) / 2;
        w.from = atCursor.to - half;
        w.to = atCursor.to + half;
        break;
    }
    case Following::Fixed:
        w.from = m_sight.from;
        w.to = m_sight.to;
        break;
    }
    return w;
}

void ChartWindow::remember(Step step)
{
    // Turning a wheel or dragging is many small steps, but one to take back.
    if (step == Step::Other || step != m_lastStep)
        m_before.push_back(m_sight);
    m_lastStep = step;
    if (m_before.size() > kMostSteps)
        m_before.erase(m_before.begin());
}

void ChartWindow::fix(TimeNs from, TimeNs to)
{
    const TimeNs length = std::clamp(to - from, kShortest, kLongest);
    if (!fixed())
        m_lastFollowing = m_sight.following;
    m_sight.following = Following::Fixed;
    m_sight.from = from + (to - from - length) / 2;
    m_sight.to = m_sight.from + length;
}

void ChartWindow::setSpan(TimeNs span)
{
    remember(Step::Other);
    m_sight.span = std::clamp(span, twin::kSecond, kLongest);
    if (fixed())
        m_sight.following = m_lastFollowing;
}

void ChartWindow::setFollowing(Following following, const TrendWindow& now)
{
    if (following == m_sight.following || (following == Following::Fixed && now.to <= now.from))
        return;
    remember(Step::Other);
    if (following == Following::Fixed)
        fix(now.from, now.to);
    else
        m_sight.following = m_lastFollowing = following;
}

void ChartWindow::zoomTo(TimeNs from, TimeNs to, const std::vector<ValueZoom>& values)
{
    if (to <= from)
        return;
    remember(Step::Other);
    fix(from, to);
    for (const ValueZoom& z : values)
        std::erase_if(m_sight.values, [&](const ValueZoom& old) { return old.axis == z.axis; });
    m_sight.values.insert(m_sight.values.end(), values.begin(), values.end());
}

void ChartWindow::zoomBy(double factor, TimeNs around, const TrendWindow& now)
{
    if (now.to <= now.from)
        return;
    const auto length = static_cast<double>(now.to - now.from);
    const double wanted = std::clamp(length * factor, static_cast<double>(kShortest),
                                     static_cast<double>(kLongest));
    const double share = static_cast<double>(around - now.from) / length;
    remember(Step::Zoom);
    const TimeNs from = around - static_cast<TimeNs>(wanted * share);
    fix(from, from + static_cast<TimeNs>(wanted));
}

void ChartWindow::zoomValues(const ValueZoom& zoom)
{
    remember(Step::Values);
    std::erase_if(m_sight.values, [&](const ValueZoom& old) { return old.axis == zoom.axis; });
    m_sight.values.push_back(zoom);
}

void ChartWindow::panBy(TimeNs distance, const TrendWindow& now)
{
    if (now.to <= now.from || distance == 0)
        return;
    remember(Step::Pan);
    fix(now.from + distance, now.to + distance);
}

void ChartWindow::toCursor()
{
    if (!fixed())
        return;
    remember(Step::Other);
    m_sight.following = m_lastFollowing;
}

bool ChartWindow::back()
{
    if (m_before.empty())
        return false;
    m_sight = m_before.back();
    m_before.pop_back();
    m_lastStep = Step::Other;
    return true;
}

void ChartWindow::reset()
{
    *this = ChartWindow(m_sight.span, m_lastFollowing);
}

} // namespace gemba::ui
