// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "twin/model/package.h"
#include "ui/scene/scene_maker.h"

namespace gemba {

struct LoadedScene {
    ui::SceneMaker make; ///< empty where there is none, or it cannot be read
    QString problem;     ///< why the scene, or a model in it, could not be read; empty if all was
};

/// The scene that comes with a plant. What takes time is done here; the 3D view is made when it is
/// first seen.
LoadedScene loadScene(const twin::PlantPackage& package);

} // namespace gemba
