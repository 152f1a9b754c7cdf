// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPen>
#include <QPointF>

#include "ui/models/format.h"
#include "ui/models/pen.h"
#include "ui/models/time_scale.h"
#include "ui/models/transport.h"

class QChart;
class QLineSeries;
class QValueAxis;

namespace gemba::ui {

struct Theme;

[[nodiscard]] QPen drawnPen(const LineStyle& style, const Theme& theme);

/// One pen of a lane as the chart library holds it: a series a stretch without a gap, and the
/// same for what is laid over it. Owns its series; the chart must outlive it.
class TrendLine
{
public:
    TrendLine(QChart& chart, QValueAxis& x, QValueAxis& y, const TrendPen& pen);
    ~TrendLine();
    TrendLine(const TrendLine&) = delete;

    [[nodiscard]] const TrendPen& pen() const { return m_pen; }
    [[nodiscard]] const Trend& trend() const { return m_trend; }
    [[nodiscard]] const Trend& overlay() const { return m_overlay; }
    [[nodiscard]] std::size_t axis() const { return m_axisPlace; }
    void setAxisPlace(std::size_t axis) { m_axisPlace = axis; }
    void setStyle(const LineStyle& style, const Theme& theme);
    void setTheme(const Theme& theme);
    void setTrend(Trend trend) { m_trend = std::move(trend); }
    void setOverlay(Trend trend, twin::TimeNs shift);
    /// Gives the library the points, as milliseconds since `origin`. A sample that stands alone
    /// becomes a dash as long as `pixel`.
    void redraw(twin::TimeNs origin, twin::TimeNs gap, twin::TimeNs pixel);
    [[nodiscard]] int pointCount() const;
    /// The stretches of from..until of which nothing was recorded, in the order of time.
    [[nodiscard]] std::vector<TimeRange> gaps(twin::TimeNs gap, twin::TimeNs from,
                                              twin::TimeNs until) const;
    /// The value known at t, which may be `gap` old.
    [[nodiscard]] std::optional<double> reading(twin::TimeNs t, twin::TimeNs gap) const;

private:
    using Pieces = std::vector<QLineSeries*>;
    struct Places
    {
        twin::TimeNs origin, gap, pixel;
    };
    void draw(Pieces& pieces, const Trend& trend, const Places& places, const QPen& pen);
    QChart& m_chart;
    QValueAxis& m_x;
    QValueAxis& m_y;
    TrendPen m_pen;
    Trend m_trend, m_overlay; ///< the overlay in the times at which it is drawn
    Pieces m_pieces, m_overlayPieces;
    QPen m_drawn, m_overlayDrawn;
    std::size_t m_axisPlace = 0;
};

} // namespace gemba::ui
