// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vtkActor.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>

#include "ui/scene/line_actor.h"
#include "ui/scene/shape_library.h"

namespace gemba::ui {

struct SceneColours;

/// What the machines stand on: a grid, and a shade under each machine that says where it touches
/// the ground. Both are made once.
class Ground
{
public:
    Ground(vtkRenderer* renderer, const std::vector<ScenePart>& parts, float gridStep);
    void setColours(const SceneColours& colours);
    void setWidth(double pixels) { m_grid.setWidth(pixels); }
    void setShades(bool visible) { m_shades->SetVisibility(visible); }
    [[nodiscard]] const Box3& box() const { return m_box; } ///< all that is drawn lies inside

private:
    void layGrid(const Box3& machines, float step);
    void layShades(const std::vector<ScenePart>& parts);
    Box3 m_box;
    vtkNew<vtkPolyDataMapper> m_mapper;
    vtkNew<vtkActor> m_shades;
    LineActor m_grid;
};

} // namespace gemba::ui
