// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/scene_loader.h"

#include "twin/wording/error_text.h"
#include "ui/scene/scene_view.h"

namespace gemba {

LoadedScene loadScene(const twin::PlantPackage& package)
{
    const auto scene = ui::readScene(package);
    if (!scene)
        return {nullptr, twin::errorText(scene.error())};
    // A model that cannot be read costs only its machine the shape; the first one is named.
    return {[scene = *scene] { return ui::makeSceneView(scene); },
            scene->problems.empty() ? QString() : twin::errorText(scene->problems.front())};
}

} // namespace gemba
