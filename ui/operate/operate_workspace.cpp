// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/operate_workspace.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>

#include "ui/look/flat_button.h"
#include "ui/look/panel_dock.h"
#include "ui/operate/alert_panel.h"
#include "ui/operate/inspector.h"
#include "ui/operate/machine_list.h"
#include "ui/operate/overview.h"
#include "ui/operate/roll_up_button.h"
#include "ui/operate/scene_bar.h"
#include "ui/operate/scene_panel.h"
#include "ui/operate/trend_panel.h"
#include "ui/scene/scene_view.h"

namespace gemba::ui {
namespace {

enum Page { kWaitingPage, kOverviewPage, kScenePage };
constexpr int kInspectorLeast = 300;

} // namespace

OperateWorkspace::OperateWorkspace(const ConsoleContext& context, AssetListModel& machines,
                                   QWidget* parent)
    : QMainWindow(parent), m_context(context), m_views(new QStackedWidget),
      m_scroll(new QScrollArea), m_overview(new OverviewSheet(context, machines)),
      m_waiting(new TextLabel(TextLabel::Voice::Body)), m_phrases(context.locale),
      m_nothingYet(new TextLabel(TextLabel::Voice::Body)), m_inspector(new Inspector(context))
{
    rememberAs(1);
    setWindowFlags(Qt::Widget); // a part of the window with docks of its own
    setDockNestingEnabled(true);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWrapped(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_overview);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->viewport()->installEventFilter(this);
    m_scene = new ScenePanel(m_context);
    for (QWidget* page : std::initializer_list<QWidget*>{m_waiting, m_scroll, m_scene})
        m_views->addWidget(page);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildSwitch());
    column->addWidget(m_views, 1);
    setCentralWidget(centre);
    buildDocks(machines);
    connect(m_scene, &ScenePanel::tagClicked, m_inspector, &Inspector::showInput);
    connect(&context.view, &ViewState::snapshotChanged, this, &OperateWorkspace::refresh);
    connect(&context.selection, &Selection::changed, this, &OperateWorkspace::refresh);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &OperateWorkspace::bringIntoView);
    refresh();
}

OperateWorkspace::~OperateWorkspace()
{
    rememberLayout();
}

QWidget* OperateWorkspace::buildSwitch()
{
    m_switch = new QFrame;
    m_switch->setObjectName(QStringLiteral("viewSwitch"));
    auto* row = new QHBoxLayout(m_switch);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(6);
    m_overviewButton = new FlatButton(tr("Overview"));
    m_sceneButton = new FlatButton(tr("Scene"));
    m_overviewButton->setObjectName(QStringLiteral("overviewButton"));
    m_sceneButton->setObjectName(QStringLiteral("sceneButton"));
    connect(m_overviewButton, &QPushButton::clicked, this, &OperateWorkspace::showOverview);
    connect(m_sceneButton, &QPushButton::clicked, this, &OperateWorkspace::showScene);
    row->addWidget(m_overviewButton);
    row->addWidget(m_sceneButton);
    m_sceneBar = m_scene->makeBar();
    row->addWidget(m_sceneBar);
    row->addSpacing(12);
    row->addWidget(m_nothingYet, 1);
    m_rollUp = new RollUpButton(m_context);
    row->addWidget(m_rollUp);
    m_switch->installEventFilter(this);
    m_switch->setFixedHeight(40);
    return m_switch;
}

void OperateWorkspace::buildDocks(AssetListModel& machines)
{
    m_alerts = new AlertPanel(m_context);
    m_trends = new TrendPanel(m_context);
    const auto add = [this](const char* id, const QString& title, QWidget* panel,
                            Qt::DockWidgetArea area) {
        auto* dock = new PanelDock(QString::fromLatin1(id), title, panel);
        addDockWidget(area, dock);
        dock->setProperty("helpPage", QString::fromLatin1(id).section(QLatin1Char('-'), 0, 0));
        dock->setArranging(false);
        m_docks += dock;
        return dock;
    };
    // The corners belong to the sides: lists and inspector reach from top to bottom.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_machineDock = add("machines-dock", tr("Machines"), new MachineList(m_context, machines),
                        Qt::LeftDockWidgetArea);
    m_alertDock = add("alerts-dock", tr("Alerts"), m_alerts, Qt::LeftDockWidgetArea);
    m_trendDock = add("trends-dock", tr("Trends"), m_trends, Qt::BottomDockWidgetArea);
    m_inspectorDock = add("inspector-dock", tr("Inspector"), m_inspector,
                          Qt::RightDockWidgetArea);
    m_inspector->setMinimumWidth(kInspectorLeast);
    connect(m_inspector, &Inspector::trendsWanted, this, [this] {
        showScene();
        m_away[true].remove(m_trendDock->objectName());
        showDocks();
        m_trendDock->raise();
    });
    makePanelActions();
}

void OperateWorkspace::setScene(SceneMaker make, const QString& why)
{
    m_scene->setScene(std::move(make), why);
}

void OperateWorkspace::setWaitingFor(const QString& source)
{
    m_source = source;
    showWaiting();
}

void OperateWorkspace::showOverview()
{
    showView(false);
}

void OperateWorkspace::showScene()
{
    showView(true);
}

void OperateWorkspace::showView(bool scene)
{
    m_wantScene = scene;
    refresh();
    Q_EMIT viewChanged();
}

bool OperateWorkspace::sceneShown() const
{
    return m_wantScene;
}

void OperateWorkspace::refresh()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    const bool plant = snapshot && snapshot->plant;
    m_views->setCurrentIndex(!plant ? kWaitingPage : m_wantScene ? kScenePage : kOverviewPage);
    m_overviewButton->setFilled(!m_wantScene);
    m_sceneButton->setFilled(m_wantScene);
    m_sceneBar->setVisible(plant && m_wantScene);
    placeRollUp();
    showDocks();
    showWaiting();
}

void OperateWorkspace::showWaiting()
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    QString source = m_source;
    bool anything = false;
    if (snapshot) {
        for (const twin::TagState& t : snapshot->tags)
            anything |= t.arrival != twin::kNoTime;
        if (!snapshot->sources.empty())
            source = QString::fromStdString(snapshot->sources.front().address);
    }
    const QString waiting = source.isEmpty()
                                ? tr("Waiting for the first message.")
                                : tr("Waiting for the first message from %1.").arg(source);
    const bool live = m_context.view.mode() == Mode::Live;
    m_waiting->setText(live ? waiting : tr("No record at this instant."));
    if (snapshot && snapshot->plant && snapshot->plant->assets.empty())
        m_nothingYet->setText(tr("This plant description has no machines."));
    else if (snapshot && live) {
        m_phrases.setPlant(snapshot->plant, m_context.view.units());
        m_nothingYet->setText(m_phrases.dataTrouble(*snapshot));
    }
    else
        m_nothingYet->setText(anything || !snapshot ? QString() : tr("No record at this instant."));
}

/// The buttons come first: it is there where they leave it room.
void OperateWorkspace::placeRollUp()
{
    const QLayout& row = *m_switch->layout();
    int taken = row.contentsMargins().left() + row.contentsMargins().right() + row.spacing() + m_rollUp->sizeHint().width();
    for (const QWidget* w : std::initializer_list<const QWidget*>{m_overviewButton, m_sceneButton, m_sceneBar})
        taken += w->isVisibleTo(m_switch) ? w->sizeHint().width() + row.spacing() : 0;
    m_rollUp->setVisible(!m_rollUp->text().isEmpty() && taken <= m_switch->width());
}

bool OperateWorkspace::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        m_overview->fit(m_scroll->viewport()->size());
    if (watched == m_switch && event->type() == QEvent::Resize)
        placeRollUp();
    return QMainWindow::eventFilter(watched, event);
}

void OperateWorkspace::setTheme(const Theme& theme)
{
    setStyleSheet(QStringLiteral("QMainWindow::separator{background:%1;width:1px;height:1px}"
                                 "#viewSwitch{background:%2;border-bottom:1px solid %1}")
                      .arg(theme.line.name(), theme.canvas.name()));
}

} // namespace gemba::ui
