// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCharts/QChartView>

#include "ui/charts/trend_chart.h"

class QLineSeries;
class QValueAxis;

namespace gemba::ui {

/// One lane of a TrendChart: the pens of one unit on one axis. The chart library draws the lines;
/// grid, limits, labels and readings are painted here.
class TrendLane : public QChartView, public Themed
{
    Q_OBJECT
public:
    static constexpr int kLeft = 58, kRight = 14, kTop = 22, kBottom = 20;
    TrendLane(const QString& unit, QWidget* parent);

    [[nodiscard]] const QString& unit() const { return m_unit; }
    std::size_t addPen(const TrendPen& pen);
    void setScale(twin::TimeNs from, twin::TimeNs to, const Format& site);
    void setTrend(std::size_t pen, Trend trend);
    void setHover(twin::TimeNs t); ///< kNoTime: the pointer is elsewhere
    void setTimesShown(bool shown);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] int pointCount(std::size_t pen) const;

Q_SIGNALS:
    void hovered(gemba::twin::TimeNs t);
    void timePicked(gemba::twin::TimeNs t);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    struct Line
    {
        TrendPen pen;
        Trend trend;
        std::vector<QLineSeries*> pieces; ///< one a stretch without a gap
    };
    void redraw(Line& line);
    void fitValues();
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] TimeScale scale() const;
    [[nodiscard]] double y(double value) const;
    [[nodiscard]] QPen penOf(std::size_t line) const;
    /// The value known at t; nothing inside a gap.
    [[nodiscard]] std::optional<double> reading(const Line& line, twin::TimeNs t) const;
    void paintLimits(QPainter& p) const;
    void paintTimes(QPainter& p) const;
    void paintReadings(QPainter& p) const;

    QString m_unit;
    std::vector<Line> m_lines;
    QValueAxis* m_x = nullptr;
    QValueAxis* m_y = nullptr;
    std::vector<double> m_ticks;
    twin::TimeNs m_from = 0, m_to = 0, m_hover = twin::kNoTime;
    Format m_site;
    Theme m_theme = Theme::light();
    bool m_timesShown = false;
};

} // namespace gemba::ui
