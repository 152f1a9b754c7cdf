// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/theme.h"
#include "ui/models/format.h"
#include "ui/models/history_query.h"
#include "ui/models/pen.h"

namespace gemba::ui {

/// One tag over another: a point an instant, the newer the darker, the newest with a ring; the
/// normal ranges of both as a box. GUI thread.
class ScatterPlot : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit ScatterPlot(QWidget* parent = nullptr);
    void setAxes(const TrendPen& x, const TrendPen& y, const Format& site);
    void setPairs(ValuePairs pairs);
    [[nodiscard]] const ValuePairs& pairs() const { return m_pairs; }
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Axis
    {
        TrendPen pen;
        twin::Interval shown;
        std::vector<double> ticks;
    };
    void fit(Axis& axis, double ValuePair::*value);
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QPointF place(double x, double y) const;
    void paintAxes(QPainter& p) const;
    void paintNormal(QPainter& p) const;
    void paintPoints(QPainter& p) const;
    ValuePairs m_pairs;
    Axis m_x, m_y;
    Format m_site;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui
