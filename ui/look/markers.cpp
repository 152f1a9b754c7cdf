// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/markers.h"

#include <algorithm>

#include <QPainter>

namespace gemba::ui {

QPainterPath priorityShape(const QRectF& r, int priority)
{
    QPainterPath path;
    switch (priority) {
    case 1:
        path.addRect(
            r.adjusted(r.width() * 0.08, r.height() * 0.08, -r.width() * 0.08, -r.height() * 0.08));
        break;
    case 2:
        path.addPolygon(QPolygonF({{r.center().x(), r.top()}, r.bottomRight(), r.bottomLeft()}));
        break;
    default:
        path.addPolygon(QPolygonF({r.topLeft(), r.topRight(), {r.center().x(), r.bottom()}}));
        break;
    }
    path.closeSubpath();
    return path;
}

void drawPriority(QPainter& painter, const QRectF& rect, int priority, bool waiting,
                  const Theme& theme)
{
    if (priority < 1 || priority > 3)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal pen = std::max(1.0, rect.width() / 14.0);
    const QRectF inner = waiting ? rect.adjusted(3, 3, -3, -3) : rect;
    if (waiting) {
        painter.setPen(QPen(theme.outline, pen * 1.2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(
            priorityShape(priority == 1 ? rect : rect.adjusted(-2, -2, 2, 2), priority));
    }
    // On a dark ground the outline is light; the shape keeps a dark rim of its own.
    painter.setPen(
        QPen(QColor(0x16, 0x18, 0x1c), pen, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(theme.priority[priority]);
    painter.drawPath(priorityShape(inner, priority));
    painter.setPen(theme.priorityText[priority]);
    painter.setFont(Theme::font(std::max(7, static_cast<int>(inner.height() * 0.62)), QFont::Bold));
    const qreal shift = priority == 2   ? inner.height() * 0.14
                        : priority == 3 ? -inner.height() * 0.14
                                        : 0;
    painter.drawText(inner.translated(0, shift), Qt::AlignCenter, QString::number(priority));
    painter.restore();
}

void drawDcsAlarm(QPainter& painter, const QRectF& rect, bool active, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.text, 1.4));
    painter.setBrush(active ? QBrush(theme.text) : Qt::NoBrush);
    const QPointF c = rect.center();
    const qreal h = rect.height() * 0.42;
    painter.drawPolygon(QPolygonF(
        {{c.x(), c.y() - h}, {c.x() + h, c.y()}, {c.x(), c.y() + h}, {c.x() - h, c.y()}}));
    painter.restore();
}

void drawHatch(QPainter& painter, const QRectF& rect, const QColor& colour)
{
    // Cut by arithmetic, not by a clip: Qt's PDF engine loses the clip around it afterwards.
    constexpr qreal kStep = 7;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::FlatCap));
    const qreal h = rect.height();
    for (qreal x = rect.left() - h; x < rect.right(); x += kStep) {
        const qreal from = std::max(0.0, rect.left() - x);
        const qreal to = std::min(h, rect.right() - x);
        painter.drawLine(QPointF(x + from, rect.bottom() - from), QPointF(x + to, rect.bottom() - to));
    }
    painter.restore();
}

} // namespace gemba::ui
