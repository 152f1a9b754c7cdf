// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include "twin/model/package.h"
#include "ui/scene/scene_maker.h"

namespace gemba {

struct LoadedScene {
    ui::SceneMaker make; ///< empty where there is none, or it cannot be read
    QString problem;     ///< why the scene, or a model in it, could not be read; empty if all was
};

/// The scene that comes with a plant. What takes time is done here, seconds where its models are
/// large; the 3D view is made when it is first seen. `make` may be called several times. Any thread.
LoadedScene loadScene(const twin::PlantPackage& package);

/// Does that on a thread of its own. Only the latest request counts. GUI thread.
class SceneLoading : public QObject
{
    Q_OBJECT
public:
    SceneLoading();
    ~SceneLoading() override; ///< waits for what is being read

    /// done: on this object's thread, unless another request or cancel() comes before.
    void load(const twin::PlantPackage& package, std::function<void(LoadedScene)> done);
    void cancel();
    [[nodiscard]] bool underWay() const { return m_underWay; }

private:
    QThreadPool m_threads;
    quint64 m_latest = 0;
    bool m_underWay = false;
};

} // namespace gemba
