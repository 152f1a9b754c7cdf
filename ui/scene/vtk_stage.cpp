// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/vtk_stage.h"

#include <algorithm>
#include <array>

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkPolyDataNormals.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkUnsignedCharArray.h>

#include "ui/scene/feature_lines.h"
#include "ui/scene/scene_view.h"

namespace gemba::ui {

namespace {

constexpr double kSplitDegrees = 32;
constexpr double kEdgeWidth = 1.1, kStrongWidth = 2.2, kGridWidth = 1.0; ///< logical pixels
constexpr double kPushSlope = 2, kPushUnits = 4; ///< more than VTK's own: a strong line is 3 pixels wide
const Vec3 kLight = unit({-0.66, -0.16, 0.74}); ///< over the left shoulder of the preset view

/// Corners of a part with one normal each; corners on a crease appear once per side.
struct Surface {
    std::vector<Point3> points, normals;
    std::vector<std::uint32_t> indices;
};

vtkSmartPointer<vtkPolyData> polyData(const std::vector<Point3>& points, const std::vector<std::uint32_t>& indices)
{
    vtkNew<vtkPoints> p;
    p->SetNumberOfPoints(static_cast<vtkIdType>(points.size()));
    for (std::size_t i = 0; i < points.size(); ++i)
        p->SetPoint(static_cast<vtkIdType>(i), points[i].data());
    vtkNew<vtkCellArray> cells;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3)
        cells->InsertNextCell({indices[i], indices[i + 1], indices[i + 2]});
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(p);
    data->SetPolys(cells);
    return data;
}

Surface surfaceOf(const TriangleMesh& mesh)
{
    const vtkSmartPointer<vtkPolyData> flat = polyData(mesh.positions, mesh.indices);
    vtkNew<vtkPolyDataNormals> normals;
    normals->SetInputData(flat);
    normals->SplittingOn();
    normals->ConsistencyOff();
    normals->SetFeatureAngle(kSplitDegrees);
    normals->Update();
    vtkPolyData* out = normals->GetOutput();
    vtkDataArray* n = out->GetPointData()->GetNormals();
    Surface s;
    for (vtkIdType i = 0; n != nullptr && i < out->GetNumberOfPoints(); ++i) {
        std::array<double, 3> p{}, d{};
        out->GetPoint(i, p.data());
        n->GetTuple(i, d.data());
        s.points.push_back(Vec3(p[0], p[1], p[2]).stored());
        s.normals.push_back(Vec3(d[0], d[1], d[2]).stored());
    }
    vtkCellArray* cells = out->GetPolys();
    for (vtkIdType c = 0; c < cells->GetNumberOfCells(); ++c) {
        vtkIdType size = 0;
        const vtkIdType* corner = nullptr;
        cells->GetCellAtId(c, size, corner);
        for (vtkIdType k = 0; k < size; ++k)
            s.indices.push_back(static_cast<std::uint32_t>(corner[k]));
    }
    return s;
}

std::array<double, 3> rgb(const QColor& c)
{
    return {c.redF(), c.greenF(), c.blueF()};
}

/// One set of lines with its own colour and width.
struct LineActor {
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> cells;
    vtkNew<vtkPolyData> data;
    vtkNew<vtkPolyDataMapper> mapper;
    vtkNew<vtkActor> actor;

    explicit LineActor(vtkRenderer* renderer)
    {
        data->SetPoints(points);
        data->SetLines(cells);
        mapper->SetInputData(data);
        actor->SetMapper(mapper);
        actor->GetProperty()->LightingOff();
        actor->PickableOff();
        renderer->AddActor(actor);
    }
    void clear()
    {
        points->Reset();
        cells->Reset();
    }
    void add(const std::vector<Point3>& from, const std::vector<FeatureLines::Line>& lines)
    {
        for (const auto& [a, b] : lines) {
            const vtkIdType i = points->InsertNextPoint(from[a].data());
            points->InsertNextPoint(from[b].data());
            cells->InsertNextCell({i, i + 1});
        }
    }
    void changed()
    {
        points->Modified();
        cells->Modified();
        data->Modified();
    }
};

} // namespace

struct VtkStage::Parts {
    vtkRenderer* renderer;
    const std::vector<ScenePart>& parts;
    std::vector<Surface> surfaces;
    std::vector<FeatureLines> features;
    std::optional<std::size_t> selected, only;
    SceneColours colours;
    SceneCamera camera;
    Box3 ground; ///< all that is drawn lies inside
    vtkNew<vtkPolyDataMapper> surfaceMapper;
    vtkNew<vtkActor> surfaceActor;
    LineActor grid, edges, strong;

    Parts(vtkRenderer* r, const std::vector<ScenePart>& p)
        : renderer(r), parts(p), grid(r), edges(r), strong(r)
    {
    }

    [[nodiscard]] bool shown(std::size_t part) const { return !only || *only == part; }

    void layGrid(float step)
    {
        Box3 all;
        for (const ScenePart& part : parts)
            all.add(part.box);
        const Point3 c = all.centre();
        const double reach = 2.5 * std::max({all.high[0] - all.low[0], all.high[1] - all.low[1],
                                             all.high[2] - all.low[2]});
        // A coarse grid under a large plant: a line needs room to be seen.
        const double pace = step * std::max(1.0, std::ceil(reach / (60.0 * step)));
        const auto n = static_cast<int>(reach / pace);
        const double x0 = std::round(c[0] / pace) * pace, y0 = std::round(c[1] / pace) * pace;
        std::vector<Point3> ends;
        for (int i = -n; i <= n; ++i) {
            ends.push_back(Vec3(x0 + i * pace, y0 - n * pace, 0).stored());
            ends.push_back(Vec3(x0 + i * pace, y0 + n * pace, 0).stored());
            ends.push_back(Vec3(x0 - n * pace, y0 + i * pace, 0).stored());
            ends.push_back(Vec3(x0 + n * pace, y0 + i * pace, 0).stored());
        }
        std::vector<FeatureLines::Line> lines;
        for (std::uint32_t i = 0; i + 1 < ends.size(); i += 2)
            lines.emplace_back(i, i + 1);
        for (const Point3& p : ends)
            ground.add(p);
        ground.add(all);
        grid.add(ends, lines);
        grid.changed();
    }

    [[nodiscard]] std::array<unsigned char, 3> shade(const Point3& normal) const
    {
        const double k = std::clamp(0.40 + 0.66 * dot(Vec3(normal), kLight), 0.0, 1.0);
        const auto mix = [k](int dark, int lit) {
            return static_cast<unsigned char>(std::lround(dark + (lit - dark) * k));
        };
        return {mix(colours.partDark.red(), colours.partLit.red()),
                mix(colours.partDark.green(), colours.partLit.green()),
                mix(colours.partDark.blue(), colours.partLit.blue())};
    }

    void buildSurface()
    {
        std::vector<Point3> points;
        std::vector<std::uint32_t> indices;
        vtkNew<vtkUnsignedCharArray> tones;
        tones->SetNumberOfComponents(3);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (!shown(i))
                continue;
            const auto base = static_cast<std::uint32_t>(points.size());
            const Surface& s = surfaces[i];
            points.insert(points.end(), s.points.begin(), s.points.end());
            for (const std::uint32_t index : s.indices)
                indices.push_back(base + index);
            for (const Point3& n : s.normals)
                tones->InsertNextTypedTuple(shade(n).data());
        }
        const vtkSmartPointer<vtkPolyData> data = polyData(points, indices);
        data->GetPointData()->SetScalars(tones);
        surfaceMapper->SetInputData(data);
    }

    void buildLines()
    {
        edges.clear();
        strong.clear();
        std::vector<FeatureLines::Line> lines;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (!shown(i))
                continue;
            lines = features[i].creases();
            features[i].silhouette(camera.forward(), lines);
            (selected == i ? strong : edges).add(parts[i].mesh.positions, lines);
        }
        edges.changed();
        strong.changed();
    }
};

VtkStage::VtkStage(vtkRenderer* renderer, const std::vector<ScenePart>& parts, float gridStep)
    : m(std::make_unique<Parts>(renderer, parts))
{
    for (const ScenePart& part : parts) {
        m->surfaces.push_back(surfaceOf(part.mesh));
        m->features.emplace_back(part.mesh, kSplitDegrees);
    }
    // Lines lie in the surfaces that they bound: push the surfaces back a little.
    vtkMapper::SetResolveCoincidentTopologyToPolygonOffset();
    m->surfaceMapper->SetRelativeCoincidentTopologyPolygonOffsetParameters(kPushSlope, kPushUnits);
    m->surfaceMapper->SetColorModeToDirectScalars();
    m->surfaceActor->SetMapper(m->surfaceMapper);
    m->surfaceActor->GetProperty()->LightingOff(); // the tone is in the colours already
    renderer->AddActor(m->surfaceActor);
    m->layGrid(gridStep);
    setPixelRatio(1);
}

VtkStage::~VtkStage() = default;

void VtkStage::setColours(const SceneColours& colours)
{
    m->colours = colours;
    m->renderer->SetBackground(rgb(colours.canvas).data());
    m->grid.actor->GetProperty()->SetColor(rgb(colours.grid).data());
    m->edges.actor->GetProperty()->SetColor(rgb(colours.edge).data());
    m->strong.actor->GetProperty()->SetColor(rgb(colours.outline).data());
    m->buildSurface();
}

void VtkStage::setSelected(std::optional<std::size_t> part)
{
    m->selected = part;
    m->buildLines();
}

void VtkStage::setOnly(std::optional<std::size_t> part)
{
    m->only = part;
    m->buildSurface();
    m->buildLines();
}

void VtkStage::setCamera(const SceneCamera& camera)
{
    const bool turned = camera.turn() != m->camera.turn() || camera.tilt() != m->camera.tilt();
    m->camera = camera;
    if (turned)
        m->buildLines();
    // Stand far enough away for the whole ground to lie between the clipping planes.
    const Vec3 t = camera.target(), up = camera.up();
    const double away = 1 + length(Vec3(m->ground.high) - Vec3(m->ground.low))
                        + length(t - Vec3(m->ground.centre()));
    const Vec3 eye = t - camera.forward() * away;
    vtkCamera* c = m->renderer->GetActiveCamera();
    c->ParallelProjectionOn();
    c->SetFocalPoint(t.x, t.y, t.z);
    c->SetPosition(eye.x, eye.y, eye.z);
    c->SetViewUp(up.x, up.y, up.z);
    c->SetParallelScale(camera.halfHeight());
    c->SetClippingRange(0.1, 2 * away);
}

void VtkStage::setPixelRatio(double ratio)
{
    const auto width = [ratio](double w) { return static_cast<float>(w * ratio); };
    m->grid.actor->GetProperty()->SetLineWidth(width(kGridWidth));
    m->edges.actor->GetProperty()->SetLineWidth(width(kEdgeWidth));
    m->strong.actor->GetProperty()->SetLineWidth(width(kStrongWidth));
}

} // namespace gemba::ui
