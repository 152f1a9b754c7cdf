// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bookmark_list.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScreen>
#include <QUndoCommand>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"

namespace gemba::ui {
namespace {

constexpr QSize kSize(430, 300);

/// One bookmark removed, or brought back.
class Removal : public QUndoCommand
{
public:
    Removal(Transport& transport, Bookmark bookmark)
        : m_transport(transport), m_bookmark(std::move(bookmark))
    {
    }
    void redo() override { m_transport.removeBookmark(m_bookmark.at); }
    void undo() override { m_transport.setBookmark(m_bookmark); }

private:
    Transport& m_transport;
    Bookmark m_bookmark;
};

} // namespace

BookmarkList::BookmarkList(const ConsoleContext& context, QAction& setHere, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_context(context),
      m_model(context.view, context.transport, context.locale), m_list(new QListView),
      m_empty(new TextLabel(TextLabel::Voice::Body, tr("No bookmarks yet. B sets one at the time shown."))),
      m_go(new FlatButton(tr("Go there"))), m_rename(new FlatButton(tr("Rename"))),
      m_remove(new FlatButton(tr("Delete"))), m_undoButton(new FlatButton(tr("Undo")))
{
    setObjectName(QStringLiteral("bookmarkList"));
    setAccessibleName(tr("Bookmarks"));
    setFrameStyle(QFrame::Box);
    auto* here = new FlatButton(tr("Set one here"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(new TextLabel(TextLabel::Voice::Heading, tr("Bookmarks")));
    m_empty->setWrapped(true);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    for (FlatButton* b : {here, m_go, m_rename, m_remove, m_undoButton})
        row->addWidget(b);
    column->addLayout(row);
    m_list->setModel(&m_model);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(2);
    m_list->setFrameStyle(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setAccessibleName(tr("Bookmarks"));
    m_list->installEventFilter(this);
    connect(here, &QPushButton::clicked, &setHere, &QAction::trigger);
    connect(m_go, &QPushButton::clicked, this, [this] { goTo(m_list->currentIndex()); });
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->edit(m_list->currentIndex()); });
    connect(m_remove, &QPushButton::clicked, this, &BookmarkList::remove);
    connect(m_undoButton, &QPushButton::clicked, &m_undo, &QUndoStack::undo);
    connect(m_list, &QListView::doubleClicked, this, &BookmarkList::goTo);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &BookmarkList::refresh);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &BookmarkList::refresh);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &BookmarkList::refresh);
    connect(&m_undo, &QUndoStack::canUndoChanged, this, &BookmarkList::refresh);
    // What was removed elsewhere means nothing in another session.
    connect(&context.view, &ViewState::modeChanged, &m_undo, &QUndoStack::clear);
    refresh();
}

void BookmarkList::refresh()
{
    const bool any = m_model.rowCount() > 0;
    const bool chosen = m_list->currentIndex().isValid();
    m_empty->setVisible(!any);
    for (FlatButton* b : {m_go, m_rename, m_remove})
        b->setEnabled(any && chosen);
    m_undoButton->setEnabled(m_undo.canUndo());
}

void BookmarkList::openAbove(const QWidget& widget)
{
    resize(kSize);
    const QPoint corner = widget.mapToGlobal(QPoint(widget.width(), 0));
    const QRect screen = widget.screen()->availableGeometry();
    QRect place(corner - QPoint(width(), height() + 6), size());
    place.moveLeft(std::clamp(place.left(), screen.left(), std::max(screen.left(), screen.right() - width())));
    place.moveTop(std::max(place.top(), screen.top()));
    move(place.topLeft());
    show();
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
    m_list->setFocus();
    refresh();
}

void BookmarkList::setTheme(const Theme& theme)
{
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::WindowText, theme.line);
    palette.setColor(QPalette::Highlight, theme.ink);
    palette.setColor(QPalette::HighlightedText, theme.inkText);
    setPalette(palette);
    m_list->setPalette(palette);
    m_list->setFont(Theme::font(13));
}

void BookmarkList::goTo(const QModelIndex& index)
{
    if (const Bookmark b = m_model.at(index.row()); index.isValid() && b.at != twin::kNoTime) {
        m_context.transport.seek(b.at);
        hide();
    }
}

void BookmarkList::remove()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid())
        m_undo.push(new Removal(m_context.transport, m_model.at(index.row())));
}

void BookmarkList::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo))
        return m_undo.undo();
    if (event->key() == Qt::Key_Delete)
        return remove();
    QFrame::keyPressEvent(event);
}

bool BookmarkList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) { // an editor keeps its own
            goTo(m_list->currentIndex());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace gemba::ui
