// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/plant_menu.h"

#include <QMenu>

#include "ui/models/format.h"
#include "ui/shell/plant_list.h"

namespace gemba::ui {
namespace {

QString escaped(QString name)
{
    return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

PlantMenu::PlantMenu(PlantDirectory& plants, QMenu& menu, QList<QAction*> ways, QObject* parent)
    : QObject(parent), m_plants(plants), m_menu(menu), m_ways(std::move(ways))
{
    menu.setToolTipsVisible(true);
    connect(&plants, &PlantDirectory::changed, this, [this] {
        // A menu that is being read does not change under the pointer.
        if (!m_menu.isVisible() && m_plants.plants() != m_shown)
            fill();
    });
    connect(&menu, &QMenu::aboutToShow, this, [this] {
        if (m_plants.plants() != m_shown)
            fill();
    });
    fill();
}

void PlantMenu::fill()
{
    m_shown = m_plants.plants();
    for (QAction* a : m_menu.actions()) {
        m_menu.removeAction(a);
        if (!m_ways.contains(a))
            a->deleteLater(); // it may be the one that is running
    }
    auto* stop = new QMenu(tr("Stop watching"), &m_menu);
    auto* forget = new QMenu(tr("Take out of the list"), &m_menu);
    for (const PlantLine& plant : m_shown) {
        const quint64 id = plant.id;
        const QString name = escaped(plant.name);
        QAction* show = m_menu.addAction(
            tr("%1 – %2", "plant, its state").arg(name, escaped(PlantListModel::state(plant))));
        show->setCheckable(true);
        show->setChecked(plant.shown);
        show->setToolTip(Format::toolTip(plant.problem.isEmpty() ? plant.source.broker
                                                                 : plant.problem));
        connect(show, &QAction::triggered, this, [this, id] { m_plants.show(id); });
        if (plant.link != PlantLine::Link::NotWatched)
            connect(stop->addAction(name), &QAction::triggered, this,
                    [this, id] { m_plants.stop(id); });
        connect(forget->addAction(name), &QAction::triggered, this,
                [this, id] { m_plants.forget(id); });
    }
    if (!m_shown.empty())
        m_menu.addSeparator();
    m_menu.addActions(m_ways);
    stop->menuAction()->setEnabled(!stop->isEmpty());
    forget->menuAction()->setEnabled(!forget->isEmpty());
    if (m_shown.empty())
        return;
    m_menu.addSeparator();
    m_menu.addMenu(stop);
    m_menu.addMenu(forget);
}

} // namespace gemba::ui
