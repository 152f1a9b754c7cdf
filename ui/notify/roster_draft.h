// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>

#include "ui/models/notification_desk.h"

class QUndoStack;

namespace gemba::ui {

/// The roster as it is being edited. Every edit can be undone and takes effect at once when the
/// whole is right; until then the desk keeps the last one that was, and problem() says what is
/// wrong. Lives as long as the window whose undo stack it uses. GUI thread.
class RosterDraft : public QObject
{
    Q_OBJECT
public:
    RosterDraft(NotificationDesk& desk, QUndoStack& undo, QObject* parent);

    [[nodiscard]] NotificationDesk& desk() const { return m_desk; }
    [[nodiscard]] const twin::Roster& roster() const { return m_roster; }
    [[nodiscard]] QUndoStack& undo() const { return m_undo; }
    [[nodiscard]] QString problem() const { return m_problem; }
    /// `what`: of the undo action, e.g. "change of Early shift". No change, no edit.
    void edit(const QString& what, const std::function<void(twin::Roster&)>& change);

Q_SIGNALS:
    void changed();

private:
    class Edit;
    void take(const twin::Roster& roster);
    NotificationDesk& m_desk;
    QUndoStack& m_undo;
    twin::Roster m_roster;
    QString m_problem;
};

} // namespace gemba::ui
