// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/sparkline.h"

#include <QPainter>

#include "ui/models/time_scale.h"

namespace gemba::ui {
namespace {

constexpr double kFull = 100.0;
constexpr double kNormalFrom = static_cast<double>(twin::kWordEdges[0]) / 1000.0;
constexpr int kGapColumns = 3; ///< nothing for longer than this breaks the line

} // namespace

void drawSparkline(QPainter& p, const QRectF& rect, const ConditionHistory::Line& line,
                   const Theme& theme)
{
    const auto y = [&](double points) {
        return rect.bottom() - rect.height() * std::clamp(points, 0.0, kFull) / kFull;
    };
    p.fillRect(QRectF(QPointF(rect.left(), y(kFull)), QPointF(rect.right(), y(kNormalFrom))),
               theme.track);
    const TimeScale scale{line.from, line.to, rect.width()};
    if (!scale.valid())
        return;
    const twin::TimeNs gap = kGapColumns * (line.to - line.from) / ConditionHistory::kColumns;
    QPolygonF piece;
    const auto drawPiece = [&] {
        if (piece.size() == 1)
            piece += piece.front() + QPointF(1, 0);
        p.drawPolyline(piece);
        piece.clear();
    };
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(theme.ink, 1.2));
    twin::TimeNs before = line.from;
    for (const TrendBucket& b : line.trend.buckets) {
        if (!piece.isEmpty() && b.from - before > gap)
            drawPiece();
        piece += QPointF(rect.left() + scale.x((b.from + b.to) / 2), y(b.minimum));
        before = b.to;
    }
    if (!piece.isEmpty()) {
        // A condition holds until the next one is known.
        if (line.to - before <= gap)
            piece += QPointF(rect.right(), y(line.trend.buckets.back().last));
        drawPiece();
    }
    p.restore();
}

} // namespace gemba::ui
