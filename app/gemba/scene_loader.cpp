// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba/scene_loader.h"

#include <memory>

#include "twin/wording/error_text.h"
#include "ui/scene/scene_view.h"

namespace gemba {

LoadedScene loadScene(const twin::PlantPackage& package)
{
    const auto scene = ui::readScene(package);
    if (!scene)
        return {nullptr, twin::errorText(scene.error())};
    // A model that cannot be read costs only its machine the shape; the first one is named.
    auto prepared = std::make_shared<const ui::PreparedScene>(ui::prepareScene(*scene));
    return {[prepared] { return ui::makeSceneView(ui::PreparedScene(*prepared)); },
            scene->problems.empty() ? QString() : twin::errorText(scene->problems.front())};
}

SceneLoading::SceneLoading()
{
    m_threads.setMaxThreadCount(2); // the one wanted, and one that is no longer
}

SceneLoading::~SceneLoading()
{
    cancel();
    m_threads.waitForDone();
}

void SceneLoading::cancel()
{
    ++m_latest;
    m_underWay = false;
}

void SceneLoading::load(const twin::PlantPackage& package, std::function<void(LoadedScene)> done)
{
    const quint64 serial = ++m_latest;
    m_underWay = true;
    twin::PlantPackage needed;
    for (const twin::Blob& b : package.blobs) {
        if (b.kind == "scene" || b.kind == "mesh")
            needed.blobs.push_back(b);
    }
    m_threads.start([this, serial, needed = std::move(needed), done = std::move(done)] {
        LoadedScene loaded = loadScene(needed);
        QMetaObject::invokeMethod(this, [this, serial, done, loaded] {
            if (serial != m_latest)
                return;
            m_underWay = false;
            done(loaded);
        });
    });
}

} // namespace gemba
