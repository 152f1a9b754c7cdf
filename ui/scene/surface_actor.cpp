// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/surface_actor.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkPolyDataNormals.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkTypeInt32Array.h>
#include <vtkUnsignedCharArray.h>

#include "ui/scene/scene_view.h"
#include "ui/scene/vec3.h"

namespace gemba::ui {

namespace {

constexpr double kPushSlope = 2, kPushUnits = 4; ///< more than VTK's own: a strong line is 3 pixels wide
const Vec3 kLight = unit({-0.66, -0.16, 0.74}); ///< over the left shoulder of the preset view

vtkSmartPointer<vtkPolyData> polyData(const TriangleMesh& mesh)
{
    const auto n = static_cast<vtkIdType>(mesh.positions.size()), m = static_cast<vtkIdType>(mesh.indices.size());
    vtkNew<vtkFloatArray> coordinates;
    coordinates->SetNumberOfComponents(3);
    coordinates->SetNumberOfTuples(n);
    if (n > 0)
        std::memcpy(coordinates->GetPointer(0), mesh.positions.data(), mesh.positions.size() * sizeof(Point3));
    vtkNew<vtkTypeInt32Array> corners, offsets;
    corners->SetNumberOfValues(m);
    std::copy(mesh.indices.begin(), mesh.indices.end(), corners->Begin());
    offsets->SetNumberOfValues(m / 3 + 1);
    for (vtkIdType i = 0; i <= m / 3; ++i)
        offsets->SetValue(i, static_cast<int>(3 * i));
    vtkNew<vtkPoints> points;
    points->SetData(coordinates);
    vtkNew<vtkCellArray> cells;
    cells->SetData(offsets, corners);
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(points);
    data->SetPolys(cells);
    return data;
}

std::array<unsigned char, 3> tone(const SceneColours& colours, const Point3& normal)
{
    const double k = std::clamp(0.40 + 0.66 * dot(Vec3(normal), kLight), 0.0, 1.0);
    const auto mix = [k](int dark, int lit) {
        return static_cast<unsigned char>(std::lround(dark + (lit - dark) * k));
    };
    return {mix(colours.partDark.red(), colours.partLit.red()),
            mix(colours.partDark.green(), colours.partLit.green()),
            mix(colours.partDark.blue(), colours.partLit.blue())};
}

} // namespace

SurfaceActor::SurfaceActor(vtkRenderer* renderer) : m_renderer(renderer)
{
    // Lines lie in the surfaces that they bound: push the surfaces back a little.
    vtkMapper::SetResolveCoincidentTopologyToPolygonOffset();
    m_mapper->SetRelativeCoincidentTopologyPolygonOffsetParameters(kPushSlope, kPushUnits);
    m_mapper->SetColorModeToDirectScalars();
    m_mapper->SetInputData(vtkNew<vtkPolyData>());
    m_actor->SetMapper(m_mapper);
    m_actor->GetProperty()->LightingOff(); // the tone is in the colours already
    m_actor->PickableOff();
    m_renderer->AddActor(m_actor);
}

SurfaceActor::~SurfaceActor()
{
    m_renderer->RemoveActor(m_actor);
}

void SurfaceActor::setMesh(const TriangleMesh& mesh, double creaseDegrees)
{
    vtkNew<vtkPolyDataNormals> normals;
    normals->SetInputData(polyData(mesh));
    normals->SplittingOn();
    normals->ConsistencyOff();
    normals->SetFeatureAngle(creaseDegrees);
    normals->Update();
    vtkPolyData* out = normals->GetOutput();
    vtkDataArray* n = out->GetPointData()->GetNormals();
    m_normals.resize(n != nullptr ? static_cast<std::size_t>(n->GetNumberOfTuples()) : 0);
    for (std::size_t i = 0; i < m_normals.size(); ++i) {
        std::array<double, 3> d{};
        n->GetTuple(static_cast<vtkIdType>(i), d.data());
        m_normals[i] = Vec3(d[0], d[1], d[2]).stored();
    }
    out->GetPointData()->SetNormals(nullptr); // the graphics card needs only the tones
    m_mapper->SetInputData(out);
}

void SurfaceActor::setMesh(const TriangleMesh& mesh, std::vector<Point3> normals)
{
    m_normals = std::move(normals);
    m_mapper->SetInputData(polyData(mesh));
}

void SurfaceActor::setColours(const SceneColours& colours)
{
    vtkNew<vtkUnsignedCharArray> tones;
    tones->SetNumberOfComponents(3);
    tones->SetNumberOfTuples(static_cast<vtkIdType>(m_normals.size()));
    for (std::size_t i = 0; i < m_normals.size(); ++i)
        tones->SetTypedTuple(static_cast<vtkIdType>(i), tone(colours, m_normals[i]).data());
    vtkPolyData* data = m_mapper->GetInput();
    data->GetPointData()->SetScalars(tones);
    data->Modified();
}

void SurfaceActor::setVisible(bool visible)
{
    m_actor->SetVisibility(visible);
}

} // namespace gemba::ui
