// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QUndoStack>

#include "ui/look/theme.h"
#include "ui/models/bookmark_model.h"
#include "ui/operate/console_context.h"

class QAction;
class QListView;

namespace gemba::ui {

class FlatButton;
class TextLabel;

/// The bookmarks in a small window over the time bar: Return goes there, F2 renames, Delete
/// removes, Ctrl+Z brings back what was removed or renamed.
class BookmarkList : public QFrame, public Themed
{
    Q_OBJECT
public:
    BookmarkList(const ConsoleContext& context, QAction& setHere, QWidget* parent);
    void openAbove(const QWidget& widget);
    void setTheme(const Theme& theme) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void goTo(const QModelIndex& index);
    void remove();
    void refresh();
    ConsoleContext m_context;
    BookmarkModel m_model;
    QUndoStack m_undo;
    QListView* m_list = nullptr;
    TextLabel* m_empty = nullptr;
    FlatButton *m_go = nullptr, *m_rename = nullptr, *m_remove = nullptr, *m_undoButton = nullptr;
};

} // namespace gemba::ui
