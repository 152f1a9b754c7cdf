// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QMainWindow>
#include <QSet>

#include "ui/look/theme.h"
#include "ui/models/asset_list_model.h"
#include "ui/models/phrases.h"
#include "ui/operate/console_context.h"
#include "ui/print/page_printer.h"
#include "ui/scene/scene_maker.h"

class QFrame;
class QScrollArea;
class QStackedWidget;

namespace gemba::ui {

class AlertPanel;
class FlatButton;
class Inspector;
class OverviewSheet;
class PanelDock;
class SceneBar;
class RollUpButton;
class ScenePanel;
class TextLabel;
class TrendPanel;

/// How the panels stand before a person has moved any: what each role looks at.
enum class Arrangement {
    ShiftLead,       ///< the overview alone; lists, scene, trends and inspector beside the scene
    ProcessEngineer, ///< the scene with large trends, which the overview has as well
    PlantManager,    ///< the overview alone; beside the scene only machines and inspector
};

/// Operate: the flat overview first, the scene as its second view, panels around both that a
/// person can move, float and put away. What was changed is remembered when the window closes.
class OperateWorkspace : public QMainWindow, public Themed
{
    Q_OBJECT
public:
    OperateWorkspace(const ConsoleContext& context, AssetListModel& machines,
                     QWidget* parent = nullptr);
    ~OperateWorkspace() override;

    /// Another plant has another scene; null removes it.
    void setScene(SceneMaker make, const QString& why = {});
    void setWaitingFor(const QString& source); ///< where the first message is awaited from
    void showOverview();
    void showScene();
    [[nodiscard]] bool sceneShown() const;
    [[nodiscard]] AlertPanel& alerts() { return *m_alerts; }
    void setTheme(const Theme& theme) override;

    void rememberAs(int window); ///< its number; before it is shown
    void arrange(Arrangement arrangement);
    [[nodiscard]] QVariantMap layoutNow() const;   ///< to be stored; opaque
    bool applyLayout(const QVariantMap& layout);   ///< false: not one of this version
    void setArranging(bool arranging);             ///< panels show titles to be moved by
    [[nodiscard]] QList<QAction*> sceneActions() const; ///< in the order of a menu
    /// What is shown now: the view, then its panels.
    [[nodiscard]] std::vector<Printable> printables() const;
    /// One a panel: checked while the present view has it.
    [[nodiscard]] const QList<QAction*>& panelActions() const { return m_panelActions; }

Q_SIGNALS:
    void viewChanged(); ///< overview or scene

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildSwitch();
    void placeRollUp();
    void buildDocks(AssetListModel& machines);
    void makePanelActions();
    void showView(bool scene);
    void showDocks();
    void rememberLayout();
    void bringIntoView();
    void refresh();
    void showWaiting();

    ConsoleContext m_context;
    QStackedWidget* m_views = nullptr; ///< empty state, overview, scene
    QScrollArea* m_scroll = nullptr;
    OverviewSheet* m_overview = nullptr;
    ScenePanel* m_scene = nullptr;
    SceneBar* m_sceneBar = nullptr;
    RollUpButton* m_rollUp = nullptr;
    TextLabel* m_waiting = nullptr;    ///< fills the workspace before the first snapshot
    Phrases m_phrases;
    TextLabel* m_nothingYet = nullptr; ///< one line: why there is nothing to show, and what to do
    AlertPanel* m_alerts = nullptr;
    TrendPanel* m_trends = nullptr;
    Inspector* m_inspector = nullptr;
    FlatButton* m_overviewButton = nullptr;
    FlatButton* m_sceneButton = nullptr;
    QFrame* m_switch = nullptr;
    PanelDock *m_machineDock = nullptr, *m_alertDock = nullptr, *m_trendDock = nullptr,
              *m_inspectorDock = nullptr;
    QList<PanelDock*> m_docks;
    QList<QAction*> m_panelActions; ///< as m_docks
    QSet<QString> m_away[2];        ///< by view (overview, scene): docks it goes without
    QByteArray m_standard;          ///< where docks stand at first
    bool m_arranged = false;
    bool m_touched = false; ///< a person has changed where panels stand
    QString m_rememberedAs;
    QString m_source;
    bool m_wantScene = false;
};

} // namespace gemba::ui
