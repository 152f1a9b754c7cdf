// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/charts/chart_pointer.h"
#include "ui/charts/trend_lane.h"
#include "ui/look/spoken.h"

class QVBoxLayout;

namespace gemba::ui {

class TextLabel;

/// What is laid over the pens: an earlier stretch of the same tags.
struct OverlayLabel
{
    QString text; ///< empty: nothing is laid over
    bool nothing = false; ///< there is no record of that time
};

/// Trends over one window of time, in lanes: bands and limits of every pen, gaps left open and
/// marked, nothing after the cursor. Says the values at the pointer, or at the cursor while it is
/// elsewhere. New data is drawn pen by pen, one per turn of the event loop. GUI thread.
class TrendChart : public QWidget, public Themed, public Spoken
{
    Q_OBJECT
public:
    static constexpr std::size_t kMostLanes = 6, kMostPens = 8;
    explicit TrendChart(QWidget* parent = nullptr);
    ~TrendChart() override;

    /// The pointer that charts share; it must outlive them. None: an own one.
    void setPointer(ChartPointer* pointer);
    /// Pens beyond kMostPens, or beyond kMostLanes different units, are left out. What was drawn
    /// of pens that stay is kept.
    void setPens(const std::vector<TrendPen>& pens, AxisLayout layout = AxisLayout::ByUnit);
    [[nodiscard]] const std::vector<TrendPen>& pens() const { return m_pens; }
    /// cursor: in the times of the chart; nothing is drawn beyond it.
    void setWindow(twin::TimeNs from, twin::TimeNs to, twin::TimeNs cursor, const Format& site);
    void setSight(const ChartSight& sight);
    void setTrend(std::size_t pen, Trend trend); ///< pen counts as in pens()
    void setOverlay(std::size_t pen, Trend trend, twin::TimeNs shift);
    void setOverlayLabel(const OverlayLabel& label);
    void setSelected(TimeRange selected); ///< not valid: none
    [[nodiscard]] TimeRange selection() const { return m_view.selected; }
    void setTheme(const Theme& theme) override;

    [[nodiscard]] int columns() const; ///< pixel columns of the drawing area, at most 300
    [[nodiscard]] int pointCount(std::size_t pen) const; ///< points given to the chart library
    [[nodiscard]] bool drawn() const { return m_waiting.empty(); }
    [[nodiscard]] const Trend& trend(std::size_t pen) const;
    [[nodiscard]] twin::Interval valueRange(std::size_t pen) const; ///< of its axis
    [[nodiscard]] std::optional<double> reading(std::size_t pen, twin::TimeNs t) const;
    [[nodiscard]] const std::vector<TrendLane*>& lanes() const { return m_lanes; }
    /// Of each pen over the window shown, up to the cursor: the last value, the lowest and the
    /// highest, and where it goes.
    [[nodiscard]] QString spokenText() const override;
    [[nodiscard]] QAccessible::Role spokenRole() const override { return QAccessible::Chart; }
    [[nodiscard]] const OverlayLabel& overlayLabel() const { return m_overlay; }

Q_SIGNALS:
    void timePicked(gemba::twin::TimeNs t); ///< double click: a person wants to be there
    void boxed(gemba::twin::TimeNs from, gemba::twin::TimeNs to,
               const std::vector<gemba::ui::ValueZoom>& values);
    void zoomed(double factor, gemba::twin::TimeNs around);
    void axisZoomed(const gemba::ui::ValueZoom& zoom);
    void panned(gemba::twin::TimeNs distance);
    void selected(gemba::ui::TimeRange range, bool done);
    void backWanted();
    void resetWanted();
    void menuWanted(int pen, QPoint globalPosition); ///< -1: no pen in particular

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct PenPlace
    {
        TrendLane* lane;
        std::size_t index, axis;
    };
    struct Waiting
    {
        std::size_t pen;
        Trend trend;
        std::optional<twin::TimeNs> overlay; ///< its shift
    };
    TrendLane* makeLane();
    void place(const TrendPen& pen, AxisLayout layout);
    void showView();
    void enqueue(Waiting waiting);
    void drawNext();
    void movePointer(int columns, bool select);
    void describe();
    [[nodiscard]] QString spoken(const TrendPen& pen, const Trend& trend) const;

    std::vector<TrendPen> m_pens;
    AxisLayout m_axisLayout = AxisLayout::ByUnit;
    std::vector<PenPlace> m_places;
    std::vector<TrendLane*> m_lanes;
    std::vector<Waiting> m_waiting;
    LaneView m_view;
    ChartSight m_sight;
    OverlayLabel m_overlay;
    QPointer<ChartPointer> m_pointer;
    Theme m_theme = Theme::light();
    QVBoxLayout* m_layout = nullptr;
    TextLabel* m_overlayText = nullptr;
};

} // namespace gemba::ui
