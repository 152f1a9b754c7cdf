// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "ui/look/theme.h"
#include "ui/models/asset_list_model.h"
#include "ui/models/phrases.h"
#include "ui/operate/console_context.h"

class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace gemba::ui {

class AlertPanel;
class FlatButton;
class Inspector;
class OverviewSheet;
class ScenePanel;
class SceneView;
class TextLabel;
class TrendPanel;

/// Operate: the flat overview first, the scene as its second view, the inspector beside both
/// (in the overview only while a machine is selected).
class OperateWorkspace : public QWidget, public Themed
{
    Q_OBJECT
public:
    OperateWorkspace(const ConsoleContext& context, AssetListModel& machines,
                     QWidget* parent = nullptr);
    ~OperateWorkspace() override;

    /// Another plant has another scene; null removes it.
    void setScene(std::unique_ptr<SceneView> scene);
    void setWaitingFor(const QString& source); ///< where the first message is awaited from
    void showOverview();
    void showScene();
    [[nodiscard]] bool sceneShown() const;
    [[nodiscard]] AlertPanel& alerts() { return *m_alerts; }
    void setTheme(const Theme& theme) override;

Q_SIGNALS:
    void viewChanged(); ///< overview or scene

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* buildSwitch();
    QWidget* buildScene(AssetListModel& machines);
    void refresh();
    void showWaiting();

    ConsoleContext m_context;
    QStackedWidget* m_views = nullptr; ///< empty state, overview, scene
    QScrollArea* m_scroll = nullptr;
    OverviewSheet* m_overview = nullptr;
    ScenePanel* m_scene = nullptr;
    TextLabel* m_waiting = nullptr;    ///< fills the workspace before the first snapshot
    Phrases m_phrases;
    TextLabel* m_nothingYet = nullptr; ///< one line: why there is nothing to show, and what to do
    AlertPanel* m_alerts = nullptr;
    TrendPanel* m_trends = nullptr;
    Inspector* m_inspector = nullptr;
    FlatButton* m_overviewButton = nullptr;
    FlatButton* m_sceneButton = nullptr;
    QString m_source;
    bool m_wantScene = false;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui
