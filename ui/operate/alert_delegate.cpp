// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/look/figures.h"
#include "ui/look/markers.h"
#include "ui/operate/alert_panel.h"

namespace gemba::ui {

AlertDelegate::AlertDelegate(AlertListModel::Lane lane, QObject* parent)
    : RowDelegate(parent), m_lane(lane)
{
}

QSize AlertDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, static_cast<int>((m_lane == AlertListModel::Lane::Dcs ? 40 : 46) * m_scale)};
}

QRect AlertDelegate::buttonRect(const QRect& row) const
{
    const int width = static_cast<int>(44 * m_scale);
    const int height = static_cast<int>(25 * m_scale);
    return {row.right() - width - 12, row.center().y() - height / 2, width, height};
}

void AlertDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const bool waits = i.data(AlertListModel::WaitsRole).toBool();
    const bool dcs = m_lane == AlertListModel::Lane::Dcs;
    const double s = m_scale;
    const QRectF mark(rect.left() + 12 * s, rect.center().y() - 9 * s, 18 * s, 18 * s);
    if (dcs)
        drawDcsAlarm(p, mark, i.data(AlertListModel::ActiveRole).toBool(), theme());
    else
        drawPriority(p, mark, i.data(AlertListModel::PriorityRole).toInt(), waits, theme());
    QRectF area = rect.adjusted(42 * s, 0, waits ? -44 * s - 20 : -12, 0);
    const double half = rect.center().y();
    p.setPen(theme().text);
    p.setFont(Theme::font(static_cast<int>(13 * s), waits ? QFont::DemiBold : QFont::Normal));
    drawLine(p, QRectF(area.left(), half - 18 * s, area.width(), 18 * s), Qt::AlignVCenter,
             i.data(AlertListModel::TitleRole).toString());
    p.setPen(theme().quietText);
    p.setFont(Theme::font(static_cast<int>(12 * s)));
    drawLine(p, QRectF(area.left(), half, area.width(), 16 * s), Qt::AlignVCenter,
             i.data(AlertListModel::DetailRole).toString());
    if (!waits)
        return;
    const bool enabled = m_whyNot.isEmpty();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(enabled ? theme().line : theme().softLine, 1));
    p.setBrush(enabled ? QBrush(theme().raised) : Qt::NoBrush);
    const QRectF button = QRectF(buttonRect(rect.toRect())).adjusted(0.5, 0.5, -0.5, -0.5);
    p.drawRoundedRect(button, 4, 4);
    p.setPen(enabled ? theme().text : theme().palette().color(QPalette::Disabled, QPalette::Text));
    p.setFont(Theme::font(static_cast<int>(12 * s), QFont::DemiBold));
    //: short for acknowledge, on a button
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
