// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>

#include <QAction>

#include "ui/models/recent_files.h"
#include "ui/operate/console_context.h"
#include "ui/shell/app_services.h"
#include "ui/shell/workspace.h"

class QMenu;
class QMenuBar;

namespace gemba::ui {

class TimeActions;

/// How the console asks for file names; an empty answer means that the person thought better of
/// it. Replaced where no person is there to be asked.
struct FilePrompts
{
    std::function<QString(QWidget*)> open; ///< a session to open
    std::function<QString(QWidget*, const QString& suggested)> save;
    std::function<QString(QWidget*, const QString& what)> name; ///< of something saved here
    std::function<QString(QWidget*, const QString& suggested)> text = {}; ///< to save a text
    static FilePrompts dialogs();
};

/// Everything one can do, each thing once: menus, buttons and keys trigger these. What is only a
/// matter of files is wired here, what is one of time in TimeActions, the rest by the window. Nothing can be triggered that
/// would have no effect in the present mode.
class Actions : public QObject
{
    Q_OBJECT
public:
    Actions(const ConsoleContext& context, FilePrompts prompts, const AppServices& app,
            QWidget* window);
    void fillMenus(QMenuBar& bar);
    void openSession(const QString& path); ///< and remembers it
    /// How names are asked for, e.g. of layouts.
    [[nodiscard]] QString askName(const QString& what) { return m_prompts.name(m_window, what); }

    [[nodiscard]] TimeActions& time() const { return *m_time; }

    RecentFiles recent;
    QAction *open, *saveLast, *record, *quit;
    QAction *watchPlant, *showDemo, *showPumpHouse, *showTurbofans, *newWindow, *closeWindow;
    std::array<QAction*, kWorkspaces.size()> workspaces;
    QAction *overview, *scene, *darkTheme, *clearSelection;
    QAction *acknowledge, *notifications;
    QAction *palette, *settings, *keys, *about, *help, *tour, *saveLogs, *copy;
    QAction *undo, *redo;
    QMenu *scenes = nullptr, *panels = nullptr, *print = nullptr, *plants = nullptr; ///< filled by the window, once there are menus

private:
    QAction* make(const QString& text, const QList<QKeySequence>& keys, const char* name);
    void fillRecent(QMenu& menu);
    void makeFileActions();
    void makeViewActions();
    void makeGeneralActions();
    void refresh();
    [[nodiscard]] QString suggestedName() const;
    ConsoleContext m_context;
    FilePrompts m_prompts;
    AppServices m_app;
    QWidget* m_window;
    TimeActions* m_time = nullptr;
};

} // namespace gemba::ui
