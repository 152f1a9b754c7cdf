// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/roster_draft.h"

#include <QPointer>
#include <QUndoStack>

namespace gemba::ui {

class RosterDraft::Edit : public QUndoCommand
{
public:
    Edit(RosterDraft& draft, twin::Roster after, const QString& what)
        : QUndoCommand(what), m_draft(&draft), m_before(draft.m_roster), m_after(std::move(after))
    {
    }
    void undo() override { give(m_before); }
    void redo() override { give(m_after); }

private:
    void give(const twin::Roster& roster)
    {
        if (m_draft) // another plant has another roster
            m_draft->take(roster);
        else
            setObsolete(true);
    }
    QPointer<RosterDraft> m_draft;
    twin::Roster m_before, m_after;
};

RosterDraft::RosterDraft(NotificationDesk& desk, QUndoStack& undo, QObject* parent)
    : QObject(parent), m_desk(desk), m_undo(undo), m_roster(desk.roster())
{
}

void RosterDraft::edit(const QString& what, const std::function<void(twin::Roster&)>& change)
{
    twin::Roster after = m_roster;
    change(after);
    if (after != m_roster)
        m_undo.push(new Edit(*this, std::move(after), what));
}

void RosterDraft::take(const twin::Roster& roster)
{
    m_roster = roster;
    m_problem = m_desk.setRoster(roster);
    Q_EMIT changed();
}

} // namespace gemba::ui
