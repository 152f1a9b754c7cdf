// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does in a TrendChart with the keyboard: Left and Right point (with Shift: choose a
// stretch), Ctrl+Left and Ctrl+Right move, Up and Down look closer and farther, Backspace goes
// back, Home shows everything again, the menu key opens the menu.
#include "ui/charts/trend_chart.h"

#include <algorithm>

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>

namespace gemba::ui {
namespace {

constexpr double kCloser = 0.8;
constexpr int kPanShare = 10; ///< of the window

bool isOurs(const QKeyEvent& e)
{
    const auto keys = e.modifiers() & ~Qt::KeypadModifier;
    switch (e.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return keys == Qt::NoModifier || keys == Qt::ShiftModifier || keys == Qt::ControlModifier;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_Backspace: return keys == Qt::NoModifier;
    default: return false;
    }
}

} // namespace

bool TrendChart::event(QEvent* event)
{
    // Elsewhere in the window the arrows step through time.
    if (event->type() == QEvent::ShortcutOverride && isOurs(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ContextMenu) {
        const auto* menu = static_cast<QContextMenuEvent*>(event);
        if (menu->reason() == QContextMenuEvent::Keyboard) {
            Q_EMIT menuWanted(-1, mapToGlobal(rect().center()));
            return true;
        }
    }
    return QWidget::event(event);
}

void TrendChart::keyPressEvent(QKeyEvent* event)
{
    const twin::TimeNs length = m_view.to - m_view.from;
    if (!isOurs(*event) || length <= 0)
        return QWidget::keyPressEvent(event);
    const int direction = event->key() == Qt::Key_Left ? -1 : 1;
    const twin::TimeNs around = m_pointer->at() != twin::kNoTime ? m_pointer->at() : m_view.from + length / 2;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event->modifiers().testFlag(Qt::ControlModifier))
            Q_EMIT panned(direction * length / kPanShare);
        else
            movePointer(direction, event->modifiers().testFlag(Qt::ShiftModifier));
        break;
    case Qt::Key_Up: Q_EMIT zoomed(kCloser, around); break;
    case Qt::Key_Down: Q_EMIT zoomed(1 / kCloser, around); break;
    case Qt::Key_Home: Q_EMIT resetWanted(); break;
    default: Q_EMIT backWanted(); break;
    }
}

void TrendChart::movePointer(int columns, bool select)
{
    const twin::TimeNs step = std::max<twin::TimeNs>((m_view.to - m_view.from) / this->columns(), 1);
    const twin::TimeNs end = m_view.cursor == twin::kNoTime ? m_view.to : std::min(m_view.to, m_view.cursor);
    const twin::TimeNs before = m_pointer->at() == twin::kNoTime ? end : m_pointer->at();
    const twin::TimeNs now = std::clamp(before + columns * step, m_view.from, m_view.to);
    m_pointer->set(now);
    if (!select)
        return;
    // The end that the pointer was on goes with it.
    TimeRange range = m_view.selected;
    if (!range.valid() || (before != range.from && before != range.to))
        range = {before, before};
    const twin::TimeNs other = before == range.from ? range.to : range.from;
    Q_EMIT selected({std::min(other, now), std::max(other, now)}, true);
}

void TrendChart::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    QWidget::mousePressEvent(event);
}

void TrendChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    describe();
    update();
}

void TrendChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

/// What a screen reader says of it: the instant and the values there.
void TrendChart::describe()
{
    const twin::TimeNs end = m_view.cursor == twin::kNoTime ? m_view.to : std::min(m_view.to, m_view.cursor);
    const twin::TimeNs t = m_pointer->at() == twin::kNoTime ? end : m_pointer->at();
    QStringList parts{m_view.site.clockSeconds(t)};
    for (std::size_t i = 0; i < m_pens.size(); ++i) {
        const auto value = reading(i, t);
        parts += tr("%1: %2", "name, value").arg(m_pens[i].name,
                     value ? m_view.site.number(*value, m_pens[i].decimals) + QLatin1Char(' ') + m_pens[i].unit
                           : tr("no record"));
    }
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

void TrendChart::paintEvent(QPaintEvent*)
{
    if (!hasFocus())
        return;
    QPainter p(this);
    p.setPen(QPen(m_theme.text, 2));
    p.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace gemba::ui
