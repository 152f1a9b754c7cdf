// SPDX-License-Identifier: GPL-3.0-or-later
// What TrendLane paints around the lines that the chart library draws.
#include "ui/charts/trend_lane.h"

#include <cmath>

#include <QPainter>
#include <QtCharts/QValueAxis>

#include "ui/look/figures.h"

namespace gemba::ui {
namespace {

int decimalsOf(const std::vector<double>& ticks)
{
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
    return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
}

} // namespace

void TrendLane::drawBackground(QPainter* painter, const QRectF& rect)
{
    painter->fillRect(rect, m_theme.panel);
    painter->setFont(Theme::font(11));
    const QRectF area = plot();
    for (const double v : m_ticks) {
        const double at = y(v);
        painter->setPen(QPen(m_theme.softLine, 1));
        painter->drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
        painter->setPen(m_theme.quietText);
        drawFigures(*painter, QRectF(0, at - 8, area.left() - 8, 16),
                    Qt::AlignRight | Qt::AlignVCenter, m_site.number(v, decimalsOf(m_ticks)));
    }
    paintLimits(*painter);
    paintTimes(*painter);
}

void TrendLane::paintLimits(QPainter& p) const
{
    if (m_ticks.size() < 2)
        return;
    const QRectF area = plot();
    // Labels go to the inner side of an alarm limit and the outer side of a trip limit, so that
    // two limits that lie close together do not write over each other.
    const auto draw = [&](const std::optional<double>& limit, const QString& word, const QPen& pen,
                          bool above) {
        if (!limit || *limit < m_y->min() || *limit > m_y->max())
            return;
        p.setPen(pen);
        p.drawLine(QPointF(area.left(), y(*limit)), QPointF(area.right(), y(*limit)));
        p.setPen(m_theme.quietText);
        p.drawText(QRectF(area.left() + 6, y(*limit) + (above ? -15 : 1), 200, 14),
                   Qt::AlignLeft | (above ? Qt::AlignBottom : Qt::AlignTop), word);
    };
    // With several pens on the axis the limits of the first are shown: they are the reason to look.
    const twin::Limits& limits = m_lines.front().pen.limits;
    const QPen alert(m_theme.text, 1, Qt::DashLine);
    const QPen trip(m_theme.text, 2);
    draw(limits.low.alert, tr("alarm limit"), alert, true);
    draw(limits.high.alert, tr("alarm limit"), alert, false);
    draw(limits.low.trip, tr("trip limit"), trip, false);
    draw(limits.high.trip, tr("trip limit"), trip, true);
}

void TrendLane::paintTimes(QPainter& p) const
{
    const TimeScale s = scale();
    if (!s.valid())
        return;
    const QRectF area = plot();
    const bool seconds = m_to - m_from < 5 * twin::kMinute;
    for (const twin::TimeNs t :
         s.ticks(static_cast<int>(area.width() / 90) + 1, m_site.offsetFromUtc(m_to))) {
        const double x = area.left() + s.x(t);
        p.setPen(QPen(m_theme.softLine, 1));
        p.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        if (!m_timesShown)
            continue;
        p.setPen(m_theme.quietText);
        const double left = std::clamp(x - 40, 0.0, width() - 80.0);
        drawFigures(p, QRectF(left, area.bottom() + 3, 80, 15), Qt::AlignHCenter | Qt::AlignVCenter,
                    seconds ? m_site.clockSeconds(t) : m_site.clock(t));
    }
}

void TrendLane::drawForeground(QPainter* painter, const QRectF&)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    if (m_hover != twin::kNoTime && scale().valid()) {
        const double x = area.left() + scale().x(m_hover);
        painter->setPen(QPen(m_theme.text, 1));
        painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    painter->setPen(QPen(m_theme.text, 2)); // the cursor: nothing is known beyond it
    painter->drawLine(QPointF(area.right() + 1, area.top()),
                      QPointF(area.right() + 1, area.bottom()));
    paintReadings(*painter);
}

void TrendLane::paintReadings(QPainter& p) const
{
    const QFont plain = Theme::font(11);
    const QFont bold = Theme::font(11, QFont::DemiBold);
    double x = kLeft;
    const twin::TimeNs t = m_hover == twin::kNoTime ? m_to : m_hover;
    for (std::size_t i = 0; i < m_lines.size() && x < width() - 60; ++i) {
        const TrendPen& pen = m_lines[i].pen;
        p.setPen(penOf(i));
        p.drawLine(QPointF(x, kTop / 2.0), QPointF(x + 22, kTop / 2.0));
        x += 28;
        const auto value = reading(m_lines[i], t);
        const QString text =
            value ? m_site.number(*value, pen.decimals) + QChar(0xa0) + pen.unit : tr("no record");
        const double valueWidth = figuresWidth(bold, text);
        const double room = std::max(30.0, width() - kRight - x - valueWidth - 8);
        const double nameWidth = std::min(QFontMetricsF(plain).horizontalAdvance(pen.name), room);
        p.setFont(plain);
        p.setPen(m_theme.quietText);
        drawLine(p, QRectF(x, 0, nameWidth, kTop), Qt::AlignVCenter, pen.name);
        x += nameWidth + 6;
        p.setFont(bold);
        p.setPen(m_theme.text);
        drawFigures(p, QRectF(x, 0, valueWidth + 1, kTop), Qt::AlignVCenter, text);
        x += valueWidth + 22;
    }
    if (m_hover == twin::kNoTime)
        return;
    p.setPen(m_theme.quietText);
    drawFigures(p, QRectF(width() - 150.0, 0, 150.0 - kRight, kTop),
                Qt::AlignRight | Qt::AlignVCenter, m_site.clockSeconds(m_hover));
}

} // namespace gemba::ui
