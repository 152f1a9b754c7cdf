// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/models/reason_change_model.h"
#include "ui/operate/reason_chart.h"

namespace gemba::ui {

using twin::MilliPoints;
using twin::TimeNs;

namespace {

/// Four that stay apart on a printer without greys as well; the others are the lightest.
void fillLayer(QPainter& p, const QRectF& rect, std::size_t layer, bool others, const Theme& theme)
{
    if (others) {
        p.fillRect(rect, theme.raised);
        p.fillRect(rect, QBrush(theme.line, Qt::Dense6Pattern));
        return;
    }
    switch (layer % ReasonChart::kNamed) {
    case 0: p.fillRect(rect, theme.ink); break;
    case 1:
        p.fillRect(rect, theme.raised);
        p.fillRect(rect, QBrush(theme.ink, Qt::BDiagPattern));
        break;
    case 2: p.fillRect(rect, theme.band); break;
    default:
        p.fillRect(rect, theme.raised);
        p.fillRect(rect, QBrush(theme.ink, Qt::HorPattern));
    }
}

} // namespace

void ReasonChart::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const Plot shown = plot();
    paintAxes(p, shown);
    paintLayers(p, shown);
    paintMarks(p, shown);
    paintLegend(p);
    if (hasFocus()) {
        p.setPen(QPen(m_theme.text, 2));
        p.setBrush(Qt::NoBrush);
        p.drawRect(QRectF(rect()).adjusted(4, 1, -4, -1));
    }
    Q_EMIT looked();
}

void ReasonChart::paintAxes(QPainter& p, const Plot& plot) const
{
    p.setFont(Theme::font(11));
    for (const double points : {0.0, plot.top / 2, plot.top}) {
        const double y = plot.y(static_cast<MilliPoints>(points * 1000));
        p.setPen(m_theme.softLine);
        p.drawLine(QPointF(plot.area.left(), y), QPointF(plot.area.right(), y));
        p.setPen(m_theme.quietText);
        drawFigures(p, QRectF(kMargin - 4, y - 8, kAxis - 2, 16), Qt::AlignRight | Qt::AlignVCenter,
                    QString::number(points, 'f', 0));
    }
    if (!plot.scale.valid())
        return;
    const double labels = plot.area.width() / 90;
    for (const TimeNs t : plot.scale.ticks(std::max(static_cast<int>(labels), 2), m_phrases.format())) {
        const double x = plot.area.left() + plot.scale.x(t);
        p.setPen(m_theme.line);
        p.drawLine(QPointF(x, plot.area.bottom()), QPointF(x, plot.area.bottom() + 3));
        const QString text = m_window.to - m_window.from < 10 * twin::kMinute
                                 ? m_phrases.format().clockSeconds(t)
                                 : m_phrases.format().clock(t);
        const double half = QFontMetricsF(p.font()).horizontalAdvance(text) / 2 + 4;
        const double centre = std::clamp(x, kMargin + half, width() - kMargin - half + 8);
        p.setPen(m_theme.quietText);
        p.drawText(QRectF(centre - half, plot.area.bottom() + 3, 2 * half, kTimeLine - 3), Qt::AlignCenter, text);
    }
}

/// An instant stands for the time since the one before, as long as those are not far apart.
void ReasonChart::paintLayers(QPainter& p, const Plot& plot) const
{
    if (!plot.scale.valid())
        return;
    const TimeNs longest = (m_window.to - m_window.from) / 20;
    for (std::size_t i = 0; i < m_instants.size(); ++i) {
        const TimeNs to = m_instants[i].at;
        const TimeNs from = std::max({i > 0 ? m_instants[i - 1].at : m_window.from, to - longest, m_window.from});
        const double left = plot.area.left() + plot.scale.x(from);
        const double right = plot.area.left() + plot.scale.x(to);
        if (!m_instants[i].scored) {
            p.fillRect(QRectF(left, plot.area.bottom() - 4, right - left, 4),
                       QBrush(m_theme.line, Qt::FDiagPattern));
            continue;
        }
        MilliPoints sum = 0;
        for (std::size_t k = 0; k < m_layers.size(); ++k) {
            const double bottom = plot.y(sum);
            sum += m_layers[k].points[i];
            const double top = plot.y(sum);
            if (bottom - top < 0.5)
                continue;
            fillLayer(p, QRectF(left, top, right - left, bottom - top), k, !m_layers[k].reason, m_theme);
            p.setPen(QPen(m_theme.text, 1));
            p.drawLine(QPointF(left, top), QPointF(right, top));
        }
    }
}

void ReasonChart::paintMarks(QPainter& p, const Plot& plot) const
{
    if (!plot.scale.valid())
        return;
    const auto line = [&](TimeNs t, Qt::PenStyle style) {
        const double x = plot.area.left() + plot.scale.x(t);
        p.setPen(QPen(m_theme.panel, 3));
        p.drawLine(QPointF(x, plot.area.top()), QPointF(x, plot.area.bottom()));
        p.setPen(QPen(m_theme.text, 1, style));
        p.drawLine(QPointF(x, plot.area.top()), QPointF(x, plot.area.bottom()));
    };
    if (m_then != twin::kNoTime && m_then >= m_window.from && m_then <= m_window.to)
        line(m_then, Qt::DashLine);
    if (m_pointer)
        line(*m_pointer, Qt::SolidLine);
}

void ReasonChart::paintLegend(QPainter& p) const
{
    const std::size_t at = pointed();
    const bool scored = at < m_instants.size() && m_instants[at].scored;
    const double right = width() - kMargin, points = 44;
    double y = kPlotHeight + kTimeLine + 4;
    p.setFont(Theme::font(11));
    p.setPen(m_theme.quietText);
    const QString clock = at < m_instants.size() ? m_phrases.format().clockSeconds(m_instants[at].at) : QString();
    drawLine(p, QRectF(kMargin, y, right - kMargin, kRow), Qt::AlignVCenter | Qt::AlignRight,
             at >= m_instants.size() ? tr("nothing known at this time")
             : !scored               ? tr("%1: no figure").arg(clock)
             : m_layers.empty()      ? tr("nothing has taken anything off until %1").arg(clock)
                                     : tr("points taken off at %1").arg(clock));
    for (std::size_t k = 0; k < m_layers.size(); ++k) {
        y += kRow;
        const QRectF swatch(kMargin, y + 3, kSwatch, kSwatch);
        fillLayer(p, swatch, k, !m_layers[k].reason, m_theme);
        p.setPen(QPen(m_theme.text, 1));
        p.drawRect(swatch);
        p.setFont(Theme::font(12));
        drawLine(p, QRectF(kMargin + kSwatch + 8, y, right - points - kMargin - kSwatch - 12, kRow), Qt::AlignVCenter,
                 name(m_layers[k]));
        p.setFont(Theme::font(12, QFont::DemiBold));
        drawFigures(p, QRectF(right - points, y, points, kRow), Qt::AlignVCenter | Qt::AlignRight,
                    scored ? ReasonChangeModel::points(m_layers[k].points[at]) : QStringLiteral("–"));
    }
}

} // namespace gemba::ui
