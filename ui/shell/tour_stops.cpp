// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tour_stops.h"

namespace gemba::ui {

std::vector<TourStop> tourStops(QWidget& operate, QWidget& timeBar, QWidget& menus)
{
    return {{&operate, Tour::tr("What is wrong, first"),
             Tour::tr("The overview shows the whole plant on one sheet: what needs a decision, and "
                      "the machines, worst first. Everything is grey until something is wrong.")},
            {operate.findChild<QWidget*>(QStringLiteral("sceneButton")),
             Tour::tr("Where it stands"),
             Tour::tr("The scene shows where a machine is and what is next to it. Select one, and "
                      "the inspector says why its condition is what it is.")},
            {&timeBar, Tour::tr("Any other time"),
             Tour::tr("Drag here, or press the arrow keys, and everything shows that instant. An "
                      "amber frame says that it is not live; L returns to life.")},
            {&menus, Tour::tr("Anything by its name"),
             Tour::tr("Ctrl+K finds any action, machine, tag or setting by a few words. F1 explains "
                      "what has the focus; ? lists the keys.")}};
}

} // namespace gemba::ui
