// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <vtkActor.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>

#include "ui/scene/feature_lines.h"

class QColor;
class vtkRenderer;

namespace gemba::ui {

/// Ends of lines, two and two, in world metres.
using LineEnds = std::vector<Point3>;
void addLines(LineEnds& ends, const std::vector<Point3>& from, const std::vector<FeatureLines::Line>& lines);

/// One set of lines with its own colour and width. Only for the VTK side of the scene.
class LineActor
{
public:
    explicit LineActor(vtkRenderer* renderer);
    ~LineActor();
    LineActor(const LineActor&) = delete;

    void setLines(const LineEnds& ends);
    void setColour(const QColor& colour);
    void setWidth(double pixels);
    void setVisible(bool visible);

private:
    vtkRenderer* m_renderer;
    vtkNew<vtkPolyData> m_data;
    vtkNew<vtkPolyDataMapper> m_mapper;
    vtkNew<vtkActor> m_actor;
    bool m_visible = true, m_empty = true;
};

} // namespace gemba::ui
