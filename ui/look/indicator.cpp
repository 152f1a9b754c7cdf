// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/indicator.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "ui/look/markers.h"

namespace gemba::ui {
namespace {

/// Places values of a figure on its track.
struct Track
{
    QRectF rect;
    Qt::Orientation orientation;
    double low, high;

    [[nodiscard]] double along(double v) const
    {
        const double share = high > low ? std::clamp((v - low) / (high - low), 0.0, 1.0) : 0.5;
        return orientation == Qt::Vertical ? rect.bottom() - share * rect.height()
                                           : rect.left() + share * rect.width();
    }
    [[nodiscard]] QRectF between(double a, double b) const
    {
        const double x = along(a);
        const double y = along(b);
        return orientation == Qt::Vertical ? QRectF(rect.left(), y, rect.width(), x - y)
                                           : QRectF(x, rect.top(), y - x, rect.height());
    }
};

void drawLimit(QPainter& p, const Track& track, const std::optional<double>& limit, qreal width,
               const Theme& theme)
{
    if (!limit || *limit < track.low || *limit > track.high)
        return;
    const double at = track.along(*limit);
    p.setPen(QPen(theme.text, width));
    if (track.orientation == Qt::Vertical)
        p.drawLine(QPointF(track.rect.left(), at), QPointF(track.rect.right(), at));
    else
        p.drawLine(QPointF(at, track.rect.top()), QPointF(at, track.rect.bottom()));
}

void drawSetpoint(QPainter& p, const Track& track, double value, const Theme& theme)
{
    if (!std::isfinite(value) || value < track.low || value > track.high)
        return;
    const double at = track.along(value);
    const double half =
        (track.orientation == Qt::Vertical ? track.rect.width() : track.rect.height()) / 2;
    const QPointF c = track.orientation == Qt::Vertical ? QPointF(track.rect.center().x(), at)
                                                        : QPointF(at, track.rect.center().y());
    p.setPen(QPen(theme.text, 1.2));
    p.setBrush(theme.raised);
    p.drawPolygon(QPolygonF({{c.x() - half, c.y()}, {c.x(), c.y() - half}, {c.x() + half, c.y()},
                             {c.x(), c.y() + half}}));
}

void drawArrow(QPainter& p, const Track& track, double value, const Theme& theme)
{
    const double at = track.along(value);
    const double s = std::clamp(track.orientation == Qt::Vertical ? track.rect.width() * 0.45
                                                                  : track.rect.height() * 0.8,
                                5.0, track.orientation == Qt::Vertical ? 24.0 : 9.0);
    const bool onScale = value >= track.low && value <= track.high;
    p.setPen(QPen(theme.text, 1.2)); // off the scale: a hollow arrow at its end
    p.setBrush(onScale ? QBrush(theme.text) : Qt::NoBrush);
    if (track.orientation == Qt::Vertical) {
        const double x = track.rect.right() + 2;
        p.drawPolygon(QPolygonF({{x, at}, {x + s * 1.6, at - s}, {x + s * 1.6, at + s}}));
    } else {
        const double y = track.rect.center().y() + s * 0.5;
        p.drawPolygon(QPolygonF({{at, y}, {at - s, y - s * 1.5}, {at + s, y - s * 1.5}}));
    }
}

} // namespace

void drawIndicator(QPainter& painter, const QRectF& rect, Qt::Orientation orientation,
                   const IndicatorFigure& f, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const twin::Interval scale = f.scale();
    const Track track{rect, orientation, scale.low, scale.high};
    painter.fillRect(rect, theme.track);
    const double low = f.limits.low.normal.value_or(scale.low);
    const double high = f.limits.high.normal.value_or(scale.high);
    const bool banded = f.limits.low.normal || f.limits.high.normal;
    if (banded && high > low)
        painter.fillRect(track.between(low, high), theme.band);
    if (const int priority = f.breached()) {
        const bool under = f.limits.low.alert && f.value < *f.limits.low.alert;
        const double edge = under ? *f.limits.low.alert : f.limits.high.alert.value_or(scale.high);
        painter.fillRect(under ? track.between(scale.low, edge) : track.between(edge, scale.high),
                         theme.priority[priority]);
    }
    drawLimit(painter, track, f.limits.low.alert, 1.2, theme);
    drawLimit(painter, track, f.limits.high.alert, 1.2, theme);
    drawLimit(painter, track, f.limits.low.trip, 2.6, theme);
    drawLimit(painter, track, f.limits.high.trip, 2.6, theme);
    drawSetpoint(painter, track, f.setpoint, theme);
    if (f.stale || f.never)
        drawHatch(painter, rect, theme.line);
    if (!f.never && std::isfinite(f.value) && !f.stale)
        drawArrow(painter, track, f.value, theme);
    painter.restore();
}

} // namespace gemba::ui
