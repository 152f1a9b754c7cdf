// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QtCharts/QChartView>

#include "ui/charts/trend_line.h"
#include "ui/look/theme.h"
#include "ui/models/chart_window.h"

namespace gemba::ui {

/// What all lanes of a chart share.
struct LaneView
{
    twin::TimeNs from = 0, to = 0;
    twin::TimeNs cursor = twin::kNoTime;  ///< nothing is known beyond it
    twin::TimeNs pointer = twin::kNoTime; ///< kNoTime: the pointer is elsewhere
    TimeRange selected;                   ///< not valid: none
    int axes = 1;                         ///< room is left for as many beside each other
    Format site;
};

/// One lane of a TrendChart: pens on one value axis, or on several beside each other. The chart
/// library draws the lines; grid, bands, gaps, labels and readings are painted here.
class TrendLane : public QChartView, public Themed
{
    Q_OBJECT
public:
    static constexpr int kAxisWidth = 58, kRight = 14, kRow = 22, kBottom = 20;
    static constexpr std::size_t kMostAxes = 4;
    explicit TrendLane(QWidget* parent);
    ~TrendLane() override;

    /// An axis has a key, and a unit that is printed.
    void addAxis(const QString& key, const QString& unit);
    [[nodiscard]] int axisOf(const QString& key) const; ///< -1: not here
    [[nodiscard]] std::size_t axisCount() const { return m_axes.size(); }
    std::size_t addPen(const TrendPen& pen, std::size_t axis);
    void setStyle(std::size_t pen, const LineStyle& style);
    void setView(const LaneView& view);
    void setZoom(const ChartSight& sight); ///< which part of its axes is shown
    void setTrend(std::size_t pen, Trend trend);
    /// An earlier stretch of the same pen, laid over it.
    void setOverlay(std::size_t pen, Trend trend, twin::TimeNs shift);
    void setTimesShown(bool shown);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] int pointCount(std::size_t pen) const;
    [[nodiscard]] const Trend& trend(std::size_t pen) const { return m_lines[pen]->trend(); }
    [[nodiscard]] twin::Interval axisRange(std::size_t axis) const;
    /// The value known at t; nothing inside a gap.
    [[nodiscard]] std::optional<double> reading(std::size_t pen, twin::TimeNs t) const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] bool isEmpty() const;

Q_SIGNALS:
    void hovered(gemba::twin::TimeNs t);
    void timePicked(gemba::twin::TimeNs t);
    void boxed(gemba::twin::TimeNs from, gemba::twin::TimeNs to,
               const std::vector<gemba::ui::ValueZoom>& values);
    void wheeled(double factor, gemba::twin::TimeNs around);
    void axisZoomed(const gemba::ui::ValueZoom& zoom);
    void panned(gemba::twin::TimeNs distance);
    void selected(gemba::ui::TimeRange range, bool done);
    void menuWanted(int pen, QPoint globalPosition); ///< -1: no pen in particular

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    struct Axis
    {
        QString key, unit;
        QValueAxis* scale = nullptr;
        std::vector<double> ticks;
        std::optional<twin::Interval> zoom;
    };
    struct LegendPlace
    {
        QRectF sample, name, value, whole;
    };
    enum class Drag { None, Box, Select, Pan };
    void redraw(std::size_t line);
    void fitValues();
    void fitAxis(std::size_t axis);
    [[nodiscard]] std::optional<twin::Interval> valuesOn(std::size_t axis) const;
    [[nodiscard]] TimeScale scale() const;
    [[nodiscard]] double x(twin::TimeNs t) const { return plot().left() + scale().x(t); }
    [[nodiscard]] twin::TimeNs timeAt(double x) const { return scale().at(x - plot().left()); }
    [[nodiscard]] double y(double value, std::size_t axis) const;
    [[nodiscard]] double valueAt(double y, std::size_t axis) const;
    [[nodiscard]] twin::TimeNs longestGap(const TrendLine& line) const;
    [[nodiscard]] int legendRows() const;
    [[nodiscard]] std::vector<LegendPlace> legend() const;
    [[nodiscard]] int penAt(const QPointF& position) const;
    [[nodiscard]] QString readingText(std::size_t pen) const;
    void finishBox(const QPointF& end);
    void paintAxes(QPainter& p) const;
    void paintBands(QPainter& p) const;
    void paintLimits(QPainter& p) const;
    void paintGaps(QPainter& p) const;
    void paintOpenEnds(QPainter& p, const TrendLine& line) const;
    void paintTimes(QPainter& p) const;
    void paintSelection(QPainter& p) const;
    void paintLegend(QPainter& p) const;
    void paintBox(QPainter& p) const;

    std::vector<Axis> m_axes;
    std::vector<std::unique_ptr<TrendLine>> m_lines;
    QValueAxis* m_x = nullptr;
    LaneView m_view;
    Theme m_theme = Theme::light();
    bool m_timesShown = false;
    Drag m_drag = Drag::None;
    QPointF m_pressed, m_dragged;
};

} // namespace gemba::ui
