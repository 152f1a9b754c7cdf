// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/models/plant_directory.h"

class QAction;
class QMenu;

namespace gemba::ui {

/// The menu of plants: every known one with its state, turning the windows to it, giving links up.
class PlantMenu : public QObject
{
    Q_OBJECT
public:
    /// `watch` and `demo` end the menu.
    PlantMenu(PlantDirectory& plants, QMenu& menu, QList<QAction*> ways, QObject* parent);

private:
    void fill();
    PlantDirectory& m_plants;
    QMenu& m_menu;
    QList<QAction*> m_ways;
    std::vector<PlantLine> m_shown;
};

} // namespace gemba::ui
