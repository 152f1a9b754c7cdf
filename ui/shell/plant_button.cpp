// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/plant_button.h"

#include <algorithm>

#include <QMenu>

#include "ui/models/format.h"
#include "ui/shell/plant_list.h"

namespace gemba::ui {

PlantButton::PlantButton(const PlantDirectory& plants, QMenu& menu, QWidget* parent)
    : FlatButton({}, parent), m_plants(plants)
{
    setObjectName(QStringLiteral("plantsButton"));
    setMenu(&menu);
    connect(&plants, &PlantDirectory::changed, this, &PlantButton::refresh);
    refresh();
}

void PlantButton::refresh()
{
    int waiting = 0;
    int worst = 0;
    QStringList others;
    for (const PlantLine& p : m_plants.plants()) {
        if (p.shown || p.link == PlantLine::Link::NotWatched)
            continue;
        waiting += p.unacknowledged;
        if (p.worstPriority > 0)
            worst = worst == 0 ? p.worstPriority : std::min(worst, p.worstPriority);
        others += tr("%1: %2", "plant, its state").arg(p.name, PlantListModel::state(p));
    }
    setVisible(m_plants.plants().size() > 1);
    setShape(worst);
    setLabel(waiting > 0 ? tr("Plants · %1 not acknowledged").arg(waiting) : tr("Plants"));
    setToolTip(Format::toolTip(others.join(QLatin1Char('\n'))));
    setAccessibleDescription(others.join(QStringLiteral("; ")));
    updateGeometry(); // the shape takes room
}

} // namespace gemba::ui
