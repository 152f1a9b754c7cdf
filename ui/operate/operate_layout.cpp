// SPDX-License-Identifier: GPL-3.0-or-later
// Where the panels of Operate stand: moved and put away by a person, remembered, and under names.
#include "ui/operate/operate_workspace.h"

#include <QAction>
#include <QListView>
#include <QMouseEvent>
#include <QShowEvent>

#include "ui/look/panel_dock.h"
#include "ui/operate/inspector.h"
#include "ui/operate/overview.h"
#include "ui/operate/scene_panel.h"
#include "ui/operate/trend_panel.h"

namespace gemba::ui {
namespace {

constexpr int kLayoutVersion = 1; ///< counts up when docks come or go
constexpr int kListWidth = 290, kInspectorWidth = 340;
constexpr int kListHeight = 320, kAlertHeight = 260, kTrendHeight = 250;
const QString kRemembered = QStringLiteral("operate-layout");
const QString kRememberedOther = QStringLiteral("operate-layout-%1");
const QString kState = QStringLiteral("state");
const QString kScene = QStringLiteral("scene");
const QString kAway = QStringLiteral("away-%1");

} // namespace

void OperateWorkspace::makePanelActions()
{
    for (PanelDock* dock : m_docks) {
        auto* action = new QAction(dock->windowTitle(), this);
        action->setCheckable(true);
        action->setObjectName(dock->objectName() + QStringLiteral("-shown"));
        connect(action, &QAction::triggered, this, [this, dock](bool shown) {
            if (shown)
                m_away[m_wantScene].remove(dock->objectName());
            else
                m_away[m_wantScene].insert(dock->objectName());
            m_touched = true;
            showDocks();
        });
        connect(dock, &PanelDock::moved, this, [this] { m_touched = true; });
        connect(dock, &PanelDock::putAway, action, [action] { action->trigger(); });
        m_panelActions += action;
    }
}

/// A panel is there unless this view goes without it; in the overview the inspector waits for a
/// machine to be selected.
void OperateWorkspace::showDocks()
{
    const bool plant = m_context.view.plant() != nullptr;
    const bool selected = m_context.selection.asset() != twin::kNoAsset;
    for (qsizetype i = 0; i < m_docks.size(); ++i) {
        PanelDock* dock = m_docks[i];
        const bool wanted = !m_away[m_wantScene].contains(dock->objectName());
        m_panelActions[i]->setChecked(wanted);
        const bool waits = dock == m_inspectorDock && !m_wantScene && !selected;
        if (const bool shown = plant && wanted && !waits; dock->isHidden() == shown)
            dock->setVisible(shown);
    }
}

void OperateWorkspace::rememberAs(int window)
{
    m_rememberedAs = window == 1 ? kRemembered : kRememberedOther.arg(window);
    if (m_trends)
        m_trends->rememberAs(window);
}

void OperateWorkspace::arrange(Arrangement arrangement)
{
    for (PanelDock* dock : m_docks)
        dock->setFloating(false);
    restoreState(m_standard, kLayoutVersion);
    const bool engineer = arrangement == Arrangement::ProcessEngineer;
    m_away[false] = {m_machineDock->objectName(), m_alertDock->objectName()};
    m_away[true].clear();
    if (arrangement == Arrangement::PlantManager)
        m_away[true] = {m_alertDock->objectName(), m_trendDock->objectName()};
    if (!engineer)
        m_away[false].insert(m_trendDock->objectName());
    showView(engineer);
    resizeDocks({m_machineDock, m_inspectorDock}, {kListWidth, kInspectorWidth}, Qt::Horizontal);
    resizeDocks({m_machineDock, m_alertDock}, {kListHeight, kAlertHeight}, Qt::Vertical);
    resizeDocks({m_trendDock}, {engineer ? 2 * kTrendHeight : kTrendHeight}, Qt::Vertical);
    m_touched = arrangement != Arrangement::ShiftLead; // what everybody has at first need not be remembered
}

/// The handles between docks are no widgets: a release where no child is ends a resize.
bool OperateWorkspace::event(QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease &&
        !childAt(static_cast<QMouseEvent*>(event)->position().toPoint()))
        m_touched = true;
    return QMainWindow::event(event);
}

QVariantMap OperateWorkspace::layoutNow() const
{
    QVariantMap map{{kState, saveState(kLayoutVersion)}, {kScene, m_wantScene}};
    for (const bool scene : {false, true})
        map.insert(kAway.arg(scene), QStringList(m_away[scene].begin(), m_away[scene].end()));
    return map;
}

bool OperateWorkspace::applyLayout(const QVariantMap& layout)
{
    if (!restoreState(layout.value(kState).toByteArray(), kLayoutVersion))
        return false;
    for (const bool scene : {false, true}) {
        const QStringList away = layout.value(kAway.arg(scene)).toStringList();
        m_away[scene] = QSet<QString>(away.begin(), away.end());
    }
    showView(layout.value(kScene).toBool());
    bringIntoView();
    m_touched = true;
    return true;
}

/// The sizes of docks mean nothing before the window has its own, so all this waits until then.
void OperateWorkspace::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (m_arranged)
        return;
    m_arranged = true;
    const bool scene = m_wantScene;
    m_standard = saveState(kLayoutVersion);
    arrange(Arrangement::ShiftLead);
    if (const QVariant mine = m_context.settings.remembered(m_rememberedAs); mine.isValid())
        applyLayout(mine.toMap());
    showView(scene);
}

void OperateWorkspace::rememberLayout()
{
    if (!m_arranged)
        return;
    QVariantMap now = layoutNow();
    now.insert(kScene, false); // the overview comes first, always
    m_context.settings.remember(m_rememberedAs, m_touched ? QVariant(now) : QVariant());
}

QList<QAction*> OperateWorkspace::sceneActions() const
{
    return m_scene->allActions();
}

std::vector<Printable> OperateWorkspace::printables() const
{
    std::vector<Printable> all;
    if (m_wantScene)
        all.push_back({tr("Scene"), m_scene});
    else
        all.push_back({tr("Overview"), m_overview});
    for (const PanelDock* dock : m_docks) {
        if (dock->isHidden())
            continue;
        QWidget* content = dock->widget();
        // All of it, not only what the scroll bars leave to be seen.
        if (auto* list = content->findChild<QListView*>(QStringLiteral("machines")))
            content = list;
        else if (dock == m_inspectorDock)
            content = m_inspector->sheet();
        all.push_back({dock->windowTitle(), content});
    }
    return all;
}

void OperateWorkspace::setArranging(bool arranging)
{
    for (PanelDock* dock : m_docks)
        dock->setArranging(arranging);
}

void OperateWorkspace::bringIntoView()
{
    for (PanelDock* dock : m_docks)
        dock->bringIntoView();
}

} // namespace gemba::ui
