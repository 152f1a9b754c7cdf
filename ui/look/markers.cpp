// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/markers.h"

#include <algorithm>

#include <QFontMetricsF>
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
    drawPriority(painter, rect, priority, waiting ? Attention::Ring : Attention::None, theme);
}

void drawPriority(QPainter& painter, const QRectF& rect, int priority, Attention attention,
                  const Theme& theme)
{
    if (priority < 1 || priority > 3)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal pen = std::max(1.0, rect.width() / 14.0);
    const qreal inset = std::max(3.0, rect.width() / 6.0);
    const bool ringed = attention == Attention::Ring || attention == Attention::Arrow;
    const QRectF inner = ringed ? rect.adjusted(inset, inset, -inset, -inset) : rect;
    if (ringed) {
        const qreal thick = attention == Attention::Arrow ? 2.2 : 1.2;
        painter.setPen(
            QPen(theme.outline, pen * thick, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(
            priorityShape(priority == 1 ? rect : rect.adjusted(-2, -2, 2, 2), priority));
    }
    if (attention == Attention::Arrow) {
        const qreal s = std::clamp(rect.width() * 0.22, 3.0, 9.0);
        const QPointF tip(rect.left() - s * 0.7, rect.center().y());
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.outline);
        painter.drawPolygon(
            QPolygonF({tip, {tip.x() - s, tip.y() - s}, {tip.x() - s, tip.y() + s}}));
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

QRectF drawMark(QPainter& painter, const QPointF& topLeft, const QString& text, bool doubt,
                const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(painter.font());
    const qreal side = metrics.height() * 0.32;
    const QRectF box(topLeft, QSizeF(metrics.horizontalAdvance(text) + 2 * side, metrics.height()));
    const QColor colour = doubt ? theme.doubt : theme.text;
    painter.setPen(QPen(colour, doubt ? 1.5 : 1.0, doubt ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
    return box;
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
