// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/ground.h"

#include <algorithm>
#include <cmath>

#include <vtkCellArray.h>
#include <vtkPoints.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>

#include "ui/scene/label_layout.h"
#include "ui/scene/scene_view.h"

namespace gemba::ui {

namespace {

constexpr double kShadeLevel = 0.004, kGridLevel = 0.008; ///< metres; above each other, never equal
/// How far the shade of a point one metre up lies to the side: short, it only grounds the machine.
constexpr double kShadeX = 0.30, kShadeY = 0.12;

} // namespace

Ground::Ground(vtkRenderer* renderer, const std::vector<ScenePart>& parts, float gridStep) : m_grid(renderer)
{
    Box3 machines;
    for (const ScenePart& part : parts)
        machines.add(part.box);
    layGrid(machines, gridStep);
    layShades(parts);
    m_shades->SetMapper(m_mapper);
    m_shades->GetProperty()->LightingOff();
    m_shades->PickableOff();
    renderer->AddActor(m_shades);
}

void Ground::layGrid(const Box3& machines, float step)
{
    const Point3 c = machines.centre();
    const double reach = 2.5 * std::max({machines.high[0] - machines.low[0], machines.high[1] - machines.low[1],
                                         machines.high[2] - machines.low[2]});
    // A coarse grid under a large plant: a line needs room to be seen.
    const double pace = step * std::max(1.0, std::ceil(reach / (60.0 * step)));
    const auto n = static_cast<int>(reach / pace);
    const double x0 = std::round(c[0] / pace) * pace, y0 = std::round(c[1] / pace) * pace;
    LineEnds ends;
    for (int i = -n; i <= n; ++i) {
        ends.push_back(Vec3(x0 + i * pace, y0 - n * pace, kGridLevel).stored());
        ends.push_back(Vec3(x0 + i * pace, y0 + n * pace, kGridLevel).stored());
        ends.push_back(Vec3(x0 - n * pace, y0 + i * pace, kGridLevel).stored());
        ends.push_back(Vec3(x0 + n * pace, y0 + i * pace, kGridLevel).stored());
    }
    for (const Point3& p : ends)
        m_box.add(p);
    m_box.add(machines);
    m_grid.setLines(ends);
}

void Ground::layShades(const std::vector<ScenePart>& parts)
{
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> cells;
    for (const ScenePart& part : parts) {
        if (part.assetId.empty())
            continue;
        std::vector<QPointF> fallen;
        const auto add = [&fallen](double x, double y, double z) {
            fallen.emplace_back(x + kShadeX * z, y + kShadeY * z);
        };
        for (const Point3& p : part.outline)
            add(p[0], p[1], p[2]);
        for (const bool right : {false, true}) {
            for (const bool back : {false, true})
                add(right ? part.footing.high[0] : part.footing.low[0], back ? part.footing.high[1] : part.footing.low[1],
                    part.footing.high[2]);
        }
        const QPolygonF hull = convexOutline(std::move(fallen));
        cells->InsertNextCell(static_cast<int>(hull.size()));
        for (const QPointF& p : hull)
            cells->InsertCellPoint(points->InsertNextPoint(p.x(), p.y(), kShadeLevel));
    }
    vtkNew<vtkPolyData> data;
    data->SetPoints(points);
    data->SetPolys(cells);
    m_mapper->SetInputData(data);
}

void Ground::setColours(const SceneColours& colours)
{
    m_grid.setColour(colours.grid);
    m_shades->GetProperty()->SetColor(colours.shade.redF(), colours.shade.greenF(), colours.shade.blueF());
}

} // namespace gemba::ui
