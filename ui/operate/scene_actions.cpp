// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/scene_actions.h"

#include <QMenu>

#include "ui/scene/scene_view.h"

namespace gemba::ui {
namespace {

constexpr double kTurn = 10, kTilt = 5, kZoom = 1.25;

} // namespace

SceneActions::SceneActions(const Selection& selection, QObject* parent)
    : QObject(parent), m_selection(selection), m_places(std::make_unique<QMenu>())
{
    plant = make(tr("Plant"), tr("Show the whole plant"), {Qt::Key_Home}, "scenePlant");
    area = make(tr("Area"), tr("Go to an area or a named view"), {}, "sceneArea");
    machine = make(tr("Machine"), tr("Go to the selected machine"), {Qt::Key_M}, "sceneMachine");
    isolate = make(tr("Isolate"), tr("Show only the selected machine"), {Qt::Key_I}, "sceneIsolate");
    ghost = make(tr("Ghost"), tr("Show all but the selected machine as lines"), {Qt::Key_H}, "sceneGhost");
    fit = make(tr("Fit"), tr("Fill the view with what is shown"), {Qt::Key_F}, "sceneFit");
    isolate->setCheckable(true);
    ghost->setCheckable(true);
    area->setMenu(m_places.get());
    makeMovements();
    connect(plant, &QAction::triggered, this, [this] { m_view->fitAll(); });
    connect(machine, &QAction::triggered, this, [this] { m_view->showAsset(m_selection.asset()); });
    connect(fit, &QAction::triggered, this, [this] { m_view->fitShown(); });
    connect(isolate, &QAction::toggled, this, [this](bool on) {
        if (m_view)
            m_view->setIsolated(on);
    });
    connect(ghost, &QAction::toggled, this, [this](bool on) {
        if (m_view)
            m_view->setGhosted(on);
    });
    connect(&m_selection, &Selection::changed, this, &SceneActions::refresh);
    refresh();
}

SceneActions::~SceneActions() = default;

QAction* SceneActions::make(const QString& text, const QString& help, const QList<QKeySequence>& keys,
                            const char* name)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    const QString key = keys.isEmpty() ? QString() : keys.front().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? help : tr("%1 (%2)", "what it does, its key").arg(help, key));
    action->setStatusTip(help);
    return action;
}

void SceneActions::makeMovements()
{
    nearer = make(tr("Nearer"), tr("Zoom in"), {Qt::Key_Plus}, "sceneNearer");
    farther = make(tr("Farther"), tr("Zoom out"), {Qt::Key_Minus}, "sceneFarther");
    turnLeft = make(tr("Turn left"), tr("Turn the view to the left"), {Qt::Key_Left}, "sceneTurnLeft");
    turnRight = make(tr("Turn right"), tr("Turn the view to the right"), {Qt::Key_Right}, "sceneTurnRight");
    tiltUp = make(tr("More from above"), tr("Tilt the view"), {Qt::Key_Up}, "sceneTiltUp");
    tiltDown = make(tr("More from the side"), tr("Tilt the view"), {Qt::Key_Down}, "sceneTiltDown");
    connect(nearer, &QAction::triggered, this, [this] { m_view->zoom(kZoom); });
    connect(farther, &QAction::triggered, this, [this] { m_view->zoom(1 / kZoom); });
    connect(turnLeft, &QAction::triggered, this, [this] { m_view->turn(-kTurn, 0); });
    connect(turnRight, &QAction::triggered, this, [this] { m_view->turn(kTurn, 0); });
    connect(tiltUp, &QAction::triggered, this, [this] { m_view->turn(0, kTilt); });
    connect(tiltDown, &QAction::triggered, this, [this] { m_view->turn(0, -kTilt); });
}

QList<QAction*> SceneActions::all() const
{
    return {plant, area, machine, isolate, ghost, fit, nearer, farther, turnLeft, turnRight, tiltUp, tiltDown};
}

void SceneActions::setView(SceneView* view)
{
    m_view = view;
    if (view != nullptr) {
        view->addActions(all());
        view->setIsolated(isolate->isChecked());
        view->setGhosted(ghost->isChecked());
        connect(view, &SceneView::placesChanged, this, &SceneActions::fillPlaces);
    }
    fillPlaces();
}

void SceneActions::fillPlaces()
{
    m_places->clear();
    const QStringList titles = m_view ? m_view->places() : QStringList();
    for (int i = 0; i < titles.size(); ++i) {
        QString text = titles[i];
        m_places->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")), this, [this, i] {
            if (m_view)
                m_view->showPlace(i);
        });
    }
    refresh();
}

void SceneActions::refresh()
{
    const bool drawn = m_view && m_view->unavailableReason().isEmpty();
    for (QAction* action : all())
        action->setEnabled(drawn);
    area->setEnabled(drawn && !m_places->isEmpty());
    const bool any = drawn && m_selection.asset() != twin::kNoAsset;
    for (QAction* action : {machine, isolate, ghost})
        action->setEnabled(any);
    if (drawn && !any) { // nothing is left to show alone
        isolate->setChecked(false);
        ghost->setChecked(false);
    }
}

} // namespace gemba::ui
