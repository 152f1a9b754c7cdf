// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QMainWindow>

#include "ui/models/asset_list_model.h"
#include "ui/operate/console_context.h"
#include "ui/print/page_printer.h"
#include "ui/scene/scene_maker.h"
#include "ui/shell/actions.h"
#include "ui/shell/app_services.h"
#include "ui/shell/workspace.h"

class QMenuBar;
class QStackedWidget;

namespace gemba::ui {

class DayQuery;
class NavRail;
class NotificationDesk;
class OperateWorkspace;
class ReplayFrame;
class StartPage;
class TimeBar;
class TopBar;
class WindowDialogs;
struct Theme;

struct WindowOptions
{
    QLocale locale = QLocale::c(); ///< language of plant texts, names of days
    QString waitingFor; ///< shown until the first message: "mqtt://localhost:1883"
    FilePrompts prompts = FilePrompts::dialogs();
    AppServices app; ///< the program around the window
    int number = 1;  ///< which of the windows: each remembers a layout of its own
};

/// The console's window: rail, top bar, workspaces, time bar. It shows what ViewState holds and
/// asks Transport and HistoryQuery for everything else; they and the settings outlive it. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(ViewState& view, Transport& transport, HistoryQuery& history, Settings& settings,
               WindowOptions options = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// The scene of the plant shown; to be replaced when another plant is. Null: none.
    void setScene(SceneMaker make, const QString& why = {});
    void setWaitingFor(const QString& source);
    /// Where days are read from, for the daily sheet; it outlives the window.
    void setDays(DayQuery& days);
    /// Who is told of the live plant's alerts; it outlives the window.
    void setNotifications(NotificationDesk* desk);
    void showWorkspace(Workspace workspace);
    void showOverview(); ///< of Operate
    void showScene();
    void setDark(bool dark);
    [[nodiscard]] bool dark() const { return m_dark; }
    [[nodiscard]] Selection& selection() { return m_selection; }
    [[nodiscard]] Actions& actions() { return *m_actions; }
    [[nodiscard]] WindowDialogs& dialogs() { return *m_dialogs; }
    /// Where it stands and what it shows, to be put back another time; opaque.
    [[nodiscard]] QVariantMap stateNow() const;
    void applyState(const QVariantMap& state);

Q_SIGNALS:
    void closed();    ///< by a person
    void quitAsked(); ///< all windows

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildWorkspaces();
    void connectActions();
    void connectDialogs();
    void followTheme();
    [[nodiscard]] std::vector<Printable> printables() const;
    void bringIntoView();
    void showOpen();
    void showMode();
    void showTitle();

    Selection m_selection;
    QUndoStack m_undo;
    ConsoleContext m_context;
    WindowOptions m_options;
    Actions* m_actions = nullptr;
    QMenuBar* m_menus = nullptr;
    AssetListModel* m_machines = nullptr;
    NavRail* m_rail = nullptr;
    TopBar* m_topBar = nullptr;
    TimeBar* m_timeBar = nullptr;
    QStackedWidget* m_stack = nullptr;
    OperateWorkspace* m_operate = nullptr;
    StartPage* m_start = nullptr;
    WindowDialogs* m_dialogs = nullptr;
    Workspace m_workspace = Workspace::Operate;
    ReplayFrame* m_frame = nullptr;
    std::string m_plantId; ///< of the plant that the selection is about
    bool m_dark = false;
};

} // namespace gemba::ui
