// SPDX-License-Identifier: GPL-3.0-or-later
// How each lane of the time ruler looks. Grey carries everything; only the shapes of alerts have
// their colours.
#include <algorithm>
#include <cmath>
#include <set>

#include <QPainter>

#include "ui/look/markers.h"
#include "ui/models/bookmark_acts.h"
#include "ui/shell/time_ruler.h"
#include "ui/shell/time_ruler_metrics.h"

namespace gemba::ui {
namespace {

constexpr double kToCome = 0.35; ///< opacity of what is beyond the cursor

} // namespace

int TimeRuler::heightOf(Lane lane)
{
    switch (lane) {
    case Lane::Data: return 10;
    case Lane::Density: return 12;
    case Lane::Condition: return 20;
    case Lane::Alerts: return 14;
    case Lane::Late:
    case Lane::Drift:
    case Lane::DcsAlarms:
    case Lane::Models:
    case Lane::Notes: break;
    }
    return 13;
}

QString TimeRuler::nameOf(Lane lane)
{
    switch (lane) {
    case Lane::Data: return tr("Data");
    case Lane::Density: return tr("Messages");
    case Lane::Condition: return tr("Lowest condition");
    case Lane::Alerts: return tr("Alerts");
    case Lane::Late: return tr("Late data");
    case Lane::Drift: return tr("Drift, objectives");
    case Lane::DcsAlarms: return tr("DCS alarms");
    case Lane::Models: return tr("Models");
    case Lane::Notes: return tr("Notes");
    }
    return {};
}

QRectF TimeRuler::rectOf(Lane lane) const
{
    double y = kLanesTop;
    for (const Lane l : m_lanes.lanes()) {
        if (l == lane)
            return {static_cast<double>(m_left), y, std::max(1.0, static_cast<double>(width() - m_left - kRight)),
                    static_cast<double>(heightOf(lane))};
        y += heightOf(l) + kLaneGap;
    }
    return {};
}

template <class Use>
void TimeRuler::forColumns(TimeRange range, const std::vector<double>& values, const TimeScale& s,
                           Use use) const
{
    const TimeScale columns{range.from, range.to, static_cast<double>(values.size())};
    if (values.empty() || !columns.valid())
        return;
    const double step = static_cast<double>(range.to - range.from) / static_cast<double>(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double left = s.x(range.from + static_cast<twin::TimeNs>(step * static_cast<double>(i)));
        const double right = left + s.width * step / static_cast<double>(s.to - s.from);
        if (right > 0 && left < s.width)
            use(m_left + std::max(left, 0.0), m_left + std::min(right, s.width), values[i]);
    }
}

void TimeRuler::paintData(QPainter& p, const TimeScale& s) const
{
    const QRectF all = rectOf(Lane::Data);
    p.fillRect(all, m_theme.track);
    const auto stretch = [&](TimeRange r) {
        const double a = std::clamp(s.x(r.from), 0.0, s.width);
        const double b = std::clamp(s.x(r.to), 0.0, s.width);
        return QRectF(m_left + a, all.top(), std::max(b - a, 2.0), all.height());
    };
    const TimeRange range = m_context.view.range();
    if (range.valid())
        p.fillRect(stretch(range), m_theme.band);
    const auto hatch = [&](twin::TimeNs from, twin::TimeNs to) {
        if (to < s.from || from > s.to)
            return;
        const QRectF r = stretch({from, to});
        p.fillRect(r, m_theme.panel);
        drawHatch(p, r, m_theme.line);
    };
    for (const TimeRange& silence : m_lanes.density().what.silences)
        hatch(silence.from, silence.to);
    for (const GapMark& gap : m_context.view.gaps())
        hatch(gap.from, gap.to);
}

void TimeRuler::paintDensity(QPainter& p, const TimeScale& s) const
{
    const auto& density = m_lanes.density();
    const QRectF all = rectOf(Lane::Density);
    double most = 0;
    for (const double n : density.what.perSecond)
        most = std::max(most, n);
    if (most <= 0)
        return;
    forColumns(density.range, density.what.perSecond, s, [&](double left, double right, double n) {
        const double h = n / most * all.height();
        p.fillRect(QRectF(left, all.bottom() - h, std::max(right - left, 1.0), h), m_theme.line);
    });
}

void TimeRuler::paintCondition(QPainter& p, const TimeScale& s) const
{
    const QRectF all = rectOf(Lane::Condition);
    const auto yOf = [&](double points) {
        return all.bottom() - std::clamp(points, 0.0, 100.0) / 100.0 * all.height();
    };
    // From the edge of normal upwards: what is below it is off.
    p.fillRect(QRectF(all.left(), yOf(100), all.width(), yOf(80) - yOf(100)), m_theme.band);
    p.setPen(QPen(m_theme.text, 1.4));
    QPolygonF line;
    const auto flush = [&] {
        if (line.size() > 1)
            p.drawPolyline(line);
        line.clear();
    };
    double last = 0;
    forColumns(m_lanes.lowest().range, m_lanes.lowest().what, s,
               [&](double left, double right, double points) {
                   if (std::isnan(points))
                       return;
                   // Columns are finer than scores where one is near: the line goes over those.
                   if (!line.isEmpty() && left - last > 12 * std::max(1.0, right - left) &&
                       left - last > 40)
                       flush();
                   line << QPointF((left + right) / 2, yOf(points));
                   last = right;
               });
    flush();
}

void TimeRuler::paintMark(QPainter& p, const twin::Event& mark, double x) const
{
    const Lane lane = TimeLanes::laneOf(mark);
    const QRectF r = rectOf(lane);
    const double y = r.center().y();
    if (lane == Lane::Alerts) {
        p.setPen(QPen(QColor(0x16, 0x18, 0x1c), 1));
        p.setBrush(m_theme.priority[std::clamp(mark.priority, 1, 3)]);
        p.drawPath(priorityShape(QRectF(x - 6, y - 6, 12, 12), mark.priority));
    } else if (lane == Lane::DcsAlarms) {
        drawDcsAlarm(p, QRectF(x - 5, y - 5, 10, 10), true, m_theme);
    } else if (lane == Lane::Notes && !bookmarkChange(mark)) {
        p.setPen(QPen(m_theme.text, 1.2));
        p.setBrush(mark.kind == twin::EventKind::Act ? m_theme.raised : m_theme.text);
        p.drawEllipse(QPointF(x, y), 3.4, 3.4);
    } else if (lane == Lane::Late) { // points back to where it belongs
        p.setPen(Qt::NoPen);
        p.setBrush(m_theme.text);
        p.drawPolygon(QPolygonF({{x - 4, y}, {x + 2, y - 4}, {x + 2, y + 4}}));
    } else if (lane == Lane::Data) {
        p.setPen(QPen(m_theme.text, 1.5));
        p.drawLine(QPointF(x, r.top() - 2), QPointF(x, r.bottom() + 1));
    }
}

void TimeRuler::paintMarks(QPainter& p, const TimeScale& s) const
{
    const twin::TimeNs at = cursor();
    std::set<std::pair<Lane, int>> drawn; // one mark a lane and three pixels: more say nothing
    for (const twin::Event& e : m_lanes.marks()) {
        const double x = m_left + s.x(e.at);
        const int place = static_cast<int>(x / 3) * 4 + e.priority;
        if (e.at < s.from || e.at > s.to || !drawn.emplace(TimeLanes::laneOf(e), place).second)
            continue;
        p.setOpacity(at != twin::kNoTime && e.at > at ? kToCome : 1.0);
        paintMark(p, e, x);
    }
    p.setOpacity(1.0);
}

/// One bar for each version: it begins where the model changed.
void TimeRuler::paintModels(QPainter& p, const TimeScale& s) const
{
    const QRectF all = rectOf(Lane::Models);
    if (all.isEmpty())
        return;
    double from = 0;
    int version = 0;
    const auto bar = [&](double to) {
        const QRectF r(m_left + from, all.top() + 2, std::max(to - from - 1, 1.0), all.height() - 4);
        p.fillRect(r, version % 2 == 0 ? m_theme.band : m_theme.line);
        from = to;
        ++version;
    };
    for (const twin::Event& e : m_lanes.marks()) {
        if (TimeLanes::laneOf(e) == Lane::Models)
            bar(std::clamp(s.x(e.at), 0.0, s.width));
    }
    bar(s.width);
}

void TimeRuler::paintBookmarks(QPainter& p, const TimeScale& s) const
{
    const QRectF all = rectOf(Lane::Notes);
    if (all.isEmpty())
        return;
    p.setPen(QPen(m_theme.text, 1));
    p.setBrush(m_theme.raised);
    for (const Bookmark& b : m_context.view.bookmarks()) {
        if (b.at < s.from || b.at > s.to)
            continue;
        const double x = m_left + s.x(b.at);
        const double top = all.top();
        p.drawPolygon(QPolygonF({{x - 4, top}, {x + 4, top}, {x + 4, all.bottom()},
                                 {x, all.bottom() - 4}, {x - 4, all.bottom()}}));
    }
}

} // namespace gemba::ui
