// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/scatter_plot.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/models/time_scale.h"

namespace gemba::ui {
namespace {

constexpr double kLeft = 66, kRight = 16, kTop = 24, kBottom = 40, kPoint = 1.8;
constexpr int kFaintest = 45; ///< alpha of the oldest point

int decimalsOf(const std::vector<double>& ticks)
{
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
    return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 9);
}

QString axisTitle(const TrendPen& pen)
{
    return pen.unit.isEmpty() ? pen.name : ScatterPlot::tr("%1, %2", "name, unit").arg(pen.name, pen.unit);
}

} // namespace

ScatterPlot::ScatterPlot(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Scatter"));
}

void ScatterPlot::setAxes(const TrendPen& x, const TrendPen& y, const Format& site)
{
    m_x.pen = x;
    m_y.pen = y;
    m_site = site;
    setPairs({});
}

void ScatterPlot::setPairs(ValuePairs pairs)
{
    m_pairs = std::move(pairs);
    fit(m_x, &ValuePair::x);
    fit(m_y, &ValuePair::y);
    setAccessibleDescription(tr("%1 over %2, pairs: %3")
                                 .arg(axisTitle(m_y.pen), axisTitle(m_x.pen))
                                 .arg(m_pairs.pairs.size()));
    update();
}

void ScatterPlot::fit(Axis& axis, double ValuePair::*value)
{
    axis.ticks.clear();
    double low = INFINITY;
    double high = -INFINITY;
    for (const ValuePair& p : m_pairs.pairs) {
        if (!std::isfinite(p.*value))
            continue;
        low = std::min(low, p.*value);
        high = std::max(high, p.*value);
    }
    if (!std::isfinite(low))
        return;
    const double span = std::max({high - low, std::abs(high) * 0.01, 1e-9});
    const twin::Limits& limits = axis.pen.limits;
    for (const auto& edge : {limits.low.normal, limits.high.normal}) {
        if (edge && *edge > low - 2 * span && *edge < high + 2 * span) {
            low = std::min(low, *edge);
            high = std::max(high, *edge);
        }
    }
    axis.ticks = niceTicks(low - span * 0.05, high + span * 0.05, 6);
    if (axis.ticks.size() >= 2)
        axis.shown = {axis.ticks.front(), axis.ticks.back()};
}

QRectF ScatterPlot::plot() const
{
    return QRectF(rect()).adjusted(kLeft, kTop, -kRight, -kBottom);
}

QPointF ScatterPlot::place(double x, double y) const
{
    const QRectF area = plot();
    return {area.left() + (x - m_x.shown.low) / (m_x.shown.high - m_x.shown.low) * area.width(),
            area.bottom() - (y - m_y.shown.low) / (m_y.shown.high - m_y.shown.low) * area.height()};
}

void ScatterPlot::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.fillRect(rect(), m_theme.panel);
    p.setFont(Theme::font(11));
    const bool drawable = m_x.ticks.size() >= 2 && m_y.ticks.size() >= 2;
    if (drawable) {
        paintNormal(p);
        paintAxes(p);
        paintPoints(p);
    }
    p.setPen(m_theme.quietText);
    const QString count = !m_pairs.problem.isEmpty() ? m_pairs.problem
                          : m_pairs.pairs.empty()    ? tr("no record of both at a common instant")
                          : m_pairs.all > m_pairs.pairs.size()
                              ? tr("%1 of %2 pairs").arg(m_pairs.pairs.size()).arg(m_pairs.all)
                              : tr("pairs: %1").arg(m_pairs.pairs.size());
    drawLine(p, QRectF(kLeft, 0, width() / 2.0 - kLeft, kTop), Qt::AlignVCenter, axisTitle(m_y.pen));
    drawLine(p, QRectF(width() / 2.0, 0, width() / 2.0 - kRight, kTop), Qt::AlignVCenter | Qt::AlignRight, count);
    drawLine(p, QRectF(kLeft, height() - 20, plot().width(), 18), Qt::AlignVCenter | Qt::AlignRight, axisTitle(m_x.pen));
}

void ScatterPlot::paintAxes(QPainter& p) const
{
    const QRectF area = plot();
    for (const double v : m_y.ticks) {
        const double at = place(m_x.shown.low, v).y();
        p.setPen(QPen(m_theme.softLine, 1));
        p.drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
        p.setPen(m_theme.quietText);
        drawFigures(p, QRectF(0, at - 8, kLeft - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                    m_site.number(v, decimalsOf(m_y.ticks)));
    }
    for (const double v : m_x.ticks) {
        const double at = place(v, m_y.shown.low).x();
        p.setPen(QPen(m_theme.softLine, 1));
        p.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
        p.setPen(m_theme.quietText);
        drawFigures(p, QRectF(std::clamp(at - 40, 0.0, width() - 80.0), area.bottom() + 3, 80, 15), Qt::AlignCenter,
                    m_site.number(v, decimalsOf(m_x.ticks)));
    }
}

void ScatterPlot::paintNormal(QPainter& p) const
{
    const twin::Limits& x = m_x.pen.limits;
    const twin::Limits& y = m_y.pen.limits;
    if (!x.low.normal && !x.high.normal && !y.low.normal && !y.high.normal)
        return;
    const QPointF low = place(x.low.normal.value_or(m_x.shown.low), y.low.normal.value_or(m_y.shown.low));
    const QPointF high = place(x.high.normal.value_or(m_x.shown.high), y.high.normal.value_or(m_y.shown.high));
    const QRectF box = QRectF(QPointF(low.x(), high.y()), QPointF(high.x(), low.y())).intersected(plot());
    p.fillRect(box, m_theme.band);
    p.setPen(QPen(m_theme.quietText, 1));
    p.setBrush(Qt::NoBrush);
    p.drawRect(box);
    p.drawText(box.adjusted(4, 2, -4, -2), Qt::AlignLeft | Qt::AlignTop, tr("normal"));
}

void ScatterPlot::paintPoints(QPainter& p) const
{
    const auto n = static_cast<double>(m_pairs.pairs.size());
    QColor ink = m_theme.text;
    p.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_pairs.pairs.size(); ++i) {
        const ValuePair& v = m_pairs.pairs[i];
        if (!std::isfinite(v.x) || !std::isfinite(v.y))
            continue;
        const double age = 1.0 - static_cast<double>(i + 1) / n;
        ink.setAlpha(kFaintest + static_cast<int>((255 - kFaintest) * (1.0 - age) * (1.0 - age)));
        p.setBrush(ink);
        p.drawEllipse(place(v.x, v.y), kPoint, kPoint);
    }
    if (m_pairs.pairs.empty())
        return;
    const ValuePair& newest = m_pairs.pairs.back();
    p.setPen(QPen(m_theme.text, 2));
    p.setBrush(m_theme.panel);
    p.drawEllipse(place(newest.x, newest.y), 5, 5);
}

void ScatterPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

} // namespace gemba::ui
