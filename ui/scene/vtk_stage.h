// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "ui/scene/scene_camera.h"
#include "ui/scene/shape_library.h"

class vtkRenderer;

namespace gemba::ui {

struct SceneColours;

/// The parts as VTK draws them, in groups of neighbours, so that a frame costs some dozen draw
/// calls however many machines there are. Faces are matt greys by the way they look, lines make
/// the form. Machines too small to tell from boxes are boxes; while the view moves, so are those
/// for which there is no time. Setters only remember: apply() makes the next frame of it.
class VtkStage
{
public:
    enum class Others { Solid, Lines, Nothing }; ///< how all but the selected machine are drawn

    /// `parts` must outlive the stage.
    VtkStage(vtkRenderer* renderer, const std::vector<ScenePart>& parts, float gridStep);
    ~VtkStage();

    void setColours(const SceneColours& colours);
    void setSelected(std::optional<std::size_t> part); ///< drawn with dark, strong lines
    void setOthers(Others others);
    void setCamera(const SceneCamera& camera, const QSizeF& view);
    void setPixelRatio(double ratio); ///< lines are as wide on every screen
    /// What a frame may cost.
    struct Effort {
        std::size_t triangles = 0; ///< of machines; a line counts three
        bool smallAsBoxes = true;  ///< machines that could not be told from boxes are boxes
        bool operator==(const Effort&) const = default;
    };
    void setEffort(const Effort& effort);

    void apply(); ///< before a frame; costs next to nothing where nothing has changed
    [[nodiscard]] std::size_t trianglesDrawn() const; ///< of machines, by the last apply()
    [[nodiscard]] bool drawnWhole() const; ///< nothing was simplified for want of budget

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

} // namespace gemba::ui
