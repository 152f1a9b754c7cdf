// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/operate_workspace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

#include "ui/look/flat_button.h"
#include "ui/operate/alert_panel.h"
#include "ui/operate/inspector.h"
#include "ui/operate/machine_list.h"
#include "ui/operate/overview.h"
#include "ui/operate/scene_panel.h"
#include "ui/operate/trend_panel.h"
#include "ui/scene/scene_view.h"

namespace gemba::ui {
namespace {

enum Page { kWaitingPage, kOverviewPage, kScenePage };
constexpr int kTrendTickets = 100;
constexpr int kInspectorWidth = 340;
constexpr int kListWidth = 290;

} // namespace

OperateWorkspace::OperateWorkspace(const ConsoleContext& context, AssetListModel& machines,
                                   QWidget* parent)
    : QWidget(parent), m_context(context), m_views(new QStackedWidget), m_scroll(new QScrollArea),
      m_overview(new OverviewSheet(context, machines)),
      m_waiting(new TextLabel(TextLabel::Voice::Body)),
      m_phrases(context.locale), m_nothingYet(new TextLabel(TextLabel::Voice::Body)), m_inspector(new Inspector(context))
{
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildSwitch());
    column->addWidget(m_views, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    row->addLayout(column, 1);
    row->addWidget(m_inspector);
    m_inspector->setFixedWidth(kInspectorWidth);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWrapped(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_overview);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->viewport()->installEventFilter(this);
    m_views->addWidget(m_waiting);
    m_views->addWidget(m_scroll);
    m_views->addWidget(buildScene(machines));
    connect(&context.view, &ViewState::snapshotChanged, this, &OperateWorkspace::refresh);
    connect(&context.selection, &Selection::changed, this, &OperateWorkspace::refresh);
    refresh();
}

OperateWorkspace::~OperateWorkspace() = default;

QWidget* OperateWorkspace::buildSwitch()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
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
    row->addSpacing(12);
    row->addWidget(m_nothingYet, 1);
    bar->setFixedHeight(40);
    return bar;
}

QWidget* OperateWorkspace::buildScene(AssetListModel& machines)
{
    auto* page = new QSplitter(Qt::Horizontal);
    page->setHandleWidth(1);
    page->setChildrenCollapsible(false);
    auto* lists = new QSplitter(Qt::Vertical);
    lists->setHandleWidth(1);
    lists->setChildrenCollapsible(false);
    m_alerts = new AlertPanel(m_context);
    lists->addWidget(new MachineList(m_context, machines));
    lists->addWidget(m_alerts);
    lists->setSizes({320, 260});
    auto* middle = new QSplitter(Qt::Vertical);
    middle->setHandleWidth(1);
    middle->setChildrenCollapsible(false);
    m_scene = new ScenePanel(m_context);
    m_trends = new TrendPanel(m_context, kTrendTickets);
    middle->addWidget(m_scene);
    middle->addWidget(m_trends);
    middle->setSizes({360, 250});
    page->addWidget(lists);
    page->addWidget(middle);
    page->setStretchFactor(0, 0);
    page->setStretchFactor(1, 1);
    page->setSizes({kListWidth, 900});
    return page;
}

void OperateWorkspace::setScene(std::unique_ptr<SceneView> scene)
{
    m_scene->setScene(std::move(scene));
}

void OperateWorkspace::setWaitingFor(const QString& source)
{
    m_source = source;
    showWaiting();
}

void OperateWorkspace::showOverview()
{
    m_wantScene = false;
    refresh();
    Q_EMIT viewChanged();
}

void OperateWorkspace::showScene()
{
    m_wantScene = true;
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
    m_inspector->setVisible(plant &&
                            (m_wantScene || m_context.selection.asset() != twin::kNoAsset));
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
        m_phrases.setPlant(snapshot->plant);
        m_nothingYet->setText(m_phrases.dataTrouble(*snapshot));
    }
    else
        m_nothingYet->setText(anything || !snapshot ? QString() : tr("No record at this instant."));
}

bool OperateWorkspace::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        m_overview->fit(m_scroll->viewport()->size());
    return QWidget::eventFilter(watched, event);
}

void OperateWorkspace::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), m_theme.line); // shows as a line where panels leave a pixel between them
    p.fillRect(QRect(0, 0, m_views->width(), 40), m_theme.canvas);
    p.fillRect(m_views->geometry(), m_theme.panel);
    if (m_inspector->isVisible())
        p.fillRect(m_inspector->geometry(), m_theme.panel);
    p.setPen(m_theme.line);
    p.drawLine(0, 39, m_views->width(), 39);
}

void OperateWorkspace::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

} // namespace gemba::ui
