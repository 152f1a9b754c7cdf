// SPDX-License-Identifier: GPL-3.0-or-later
// How the time ruler looks: its frame, times and cursor. Its lanes: time_ruler_lanes.cpp.
#include <algorithm>
#include <cmath>

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/shell/time_ruler.h"
#include "ui/shell/time_ruler_metrics.h"

namespace gemba::ui {
namespace {

constexpr double kEdge = 8; ///< clear of the frame around a replay

} // namespace

void TimeRuler::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const TimeScale s = scale();
    m_drawn = s;
    m_drawnCursor = cursor();
    paintNames(p);
    if (!s.valid()) {
        const QRectF data = rectOf(Lane::Data);
        p.fillRect(data, m_theme.track);
        p.setPen(m_theme.quietText);
        p.setFont(Theme::font(kNamePixels));
        p.drawText(QRectF(m_left, height() - kTimesHeight, data.width(), 16),
                   Qt::AlignLeft | Qt::AlignVCenter, tr("nothing recorded yet"));
        return;
    }
    paintData(p, s);
    paintDensity(p, s);
    paintCondition(p, s);
    paintModels(p, s);
    paintDrift(p);
    paintSelection(p, s);
    paintMarks(p, s);
    paintBookmarks(p, s);
    paintTimes(p, s);
    paintCursor(p, s);
    if (hasFocus()) {
        p.setPen(QPen(m_theme.text, 2));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(rect()).adjusted(5, 1, -5, -1), 3, 3);
    }
}

void TimeRuler::paintNames(QPainter& p) const
{
    p.setFont(Theme::font(kNamePixels));
    p.setPen(m_theme.quietText);
    for (const Lane lane : m_lanes.lanes()) {
        const QRectF r = rectOf(lane);
        drawLine(p, QRectF(kNameLeft, r.center().y() - 8, m_left - kNameLeft - kNameGap + 1, 16),
                 Qt::AlignLeft | Qt::AlignVCenter, nameOf(lane));
        p.fillRect(QRectF(r.left(), r.bottom() + 1, r.width(), 1), m_theme.softLine);
    }
}

void TimeRuler::paintDrift(QPainter& p) const
{
    p.setFont(Theme::font(kNamePixels));
    p.setPen(m_theme.quietText);
    drawLine(p, rectOf(Lane::Drift).adjusted(0, -1, 0, 1), Qt::AlignLeft | Qt::AlignVCenter, tr("no record"));
}

void TimeRuler::paintSelection(QPainter& p, const TimeScale& s) const
{
    const TimeRange selection = m_context.view.selection();
    if (!selection.valid() || selection.to < s.from || selection.from > s.to)
        return;
    const double a = m_left + std::clamp(s.x(selection.from), 0.0, s.width);
    const double b = m_left + std::clamp(s.x(selection.to), 0.0, s.width);
    const QRectF r(a, kLanesTop - 3, std::max(b - a, 1.0), height() - kLanesTop - kTimesHeight + 4);
    QColor ground = m_theme.text;
    ground.setAlphaF(0.09F);
    p.fillRect(r, ground);
    p.setPen(QPen(m_theme.text, 2)); // square brackets, as the keys
    for (const auto& [x, inwards] : {std::pair{r.left(), 5.0}, {r.right(), -5.0}}) {
        p.drawLine(QPointF(x, r.top()), QPointF(x, r.bottom()));
        p.drawLine(QPointF(x, r.top()), QPointF(x + inwards, r.top()));
        p.drawLine(QPointF(x, r.bottom()), QPointF(x + inwards, r.bottom()));
    }
}

void TimeRuler::paintTimes(QPainter& p, const TimeScale& s) const
{
    const bool seconds = s.to - s.from < 5 * twin::kMinute;
    const double top = height() - kTimesHeight;
    p.setFont(Theme::font(kNamePixels));
    double free = -1e9; // labels never overlap
    for (const twin::TimeNs t :
         s.ticks(static_cast<int>(s.width / 110) + 1, m_display.roundOffset(s.to))) {
        const QString text = m_display.brief(t, seconds);
        const double w = figuresWidth(p.font(), text);
        const double x = m_left + s.x(t);
        p.setPen(QPen(m_theme.line, 1));
        p.drawLine(QPointF(x, top), QPointF(x, top + 4));
        const double left = std::clamp(x - w / 2, kEdge, width() - w - kEdge);
        if (left < free + 8)
            continue;
        free = left + w;
        p.setPen(m_theme.quietText);
        drawFigures(p, QRectF(left, top + 4, w + 1, 16), Qt::AlignVCenter, text);
    }
}

void TimeRuler::paintCursor(QPainter& p, const TimeScale& s) const
{
    const double bottom = height() - kTimesHeight + 3;
    if (m_hoverX >= m_left && m_hoverX <= m_left + s.width) {
        p.setPen(QPen(m_theme.line, 1, Qt::DashLine));
        p.drawLine(QPointF(m_hoverX, kLanesTop), QPointF(m_hoverX, bottom));
    }
    const twin::TimeNs at = cursor();
    if (at == twin::kNoTime || at < s.from || at > s.to)
        return;
    const double x = m_left + s.x(at);
    p.setPen(QPen(m_theme.text, 2));
    p.drawLine(QPointF(x, 2), QPointF(x, bottom));
    p.setPen(Qt::NoPen);
    p.setBrush(m_theme.text);
    p.drawPolygon(QPolygonF({{x - 5, 0}, {x + 5, 0}, {x, 6}}));
}

} // namespace gemba::ui
