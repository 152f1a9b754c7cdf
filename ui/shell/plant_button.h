// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/flat_button.h"
#include "ui/models/plant_directory.h"

class QMenu;

namespace gemba::ui {

/// Opens the menu of plants from the top bar, and says what waits in those that are watched beside
/// the one shown. There as soon as more than one plant is known.
class PlantButton : public FlatButton
{
    Q_OBJECT
public:
    PlantButton(const PlantDirectory& plants, QMenu& menu, QWidget* parent = nullptr);

private:
    void refresh();
    const PlantDirectory& m_plants;
};

} // namespace gemba::ui
