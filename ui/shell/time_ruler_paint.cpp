// SPDX-License-Identifier: GPL-3.0-or-later
// How the time ruler looks.
#include "ui/shell/time_ruler.h"

#include <cmath>
#include <set>

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/look/markers.h"

namespace gemba::ui {
namespace {

constexpr double kMargin = 14;
constexpr QRectF kTrack(0, 7, 0, 9);
constexpr double kTimesTop = 20;
constexpr double kEdge = 8; ///< clear of the frame around a replay

enum class Mark { None, Alert, DcsAlarm, Event };

Mark markOf(const twin::Event& e)
{
    switch (e.kind) {
    case twin::EventKind::AlertRaised: return Mark::Alert;
    case twin::EventKind::DcsAlarmRaised: return Mark::DcsAlarm;
    case twin::EventKind::PlantEvent:
    case twin::EventKind::Act:
    case twin::EventKind::LinkDown:
    case twin::EventKind::NodeDeath:
    case twin::EventKind::Dropped:
    case twin::EventKind::Unrecorded:
    case twin::EventKind::ModelChange: return Mark::Event;
    default: return Mark::None;
    }
}

} // namespace

void TimeRuler::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const TimeScale s = scale();
    if (!s.valid()) {
        p.fillRect(QRectF(kMargin, kTrack.top(), width() - 2 * kMargin, kTrack.height()),
                   m_theme.track);
        p.setPen(m_theme.quietText);
        p.setFont(Theme::font(11));
        p.drawText(QRectF(kMargin, kTimesTop, width() - 2 * kMargin, 16),
                   Qt::AlignLeft | Qt::AlignVCenter, tr("nothing recorded yet"));
        return;
    }
    paintTrack(p, s);
    paintTimes(p, s);
    paintEvents(p, s);
    paintCursor(p, s);
}

void TimeRuler::paintTrack(QPainter& p, const TimeScale& s) const
{
    const QRectF all(kMargin, kTrack.top(), s.width, kTrack.height());
    p.fillRect(all, m_theme.track);
    const TimeRange range = m_context.view.range();
    const double from = std::max(0.0, s.x(range.from));
    const double to = std::min(s.width, s.x(range.to));
    if (to > from)
        p.fillRect(QRectF(kMargin + from, all.top(), to - from, all.height()), m_theme.band);
    for (const GapMark& gap : m_context.view.gaps()) {
        const double a = std::clamp(s.x(gap.from), 0.0, s.width);
        const double b = std::clamp(s.x(gap.to), 0.0, s.width);
        if (s.x(gap.to) < 0 || s.x(gap.from) > s.width)
            continue;
        const QRectF r(kMargin + a, all.top(), std::max(b - a, 2.0), all.height());
        p.fillRect(r, m_theme.panel);
        drawHatch(p, r, m_theme.line);
    }
}

void TimeRuler::paintTimes(QPainter& p, const TimeScale& s) const
{
    const Format& format = m_phrases.format();
    const bool seconds = m_to - m_from < 5 * twin::kMinute;
    p.setFont(Theme::font(11));
    double free = -1e9; // labels never overlap
    for (const twin::TimeNs t :
         s.ticks(static_cast<int>(s.width / 110) + 1, format.offsetFromUtc(m_to))) {
        const QString text = seconds ? format.clockSeconds(t) : format.clock(t);
        const double w = figuresWidth(p.font(), text);
        const double x = kMargin + s.x(t);
        p.setPen(QPen(m_theme.line, 1));
        p.drawLine(QPointF(x, kTrack.bottom()), QPointF(x, kTrack.bottom() + 4));
        const double left = std::clamp(x - w / 2, kEdge, width() - w - kEdge);
        if (left < free + 8)
            continue;
        free = left + w;
        p.setPen(m_theme.quietText);
        drawFigures(p, QRectF(left, kTimesTop, w + 1, 16), Qt::AlignVCenter, text);
    }
}

void TimeRuler::paintEvents(QPainter& p, const TimeScale& s) const
{
    const twin::TimeNs at = cursor();
    std::set<std::pair<int, int>> drawn; // one mark a kind and three pixels: more say nothing
    for (const twin::Event& e : m_context.view.timeline()) {
        const Mark mark = markOf(e);
        const double x = kMargin + s.x(e.at);
        const int what = mark == Mark::Alert ? 10 + e.priority : static_cast<int>(mark);
        if (mark == Mark::None || e.at < m_from || e.at > m_to ||
            !drawn.emplace(what, static_cast<int>(x / 3)).second)
            continue;
        p.setOpacity(e.at > at ? 0.35 : 1.0);
        const double middle = kTrack.center().y();
        if (mark == Mark::Alert) {
            p.setPen(QPen(QColor(0x16, 0x18, 0x1c), 1));
            p.setBrush(m_theme.priority[std::clamp(e.priority, 1, 3)]);
            p.drawPath(priorityShape(QRectF(x - 5.5, middle - 5.5, 11, 11), e.priority));
        } else if (mark == Mark::DcsAlarm) {
            drawDcsAlarm(p, QRectF(x - 5, middle - 5, 10, 10), true, m_theme);
        } else {
            p.setPen(QPen(m_theme.text, 1.5));
            p.drawLine(QPointF(x, kTrack.top() - 3), QPointF(x, kTrack.bottom() + 1));
        }
    }
    p.setOpacity(1.0);
}

void TimeRuler::paintCursor(QPainter& p, const TimeScale& s) const
{
    if (cursor() == twin::kNoTime || cursor() < m_from || cursor() > m_to)
        return;
    const double x = kMargin + s.x(cursor());
    p.setPen(QPen(m_theme.text, 2));
    p.drawLine(QPointF(x, 2), QPointF(x, kTrack.bottom() + 3));
    p.setPen(Qt::NoPen);
    p.setBrush(m_theme.text);
    p.drawPolygon(QPolygonF({{x - 5, 0}, {x + 5, 0}, {x, 6}}));
}

} // namespace gemba::ui
