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

} // namespace gemba::ui
