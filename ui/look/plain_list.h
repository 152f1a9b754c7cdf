// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

#include "ui/look/flash_clock.h"
#include "ui/look/theme.h"
#include "ui/models/selection.h"

class QMenu;

namespace gemba::ui {

/// A list as the console shows it: no frame, one selected row, scrolls by pixels. It can ask for
/// as much height as its rows need, so that only the panel around it scrolls.
class PlainList : public QListView
{
    Q_OBJECT
public:
    explicit PlainList(QWidget* parent = nullptr);
    void setGrown(bool grown); ///< its height is that of all rows
    /// Rows can be dragged elsewhere, as the mime data of the model, whether they are selected or
    /// not.
    void setDragsRows(bool drags) { m_dragsRows = drags; }
    [[nodiscard]] bool isDragging() const { return m_dragging; }
    void setModel(QAbstractItemModel* model) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Keeps the selected row and the selection together; `assetRole` gives the asset's index.
    void followSelection(Selection& selection, int assetRole);
    /// Repaints the rows in sight whose `waitsRole` is true at each beat.
    void followFlash(const FlashClock& clock, int waitsRole);

Q_SIGNALS:
    void returnPressed(const QModelIndex& row); ///< with a row selected
    void menuWanted(QMenu& menu, const QModelIndex& row); ///< others add theirs to the menu of a row

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    /// A menu that copies the row, where its model says what (kCopyRole).
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void regrow();
    void dragRow();
    bool m_grown = false, m_dragsRows = false, m_dragging = false;
    QPoint m_pressedAt;
    QPersistentModelIndex m_pressedRow;
};

/// Paints rows with a Theme; draws ground, selection and the line below, then the row itself.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const Theme& theme) { m_theme = theme; }
    /// The beat of markers; without one they stand still. Outlives the delegate.
    void setFlash(const FlashClock* clock) { m_flash = clock; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const final;

protected:
    virtual void paintRow(QPainter& painter, const QRectF& rect,
                          const QModelIndex& index) const = 0;
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    [[nodiscard]] Attention attention(int priority, bool waiting) const;

private:
    Theme m_theme = Theme::light();
    const FlashClock* m_flash = nullptr;
};

} // namespace gemba::ui
