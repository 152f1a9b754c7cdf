// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_lane.h"

#include <algorithm>
#include <cmath>

#include <QtCharts/QChart>
#include <QtCharts/QValueAxis>

namespace gemba::ui {

TrendLane::TrendLane(QWidget* parent) : QChartView(parent), m_x(new QValueAxis)
{
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->addAxis(m_x, Qt::AlignBottom);
    m_x->setVisible(false); // its labels would have to be the site's times: painted here instead
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setMinimumHeight(80);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

TrendLane::~TrendLane()
{
    m_lines.clear(); // their series are in the chart, which goes with the base
}

void TrendLane::addAxis(const QString& key, const QString& unit)
{
    auto* scale = new QValueAxis;
    scale->setVisible(false);
    chart()->addAxis(scale, Qt::AlignLeft);
    m_axes.push_back({key, unit, scale, {}, {}});
}

int TrendLane::axisOf(const QString& key) const
{
    const auto found = std::find_if(m_axes.begin(), m_axes.end(),
                                    [&](const Axis& a) { return a.key == key; });
    return found == m_axes.end() ? -1 : static_cast<int>(found - m_axes.begin());
}

std::size_t TrendLane::addPen(const TrendPen& pen, std::size_t axis)
{
    m_lines.push_back(std::make_unique<TrendLine>(*chart(), *m_x, *m_axes[axis].scale, pen));
    m_lines.back()->setAxisPlace(axis);
    m_lines.back()->setTheme(m_theme);
    return m_lines.size() - 1;
}

void TrendLane::setStyle(std::size_t pen, const LineStyle& style)
{
    m_lines[pen]->setStyle(style, m_theme);
    viewport()->update();
}

void TrendLane::setView(const LaneView& view)
{
    const LaneView before = std::exchange(m_view, view);
    if (view.axes != before.axes)
        chart()->setPlotArea(plot());
    if (view.to > view.from && (view.from != before.from || view.to != before.to)) {
        m_x->setRange(0, static_cast<double>(view.to - view.from) / 1e6);
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            redraw(i);
        resetCachedContent();
    } else if (view.cursor != before.cursor) {
        resetCachedContent();
    }
    viewport()->update();
}

void TrendLane::setZoom(const ChartSight& sight)
{
    for (Axis& a : m_axes) {
        const twin::Interval* zoom = sight.zoomOf(a.key);
        a.zoom = zoom ? std::optional(*zoom) : std::nullopt;
    }
    fitValues();
}

void TrendLane::setTrend(std::size_t pen, Trend trend)
{
    m_lines[pen]->setTrend(std::move(trend));
    redraw(pen);
    fitValues();
}

void TrendLane::setOverlay(std::size_t pen, Trend trend, twin::TimeNs shift)
{
    if (trend.buckets.empty() && m_lines[pen]->overlay().buckets.empty())
        return;
    m_lines[pen]->setOverlay(std::move(trend), shift);
    redraw(pen);
    fitValues();
}

twin::TimeNs TrendLane::longestGap(const TrendLine& line) const
{
    const auto width = static_cast<twin::TimeNs>(std::min(plot().width(), 300.0));
    return std::max(line.pen().gap, width > 0 ? 3 * ((m_view.to - m_view.from) / width) : 0);
}

void TrendLane::redraw(std::size_t line)
{
    const auto width = static_cast<twin::TimeNs>(std::max(plot().width(), 1.0));
    m_lines[line]->redraw(m_view.from, longestGap(*m_lines[line]), (m_view.to - m_view.from) / width);
}

void TrendLane::fitValues()
{
    for (std::size_t i = 0; i < m_axes.size(); ++i)
        fitAxis(i);
    resetCachedContent();
    viewport()->update();
}

/// The lowest and highest of the lines, with the limits that they come near.
std::optional<twin::Interval> TrendLane::valuesOn(std::size_t axis) const
{
    double low = INFINITY;
    double high = -INFINITY;
    const auto cover = [&](const Trend& trend) {
        for (const TrendBucket& b : trend.buckets) {
            low = std::min(low, b.minimum);
            high = std::max(high, b.maximum);
        }
    };
    for (const auto& line : m_lines) {
        if (line->axis() == axis) {
            cover(line->trend());
            cover(line->overlay());
        }
    }
    if (!std::isfinite(low) || !std::isfinite(high))
        return std::nullopt;
    const double span = std::max({high - low, std::abs(high) * 0.01, 1e-9});
    // A limit that the line comes near belongs into the picture; a far one would flatten the line.
    for (const auto& line : m_lines) {
        const twin::Limits& limits = line->pen().limits;
        for (const auto& limit : {limits.low.alert, limits.high.alert, limits.low.trip,
                                  limits.high.trip}) {
            if (line->axis() == axis && limit && *limit > low - span && *limit < high + span) {
                low = std::min(low, *limit);
                high = std::max(high, *limit);
            }
        }
    }
    return twin::Interval{low, high};
}

void TrendLane::fitAxis(std::size_t i)
{
    Axis& a = m_axes[i];
    const int ticks = std::clamp(static_cast<int>(plot().height() / 34), 3, 7);
    if (a.zoom) {
        a.ticks = niceTicks(a.zoom->low, a.zoom->high, ticks);
        std::erase_if(a.ticks, [&](double t) { return t < a.zoom->low || t > a.zoom->high; });
        a.scale->setRange(a.zoom->low, a.zoom->high);
        return;
    }
    const auto values = valuesOn(i);
    if (!values) {
        a.ticks.clear();
        return;
    }
    const double span = std::max({values->high - values->low, std::abs(values->high) * 0.01, 1e-9});
    const double room = std::max((values->high - values->low) * 0.08, span * 0.1);
    const auto first = std::find_if(m_lines.begin(), m_lines.end(),
                                    [i](const auto& l) { return l->axis() == i; });
    const twin::Interval range = (*first)->pen().range;
    const double bottom = values->low >= range.low ? std::max(values->low - room, range.low)
                                                   : values->low - room;
    const double top = values->high <= range.high ? std::min(values->high + room, range.high)
                                                  : values->high + room;
    a.ticks = niceTicks(bottom, top, ticks);
    if (a.ticks.size() >= 2)
        a.scale->setRange(a.ticks.front(), a.ticks.back());
}

void TrendLane::setTimesShown(bool shown)
{
    m_timesShown = shown;
    chart()->setPlotArea(plot());
    viewport()->update();
}

void TrendLane::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (const auto& line : m_lines)
        line->setTheme(theme);
    resetCachedContent();
    viewport()->update();
}

int TrendLane::pointCount(std::size_t pen) const
{
    return m_lines[pen]->pointCount();
}

twin::Interval TrendLane::axisRange(std::size_t axis) const
{
    return {m_axes[axis].scale->min(), m_axes[axis].scale->max()};
}

std::optional<double> TrendLane::reading(std::size_t pen, twin::TimeNs t) const
{
    if (m_view.cursor != twin::kNoTime && t > m_view.cursor)
        return std::nullopt;
    return m_lines[pen]->reading(t, longestGap(*m_lines[pen]));
}

bool TrendLane::isEmpty() const
{
    return std::all_of(m_lines.begin(), m_lines.end(),
                       [](const auto& line) { return line->trend().buckets.empty(); });
}

QRectF TrendLane::plot() const
{
    const double left = kAxisWidth * std::max(m_view.axes, 1);
    const double top = kRow * legendRows();
    return {left, top, std::max(1.0, width() - left - kRight),
            std::max(1.0, height() - top - (m_timesShown ? kBottom : 6) * 1.0)};
}

TimeScale TrendLane::scale() const
{
    return {m_view.from, m_view.to, plot().width()};
}

double TrendLane::y(double value, std::size_t axis) const
{
    const QValueAxis& s = *m_axes[axis].scale;
    return plot().bottom() - (value - s.min()) / (s.max() - s.min()) * plot().height();
}

double TrendLane::valueAt(double y, std::size_t axis) const
{
    const QValueAxis& s = *m_axes[axis].scale;
    return s.min() + (plot().bottom() - y) / plot().height() * (s.max() - s.min());
}

void TrendLane::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    chart()->setPlotArea(plot());
    fitValues();
}

} // namespace gemba::ui
