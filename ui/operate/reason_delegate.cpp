// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/reason_delegate.h"

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/look/indicator.h"
#include "ui/models/deduction_list_model.h"

namespace gemba::ui {

QSize ReasonDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, 38};
}

void ReasonDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const auto kind = static_cast<DeductionRow::Kind>(i.data(DeductionListModel::KindRole).toInt());
    const int before = i.data(DeductionListModel::BeforeRole).toInt();
    const int after = i.data(DeductionListModel::AfterRole).toInt();
    const QRectF area = rect.adjusted(12, 0, -12, 0);
    const double pointsWidth = 34;
    const bool leftOut = i.data(DeductionListModel::LeftOutRole).toBool();
    p.setPen(leftOut ? theme().quietText : theme().text);
    QFont font = Theme::font(12);
    font.setStrikeOut(leftOut);
    p.setFont(font);
    drawLine(p, QRectF(area.left(), rect.top() + 3, area.width() - pointsWidth, 16),
             Qt::AlignVCenter, i.data(DeductionListModel::TextRole).toString());
    p.setFont(Theme::font(12, QFont::DemiBold));
    drawFigures(p, QRectF(area.right() - pointsWidth, rect.top() + 3, pointsWidth, 16),
                Qt::AlignRight | Qt::AlignVCenter,
                i.data(DeductionListModel::PointsRole).toString());
    const QRectF track(area.left(), rect.bottom() - 15, area.width(), 8);
    const auto x = [&](int points) {
        return track.left() + std::clamp(points, 0, 100) / 100.0 * track.width();
    };
    p.fillRect(track, theme().track);
    const double from = x(std::min(before, after));
    const double width = std::max(x(std::max(before, after)) - from, 2.0);
    const QRectF bar(from, track.top(), width, track.height());
    if (leftOut) {
        p.setPen(QPen(theme().ink, 1));
        p.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        p.fillRect(bar, kind == DeductionRow::Kind::Start ? theme().band : theme().ink);
    }
}

QSize InputDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, 40};
}

void InputDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const QRectF area = rect.adjusted(12, 0, -12, 0);
    const bool stale = i.data(InputListModel::StaleRole).toBool();
    const double ageWidth = 48;
    const double valueWidth = std::clamp(area.width() * 0.3, 84.0, 130.0);
    const QRectF age(area.right() - ageWidth, rect.top(), ageWidth, rect.height());
    const QRectF value(age.left() - valueWidth, rect.top(), valueWidth, rect.height());
    const double nameWidth = value.left() - area.left() - 10;
    p.setPen(theme().text);
    p.setFont(Theme::font(12));
    drawLine(p, QRectF(area.left(), rect.top() + 4, nameWidth, 16), Qt::AlignVCenter,
             i.data(InputListModel::NameRole).toString(), Qt::ElideMiddle);
    drawIndicator(p, QRectF(area.left(), rect.bottom() - 14, nameWidth, 7), Qt::Horizontal,
                  i.data(InputListModel::FigureRole).value<IndicatorFigure>(), theme());
    const QString unit = i.data(InputListModel::UnitRole).toString();
    p.setFont(Theme::font(11));
    p.setPen(theme().quietText);
    const double unitWidth =
        std::min(QFontMetricsF(p.font()).horizontalAdvance(unit) + 3, valueWidth / 2);
    drawLine(p, QRectF(value.right() - unitWidth, rect.top() + 1, unitWidth, rect.height()),
             Qt::AlignVCenter | Qt::AlignLeft, unit);
    p.setFont(Theme::font(13, QFont::DemiBold));
    p.setPen(stale ? theme().quietText : theme().text);
    drawFigures(p, value.adjusted(0, 0, -unitWidth - 3, 0), Qt::AlignVCenter | Qt::AlignRight,
                i.data(InputListModel::ValueRole).toString());
    p.setFont(Theme::font(11, stale ? QFont::DemiBold : QFont::Normal));
    p.setPen(stale ? theme().text : theme().quietText);
    drawFigures(p, age, Qt::AlignVCenter | Qt::AlignRight,
                i.data(InputListModel::AgeRole).toString());
}

} // namespace gemba::ui
