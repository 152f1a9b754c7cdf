// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/machine_delegate.h"

#include <QPainter>

#include "ui/look/figures.h"
#include "ui/look/markers.h"
#include "ui/look/sparkline.h"
#include "ui/models/asset_list_model.h"

namespace gemba::ui {
namespace {

constexpr int kScore = 40;          ///< "100" and the space before it
constexpr int kSparkline = 46;      ///< its width
constexpr int kSparklineFrom = 270; ///< narrower rows keep the room for the name

/// Two lines of text between left and right: a title and, where there is one, a quieter detail.
void drawTwoLines(QPainter& p, const QRectF& area, const QString& title, bool bold,
                  const QString& detail, double scale, const Theme& theme)
{
    const double titleHeight = 19 * scale;
    const double detailHeight = detail.isEmpty() ? 0 : 16 * scale;
    QRectF line(area.left(), area.center().y() - (titleHeight + detailHeight) / 2, area.width(),
                titleHeight);
    p.setPen(theme.text);
    p.setFont(
        Theme::font(static_cast<int>(13 * scale + 0.5), bold ? QFont::DemiBold : QFont::Normal));
    drawLine(p, line, Qt::AlignVCenter, title);
    if (detail.isEmpty())
        return;
    line = QRectF(area.left(), line.bottom(), area.width(), detailHeight);
    p.setPen(theme.quietText);
    p.setFont(Theme::font(static_cast<int>(11.5 * scale + 0.5)));
    drawLine(p, line, Qt::AlignVCenter, detail);
}

} // namespace

QSize MachineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, px(42)};
}

void MachineDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const int priority = i.data(AssetListModel::PriorityRole).toInt();
    const double mark = px(18);
    drawPriority(p, QRectF(rect.left() + px(12), rect.center().y() - mark / 2, mark, mark),
                 priority, i.data(AssetListModel::UnacknowledgedRole).toBool(), theme());
    const QString score = i.data(AssetListModel::ScoreRole).toString();
    const QFont scoreFont = Theme::font(px(17), QFont::Bold);
    const double scoreWidth = std::max(figuresWidth(scoreFont, score), px(24) * 1.0);
    const QRectF scoreRect(rect.right() - px(14) - scoreWidth, rect.top(), scoreWidth,
                           rect.height());
    const double left = rect.left() + px(42);
    double right = scoreRect.left() - px(8);
    if (m_history && rect.width() >= px(kSparklineFrom)) {
        const QRectF spark(rect.right() - px(14) - px(kScore) - px(kSparkline), rect.top() + px(10),
                           px(kSparkline), rect.height() - px(20));
        if (const auto* line = m_history->line(
                twin::AssetId{i.data(AssetListModel::AssetRole).toUInt()}))
            drawSparkline(p, spark, *line, theme());
        right = spark.left() - px(8);
    }
    drawTwoLines(p, QRectF(left, rect.top(), right - left, rect.height()),
                 i.data(AssetListModel::NameRole).toString(), priority > 0,
                 i.data(AssetListModel::DetailRole).toString(), m_scale, theme());
    p.setFont(scoreFont);
    p.setPen(i.data(AssetListModel::ScoredRole).toBool() ? theme().text : theme().quietText);
    drawFigures(p, scoreRect, Qt::AlignRight | Qt::AlignVCenter, score);
}

QSize DecisionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, static_cast<int>(50 * m_scale)};
}

void DecisionDelegate::paintRow(QPainter& p, const QRectF& rect, const QModelIndex& i) const
{
    const double mark = 18 * m_scale;
    drawPriority(p, QRectF(rect.left() + 12 * m_scale, rect.center().y() - mark / 2, mark, mark),
                 i.data(AssetListModel::PriorityRole).toInt(),
                 i.data(AssetListModel::UnacknowledgedRole).toBool(), theme());
    drawTwoLines(p, rect.adjusted(42 * m_scale, 0, -12 * m_scale, 0),
                 i.data(AssetListModel::DecisionTitleRole).toString(), false,
                 i.data(AssetListModel::DecisionDetailRole).toString(), m_scale, theme());
}

} // namespace gemba::ui
