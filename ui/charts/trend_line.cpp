// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_line.h"

#include <algorithm>

#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include "ui/look/theme.h"

namespace gemba::ui {

QPen drawnPen(const LineStyle& style, const Theme& theme)
{
    static constexpr Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine,
                                               Qt::DashDotLine};
    static constexpr double kWeights[] = {1.0, 1.6, 2.8};
    const int weight = std::clamp(style.weight, kThinnest, kThickest);
    QPen pen(theme.text, kWeights[weight - kThinnest], kDashes[static_cast<int>(style.dash) % 4]);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

TrendLine::TrendLine(QChart& chart, QValueAxis& x, QValueAxis& y, const TrendPen& pen)
    : m_chart(chart), m_x(x), m_y(y), m_pen(pen)
{
}

TrendLine::~TrendLine()
{
    for (Pieces* pieces : {&m_pieces, &m_overlayPieces}) {
        for (QLineSeries* s : *pieces) {
            m_chart.removeSeries(s);
            delete s;
        }
    }
}

void TrendLine::setStyle(const LineStyle& style, const Theme& theme)
{
    m_pen.style = style;
    setTheme(theme);
}

void TrendLine::setTheme(const Theme& theme)
{
    m_drawn = drawnPen(m_pen.style, theme);
    m_overlayDrawn = QPen(theme.quietText, 1.0, Qt::DashLine);
    for (QLineSeries* s : m_pieces)
        s->setPen(m_drawn);
    for (QLineSeries* s : m_overlayPieces)
        s->setPen(m_overlayDrawn);
}

void TrendLine::setOverlay(Trend trend, twin::TimeNs shift)
{
    for (TrendBucket& b : trend.buckets) {
        b.from += shift;
        b.to += shift;
    }
    m_overlay = std::move(trend);
}

void TrendLine::redraw(twin::TimeNs origin, twin::TimeNs gap, twin::TimeNs pixel)
{
    draw(m_overlayPieces, m_overlay, {origin, gap, pixel}, m_overlayDrawn);
    draw(m_pieces, m_trend, {origin, gap, pixel}, m_drawn);
}

void TrendLine::draw(Pieces& pieces, const Trend& trend, const Places& places, const QPen& pen)
{
    auto lines = trendLines(trend, places.origin, places.gap);
    for (auto& line : lines) {
        if (line.size() == 1)
            line.emplace_back(line[0].x() + static_cast<double>(places.pixel) / 1e6, line[0].y());
    }
    while (pieces.size() > lines.size()) {
        m_chart.removeSeries(pieces.back());
        delete pieces.back();
        pieces.pop_back();
    }
    while (pieces.size() < lines.size()) {
        auto* series = new QLineSeries;
        series->setPen(pen);
        m_chart.addSeries(series);
        series->attachAxis(&m_x);
        series->attachAxis(&m_y);
        pieces.push_back(series);
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        pieces[i]->replace(QList<QPointF>(lines[i].begin(), lines[i].end()));
}

int TrendLine::pointCount() const
{
    int count = 0;
    for (const QLineSeries* s : m_pieces)
        count += static_cast<int>(s->count());
    return count;
}

std::vector<TimeRange> TrendLine::gaps(twin::TimeNs gap, twin::TimeNs from,
                                       twin::TimeNs until) const
{
    std::vector<TimeRange> out;
    twin::TimeNs end = from;
    for (const TrendBucket& b : m_trend.buckets) {
        if (b.from - end > gap)
            out.push_back({end, b.from});
        end = std::max(end, b.to);
    }
    if (until - end > gap)
        out.push_back({end, until});
    return out;
}

std::optional<double> TrendLine::reading(twin::TimeNs t, twin::TimeNs gap) const
{
    const auto& buckets = m_trend.buckets;
    const auto after =
        std::upper_bound(buckets.begin(), buckets.end(), t,
                         [](twin::TimeNs at, const TrendBucket& b) { return at < b.from; });
    if (after == buckets.begin())
        return std::nullopt;
    const TrendBucket& b = *std::prev(after);
    if (t - b.to > gap)
        return std::nullopt;
    return t < b.from + (b.to - b.from) / 2 ? b.first : b.last;
}

} // namespace gemba::ui
