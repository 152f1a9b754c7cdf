// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/title_row_delegate.h"

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/look/markers.h"

namespace gemba::ui {
namespace {

constexpr double kShape = 14, kMargin = 12;

} // namespace

QSize TitleRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, kRow};
}

void TitleRowDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    QRectF row = rect.adjusted(kMargin, 4, -kMargin, -5);
    if (const int priority = i.data(PriorityRole).toInt(); priority > 0) {
        drawPriority(p, QRectF(row.left(), row.top() + 3, kShape, kShape), priority, false, theme());
        row.setLeft(row.left() + kShape + 8);
    }
    const QRectF upper(row.left(), row.top(), row.width(), row.height() / 2);
    const QString note = i.data(NoteRole).toString();
    const QFont quiet = Theme::font(12);
    const double noteWidth =
        note.isEmpty() ? 0 : std::min(QFontMetricsF(quiet).horizontalAdvance(note) + 10,
                                      row.width() / 2);
    p.setFont(Theme::font(13, QFont::DemiBold));
    p.setPen(theme().text);
    drawLine(p, upper.adjusted(0, 0, -noteWidth, 0), Qt::AlignVCenter, i.data().toString());
    p.setFont(quiet);
    drawLine(p, QRectF(row.right() - noteWidth, upper.top(), noteWidth, upper.height()),
             Qt::AlignVCenter | Qt::AlignRight, note);
    p.setPen(theme().quietText);
    drawLine(p, upper.translated(0, row.height() / 2), Qt::AlignVCenter,
             i.data(DetailRole).toString());
}

} // namespace gemba::ui
