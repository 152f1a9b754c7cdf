// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/scene_loader.h"

#include "twin/wording/error_text.h"
#include "ui/scene/scene_view.h"
#include "ui/shell/main_window.h"

namespace gemba {

QString showScene(const twin::PlantPackage& package, ui::MainWindow& window)
{
    const auto scene = ui::readScene(package);
    if (!scene) {
        window.setScene(nullptr);
        return twin::errorText(scene.error());
    }
    window.setScene(ui::makeSceneView(*scene));
    return {};
}

} // namespace gemba
