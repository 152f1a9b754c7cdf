// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/overview_delegates.h"

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/look/markers.h"
#include "ui/look/reading.h"
#include "ui/models/asset_list_model.h"

namespace gemba::ui {
namespace {

constexpr double kPad = 7; ///< above and below the texts of a row, together
constexpr double kMark = 46;
constexpr double kMarkLeft = 20;
constexpr double kTextLeft = 82;

bool hasDetail(const QModelIndex& i)
{
    return !i.data(AssetListModel::DetailRole).toString().isEmpty() ||
           !i.data(AssetListModel::MarksRole).value<MachineMarks>().isEmpty();
}

QRectF markRect(const QRectF& row, double scale)
{
    const double side = std::max(kMark * scale, 18.0);
    return {row.left() + std::max(kMarkLeft * scale, 12.0), row.center().y() - side / 2, side, side};
}

} // namespace

double OverviewMachineDelegate::rowHeight(double scale, bool withDetail)
{
    const Reading r(scale);
    return r.px(kPad) + r.line(r.figure()) + (withDetail ? r.line(r.detail()) : 0);
}

QSize OverviewMachineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& i) const
{
    return {120, static_cast<int>(rowHeight(m_scale, hasDetail(i)))};
}

void OverviewMachineDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const Reading r(m_scale);
    const int priority = i.data(AssetListModel::PriorityRole).toInt();
    drawPriority(p, markRect(rect, m_scale), priority,
                 attention(priority, i.data(AssetListModel::UnacknowledgedRole).toBool()), theme());
    const QString score = i.data(AssetListModel::ScoreRole).toString();
    const QFont scoreFont = Theme::font(r.figure(), QFont::Bold);
    const double scoreWidth = figuresWidth(scoreFont, score);
    const double right = rect.right() - std::max(r.px(22), 12.0);
    const double left = rect.left() + std::max(r.px(kTextLeft), 42.0);
    const double top = rect.top() + r.px(kPad) / 2;
    p.setFont(scoreFont);
    p.setPen(i.data(AssetListModel::ScoredRole).toBool() ? theme().text : theme().quietText);
    drawFigures(p, QRectF(right - scoreWidth, top, scoreWidth, r.line(r.figure())),
                Qt::AlignRight | Qt::AlignVCenter, score);
    p.setPen(theme().text);
    drawFitted(p, QRectF(left, top, right - scoreWidth - r.px(16) - left, r.line(r.figure())),
               Qt::AlignVCenter, i.data(AssetListModel::NameRole).toString(),
               Theme::font(r.name(), priority > 0 ? QFont::DemiBold : QFont::Normal));
    if (!hasDetail(i))
        return;
    QRectF below(left, top + r.line(r.figure()), right - left, r.line(r.detail()));
    p.setFont(Theme::font(r.caption(), QFont::DemiBold));
    for (const MachineMark& m : i.data(AssetListModel::MarksRole).value<MachineMarks>())
        below.setLeft(drawMark(p, below.topLeft(), m.text, m.doubt, theme()).right() + r.px(14));
    p.setPen(theme().quietText);
    drawFitted(p, below, Qt::AlignVCenter, i.data(AssetListModel::DetailRole).toString(),
               Theme::font(r.detail()));
}

double DecisionDelegate::rowHeight(double scale)
{
    const Reading r(scale);
    return r.px(kPad) + r.line(r.name()) + r.line(r.detail()) + r.line(r.caption());
}

QSize DecisionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, static_cast<int>(rowHeight(m_scale))};
}

void DecisionDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const Reading r(m_scale);
    const int priority = i.data(AssetListModel::PriorityRole).toInt();
    drawPriority(p, markRect(rect, m_scale), priority,
                 attention(priority, i.data(AssetListModel::UnacknowledgedRole).toBool()), theme());
    const double left = rect.left() + std::max(r.px(kTextLeft), 42.0);
    QRectF line(left, rect.top() + r.px(kPad) / 2, rect.right() - r.px(16) - left,
                r.line(r.name()));
    p.setPen(theme().text);
    drawFitted(p, line, Qt::AlignVCenter, i.data(AssetListModel::NameRole).toString(),
               Theme::font(r.name()));
    line = QRectF(left, line.bottom(), line.width(), r.line(r.detail()));
    drawFitted(p, line, Qt::AlignVCenter, i.data(AssetListModel::DecisionWhenRole).toString(),
               Theme::font(r.detail(), QFont::DemiBold));
    line = QRectF(left, line.bottom(), line.width(), r.line(r.caption()));
    p.setPen(theme().quietText);
    drawFitted(p, line, Qt::AlignVCenter, i.data(AssetListModel::DecisionDetailRole).toString(),
               Theme::font(r.caption()));
}

} // namespace gemba::ui
