// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/indicator_group.h"

#include <algorithm>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/look/figures.h"
#include "ui/look/indicator.h"
#include "ui/look/markers.h"
#include "ui/look/reading.h"
#include "ui/models/format.h"

namespace gemba::ui {
namespace {

constexpr double kSide = 8;
constexpr double kLeastTrack = 66;
constexpr double kTrackWidth = 30;
constexpr int kNameLines = 2; ///< a name in full says more than a large one cut off

double titleHeight(double scale)
{
    return Reading::line(Reading(scale).title()) + 10 * scale;
}

/// The least height of a row of cells.
double rowHeight(double scale)
{
    const Reading r(scale);
    return kNameLines * r.line(r.caption()) + r.px(kLeastTrack) + r.line(r.figure()) + r.line(r.caption()) +
           r.px(24);
}

int perRow(int cells, double width, double scale)
{
    const int fit =
        std::max(1, static_cast<int>((width - 2 * kSide) / IndicatorGroup::cellWidth(scale)));
    const int rows = (cells + fit - 1) / fit;
    return rows == 0 ? 1 : (cells + rows - 1) / rows; // evenly over the rows
}

} // namespace

IndicatorGroup::IndicatorGroup(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
}

void IndicatorGroup::setTitle(const QString& title)
{
    m_title = title;
    setAccessibleName(title);
    update();
}

QString IndicatorGroup::said(const Cell& cell) const
{
    const QString value = cell.unit.isEmpty() ? cell.value : cell.value + QChar(0xa0) + cell.unit;
    if (cell.figure.never)
        return tr("%1: no data").arg(cell.full);
    if (cell.figure.stale)
        return tr("%1: %2, stale").arg(cell.full, value);
    switch (cell.figure.breached()) {
    case 1: return tr("%1: %2, beyond the trip limit").arg(cell.full, value);
    case 2: return tr("%1: %2, beyond the alert limit").arg(cell.full, value);
    default: return tr("%1: %2", "name, value").arg(cell.full, value);
    }
}

void IndicatorGroup::setCells(std::vector<Cell> cells)
{
    const bool same = std::equal(m_cells.begin(), m_cells.end(), cells.begin(), cells.end(),
                                 [](const Cell& a, const Cell& b) {
                                     return a.asset == b.asset && a.full == b.full &&
                                            a.value == b.value && a.unit == b.unit &&
                                            a.figure.looksLike(b.figure);
                                 });
    m_cells = std::move(cells);
    m_current = std::clamp(m_current, 0, std::max(count() - 1, 0));
    if (same)
        return;
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

int IndicatorGroup::heightFor(int cells, double width, double scale)
{
    const int across = perRow(cells, width, scale);
    const int rows = cells == 0 ? 0 : (cells + across - 1) / across;
    return static_cast<int>(titleHeight(scale) + rows * rowHeight(scale));
}

QRectF IndicatorGroup::cellRect(int cell) const
{
    const int across = perRow(count(), width(), m_scale);
    const int rows = (count() + across - 1) / across;
    const double w = std::min((width() - 2 * kSide) / across, cellWidth(m_scale) * 2.2);
    const double top = titleHeight(m_scale);
    const double h = (height() - top) / rows;
    return {kSide + w * (cell % across), top + h * (cell / across), w, h};
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
    const Reading r(m_scale);
    p.setPen(m_theme.text);
    p.setFont(Theme::font(r.title(), QFont::Bold));
    drawLine(p, QRectF(14, 0, width() - 28, titleHeight(m_scale)), Qt::AlignVCenter, m_title);
    for (int i = 0; i < count(); ++i) {
        const QRectF rect = cellRect(i);
        paintCell(p, rect, m_cells[static_cast<std::size_t>(i)]);
        if (hasFocus() && i == m_current) {
            p.setPen(QPen(m_theme.text, 2));
            p.setBrush(Qt::NoBrush);
            p.drawRect(rect.adjusted(3, 1, -3, -3));
        }
    }
}

void IndicatorGroup::paintCell(QPainter& p, const QRectF& rect, const Cell& cell) const
{
    const Reading r(m_scale);
    const bool absent = cell.figure.stale || cell.figure.never;
    const QRectF text = rect.adjusted(r.px(5), 0, -r.px(5), 0);
    p.setPen(m_theme.text);
    const double names = kNameLines * r.line(r.caption());
    p.setFont(Theme::font(r.caption()));
    drawLines(p, QRectF(text.left(), rect.top(), text.width(), names),
              Qt::AlignHCenter | Qt::AlignBottom, cell.name, kNameLines);
    const double below = r.line(r.figure()) + r.line(r.caption()) + r.px(12);
    const double trackTop = rect.top() + names + r.px(8);
    const QRectF track(rect.center().x() - r.px(kTrackWidth) / 2, trackTop, r.px(kTrackWidth),
                       rect.bottom() - below - trackTop);
    drawIndicator(p, track, Qt::Vertical, cell.figure, m_theme);
    if (const int priority = cell.figure.breached()) {
        const double side = std::max(r.px(44), 16.0);
        drawPriority(p, QRectF(track.left() - side - r.px(16), track.top(), side, side), priority,
                     false, m_theme);
    }
    const double valueTop = track.bottom() + r.px(4);
    p.setPen(absent ? m_theme.quietText : m_theme.text);
    drawFitted(p, QRectF(text.left(), valueTop, text.width(), r.line(r.figure())),
               Qt::AlignHCenter | Qt::AlignVCenter, cell.value,
               Theme::font(r.figure(), QFont::Bold));
    p.setPen(m_theme.quietText);
    drawFitted(p,
               QRectF(text.left(), valueTop + r.line(r.figure()), text.width(),
                      r.line(r.caption())),
               Qt::AlignHCenter | Qt::AlignVCenter, cell.unit, Theme::font(r.caption()));
}

void IndicatorGroup::choose(int cell)
{
    if (cell < 0 || cell >= count())
        return;
    m_current = cell;
    update();
    if (const auto asset = m_cells[static_cast<std::size_t>(cell)].asset; asset != twin::kNoAsset)
        Q_EMIT assetClicked(asset);
}

void IndicatorGroup::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        choose(cellAt(event->position()));
}

QString IndicatorGroup::copyText() const
{
    return m_copyOf && m_current < count() ? m_copyOf(m_cells[static_cast<std::size_t>(m_current)].tag) : QString();
}

void IndicatorGroup::contextMenuEvent(QContextMenuEvent* event)
{
    const int cell = event->reason() == QContextMenuEvent::Mouse ? cellAt(event->pos()) : m_current;
    if (cell < 0 || cell >= count())
        return;
    m_current = cell;
    update();
    popUpCopyMenu(*this, copyText(), event->reason() == QContextMenuEvent::Mouse
                                         ? event->globalPos()
                                         : mapToGlobal(cellRect(cell).center().toPoint()));
}

void IndicatorGroup::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down  ? 1
                     : event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1
                                                                                    : 0;
    if (step != 0 && count() > 0) {
        m_current = std::clamp(m_current + step, 0, count() - 1);
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(m_current);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void IndicatorGroup::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

bool IndicatorGroup::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // With the keyboard here the arrows move here, not through time.
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up ||
            key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int i = cellAt(help->pos());
        QToolTip::showText(
            help->globalPos(),
            i < 0 ? QString() : Format::toolTip(said(m_cells[static_cast<std::size_t>(i)])), this);
        return true;
    }
    return QWidget::event(event);
}

QString IndicatorGroup::spokenText() const
{
    QStringList all;
    for (const Cell& cell : m_cells)
        all += said(cell);
    return all.join(QStringLiteral("; "));
}

} // namespace gemba::ui
