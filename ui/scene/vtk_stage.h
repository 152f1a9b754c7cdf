// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "ui/scene/scene_camera.h"
#include "ui/scene/shape_library.h"

class vtkRenderer;

namespace gemba::ui {

struct SceneColours;

/// The parts as VTK draws them: all surfaces in one mesh, all lines in another, so that a frame
/// costs a handful of draw calls however many machines there are. Faces are matt greys by the way
/// they look, lines make the form. Changes become visible with the next frame.
class VtkStage
{
public:
    /// `parts` must outlive the stage.
    VtkStage(vtkRenderer* renderer, const std::vector<ScenePart>& parts, float gridStep);
    ~VtkStage();

    void setColours(const SceneColours& colours);
    void setSelected(std::optional<std::size_t> part); ///< drawn with dark, strong lines
    void setOnly(std::optional<std::size_t> part); ///< all others are left out; nothing: all
    void setCamera(const SceneCamera& camera); ///< also finds the silhouette
    void setPixelRatio(double ratio); ///< lines are as wide on every screen

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

} // namespace gemba::ui
