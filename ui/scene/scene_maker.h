// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace gemba::ui {

class SceneView;

/// Makes the view of a scene when somebody is about to see it. Empty: there is no scene.
using SceneMaker = std::function<std::unique_ptr<SceneView>()>;

} // namespace gemba::ui
