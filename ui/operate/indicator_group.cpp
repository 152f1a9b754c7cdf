// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/indicator_group.h"

#include <algorithm>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/look/figures.h"
#include "ui/look/indicator.h"
#include "ui/models/format.h"

namespace gemba::ui {
namespace {

constexpr double kTitle = 38;
constexpr double kSide = 8;
constexpr double kRow = 184; ///< the least height of a row of cells

} // namespace

IndicatorGroup::IndicatorGroup(QWidget* parent) : QWidget(parent) {}

void IndicatorGroup::setTitle(const QString& title)
{
    m_title = title;
    setAccessibleName(title);
    update();
}

void IndicatorGroup::setCells(std::vector<Cell> cells)
{
    const bool same = std::equal(m_cells.begin(), m_cells.end(), cells.begin(), cells.end(),
                                 [](const Cell& a, const Cell& b) {
                                     return a.asset == b.asset && a.name == b.name &&
                                            a.value == b.value && a.unit == b.unit &&
                                            a.figure.looksLike(b.figure);
                                 });
    m_cells = std::move(cells);
    if (!same)
        update();
}

void IndicatorGroup::setScale(double scale)
{
    m_scale = scale;
    update();
}

void IndicatorGroup::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

int IndicatorGroup::perRow(double width) const
{
    const int fit = std::max(1, static_cast<int>((width - 2 * kSide) / cellWidth(m_scale)));
    const int rows = (count() + fit - 1) / fit;
    return rows == 0 ? 1 : (count() + rows - 1) / rows; // evenly over the rows
}

int IndicatorGroup::heightFor(double width) const
{
    const int rows = m_cells.empty() ? 0 : (count() + perRow(width) - 1) / perRow(width);
    return static_cast<int>((kTitle + rows * kRow) * m_scale);
}

QRectF IndicatorGroup::cellRect(int cell) const
{
    const int across = perRow(width());
    const int rows = (count() + across - 1) / across;
    const double w = std::min((width() - 2 * kSide) / across, cellWidth(m_scale) * 2.6);
    const double h = (height() - kTitle * m_scale) / rows;
    return {kSide + w * (cell % across), kTitle * m_scale + h * (cell / across), w, h};
}

int IndicatorGroup::cellAt(const QPointF& position) const
{
    for (int i = 0; i < count(); ++i) {
        if (cellRect(i).contains(position))
            return i;
    }
    return -1;
}

void IndicatorGroup::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setPen(m_theme.text);
    p.setFont(Theme::font(static_cast<int>(15 * m_scale), QFont::Bold));
    drawLine(p, QRectF(14, 0, width() - 28, kTitle * m_scale), Qt::AlignVCenter, m_title);
    for (int i = 0; i < count(); ++i)
        paintCell(p, cellRect(i), m_cells[static_cast<std::size_t>(i)]);
}

void IndicatorGroup::paintCell(QPainter& p, const QRectF& rect, const Cell& cell) const
{
    const double s = m_scale;
    const bool absent = cell.figure.stale || cell.figure.never;
    p.setFont(Theme::font(static_cast<int>(12 * s)));
    p.setPen(m_theme.quietText);
    const QRectF name = rect.adjusted(4, 0, -4, 0);
    const QRectF two(name.left(), rect.top(), name.width(), 31 * s);
    drawLines(p, two, Qt::AlignHCenter | Qt::AlignBottom, cell.name, 2);
    const double figures = 44 * s;
    const QRectF track(rect.center().x() - 7 * s, two.bottom() + 8 * s, 14 * s,
                       rect.height() - two.height() - figures - 18 * s);
    drawIndicator(p, track, Qt::Vertical, cell.figure, m_theme);
    p.setPen(absent ? m_theme.quietText : m_theme.text);
    p.setFont(Theme::font(static_cast<int>(19 * s), QFont::Bold));
    drawFigures(p, QRectF(rect.left(), track.bottom() + 5 * s, rect.width(), 24 * s),
                Qt::AlignHCenter | Qt::AlignVCenter, cell.value);
    p.setPen(m_theme.quietText);
    p.setFont(Theme::font(static_cast<int>(11.5 * s)));
    drawLine(p, QRectF(rect.left(), track.bottom() + 28 * s, rect.width(), 16 * s),
             Qt::AlignHCenter | Qt::AlignVCenter, cell.unit);
}

void IndicatorGroup::mousePressEvent(QMouseEvent* event)
{
    const int i = cellAt(event->position());
    if (i >= 0 && m_cells[static_cast<std::size_t>(i)].asset != twin::kNoAsset)
        Q_EMIT assetClicked(m_cells[static_cast<std::size_t>(i)].asset);
}

bool IndicatorGroup::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int i = cellAt(help->pos());
        QToolTip::showText(
            help->globalPos(),
            i < 0 ? QString() : Format::toolTip(m_cells[static_cast<std::size_t>(i)].name), this);
        return true;
    }
    return QWidget::event(event);
}

QString IndicatorGroup::spokenText() const
{
    QStringList all;
    for (const Cell& cell : m_cells)
        all += QStringList{cell.name, cell.value, cell.unit}.join(QLatin1Char(' '));
    return all.join(QStringLiteral("; "));
}

} // namespace gemba::ui
