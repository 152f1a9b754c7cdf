// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>

#include "ui/look/spoken.h"
#include "ui/look/theme.h"
#include "ui/operate/alert_panel.h"
#include "ui/operate/operate_workspace.h"
#include "ui/print/day_commands.h"
#include "ui/print/print_commands.h"
#include "ui/scene/scene_view.h"
#include "ui/shell/alert_announcer.h"
#include "ui/shell/copy_command.h"
#include "ui/shell/help_window.h"
#include "ui/shell/idle_return.h"
#include "ui/shell/layout_menu.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/notice_strip.h"
#include "ui/shell/placeholder_workspace.h"
#include "ui/shell/plant_button.h"
#include "ui/shell/plant_menu.h"
#include "ui/shell/progress_strip.h"
#include "ui/shell/replay_frame.h"
#include "ui/shell/session_drop.h"
#include "ui/shell/start_page.h"
#include "ui/shell/time_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/tour_stops.h"
#include "ui/shell/window_dialogs.h"

namespace gemba::ui {

namespace {

constexpr int kTitleBar = 32; ///< more than any window manager's: it has to be seen to be moved

} // namespace

MainWindow::MainWindow(ViewState& view, Transport& transport, HistoryQuery& history,
                       Settings& settings, WindowOptions options, QWidget* parent)
    : QMainWindow(parent), m_context{view, transport, history, m_selection, settings, m_undo, options.locale},
      m_options(std::move(options)),
      m_actions(new Actions(m_context, m_options.prompts, m_options.app, this)),
      m_machines(new AssetListModel(view, m_options.locale, this)), m_rail(new NavRail),
      m_topBar(new TopBar(m_context)), m_timeBar(new TimeBar(m_context, *m_actions)),
      m_stack(new QStackedWidget)
{
    installSpokenWidgets();
    setFont(Theme::font(13));
    setMinimumSize(1024, 640);
    resize(
        QSize(1600, 1000).boundedTo(screen()->availableSize() - QSize(0, 40))); // and a title bar
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addWidget(new OfferStrip(view));
    right->addWidget(new NoticeStrip(view));
    right->addWidget(new ProgressStrip(view.jobs()));
    right->addWidget(m_stack, 1);
    right->addWidget(m_timeBar);
    middle->addLayout(right, 1);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_menus = new QMenuBar;
    m_actions->fillMenus(*m_menus);
    column->setMenuBar(m_menus);
    column->addLayout(middle, 1);
    setCentralWidget(content);
    content->setFocusPolicy(Qt::ClickFocus);
    content->setFocus(); // no control is lit until Tab is pressed
    buildWorkspaces();
    m_frame = new ReplayFrame(content);
    m_frame->setObjectName(QStringLiteral("replayFrame"));
    new IdleReturn(m_context, this);
    new AlertAnnouncer(m_context, content);
    connectActions();
    connect(&view, &ViewState::modeChanged, this, &MainWindow::showMode);
    view.setUnits(DisplayUnits(settings));
    connect(&settings, &Settings::changed, this, [&view, &settings](const QString& key) {
        if (DisplayUnits::concerns(key))
            view.setUnits(DisplayUnits(settings));
    });
    connect(&view, &ViewState::snapshotChanged, this, [this] {
        // A position in one plant's list of machines means nothing in another's.
        const twin::Plant* plant = m_context.view.plant();
        if (plant && plant->id != m_plantId) {
            if (!m_plantId.empty())
                m_selection.setAsset(twin::kNoAsset);
            m_plantId = plant->id;
        }
        showOpen();
        showTitle();
    });
    for (const auto signal : {&ViewState::liveAvailableChanged, &ViewState::modeChanged})
        connect(&view, signal, this, &MainWindow::showOpen);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &MainWindow::bringIntoView, Qt::QueuedConnection);
    followTheme();
    showWorkspace(Workspace::Operate);
    showMode();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildWorkspaces()
{
    m_operate = new OperateWorkspace(m_context, *m_machines);
    m_operate->setWaitingFor(m_options.waitingFor);
    m_operate->rememberAs(m_options.number);
    for (const Workspace w : kWorkspaces)
        m_stack->addWidget(w == Workspace::Operate ? static_cast<QWidget*>(m_operate)
                                                   : new PlaceholderWorkspace(w));
    PlantDirectory* plants = m_options.app.plants;
    using Demos = std::vector<QAction*>;
    m_start = new StartPage({m_actions->open, plants ? m_actions->watchPlant : nullptr,
                             plants ? Demos{m_actions->showDemo, m_actions->showPumpHouse, m_actions->showTurbofans} : Demos()},
                            m_actions->recent, plants);
    m_stack->addWidget(m_start);
    connect(m_start, &StartPage::sessionChosen, m_actions, &Actions::openSession);
    connect(m_rail, &NavRail::chosen, this, &MainWindow::showWorkspace);
    m_start->setProperty(kHelpProperty, QStringLiteral("start"));
    m_timeBar->setProperty(kHelpProperty, QStringLiteral("time"));
    m_rail->setProperty(kHelpProperty, QStringLiteral("workspaces"));
}

void MainWindow::connectActions()
{
    for (const Workspace w : kWorkspaces)
        connect(m_actions->workspaces[static_cast<std::size_t>(w)], &QAction::triggered, this,
                [this, w] { showWorkspace(w); });
    connect(m_actions->overview, &QAction::triggered, this, &MainWindow::showOverview);
    connect(m_actions->scene, &QAction::triggered, this, &MainWindow::showScene);
    connect(m_actions->clearSelection, &QAction::triggered, this,
            [this] { m_selection.setAsset(twin::kNoAsset); });
    AlertPanel& alerts = m_operate->alerts();
    connect(m_actions->acknowledge, &QAction::triggered, &alerts, &AlertPanel::acknowledgeSelected);
    const auto sync = [this, &alerts] {
        m_actions->acknowledge->setEnabled(alerts.canAcknowledge());
    };
    connect(&alerts, &AlertPanel::acknowledgeableChanged, this, sync);
    sync();
    connectDialogs();
    auto* drop = new SessionDrop(*this, m_options.app.plants != nullptr);
    connect(drop, &SessionDrop::dropped, m_actions, &Actions::openSession);
    connect(drop, &SessionDrop::plantDropped, m_dialogs, &WindowDialogs::watchPlant);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quitAsked);
    connect(m_actions->closeWindow, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectDialogs()
{
    const auto theme = [this] { return m_dark ? Theme::darkGrey() : Theme::light(); };
    m_dialogs = new WindowDialogs(m_context, m_options.app, *m_actions, *m_menus, theme, this);
    m_dialogs->setTourStops([this] {
        showOverview();
        return tourStops(*m_operate, *m_timeBar, *m_menus);
    });
    new CopyCommand(m_context, *m_actions->copy, this);
    auto* layouts = new LayoutMenu(
        *m_operate, m_context.settings, m_undo,
        [this](const QStringList&) { return m_actions->askName(tr("Name of the layout")); }, this);
    layouts->fill(*m_actions->panels);
    m_actions->scenes->addActions(m_operate->sceneActions());
    auto* print = new PrintCommands(m_context, [this] { return printables(); }, theme, this);
    print->fill(*m_actions->print);
    if (PlantDirectory* plants = m_options.app.plants) {
        new PlantMenu(*plants, *m_actions->plants, {m_actions->watchPlant, m_actions->showDemo, m_actions->showPumpHouse, m_actions->showTurbofans}, this);
        m_topBar->putFirst(new PlantButton(*plants, *m_actions->plants));
    }
}

std::vector<Printable> MainWindow::printables() const
{
    if (m_stack->currentWidget() == m_operate)
        return m_operate->printables();
    return {{windowTitle(), m_stack->currentWidget()}};
}

void MainWindow::followTheme()
{
    static const QString kTheme = QStringLiteral("look/theme");
    const auto chosen = [this] { return m_context.settings.text(kTheme) == QLatin1String("dark"); };
    connect(&m_context.settings, &Settings::changed, this, [this, chosen](const QString& key) {
        if (key == kTheme)
            setDark(chosen());
    });
    connect(m_actions->darkTheme, &QAction::triggered, this, [this](bool dark) {
        m_context.settings.set(kTheme, dark ? QStringLiteral("dark") : QStringLiteral("light"));
        setDark(dark);
    });
    setDark(chosen());
}

void MainWindow::setScene(SceneMaker make, const QString& why)
{
    m_operate->setScene(std::move(make), why);
    m_frame->raise();
}

void MainWindow::setDays(DayQuery& days)
{
    (new DayCommands(m_context, days, this))->fill(*m_actions->print);
}

void MainWindow::setNotifications(NotificationDesk* desk)
{
    m_dialogs->setNotifications(desk);
}

void MainWindow::setWaitingFor(const QString& source)
{
    m_operate->setWaitingFor(source);
}

void MainWindow::showWorkspace(Workspace workspace)
{
    m_workspace = workspace;
    m_rail->setCurrent(workspace);
    showOpen();
}

/// With nothing open Operate says what can be opened.
void MainWindow::showOpen()
{
    const ViewState& view = m_context.view;
    const bool nothing = !view.snapshot() && !view.liveAvailable() && view.mode() == Mode::Live;
    if (nothing && m_workspace == Workspace::Operate)
        m_stack->setCurrentWidget(m_start);
    else
        m_stack->setCurrentIndex(static_cast<int>(m_workspace));
    m_timeBar->setVisible(!nothing);
    m_topBar->setVisible(!nothing);
    if (view.plant() && isVisible())
        m_dialogs->offerTour();
}

QVariantMap MainWindow::stateNow() const
{
    return {{QStringLiteral("geometry"), saveGeometry()},
            {QStringLiteral("workspace"), WorkspaceText::iconName(m_workspace)},
            {QStringLiteral("scene"), m_operate->sceneShown()}};
}

void MainWindow::applyState(const QVariantMap& state)
{
    restoreGeometry(state.value(QStringLiteral("geometry")).toByteArray());
    bringIntoView();
    if (const auto w = workspaceByName(state.value(QStringLiteral("workspace")).toString()))
        showWorkspace(*w);
    if (state.value(QStringLiteral("scene")).toBool())
        m_operate->showScene();
}

/// The screen it stood on may be gone: then all of it goes onto one that is there. What lies over
/// several screens stays.
void MainWindow::bringIntoView()
{
    if (windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen))
        return; // the window manager has its own idea of these
    QRegion hidden(geometry());
    for (const QScreen* s : QGuiApplication::screens())
        hidden -= s->availableGeometry();
    if (hidden.isEmpty())
        return;
    const QRect room = screen()->availableGeometry().adjusted(0, kTitleBar, 0, 0);
    resize(size().boundedTo(room.size())); // as far as its least size allows
    move(std::clamp(x(), room.left(), std::max(room.left(), room.right() + 1 - width())),
         std::clamp(y(), room.top(), std::max(room.top(), room.bottom() + 1 - height())) - kTitleBar);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    event->accept();
    Q_EMIT closed();
}

void MainWindow::showOverview()
{
    showWorkspace(Workspace::Operate);
    m_operate->showOverview();
}

void MainWindow::showScene()
{
    showWorkspace(Workspace::Operate);
    m_operate->showScene();
}

void MainWindow::setDark(bool dark)
{
    m_dark = dark;
    m_actions->darkTheme->setChecked(dark);
    applyTheme(*this, dark ? Theme::darkGrey() : Theme::light());
}

void MainWindow::showMode()
{
    const Mode mode = m_context.view.mode();
    m_frame->setVisible(mode == Mode::ReplayFile || mode == Mode::ReplayHistory);
    m_frame->raise();
    showTitle();
}

void MainWindow::showTitle()
{
    const ViewState& view = m_context.view;
    Phrases phrases(m_context.locale);
    phrases.setPlant(view.snapshot() ? view.snapshot()->plant : nullptr);
    const QString site =
        phrases.siteName().isEmpty() ? tr("Gemba") : tr("%1 – Gemba").arg(phrases.siteName());
    QString title = site;
    if (view.mode() == Mode::ReplayFile || view.mode() == Mode::ReplayHistory) {
        const QString when =
            view.snapshot() ? phrases.format().dateTime(view.snapshot()->at) : tr("no record");
        const QString what = view.mode() == Mode::ReplayFile ? view.fileName() : tr("history");
        title = tr("REPLAY – %1 – %2 – %3", "what, when, site").arg(what, when, site);
    }
    if (title != windowTitle())
        setWindowTitle(title);
}

} // namespace gemba::ui
