// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "twin/model/package.h"

namespace gemba::ui {
class MainWindow;
}

namespace gemba {

struct SceneOutcome {
    bool drawn = false; ///< there is a 3D picture, not a sentence in its place
    QString problem;    ///< why the scene, or a model in it, could not be read; empty if all was
};

/// Builds the 3D view of a plant's scene into the window; where the scene cannot be read the
/// window goes without.
SceneOutcome showScene(const twin::PlantPackage& package, ui::MainWindow& window);

} // namespace gemba
