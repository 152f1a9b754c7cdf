// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QColor>

#include "ui/scene/line_actor.h"
#include "ui/scene/shape_library.h"
#include "ui/scene/surface_actor.h"

namespace gemba::ui {

inline constexpr double kCreaseDegrees = 32;

/// Machines that stand together and are drawn together, either whole or as boxes: one draw call
/// each, and out of sight all at once. What it needs for either is made when it is first drawn.
class SceneChunk
{
public:
    enum class Draw {
        Nothing,
        Boxes, ///< a box a machine; scenery disappears
        Whole,
        Lines, ///< no surfaces
    };

    SceneChunk(vtkRenderer* renderer, const std::vector<ScenePart>& parts, std::vector<std::size_t> members);

    [[nodiscard]] const std::vector<std::size_t>& members() const { return m_members; }
    [[nodiscard]] const Box3& box() const { return m_box; }
    [[nodiscard]] double machineSize() const { return m_machineSize; } ///< of a typical one, metres
    [[nodiscard]] std::size_t triangles() const { return m_triangles; }
    [[nodiscard]] std::size_t lines() const { return m_triangles; } ///< about as many at the most
    [[nodiscard]] bool isScenery() const { return m_scenery; }

    void setColours(const SceneColours& colours);
    void setLineColour(const QColor& colour);
    void setLineWidth(double pixels);
    void draw(Draw how, bool lines); ///< Whole with or without its creases
    /// The lines between what is seen and what is not, from this direction.
    void addSilhouette(const Vec3& lineOfSight, LineEnds& ends);

private:
    void makeWhole();
    void makeBoxes();
    void makeLines();

    vtkRenderer* m_renderer;
    const std::vector<ScenePart>& m_parts;
    std::vector<std::size_t> m_members;
    Box3 m_box;
    double m_machineSize = 0, m_lineWidth = 1;
    std::size_t m_triangles = 0;
    bool m_scenery = false;
    std::unique_ptr<SurfaceActor> m_whole, m_boxes;
    std::unique_ptr<LineActor> m_creases;
    std::vector<FeatureLines> m_features; ///< by member
    const SceneColours* m_colours = nullptr;
    QColor m_lineColour;
};

/// The twelve edges of a box.
void addBoxEdges(const Box3& box, LineEnds& ends);

} // namespace gemba::ui
