// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <vtkActor.h>
#include <vtkNew.h>
#include <vtkPolyDataMapper.h>

#include "ui/scene/triangle_mesh.h"

class vtkRenderer;

namespace gemba::ui {

struct SceneColours;

/// Matt grey surfaces in one mesh: the tone of a face says only which way it looks, worked out
/// once and stored with the corners, so that a frame computes no light. Only for the VTK side.
class SurfaceActor
{
public:
    explicit SurfaceActor(vtkRenderer* renderer);
    ~SurfaceActor();
    SurfaceActor(const SurfaceActor&) = delete;

    /// Corners on a crease get one tone a side.
    void setMesh(const TriangleMesh& mesh, double creaseDegrees);
    /// For meshes that bring one normal a corner.
    void setMesh(const TriangleMesh& mesh, std::vector<Point3> normals);
    void setColours(const SceneColours& colours);
    void setVisible(bool visible);

private:
    vtkRenderer* m_renderer;
    std::vector<Point3> m_normals;
    vtkNew<vtkPolyDataMapper> m_mapper;
    vtkNew<vtkActor> m_actor;
};

} // namespace gemba::ui
