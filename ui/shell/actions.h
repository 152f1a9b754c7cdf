// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>

#include <QAction>

#include "ui/operate/console_context.h"
#include "ui/shell/workspace.h"

class QMenuBar;

namespace gemba::ui {

/// How the console asks for file names; an empty answer means that the person thought better of
/// it. Replaced where no person is there to be asked.
struct FilePrompts
{
    std::function<QString(QWidget*)> open; ///< a session to open
    std::function<QString(QWidget*, const QString& suggested)> save;
    static FilePrompts dialogs();
};

/// Everything one can do, each thing once: menus, buttons and keys trigger these. What is only a
/// matter of time and files is wired here, the rest by the window. Nothing can be triggered that
/// would have no effect in the present mode.
class Actions : public QObject
{
    Q_OBJECT
public:
    Actions(const ConsoleContext& context, FilePrompts prompts, QWidget* window);
    void fillMenus(QMenuBar& bar) const;

    static constexpr std::array kRates{0.1,  0.25, 0.5,   1.0,   2.0,   5.0,   10.0,
                                       30.0, 60.0, 120.0, 300.0, 600.0, 3600.0};

    QAction *open, *saveLast, *record, *quit;
    std::array<QAction*, kWorkspaces.size()> workspaces;
    QAction *overview, *scene, *light, *dark, *clearSelection;
    QAction* acknowledge;
    QAction *playPause, *live, *previousEvent, *nextEvent, *stepBack, *stepForward, *backFifteen;
    QAction *faster, *slower, *normalRate, *goToTime;
    QAction* about;

private:
    QAction* make(const QString& text, const QList<QKeySequence>& keys, const char* name);
    void makeFileActions();
    void makeViewActions();
    void makeTimeActions();
    void refresh();
    void changeRate(int steps);
    [[nodiscard]] QString suggestedName() const;
    ConsoleContext m_context;
    FilePrompts m_prompts;
    QWidget* m_window;
};

} // namespace gemba::ui
