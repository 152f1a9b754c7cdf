// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/scene_loader.h"

#include "twin/wording/error_text.h"
#include "ui/scene/scene_view.h"
#include "ui/shell/main_window.h"

namespace gemba {

SceneOutcome showScene(const twin::PlantPackage& package, ui::MainWindow& window)
{
    const auto scene = ui::readScene(package);
    if (!scene) {
        window.setScene(nullptr);
        return {false, twin::errorText(scene.error())};
    }
    auto view = ui::makeSceneView(*scene);
    const bool drawn = view->unavailableReason().isEmpty();
    window.setScene(std::move(view));
    // A model that cannot be read costs only its machine the shape; the first one is named.
    return {drawn, scene->problems.empty() ? QString() : twin::errorText(scene->problems.front())};
}

} // namespace gemba
