// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/look/figures.h"
#include "ui/look/markers.h"
#include "ui/look/reading.h"
#include "ui/operate/alert_panel.h"

namespace gemba::ui {

AlertDelegate::AlertDelegate(AlertListModel::Lane lane, QObject* parent)
    : RowDelegate(parent), m_lane(lane)
{
}

int AlertDelegate::textLeft() const
{
    return 27 + static_cast<int>(m_title * 1.18);
}

QSize AlertDelegate::buttonSize() const
{
    const QFontMetrics metrics(Theme::font(std::max(m_detail - 1, 12), QFont::DemiBold));
    //: short for acknowledge, on a button
    return {metrics.horizontalAdvance(tr("Ack")) + m_detail * 2, std::max(24, m_detail * 2)};
}

int AlertDelegate::rowHeight(int titleLines) const
{
    return 9 + static_cast<int>(m_title * 1.32) * titleLines + static_cast<int>(m_detail * 1.4);
}

int AlertDelegate::titleLines(int rowWidth, const QModelIndex& i) const
{
    const bool waits = i.data(AlertListModel::WaitsRole).toBool();
    const int room = rowWidth - textLeft() - (waits ? buttonSize().width() + 20 : 12);
    const QFontMetrics metrics(Theme::font(m_title, waits ? QFont::DemiBold : QFont::Normal));
    return metrics.horizontalAdvance(i.data(AlertListModel::TitleRole).toString()) > room ? 2 : 1;
}

QSize AlertDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& i) const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {120, rowHeight(titleLines(width, i))};
}

QRect AlertDelegate::buttonRect(const QRect& row) const
{
    const QSize size = buttonSize();
    return {row.right() - size.width() - 12, row.center().y() - size.height() / 2, size.width(),
            size.height()};
}

void AlertDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const bool waits = i.data(AlertListModel::WaitsRole).toBool();
    const double side = std::max(m_title * 1.15, 18.0);
    const QRectF mark(rect.left() + 9 + m_title * 0.25, rect.center().y() - side / 2, side, side);
    const int priority = i.data(AlertListModel::PriorityRole).toInt();
    if (m_lane == AlertListModel::Lane::Dcs)
        drawDcsAlarm(p, mark, i.data(AlertListModel::ActiveRole).toBool(), theme());
    else
        drawPriority(p, mark, priority, attention(priority, waits), theme());
    const double right = waits ? buttonRect(rect.toRect()).left() - 8 : rect.right() - 12;
    const int lines = titleLines(static_cast<int>(rect.width()), i);
    const double titleHeight = static_cast<int>(m_title * 1.32) * lines;
    QRectF area(rect.left() + textLeft(), rect.top() + 4, right - rect.left() - textLeft(),
                titleHeight);
    const QFont font = Theme::font(m_title, waits ? QFont::DemiBold : QFont::Normal);
    p.setPen(theme().text);
    p.setFont(font);
    drawLines(p, area, Qt::AlignVCenter, i.data(AlertListModel::TitleRole).toString(), lines);
    area = QRectF(area.left(), area.bottom(), area.width(), static_cast<int>(m_detail * 1.4));
    p.setPen(theme().quietText);
    drawFitted(p, area, Qt::AlignVCenter, i.data(AlertListModel::DetailRole).toString(),
               Theme::font(m_detail));
    if (waits)
        paintButton(p, rect);
}

void AlertDelegate::paintButton(QPainter& p, const QRectF& row) const
{
    const bool enabled = m_whyNot.isEmpty();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(enabled ? theme().line : theme().softLine, 1));
    p.setBrush(enabled ? QBrush(theme().raised) : Qt::NoBrush);
    const QRectF button = QRectF(buttonRect(row.toRect())).adjusted(0.5, 0.5, -0.5, -0.5);
    p.drawRoundedRect(button, 4, 4);
    p.setPen(enabled ? theme().text : theme().palette().color(QPalette::Disabled, QPalette::Text));
    p.setFont(Theme::font(std::max(m_detail - 1, 12), QFont::DemiBold));
    p.drawText(button, Qt::AlignCenter, tr("Ack"));
}

bool AlertDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                const QStyleOptionViewItem& option, const QModelIndex& i)
{
    if (event->type() == QEvent::MouseButtonRelease && m_whyNot.isEmpty() &&
        i.data(AlertListModel::WaitsRole).toBool()) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton &&
            buttonRect(option.rect).contains(mouse->position().toPoint())) {
            Q_EMIT acknowledgeWanted(i.data(AlertListModel::IdRole).toULongLong());
            return true;
        }
    }
    return RowDelegate::editorEvent(event, model, option, i);
}

bool AlertDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                              const QStyleOptionViewItem& option, const QModelIndex& i)
{
    const bool onButton = i.data(AlertListModel::WaitsRole).toBool() &&
                          buttonRect(option.rect).contains(event->pos());
    if (event->type() != QEvent::ToolTip || !onButton)
        return RowDelegate::helpEvent(event, view, option, i);
    QToolTip::showText(
        event->globalPos(),
        m_whyNot.isEmpty() ? tr("Acknowledge: seen, and in hand. The DCS is not told.") : m_whyNot,
        view);
    return true;
}

} // namespace gemba::ui
