// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does in a TrendLane with the mouse: drag = look closer at that box, Shift+drag =
// choose a stretch, Ctrl+drag or the middle button = move, wheel = closer and farther, wheel on
// an axis = its values, double click = go there.
#include "ui/charts/trend_lane.h"

#include <cmath>

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QtCharts/QValueAxis>

namespace gemba::ui {
namespace {

constexpr double kWheelStep = 0.8;      ///< of a notch
constexpr double kLeastBox = 8;         ///< pixels
constexpr double kWholeHeight = 0.85;   ///< a box this high means time only

} // namespace

bool TrendLane::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int pen = penAt(help->pos());
    if (pen < 0) {
        QToolTip::hideText();
    } else {
        const TrendPen& p = m_lines[static_cast<std::size_t>(pen)]->pen();
        QToolTip::showText(help->globalPos(),
                           Format::toolTip(p.unit.isEmpty() ? p.name
                                                            : tr("%1, %2", "name, unit").arg(p.name, p.unit)),
                           this);
    }
    return true;
}

void TrendLane::mousePressEvent(QMouseEvent* event)
{
    if (!plot().contains(event->position()) || !scale().valid())
        return event->ignore();
    m_pressed = m_dragged = event->position();
    const auto keys = event->modifiers();
    if (event->button() == Qt::MiddleButton ||
        (event->button() == Qt::LeftButton && keys.testFlag(Qt::ControlModifier)))
        m_drag = Drag::Pan;
    else if (event->button() == Qt::LeftButton)
        m_drag = keys.testFlag(Qt::ShiftModifier) ? Drag::Select : Drag::Box;
    event->ignore(); // the chart around it takes the keyboard's focus
}

void TrendLane::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    const bool inside = plot().contains(at) && scale().valid();
    Q_EMIT hovered(inside ? timeAt(at.x()) : twin::kNoTime);
    if (m_drag == Drag::None)
        return;
    if (m_drag == Drag::Pan && scale().valid()) {
        const double share = (m_dragged.x() - at.x()) / plot().width();
        m_dragged = at;
        Q_EMIT panned(static_cast<twin::TimeNs>(share * static_cast<double>(m_view.to - m_view.from)));
        return;
    }
    m_dragged = at;
    if (m_drag == Drag::Select)
        Q_EMIT selected({timeAt(std::min(m_pressed.x(), at.x())), timeAt(std::max(m_pressed.x(), at.x()))}, false);
    viewport()->update();
}

void TrendLane::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const QPointF end = event->position();
    viewport()->update();
    if (drag == Drag::Box) {
        finishBox(end);
    } else if (drag == Drag::Select) {
        const bool moved = std::abs(end.x() - m_pressed.x()) >= 2;
        Q_EMIT selected(moved ? TimeRange{timeAt(std::min(m_pressed.x(), end.x())),
                                          timeAt(std::max(m_pressed.x(), end.x()))}
                              : TimeRange{},
                        true);
    }
}

void TrendLane::finishBox(const QPointF& end)
{
    const double width = std::abs(end.x() - m_pressed.x());
    if (width < kLeastBox || !scale().valid())
        return;
    const double top = std::max(std::min(m_pressed.y(), end.y()), plot().top());
    const double bottom = std::min(std::max(m_pressed.y(), end.y()), plot().bottom());
    std::vector<ValueZoom> values;
    if (bottom - top >= kLeastBox * 2 && bottom - top < plot().height() * kWholeHeight) {
        for (std::size_t i = 0; i < m_axes.size(); ++i) {
            if (m_axes[i].scale->max() > m_axes[i].scale->min())
                values.push_back({m_axes[i].key, {valueAt(bottom, i), valueAt(top, i)}});
        }
    }
    Q_EMIT boxed(timeAt(std::min(m_pressed.x(), end.x())), timeAt(std::max(m_pressed.x(), end.x())), values);
}

void TrendLane::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && plot().contains(event->position()) && scale().valid())
        Q_EMIT timePicked(timeAt(event->position().x()));
}

void TrendLane::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const QPointF at = event->position();
    const double notches = event->angleDelta().y() / 120.0;
    if (notches == 0 || !scale().valid())
        return;
    const double factor = std::pow(kWheelStep, notches);
    if (at.x() >= plot().left()) {
        Q_EMIT wheeled(factor, timeAt(at.x()));
        return;
    }
    const int shown = static_cast<int>(m_axes.size());
    const int fromPlot = static_cast<int>((plot().left() - at.x()) / kAxisWidth);
    const auto axis = static_cast<std::size_t>(std::clamp(fromPlot, 0, shown - 1));
    const twin::Interval range = axisRange(axis);
    const double around = valueAt(std::clamp(at.y(), plot().top(), plot().bottom()), axis);
    if (range.high > range.low)
        Q_EMIT axisZoomed({m_axes[axis].key,
                           {around - (around - range.low) * factor, around + (range.high - around) * factor}});
}

void TrendLane::contextMenuEvent(QContextMenuEvent* event)
{
    Q_EMIT menuWanted(penAt(event->pos()), event->globalPos());
}

void TrendLane::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    Q_EMIT hovered(twin::kNoTime);
}

} // namespace gemba::ui
