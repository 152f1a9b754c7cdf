// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/theme.h"
#include "ui/models/format.h"
#include "ui/models/time_scale.h"

class QVBoxLayout;

namespace gemba::ui {

class TrendLane;

/// One line of a trend.
struct TrendPen
{
    twin::TagId tag = twin::kNoTag;
    QString name;
    QString unit; ///< as printed; pens of one unit share a lane and its axis
    int decimals = 2;
    twin::Interval range; ///< of the instrument: the axis does not go beyond it without need
    twin::Limits limits;
    twin::TimeNs gap = 3 * twin::kSecond; ///< nothing for longer than this: the line is broken
    bool operator==(const TrendPen& o) const
    {
        return tag == o.tag && name == o.name && unit == o.unit;
    }
};

/// Trends over one window of time, in lanes by unit: limits as lines, gaps left open, nothing
/// after the window's end. Says the values at the pointer, or at the end while it is elsewhere.
/// New data is drawn lane by lane, one per turn of the event loop. GUI thread.
class TrendChart : public QWidget, public Themed
{
    Q_OBJECT
public:
    static constexpr int kMostLanes = 3;
    explicit TrendChart(QWidget* parent = nullptr);
    ~TrendChart() override;

    /// Pens beyond kMostLanes different units are left out. Clears what was drawn of others.
    void setPens(const std::vector<TrendPen>& pens);
    [[nodiscard]] const std::vector<TrendPen>& pens() const { return m_pens; }
    void setWindow(twin::TimeNs from, twin::TimeNs to, const Format& site);
    void setTrend(std::size_t pen, Trend trend); ///< pen counts as in pens()
    void setTheme(const Theme& theme) override;

    [[nodiscard]] int columns() const; ///< pixel columns of the drawing area, at most 300
    [[nodiscard]] int pointCount(std::size_t pen) const; ///< points given to the chart library
    [[nodiscard]] bool drawn() const { return m_waiting.empty(); }

Q_SIGNALS:
    void timePicked(gemba::twin::TimeNs t); ///< double click: a person wants to be there

private:
    struct PenPlace
    {
        TrendLane* lane;
        std::size_t index;
    };
    void drawNext();
    std::vector<TrendPen> m_pens;
    std::vector<PenPlace> m_places;
    std::vector<TrendLane*> m_lanes;
    std::vector<std::pair<std::size_t, Trend>> m_waiting;
    TimeScale m_scale;
    Format m_site;
    Theme m_theme = Theme::light();
    QVBoxLayout* m_layout = nullptr;
};

} // namespace gemba::ui
