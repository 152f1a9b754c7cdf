// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/mesh_file.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkQuadricClustering.h>

#include "ui/scene/gltf_reader.h"

namespace gemba::ui {

namespace {

bool endsWith(std::string_view name, std::string_view ending)
{
    return name.size() >= ending.size()
           && std::equal(ending.rbegin(), ending.rend(), name.rbegin(), [](char a, char b) {
                  return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
              });
}

twin::Result<TriangleMesh> read(std::string_view name, std::string_view bytes)
{
    if (endsWith(name, ".stl"))
        return readStl(bytes);
    if (endsWith(name, ".obj"))
        return readObj(bytes);
    return readGltf(bytes); // says itself what it misses
}

vtkSmartPointer<vtkPolyData> polyData(const TriangleMesh& mesh)
{
    vtkNew<vtkPoints> points;
    points->SetNumberOfPoints(static_cast<vtkIdType>(mesh.positions.size()));
    for (std::size_t i = 0; i < mesh.positions.size(); ++i)
        points->SetPoint(static_cast<vtkIdType>(i), mesh.positions[i].data());
    vtkNew<vtkCellArray> cells;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        cells->InsertNextCell({mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]});
    auto data = vtkSmartPointer<vtkPolyData>::New();
    data->SetPoints(points);
    data->SetPolys(cells);
    return data;
}

TriangleMesh meshOf(vtkPolyData& data)
{
    TriangleMesh mesh;
    for (vtkIdType i = 0; i < data.GetNumberOfPoints(); ++i) {
        double p[3];
        data.GetPoint(i, p);
        mesh.positions.push_back({static_cast<float>(p[0]), static_cast<float>(p[1]), static_cast<float>(p[2])});
    }
    vtkCellArray* cells = data.GetPolys();
    for (vtkIdType c = 0; c < cells->GetNumberOfCells(); ++c) {
        vtkIdType size = 0;
        const vtkIdType* corner = nullptr;
        cells->GetCellAtId(c, size, corner);
        for (vtkIdType k = 0; size == 3 && k < 3; ++k)
            mesh.indices.push_back(static_cast<std::uint32_t>(corner[k]));
    }
    return mesh;
}

} // namespace

twin::Result<TriangleMesh> readMeshFile(std::string_view name, std::string_view bytes)
{
    if (bytes.size() > kMaxMeshBytes) {
        return twin::Error{twin::ErrorCode::FileTooLarge,
                           {static_cast<std::int64_t>(bytes.size()), static_cast<std::int64_t>(kMaxMeshBytes)}, {}};
    }
    twin::Result<TriangleMesh> mesh = read(name, bytes);
    if (!mesh || mesh->triangleCount() <= kEnoughTriangles)
        return mesh;
    return thinned(*mesh, kEnoughTriangles);
}

TriangleMesh thinned(const TriangleMesh& mesh, std::size_t triangles)
{
    constexpr double kPerCell = 12; // a closed body of d cells a side has about 12 d² triangles
    const vtkSmartPointer<vtkPolyData> all = polyData(mesh);
    double divisions = std::sqrt(static_cast<double>(triangles) / kPerCell);
    while (divisions >= 2) {
        vtkNew<vtkQuadricClustering> cluster;
        cluster->SetInputData(all);
        cluster->AutoAdjustNumberOfDivisionsOff();
        const int d = static_cast<int>(divisions);
        cluster->SetNumberOfDivisions(d, d, d);
        cluster->UseInputPointsOff();
        cluster->CopyCellDataOff();
        cluster->Update();
        TriangleMesh out = weld(meshOf(*cluster->GetOutput()));
        if (out.triangleCount() <= triangles && !out.empty())
            return out;
        divisions *= 0.75;
    }
    return mesh;
}

} // namespace gemba::ui
