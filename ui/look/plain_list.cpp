// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/plain_list.h"

#include <QContextMenuEvent>
#include <QApplication>
#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QPaintEngine>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include "ui/look/copyable.h"
#include "ui/models/copy_text.h"

namespace gemba::ui {

PlainList::PlainList(QWidget* parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    setTextElideMode(Qt::ElideRight);
    viewport()->setAutoFillBackground(false);
}

void PlainList::setGrown(bool grown)
{
    m_grown = grown;
    setVerticalScrollBarPolicy(grown ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, grown ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

void PlainList::setModel(QAbstractItemModel* newModel)
{
    QListView::setModel(newModel);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(newModel, signal, this, &PlainList::regrow);
    connect(newModel, &QAbstractItemModel::modelReset, this, &PlainList::regrow);
    connect(newModel, &QAbstractItemModel::layoutChanged, this, &PlainList::regrow);
}

void PlainList::regrow()
{
    if (m_grown)
        updateGeometry();
}

QSize PlainList::sizeHint() const
{
    if (!m_grown || !model())
        return {200, 120};
    int height = 0;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int row = 0; row < model()->rowCount(); ++row)
        height += itemDelegate()->sizeHint(option, model()->index(row, 0)).height();
    return {200, height};
}

QSize PlainList::minimumSizeHint() const
{
    return m_grown ? sizeHint() : QSize(80, 40);
}

void PlainList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    doItemsLayout(); // rows are as wide as the list
}

void PlainList::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->position().toPoint();
    m_pressedRow = event->button() == Qt::LeftButton ? indexAt(m_pressedAt) : QModelIndex();
    QListView::mousePressEvent(event);
}

void PlainList::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint way = event->position().toPoint() - m_pressedAt;
    if (!m_dragsRows || !event->buttons().testFlag(Qt::LeftButton) || !m_pressedRow.isValid())
        return QListView::mouseMoveEvent(event);
    if (way.manhattanLength() >= QApplication::startDragDistance())
        dragRow();
}

void PlainList::dragRow()
{
    const QModelIndex row = std::exchange(m_pressedRow, QModelIndex());
    QMimeData* data = model()->flags(row).testFlag(Qt::ItemIsDragEnabled) ? model()->mimeData({row}) : nullptr;
    if (!data)
        return;
    QDrag drag(this);
    drag.setMimeData(data);
    drag.setPixmap(viewport()->grab(visualRect(row)));
    m_dragging = true;
    drag.exec(Qt::CopyAction);
    m_dragging = false;
    setState(NoState);
}

/// While no row is selected the first arrow key selects one and does not also move on.
void PlainList::keyPressEvent(QKeyEvent* event)
{
    const bool moves = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (moves && selectionMode() != NoSelection && model() && model()->rowCount() > 0 &&
        !selectionModel()->hasSelection()) {
        const QModelIndex start = currentIndex().isValid() ? currentIndex() : model()->index(0, 0);
        selectionModel()->setCurrentIndex(start, QItemSelectionModel::ClearAndSelect);
        return;
    }
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enters && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        Q_EMIT returnPressed(currentIndex());
    QListView::keyPressEvent(event);
}

/// A selected row shows the keyboard's focus; without one the list itself has to.
void PlainList::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (!hasFocus() || (selectionModel() && selectionModel()->hasSelection()))
        return;
    QPainter p(viewport());
    p.setPen(QPen(palette().color(QPalette::WindowText), 2));
    p.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

void PlainList::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex row = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos())
                                                                        : currentIndex();
    const QString text = row.data(kCopyRole).toString();
    if (text.isEmpty())
        return QListView::contextMenuEvent(event);
    QMenu menu(this);
    QAction* copy = menu.addAction(tr("Copy"));
    copy->setToolTip(Format::toolTip(text));
    Q_EMIT menuWanted(menu, row);
    if (menu.exec(event->globalPos()) == copy)
        putOnClipboard(text);
}

void PlainList::followSelection(Selection& selection, int assetRole)
{
    const auto show = [this, &selection, assetRole] {
        QModelIndex wanted;
        for (int row = 0; row < model()->rowCount() && !wanted.isValid(); ++row) {
            const QModelIndex i = model()->index(row, 0);
            if (i.data(assetRole).toUInt() == twin::index(selection.asset()))
                wanted = i;
        }
        if (!wanted.isValid())
            selectionModel()->clear();
        else if (!selectionModel()->isSelected(wanted))
            selectionModel()->setCurrentIndex(wanted, QItemSelectionModel::ClearAndSelect);
    };
    connect(&selection, &Selection::changed, this, show);
    connect(model(), &QAbstractItemModel::modelReset, this, show);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [&selection, assetRole](const QItemSelection& selected) {
                if (!selected.isEmpty())
                    selection.setAsset(
                        twin::AssetId{selected.indexes().first().data(assetRole).toUInt()});
            });
    show();
}

void PlainList::followFlash(const FlashClock& clock, int waitsRole)
{
    connect(&clock, &FlashClock::ticked, this, [this, waitsRole] {
        if (!isVisible() || !model())
            return;
        const QRect seen = viewport()->rect();
        for (QModelIndex i = indexAt(seen.topLeft()); i.isValid(); i = i.siblingAtRow(i.row() + 1)) {
            const QRect row = visualRect(i);
            if (row.top() > seen.bottom())
                break;
            if (i.data(waitsRole).toBool())
                viewport()->update(row);
        }
    });
}

Attention RowDelegate::attention(int priority, bool waiting) const
{
    return m_flash ? m_flash->attention(priority, waiting)
           : waiting ? Attention::Ring
                     : Attention::None;
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const
{
    // On paper a row that the view cuts off would spill over what is below it.
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view && painter->paintEngine()->type() != QPaintEngine::Raster &&
        !view->viewport()->rect().contains(option.rect))
        return;
    painter->save();
    const QRectF rect(option.rect);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(rect, m_theme.raised);
    painter->setPen(QPen(m_theme.softLine, 1));
    painter->drawLine(QPointF(rect.left(), rect.bottom() - 0.5),
                      QPointF(rect.right(), rect.bottom() - 0.5));
    if (selected) {
        const bool focus = option.state & QStyle::State_HasFocus;
        painter->setPen(QPen(m_theme.text, focus ? 2 : 1));
        painter->drawRect(rect.adjusted(1, 1, -1, -1.5));
    }
    paintRow(*painter, rect, index);
    painter->restore();
}

} // namespace gemba::ui
