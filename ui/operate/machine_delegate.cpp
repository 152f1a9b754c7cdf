// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/machine_delegate.h"

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/look/markers.h"
#include "ui/look/sparkline.h"
#include "ui/models/asset_list_model.h"

namespace gemba::ui {
namespace {

constexpr double kMark = 18;
constexpr double kLeft = 42;      ///< where texts begin
constexpr double kSparkWidth = 46;
constexpr double kSparkHeight = 18;
constexpr double kSparkFrom = 210; ///< narrower rows keep the room for the name

} // namespace

QSize MachineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, kRow};
}

void MachineDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const int priority = i.data(AssetListModel::PriorityRole).toInt();
    const bool waits = i.data(AssetListModel::UnacknowledgedRole).toBool();
    drawPriority(p, QRectF(rect.left() + 12, rect.center().y() - kMark / 2, kMark, kMark), priority,
                 attention(priority, waits), theme());
    const QString score = i.data(AssetListModel::ScoreRole).toString();
    const QFont scoreFont = Theme::font(17, QFont::Bold);
    const double scoreWidth = std::max(figuresWidth(scoreFont, QStringLiteral("100")),
                                       figuresWidth(scoreFont, score));
    const QRectF scoreRect(rect.right() - 12 - scoreWidth, rect.top(), scoreWidth, rect.height());
    const double left = rect.left() + kLeft;
    const bool two = !i.data(AssetListModel::DetailRole).toString().isEmpty() ||
                     !i.data(AssetListModel::MarksRole).value<MachineMarks>().isEmpty();
    const double top = two ? rect.top() + 4 : rect.center().y() - kSparkHeight / 2;
    double right = scoreRect.left() - 10;
    if (m_history && rect.width() >= kSparkFrom) {
        const QRectF spark(right - kSparkWidth, top, kSparkWidth, kSparkHeight);
        if (const auto* line =
                m_history->line(twin::AssetId{i.data(AssetListModel::AssetRole).toUInt()}))
            drawSparkline(p, spark, *line, theme());
        right = spark.left() - 8;
    }
    p.setPen(theme().text);
    p.setFont(Theme::font(13, priority > 0 ? QFont::DemiBold : QFont::Normal));
    drawLine(p, QRectF(left, top, right - left, kSparkHeight), Qt::AlignVCenter,
             i.data(AssetListModel::NameRole).toString(), Qt::ElideMiddle);
    if (two)
        paintBelow(p, QRectF(left, top + 18, scoreRect.left() - left - 6, 17), i);
    p.setFont(scoreFont);
    p.setPen(i.data(AssetListModel::ScoredRole).toBool() ? theme().text : theme().quietText);
    drawFigures(p, scoreRect, Qt::AlignRight | Qt::AlignVCenter, score);
}

void MachineDelegate::paintBelow(QPainter& p, const QRectF& line, const QModelIndex& i) const
{
    double left = line.left();
    p.setFont(Theme::font(11, QFont::DemiBold));
    for (const MachineMark& m : i.data(AssetListModel::MarksRole).value<MachineMarks>()) {
        if (left > line.right() - 40)
            break; // the tool tip has them all
        left = drawMark(p, QPointF(left, line.top() + 1), m.text, m.doubt, theme()).right() + 6;
    }
    p.setPen(theme().quietText);
    p.setFont(Theme::font(12));
    drawLine(p, QRectF(left, line.top(), line.right() - left, line.height()), Qt::AlignVCenter,
             i.data(AssetListModel::DetailRole).toString());
}

} // namespace gemba::ui
