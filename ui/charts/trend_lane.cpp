// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_lane.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace gemba::ui {

TrendLane::TrendLane(const QString& unit, QWidget* parent)
    : QChartView(parent), m_unit(unit), m_x(new QValueAxis), m_y(new QValueAxis)
{
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false); // its labels would have to be the site's times: painted here instead
    m_y->setVisible(false);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setMinimumHeight(80);
    setFocusPolicy(Qt::NoFocus);
}

std::size_t TrendLane::addPen(const TrendPen& pen)
{
    m_lines.push_back({pen, {}, {}});
    return m_lines.size() - 1;
}

QPen TrendLane::penOf(std::size_t line) const
{
    // Pens differ by dash and weight: colour is for alerts.
    static constexpr Qt::PenStyle kStyles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine,
                                               Qt::DashDotLine};
    return QPen(line == 0 ? m_theme.text : m_theme.quietText, line == 0 ? 1.6 : 1.4,
                kStyles[line % 4]);
}

void TrendLane::setScale(twin::TimeNs from, twin::TimeNs to, const Format& site)
{
    const twin::TimeNs moved = from - m_from;
    m_from = from;
    m_to = to;
    m_site = site;
    if (to <= from)
        return;
    m_x->setRange(0, static_cast<double>(to - from) / 1e6);
    if (moved != 0) {
        for (Line& line : m_lines)
            redraw(line);
    }
    resetCachedContent();
    viewport()->update();
}

void TrendLane::setTrend(std::size_t pen, Trend trend)
{
    m_lines[pen].trend = std::move(trend);
    redraw(m_lines[pen]);
    fitValues();
    viewport()->update();
}

void TrendLane::redraw(Line& line)
{
    const auto width = static_cast<twin::TimeNs>(plot().width());
    const twin::TimeNs column = width > 0 ? (m_to - m_from) / width : 0;
    const auto lines = trendLines(line.trend, m_from, std::max(line.pen.gap, 3 * column));
    while (line.pieces.size() > lines.size()) {
        chart()->removeSeries(line.pieces.back());
        delete line.pieces.back();
        line.pieces.pop_back();
    }
    const auto number = static_cast<std::size_t>(&line - m_lines.data());
    while (line.pieces.size() < lines.size()) {
        auto* series = new QLineSeries;
        series->setPen(penOf(number));
        chart()->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
        line.pieces.push_back(series);
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        line.pieces[i]->replace(QList<QPointF>(lines[i].begin(), lines[i].end()));
}

void TrendLane::fitValues()
{
    double low = INFINITY;
    double high = -INFINITY;
    for (const Line& line : m_lines) {
        for (const TrendBucket& b : line.trend.buckets) {
            low = std::min(low, b.minimum);
            high = std::max(high, b.maximum);
        }
    }
    if (!std::isfinite(low) || !std::isfinite(high)) {
        m_ticks.clear();
        return;
    }
    const double span = std::max({high - low, std::abs(high) * 0.01, 1e-9});
    // A limit that the line comes near belongs into the picture; a far one would flatten the line.
    for (const Line& line : m_lines) {
        for (const auto& limit : {line.pen.limits.low.alert, line.pen.limits.high.alert,
                                  line.pen.limits.low.trip, line.pen.limits.high.trip}) {
            if (limit && *limit > low - span && *limit < high + span) {
                low = std::min(low, *limit);
                high = std::max(high, *limit);
            }
        }
    }
    const double room = std::max((high - low) * 0.08, span * 0.1);
    const twin::Interval range = m_lines.front().pen.range;
    const double bottom = low >= range.low ? std::max(low - room, range.low) : low - room;
    const double top = high <= range.high ? std::min(high + room, range.high) : high + room;
    m_ticks = niceTicks(bottom, top, std::clamp(static_cast<int>(plot().height() / 34), 3, 7));
    if (m_ticks.size() >= 2)
        m_y->setRange(m_ticks.front(), m_ticks.back());
}

void TrendLane::setHover(twin::TimeNs t)
{
    if (t == m_hover)
        return;
    m_hover = t;
    viewport()->update();
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
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        for (QLineSeries* s : m_lines[i].pieces)
            s->setPen(penOf(i));
    }
    resetCachedContent();
    viewport()->update();
}

int TrendLane::pointCount(std::size_t pen) const
{
    int count = 0;
    for (const QLineSeries* s : m_lines[pen].pieces)
        count += static_cast<int>(s->count());
    return count;
}

QRectF TrendLane::plot() const
{
    return {kLeft, kTop, std::max(1.0, width() - kLeft - kRight * 1.0),
            std::max(1.0, height() - kTop - (m_timesShown ? kBottom : 6) * 1.0)};
}

TimeScale TrendLane::scale() const
{
    return {m_from, m_to, plot().width()};
}

double TrendLane::y(double value) const
{
    const double share = (value - m_y->min()) / (m_y->max() - m_y->min());
    return plot().bottom() - share * plot().height();
}

std::optional<double> TrendLane::reading(const Line& line, twin::TimeNs t) const
{
    const auto& buckets = line.trend.buckets;
    const auto after =
        std::upper_bound(buckets.begin(), buckets.end(), t,
                         [](twin::TimeNs at, const TrendBucket& b) { return at < b.from; });
    if (after == buckets.begin())
        return std::nullopt;
    const TrendBucket& b = *std::prev(after);
    if (t - b.to > std::max(line.pen.gap, (m_to - m_from) / 100))
        return std::nullopt;
    return b.last;
}

void TrendLane::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    chart()->setPlotArea(plot());
    fitValues();
}

void TrendLane::mouseMoveEvent(QMouseEvent* event)
{
    const bool inside = plot().contains(event->position()) && scale().valid();
    Q_EMIT hovered(inside ? scale().at(event->position().x() - plot().left()) : twin::kNoTime);
}

void TrendLane::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (plot().contains(event->position()) && scale().valid())
        Q_EMIT timePicked(scale().at(event->position().x() - plot().left()));
}

void TrendLane::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    Q_EMIT hovered(twin::kNoTime);
}

} // namespace gemba::ui
