// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/line_actor.h"

#include <cstring>
#include <numeric>

#include <QColor>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkTypeInt32Array.h>

namespace gemba::ui {

void addLines(LineEnds& ends, const std::vector<Point3>& from, const std::vector<FeatureLines::Line>& lines)
{
    for (const auto& [a, b] : lines) {
        ends.push_back(from[a]);
        ends.push_back(from[b]);
    }
}

LineActor::LineActor(vtkRenderer* renderer) : m_renderer(renderer)
{
    m_mapper->SetInputData(m_data);
    m_actor->SetMapper(m_mapper);
    m_actor->GetProperty()->LightingOff();
    m_actor->PickableOff();
    m_actor->VisibilityOff();
    m_renderer->AddActor(m_actor);
}

LineActor::~LineActor()
{
    m_renderer->RemoveActor(m_actor);
}

void LineActor::setLines(const LineEnds& ends)
{
    const auto n = static_cast<vtkIdType>(ends.size());
    vtkNew<vtkFloatArray> coordinates; // filled in one go: this happens with every move of the camera
    coordinates->SetNumberOfComponents(3);
    coordinates->SetNumberOfTuples(n);
    if (n > 0)
        std::memcpy(coordinates->GetPointer(0), ends.data(), ends.size() * sizeof(Point3));
    vtkNew<vtkTypeInt32Array> corners, offsets;
    corners->SetNumberOfValues(n);
    std::iota(corners->Begin(), corners->End(), 0);
    offsets->SetNumberOfValues(n / 2 + 1);
    for (vtkIdType i = 0; i <= n / 2; ++i)
        offsets->SetValue(i, static_cast<int>(2 * i));
    vtkNew<vtkPoints> points;
    points->SetData(coordinates);
    vtkNew<vtkCellArray> cells;
    cells->SetData(offsets, corners);
    m_data->SetPoints(points);
    m_data->SetLines(cells);
    m_empty = n == 0;
    m_actor->SetVisibility(m_visible && !m_empty);
}

void LineActor::setColour(const QColor& c)
{
    m_actor->GetProperty()->SetColor(c.redF(), c.greenF(), c.blueF());
}

void LineActor::setWidth(double pixels)
{
    m_actor->GetProperty()->SetLineWidth(static_cast<float>(pixels));
}

void LineActor::setVisible(bool visible)
{
    m_visible = visible;
    m_actor->SetVisibility(m_visible && !m_empty);
}

} // namespace gemba::ui
