// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>

class QMenu;
class QUndoStack;

namespace gemba::ui {

class OperateWorkspace;
class Settings;

/// The menu of panels and layouts: which panels there are, arranging them, the layouts of the
/// roles, and a person's own under names. Deleting one can be undone.
class LayoutMenu : public QObject
{
    Q_OBJECT
public:
    /// Asks for a name; empty: thought better of it.
    using AskName = std::function<QString(const QStringList& taken)>;

    LayoutMenu(OperateWorkspace& workspace, Settings& settings, QUndoStack& undo, AskName ask,
               QObject* parent);
    void fill(QMenu& menu);

    [[nodiscard]] QStringList names() const; ///< own layouts, sorted
    void save(const QString& name);          ///< what stands now; replaces one of that name
    void remove(const QString& name);
    void rename(const QString& name, const QString& to); ///< replaces one of that name
    void apply(const QString& name);

private:
    void fillOwn(QMenu& menu);
    void store(const QString& name, const QVariant& layout); ///< invalid: forget it

    OperateWorkspace& m_workspace;
    Settings& m_settings;
    QUndoStack& m_undo;
    AskName m_ask;
    QMenu* m_own = nullptr;
    QMenu *m_rename = nullptr, *m_delete = nullptr;
};

} // namespace gemba::ui
