// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QUndoCommand>

#include "ui/models/pen_book.h"

namespace gemba::ui {

/// A change of the pen book that can be taken back.
class BookEdit : public QUndoCommand
{
public:
    BookEdit(PenBook& book, PenSets after, const QString& what)
        : QUndoCommand(what), m_book(&book), m_before(book.sets()), m_after(std::move(after))
    {
    }
    void redo() override { put(m_after); }
    void undo() override { put(m_before); }

private:
    /// Another plant has another book: its sets are not to be overwritten.
    void put(const PenSets& sets)
    {
        if (m_book && m_book->sets().plant == m_before.plant)
            m_book->replace(sets);
    }
    QPointer<PenBook> m_book;
    PenSets m_before, m_after;
};

} // namespace gemba::ui
