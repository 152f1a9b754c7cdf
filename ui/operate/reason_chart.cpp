// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/reason_chart.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/look/figures.h"
#include "ui/models/reason_change_model.h"

namespace gemba::ui {

using twin::MilliPoints;
using twin::TimeNs;

namespace {

constexpr double kMargin = 12, kAxis = 26, kPlotHeight = 104, kTimeLine = 18, kRow = 20, kSwatch = 14;

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

double ReasonChart::Plot::y(MilliPoints points) const
{
    return area.bottom() - std::clamp(points / 1000.0 / top, 0.0, 1.0) * area.height();
}

ReasonChart::ReasonChart(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("reasonChart"));
    setAccessibleName(tr("Reasons over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

QSize ReasonChart::sizeHint() const
{
    return {260, static_cast<int>(kPlotHeight + kTimeLine + 8 +
                                  kRow * static_cast<double>(m_layers.size() + 1))};
}

void ReasonChart::show(const std::vector<ReasonsAt>& instants, TimeRange window, TimeNs then,
                       const Phrases& phrases)
{
    const std::size_t rows = m_layers.size();
    m_instants = instants;
    m_layers = reasonLayers(instants, kNamed);
    m_window = window;
    m_then = then;
    m_phrases = phrases;
    if (m_layers.size() != rows)
        updateGeometry();
    update();
}

void ReasonChart::setPointer(std::optional<TimeNs> at)
{
    m_pointer = at;
    update();
}

void ReasonChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QString ReasonChart::name(const ReasonLayer& layer) const
{
    return layer.reason ? m_phrases.deduction(*layer.reason)
                        : tr("other reasons");
}

std::size_t ReasonChart::pointed() const
{
    if (!m_pointer)
        return m_instants.empty() ? 0 : m_instants.size() - 1;
    const ReasonsAt* known = reasonsKnownAt(m_instants, *m_pointer);
    return known ? static_cast<std::size_t>(known - m_instants.data()) : m_instants.size();
}

QStringList ReasonChart::legend() const
{
    QStringList lines;
    const std::size_t at = pointed();
    for (const ReasonLayer& layer : m_layers) {
        lines += at < m_instants.size() && m_instants[at].scored
                     ? tr("%1 %2", "a reason and its points")
                           .arg(name(layer), ReasonChangeModel::points(layer.points[at]))
                     : name(layer);
    }
    return lines;
}

QString ReasonChart::spokenText() const
{
    const std::size_t at = pointed();
    if (at >= m_instants.size())
        return tr("Nothing is known of the reasons at this time.");
    const ReasonsAt& r = m_instants[at];
    const QString clock = m_phrases.format().clockSeconds(r.at);
    if (!r.scored)
        return tr("%1: no figure").arg(clock);
    if (m_layers.empty())
        return tr("%1: condition %2, nothing takes anything off").arg(clock).arg(Format::points(r.score));
    return tr("%1: condition %2, taken off: %3")
        .arg(clock)
        .arg(Format::points(r.score))
        .arg(legend().join(QStringLiteral(", ")));
}

ReasonChart::Plot ReasonChart::plot() const
{
    Plot plot;
    plot.area = QRectF(kMargin + kAxis, 6, std::max(width() - 2 * kMargin - kAxis, 20.0), kPlotHeight - 6);
    plot.scale = {m_window.from, m_window.to, plot.area.width()};
    MilliPoints most = 0;
    for (std::size_t i = 0; i < m_instants.size(); ++i) {
        MilliPoints sum = 0;
        for (const ReasonLayer& layer : m_layers)
            sum += layer.points[i];
        most = std::max(most, sum);
    }
    for (const double top : {10.0, 20.0, 40.0, 60.0, 80.0, 100.0, 150.0, 200.0}) {
        plot.top = top;
        if (most <= top * 1000)
            break;
    }
    return plot;
}

bool ReasonChart::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
        if (enter || key == Qt::Key_Left || key == Qt::Key_Right) {
            event->accept();
            if (event->type() == QEvent::ShortcutOverride)
                return true;
            if (enter && m_pointer)
                Q_EMIT chosen(*m_pointer);
            else if (!enter)
                step(key == Qt::Key_Left ? -1 : 1);
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) { // a name that did not fit
        const auto* help = static_cast<QHelpEvent*>(event);
        const double row = (help->pos().y() - kPlotHeight - kTimeLine - 4) / kRow - 1;
        const bool named = row >= 0 && row < static_cast<double>(m_layers.size());
        QToolTip::showText(help->globalPos(),
                           named ? Format::toolTip(name(m_layers[static_cast<std::size_t>(row)])) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

void ReasonChart::step(int columns)
{
    if (m_instants.empty())
        return;
    const auto last = static_cast<int>(m_instants.size()) - 1;
    const int at = std::min(static_cast<int>(pointed()), last);
    setPointer(m_instants[static_cast<std::size_t>(std::clamp(at + columns, 0, last))].at);
    QAccessibleValueChangeEvent said(this, spokenText());
    QAccessible::updateAccessibility(&said);
}

void ReasonChart::mouseMoveEvent(QMouseEvent* event)
{
    const Plot p = plot();
    if (p.scale.valid())
        setPointer(p.scale.at(event->position().x() - p.area.left()));
}

void ReasonChart::mousePressEvent(QMouseEvent* event)
{
    const Plot p = plot();
    if (event->button() == Qt::LeftButton && p.scale.valid() && event->position().y() <= p.area.bottom())
        Q_EMIT chosen(p.scale.at(event->position().x() - p.area.left()));
}

void ReasonChart::leaveEvent(QEvent*)
{
    setPointer(std::nullopt);
}

void ReasonChart::focusInEvent(QFocusEvent*)
{
    update();
}

void ReasonChart::focusOutEvent(QFocusEvent*)
{
    setPointer(std::nullopt);
}

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
