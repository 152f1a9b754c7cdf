// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenuBar>

#include "ui/models/format.h"
#include "ui/models/plant_directory.h"
#include "ui/shell/time_actions.h"

namespace gemba::ui {
namespace {

constexpr twin::TimeNs kKept = 30 * twin::kMinute;

} // namespace

FilePrompts FilePrompts::dialogs()
{
    return {[](QWidget* window) {
                return QFileDialog::getOpenFileName(window, Actions::tr("Open session"), {},
                                                    Actions::tr("Gemba sessions (*.gmb)"));
            },
            [](QWidget* window, const QString& suggested) {
                return QFileDialog::getSaveFileName(window, Actions::tr("Save session"), suggested,
                                                    Actions::tr("Gemba sessions (*.gmb)"));
            },
            [](QWidget* window, const QString& what) {
                return QInputDialog::getText(window, what, Actions::tr("Name:"));
            },
            [](QWidget* window, const QString& suggested) {
                return QFileDialog::getSaveFileName(window, Actions::tr("Save logs"), suggested,
                                                    Actions::tr("Text (*.txt)"));
            }};
}

Actions::Actions(const ConsoleContext& context, FilePrompts prompts, const AppServices& app,
                 QWidget* window)
    : QObject(window), recent(context.settings), m_context(context), m_prompts(std::move(prompts)),
      m_app(app), m_window(window)
{
    makeFileActions();
    makeViewActions();
    m_time = new TimeActions(context, window);
    makeGeneralActions();
    for (const auto signal : {&ViewState::recordingChanged, &ViewState::liveAvailableChanged})
        connect(&context.view, signal, this, &Actions::refresh);
    refresh();
}

void Actions::openSession(const QString& path)
{
    recent.add(path);
    m_context.transport.openFile(path);
}

QAction* Actions::make(const QString& text, const QList<QKeySequence>& keys, const char* name)
{
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setObjectName(QString::fromLatin1(name));
    m_window->addAction(action);
    return action;
}

void Actions::makeFileActions()
{
    open = make(tr("Open session…"), {QKeySequence::Open}, "open");
    saveLast = make(tr("Save last 30 min…"), {QKeySequence::Save}, "saveLast");
    record = make(tr("Record…"), {Qt::CTRL | Qt::Key_R}, "record");
    quit = make(tr("Quit"), {QKeySequence::Quit}, "quit");
    closeWindow = make(tr("Close window"), {QKeySequence::Close}, "closeWindow");
    newWindow = make(tr("New window"), {QKeySequence::New}, "newWindow");
    watchPlant = make(tr("Watch a plant…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
                      "watchPlant");
    showDemo = make(tr("See the demo"), {}, "showDemo");
    showPumpHouse = make(tr("See the pump house"), {}, "showPumpHouse");
    showTurbofans = make(tr("See the turbofan fleet"), {}, "showTurbofans");
    connect(newWindow, &QAction::triggered, this, [this] { m_app.newWindow(); });
    for (const auto& [action, kind] : {std::pair{showDemo, DemoKind::Process}, {showPumpHouse, DemoKind::PumpHouse},
                                       {showTurbofans, DemoKind::Turbofans}})
        connect(action, &QAction::triggered, this, [this, kind = kind] { m_app.plants->showDemo(kind); });
    newWindow->setEnabled(static_cast<bool>(m_app.newWindow));
    for (QAction* a : {watchPlant, showDemo, showPumpHouse, showTurbofans})
        a->setEnabled(m_app.plants);
    connect(open, &QAction::triggered, this, [this] {
        if (const QString path = m_prompts.open(m_window); !path.isEmpty())
            openSession(path);
    });
    connect(saveLast, &QAction::triggered, this, [this] {
        if (const QString path = m_prompts.save(m_window, suggestedName()); !path.isEmpty())
            m_context.transport.saveLast(kKept, path);
    });
    connect(record, &QAction::triggered, this, [this] {
        if (m_context.view.recording().recording)
            return m_context.transport.stopRecording();
        if (const QString path = m_prompts.save(m_window, suggestedName()); !path.isEmpty())
            m_context.transport.startRecording(path);
    });
}

void Actions::makeViewActions()
{
    for (const Workspace w : kWorkspaces) {
        const auto i = static_cast<std::size_t>(w);
        workspaces[i] =
            make(WorkspaceText::name(w),
                 {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i))}, "workspace");
    }
    overview = make(tr("Overview"), {Qt::Key_F5}, "overview");
    scene = make(tr("Scene"), {Qt::Key_F6}, "scene");
    darkTheme = make(tr("Dark theme"), {}, "darkTheme");
    darkTheme->setCheckable(true);
    clearSelection = make(tr("Select no machine"), {Qt::Key_Escape}, "clearSelection");
    acknowledge = make(tr("Acknowledge alert"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
                       "acknowledge");
    notifications = make(tr("Notifications…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, "notifications");
    notifications->setEnabled(false); // until there is a live plant
}

void Actions::makeGeneralActions()
{
    palette = make(tr("Find anything…"), {Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::SHIFT | Qt::Key_P},
                   "palette");
    settings = make(tr("Settings…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, "settings");
    keys = make(tr("Keys"), {Qt::Key_Question, Qt::SHIFT | Qt::Key_F1}, "keys");
    help = make(tr("Help"), {Qt::Key_F1}, "help");
    tour = make(tr("Show me around"), {}, "tour");
    saveLogs = make(tr("Save logs…"), {}, "saveLogs");
    copy = make(tr("Copy value"), {QKeySequence::Copy}, "copy");
    saveLogs->setEnabled(static_cast<bool>(m_app.saveLogs));
    connect(saveLogs, &QAction::triggered, this, [this] {
        if (const QString path = m_prompts.text(m_window, QStringLiteral("gemba-log.txt"));
            !path.isEmpty())
            m_app.saveLogs(path);
    });
    about = make(tr("About Gemba"), {}, "about");
    undo = m_context.undo.createUndoAction(this, tr("Undo"));
    redo = m_context.undo.createRedoAction(this, tr("Redo"));
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcut(QKeySequence::Redo);
    m_window->addActions({undo, redo});
}

QString Actions::suggestedName() const
{
    const twin::SnapshotPtr& snapshot = m_context.view.snapshot();
    if (!snapshot || !snapshot->plant || snapshot->at == twin::kNoTime)
        return QStringLiteral("session.gmb");
    const Format format = Format::forSite(m_context.locale, snapshot->plant->timeZone);
    QString when = format.dateTime(snapshot->at).section(QLatin1Char(' '), 1, 2);
    when.replace(QLatin1Char(':'), QLatin1Char('-')).replace(QLatin1Char(' '), QLatin1Char('_'));
    return QStringLiteral("%1_%2.gmb").arg(QString::fromStdString(snapshot->plant->id), when);
}

void Actions::refresh()
{
    const ViewState& view = m_context.view;
    record->setEnabled(view.liveAvailable());
    record->setText(view.recording().recording ? tr("Stop recording") : tr("Record…"));
    saveLast->setEnabled(view.recording().ringOn && view.liveAvailable());
}

void Actions::fillRecent(QMenu& menu)
{
    menu.clear();
    const QStringList paths = recent.paths();
    menu.menuAction()->setEnabled(!paths.isEmpty());
    for (const QString& path : paths) {
        QString name = QFileInfo(path).fileName();
        name.replace(QLatin1Char('&'), QLatin1String("&&"));
        QAction* a = menu.addAction(name);
        a->setToolTip(Format::toolTip(path));
        connect(a, &QAction::triggered, this, [this, path] { openSession(path); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Forget these")), &QAction::triggered, &recent, &RecentFiles::clear);
}

void Actions::fillMenus(QMenuBar& bar)
{
    QMenu* file = bar.addMenu(tr("File"));
    file->addAction(open);
    QMenu* lately = file->addMenu(tr("Open recent"));
    lately->setToolTipsVisible(true);
    fillRecent(*lately);
    connect(&recent, &RecentFiles::changed, lately, [this, lately] { fillRecent(*lately); });
    plants = file->addMenu(tr("Plants"));
    if (!m_app.plants)
        plants->addActions({watchPlant, showDemo, showPumpHouse, showTurbofans});
    file->addActions({saveLast, record});
    file->addSeparator();
    print = file->addMenu(tr("Print"));
    file->addSeparator();
    file->addAction(quit);
    bar.addMenu(tr("Edit"))->addActions({undo, redo, copy});
    QMenu* view = bar.addMenu(tr("View"));
    view->addActions(QList<QAction*>(workspaces.begin(), workspaces.end()));
    view->addSeparator();
    view->addActions({palette, overview, scene, clearSelection});
    view->addSeparator();
    scenes = view->addMenu(tr("In the scene"));
    panels = view->addMenu(tr("Panels and layouts"));
    view->addActions({darkTheme, settings});
    m_time->fillMenu(*bar.addMenu(tr("Time")));
    bar.addMenu(tr("Alerts"))->addActions({acknowledge, notifications});
    bar.addMenu(tr("Window"))->addActions({newWindow, closeWindow});
    QMenu* more = bar.addMenu(tr("Help"));
    more->addActions({help, keys, tour});
    more->addSeparator();
    more->addActions({saveLogs, about});
}

} // namespace gemba::ui
