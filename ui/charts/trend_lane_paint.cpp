// SPDX-License-Identifier: GPL-3.0-or-later
// What TrendLane paints around the lines that the chart library draws.
#include "ui/charts/trend_lane.h"

#include <cmath>

#include <QPainter>
#include <QtCharts/QValueAxis>

#include "ui/look/figures.h"

namespace gemba::ui {
namespace {

constexpr int kBandAlpha = 90;
constexpr double kLabelHeight = 14;

int decimalsOf(const std::vector<double>& ticks)
{
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
    return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 9);
}

/// What is common to both, each in the order of time.
std::vector<TimeRange> common(const std::vector<TimeRange>& a, const std::vector<TimeRange>& b)
{
    std::vector<TimeRange> out;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const TimeRange both{std::max(a[i].from, b[j].from), std::min(a[i].to, b[j].to)};
        if (both.to > both.from)
            out.push_back(both);
        a[i].to < b[j].to ? ++i : ++j;
    }
    return out;
}

} // namespace

void TrendLane::drawBackground(QPainter* painter, const QRectF& rect)
{
    painter->fillRect(rect, m_theme.panel);
    painter->setFont(Theme::font(11));
    paintBands(*painter);
    paintAxes(*painter);
    paintTimes(*painter);
    paintGaps(*painter);
    paintLimits(*painter);
    paintSelection(*painter);
}

void TrendLane::paintAxes(QPainter& p) const
{
    const QRectF area = plot();
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        const Axis& a = m_axes[i];
        const double right = area.left() - kAxisWidth * static_cast<double>(i);
        for (const double v : a.ticks) {
            const double at = y(v, i);
            if (i == 0) {
                p.setPen(QPen(m_theme.softLine, 1));
                p.drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
            }
            p.setPen(m_theme.quietText);
            const double top = std::clamp(at - 8, area.top() - 7, area.bottom() - 8);
            drawFigures(p, QRectF(right - kAxisWidth, top, kAxisWidth - 8, 16),
                        Qt::AlignRight | Qt::AlignVCenter, m_view.site.number(v, decimalsOf(a.ticks)));
        }
        if (m_axes.size() < 2)
            continue; // several axes: each says whose it is
        const auto line = std::find_if(m_lines.begin(), m_lines.end(),
                                       [i](const auto& l) { return l->axis() == i; });
        if (line == m_lines.end())
            continue;
        p.setPen(drawnPen((*line)->pen().style, m_theme));
        p.drawLine(QPointF(right - 34, area.top() - kRow / 2.0), QPointF(right - 12, area.top() - kRow / 2.0));
    }
}

/// The normal band of every pen, one over the other.
void TrendLane::paintBands(QPainter& p) const
{
    const QRectF area = plot();
    QColor band = m_theme.band;
    band.setAlpha(kBandAlpha);
    for (const auto& line : m_lines) {
        const twin::Limits& limits = line->pen().limits;
        if (m_axes[line->axis()].ticks.empty() || (!limits.low.normal && !limits.high.normal))
            continue;
        const auto edge = [&](const std::optional<double>& value, double otherwise) {
            return value ? std::clamp(y(*value, line->axis()), area.top(), area.bottom()) : otherwise;
        };
        const double top = edge(limits.high.normal, area.top());
        const double bottom = edge(limits.low.normal, area.bottom());
        p.fillRect(QRectF(area.left(), top, area.width(), bottom - top), band);
    }
}

void TrendLane::paintLimits(QPainter& p) const
{
    const QRectF area = plot();
    std::vector<double> labelled; // heights at which a word stands already
    const bool several = m_lines.size() > 1;
    for (const auto& line : m_lines) {
        const Axis& axis = m_axes[line->axis()];
        const TrendPen& pen = line->pen();
        // Labels go to the inner side of an alarm limit and the outer side of a trip limit, so
        // that two limits that lie close together do not write over each other.
        const auto draw = [&](const std::optional<double>& limit, const QString& word,
                              const QPen& drawn, bool above) {
            if (!limit || axis.ticks.empty())
                return;
            const double at = y(*limit, line->axis());
            if (at < area.top() || at > area.bottom())
                return;
            p.setPen(drawn);
            p.drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
            const double top = at + (above ? -kLabelHeight - 1 : 1);
            for (const double other : labelled) {
                if (std::abs(other - top) < kLabelHeight)
                    return;
            }
            if (top < area.top() || top + kLabelHeight > area.bottom())
                return;
            labelled.push_back(top);
            p.setPen(m_theme.quietText);
            drawLine(p, QRectF(area.left() + 6, top, std::min(260.0, area.width() - 12), kLabelHeight),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     several ? tr("%1 · %2", "kind of limit, name of the tag").arg(word, pen.name) : word);
        };
        const QPen alert(m_theme.text, 1, Qt::DashLine);
        const QPen trip(m_theme.text, 2);
        draw(pen.limits.low.alert, tr("alarm limit"), alert, true);
        draw(pen.limits.high.alert, tr("alarm limit"), alert, false);
        draw(pen.limits.low.trip, tr("trip limit"), trip, false);
        draw(pen.limits.high.trip, tr("trip limit"), trip, true);
    }
}

/// Hatched where no pen has anything.
void TrendLane::paintGaps(QPainter& p) const
{
    if (m_lines.empty() || !scale().valid())
        return;
    const QRectF area = plot();
    const twin::TimeNs until = m_view.cursor == twin::kNoTime ? m_view.to : std::min(m_view.to, m_view.cursor);
    std::vector<TimeRange> nothing{{m_view.from, until}};
    for (const auto& line : m_lines)
        nothing = common(nothing, line->gaps(longestGap(*line), m_view.from, until));
    for (const TimeRange& g : nothing) {
        const QRectF box(QPointF(x(g.from), area.top()), QPointF(x(g.to), area.bottom()));
        p.fillRect(box.intersected(area), QBrush(m_theme.softLine, Qt::BDiagPattern));
        p.setPen(m_theme.quietText);
        const QString words = tr("no record");
        const double room = QFontMetricsF(p.font()).horizontalAdvance(words) + 8;
        if (box.width() < room + 8)
            continue;
        const QRectF label(box.center().x() - room / 2, area.top() + 3, room, kLabelHeight);
        p.fillRect(label, m_theme.panel);
        p.drawText(label, Qt::AlignCenter, words);
    }
    for (const auto& line : m_lines)
        paintOpenEnds(p, *line);
}

/// Rings where a line of this pen ends and goes on: its own gaps, whatever the others have there.
void TrendLane::paintOpenEnds(QPainter& p, const TrendLine& line) const
{
    constexpr double kRing = 2.5;
    const auto& buckets = line.trend().buckets;
    const twin::TimeNs gap = longestGap(line);
    const QRectF area = plot();
    p.setPen(QPen(m_theme.quietText, 1));
    p.setBrush(m_theme.panel);
    const auto ring = [&](twin::TimeNs t, double value) {
        const QPointF at(x(t), y(value, line.axis()));
        if (area.contains(at))
            p.drawEllipse(at, kRing, kRing);
    };
    for (std::size_t i = 1; i < buckets.size(); ++i) {
        if (buckets[i].from - buckets[i - 1].to <= gap)
            continue;
        ring(buckets[i - 1].to, buckets[i - 1].last);
        ring(buckets[i].from, buckets[i].first);
    }
}

void TrendLane::paintTimes(QPainter& p) const
{
    const TimeScale s = scale();
    if (!s.valid())
        return;
    const QRectF area = plot();
    const bool seconds = m_view.to - m_view.from < 5 * twin::kMinute;
    for (const twin::TimeNs t :
         s.ticks(static_cast<int>(area.width() / 90) + 1, m_view.site)) {
        const double at = area.left() + s.x(t);
        p.setPen(QPen(m_theme.softLine, 1));
        p.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
        if (!m_timesShown)
            continue;
        p.setPen(m_theme.quietText);
        const double left = std::clamp(at - 40, 0.0, width() - 80.0);
        drawFigures(p, QRectF(left, area.bottom() + 3, 80, 15), Qt::AlignHCenter | Qt::AlignVCenter,
                    seconds ? m_view.site.clockSeconds(t) : m_view.site.clock(t));
    }
}

void TrendLane::paintSelection(QPainter& p) const
{
    if (!m_view.selected.valid() || !scale().valid())
        return;
    const QRectF area = plot();
    QColor ground = m_theme.text;
    ground.setAlpha(28);
    const QRectF box(QPointF(x(m_view.selected.from), area.top()),
                     QPointF(x(m_view.selected.to), area.bottom()));
    p.fillRect(box.intersected(area), ground);
    p.setPen(QPen(m_theme.text, 1));
    for (const double edge : {box.left(), box.right()}) {
        if (edge >= area.left() && edge <= area.right())
            p.drawLine(QPointF(edge, area.top()), QPointF(edge, area.bottom()));
    }
}

void TrendLane::drawForeground(QPainter* painter, const QRectF&)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    const auto vertical = [&](twin::TimeNs t, double weight) {
        if (t == twin::kNoTime || !scale().valid() || t < m_view.from || t > m_view.to)
            return;
        painter->setPen(QPen(m_theme.text, weight));
        painter->drawLine(QPointF(x(t), area.top()), QPointF(x(t), area.bottom()));
    };
    vertical(m_view.cursor, 2); // nothing is known beyond it
    vertical(m_view.pointer, 1);
    paintBox(*painter);
    paintLegend(*painter);
    if (!m_timesShown || m_view.pointer < m_view.from || m_view.pointer > m_view.to || !scale().valid())
        return;
    painter->setFont(Theme::font(11, QFont::DemiBold));
    const QString clock = m_view.site.clockSeconds(m_view.pointer);
    const double room = figuresWidth(painter->font(), clock) + 12;
    const double left = std::clamp(x(m_view.pointer) - room / 2, 0.0, width() - room);
    painter->fillRect(QRectF(left, area.bottom() + 2, room, 17), m_theme.raised);
    painter->setPen(m_theme.text);
    drawFigures(*painter, QRectF(left, area.bottom() + 2, room, 17), Qt::AlignCenter, clock);
}

void TrendLane::paintBox(QPainter& p) const
{
    if (m_drag != Drag::Box)
        return;
    QRectF box = QRectF(m_pressed, m_dragged).normalized().intersected(plot());
    if (box.width() < 2)
        return;
    p.setPen(QPen(m_theme.text, 1, Qt::DashLine));
    p.setBrush(Qt::NoBrush);
    p.drawRect(box);
}

int TrendLane::legendRows() const
{
    constexpr double kCell = 180;
    const double room = width() - kAxisWidth * std::max(m_view.axes, 1) - kRight;
    const int perRow = std::max(1, static_cast<int>(room / kCell));
    return std::max(1, (static_cast<int>(m_lines.size()) + perRow - 1) / perRow);
}

std::vector<TrendLane::LegendPlace> TrendLane::legend() const
{
    const double left = plot().left();
    const double room = width() - left - kRight;
    const int rows = legendRows();
    const int perRow = std::max(1, (static_cast<int>(m_lines.size()) + rows - 1) / rows);
    const QFontMetricsF plain(Theme::font(11));
    const QFont bold = Theme::font(11, QFont::DemiBold);
    std::vector<LegendPlace> places;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const int n = static_cast<int>(i);
        const double cell = room / perRow;
        const QRectF whole(left + cell * (n % perRow), kRow * (n / perRow), cell - 10, kRow);
        const double value = figuresWidth(bold, readingText(i)) + 1;
        const double name = std::clamp(plain.horizontalAdvance(m_lines[i]->pen().name) + 1, 0.0,
                                       std::max(16.0, whole.width() - 28 - 6 - value));
        LegendPlace place;
        place.whole = whole;
        place.sample = QRectF(whole.left(), whole.top(), 22, kRow);
        place.name = QRectF(whole.left() + 28, whole.top(), name, kRow);
        place.value = QRectF(place.name.right() + 6, whole.top(), value, kRow);
        places.push_back(place);
    }
    return places;
}

int TrendLane::penAt(const QPointF& position) const
{
    const auto places = legend();
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].whole.contains(position))
            return static_cast<int>(i);
    }
    return -1;
}

QString TrendLane::readingText(std::size_t pen) const
{
    const TrendPen& p = m_lines[pen]->pen();
    if (!m_lines[pen]->trend().problem.isEmpty())
        return tr("cannot be calculated");
    const twin::TimeNs cursor = m_view.cursor == twin::kNoTime ? m_view.to : std::min(m_view.cursor, m_view.to);
    const auto value = reading(pen, m_view.pointer == twin::kNoTime ? cursor : m_view.pointer);
    if (!value)
        return tr("no record");
    const QString number = m_view.site.number(*value, p.decimals);
    return p.unit.isEmpty() ? number : number + QChar(0xa0) + p.unit;
}

void TrendLane::paintLegend(QPainter& p) const
{
    const auto places = legend();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const LegendPlace& place = places[i];
        p.setPen(drawnPen(m_lines[i]->pen().style, m_theme));
        p.drawLine(QPointF(place.sample.left(), place.sample.center().y()),
                   QPointF(place.sample.right(), place.sample.center().y()));
        p.setFont(Theme::font(11));
        p.setPen(m_theme.quietText);
        drawLine(p, place.name, Qt::AlignVCenter, m_lines[i]->pen().name);
        p.setFont(Theme::font(11, QFont::DemiBold));
        p.setPen(m_theme.text);
        drawFigures(p, place.value, Qt::AlignVCenter, readingText(i));
    }
}

} // namespace gemba::ui
