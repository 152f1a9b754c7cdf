// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/scene_chunk.h"

#include <algorithm>
#include <array>

namespace gemba::ui {

namespace {

double sizeOf(const Box3& box)
{
    return length(Vec3(box.high) - Vec3(box.low));
}

/// Five faces (nobody looks from below) of four corners with a normal of their own.
void addBox(const Box3& b, TriangleMesh& mesh, std::vector<Point3>& normals)
{
    constexpr std::array<std::array<unsigned, 4>, 5> kFaces{
        {{4, 5, 7, 6}, {0, 1, 5, 4}, {3, 2, 6, 7}, {2, 0, 4, 6}, {1, 3, 7, 5}}};
    constexpr std::array<Point3, 5> kNormals{{{0, 0, 1}, {0, -1, 0}, {0, 1, 0}, {-1, 0, 0}, {1, 0, 0}}};
    for (std::size_t f = 0; f < kFaces.size(); ++f) {
        const auto base = static_cast<std::uint32_t>(mesh.positions.size());
        for (const unsigned i : kFaces[f]) {
            mesh.positions.push_back({(i & 1) ? b.high[0] : b.low[0], (i & 2) ? b.high[1] : b.low[1],
                                      (i & 4) ? b.high[2] : b.low[2]});
            normals.push_back(kNormals[f]);
        }
        mesh.indices.insert(mesh.indices.end(), {base, base + 1, base + 2, base, base + 2, base + 3});
    }
}

} // namespace

SceneChunk::SceneChunk(vtkRenderer* renderer, const std::vector<ScenePart>& parts, std::vector<std::size_t> members)
    : m_renderer(renderer), m_parts(parts), m_members(std::move(members))
{
    std::vector<double> sizes;
    for (const std::size_t i : m_members) {
        m_box.add(parts[i].box);
        m_triangles += parts[i].mesh.triangleCount();
        sizes.push_back(sizeOf(parts[i].body));
        m_scenery |= parts[i].assetId.empty();
    }
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    m_machineSize = *middle;
}

void SceneChunk::setColours(const SceneColours& colours)
{
    m_colours = &colours;
    for (SurfaceActor* actor : {m_whole.get(), m_boxes.get()}) {
        if (actor != nullptr)
            actor->setColours(colours);
    }
}

void SceneChunk::setLineColour(const QColor& colour)
{
    m_lineColour = colour;
    if (m_creases)
        m_creases->setColour(colour);
}

void SceneChunk::setLineWidth(double pixels)
{
    m_lineWidth = pixels;
    if (m_creases)
        m_creases->setWidth(pixels);
}

void SceneChunk::draw(Draw how, bool lines)
{
    const bool whole = how == Draw::Whole, boxes = how == Draw::Boxes && !m_scenery;
    const bool creases = how == Draw::Lines || (whole && lines);
    if (whole && !m_whole)
        makeWhole();
    if (boxes && !m_boxes)
        makeBoxes();
    if (creases && !m_creases)
        makeLines();
    if (m_whole)
        m_whole->setVisible(whole);
    if (m_boxes)
        m_boxes->setVisible(boxes);
    if (m_creases)
        m_creases->setVisible(creases);
}

void SceneChunk::makeWhole()
{
    TriangleMesh all;
    for (const std::size_t i : m_members) {
        const TriangleMesh& mesh = m_parts[i].mesh;
        const auto base = static_cast<std::uint32_t>(all.positions.size());
        all.positions.insert(all.positions.end(), mesh.positions.begin(), mesh.positions.end());
        for (const std::uint32_t index : mesh.indices)
            all.indices.push_back(base + index);
    }
    m_whole = std::make_unique<SurfaceActor>(m_renderer);
    m_whole->setMesh(all, kCreaseDegrees);
    if (m_colours != nullptr)
        m_whole->setColours(*m_colours);
}

void SceneChunk::makeBoxes()
{
    TriangleMesh all;
    std::vector<Point3> normals;
    for (const std::size_t i : m_members)
        addBox(m_parts[i].body, all, normals);
    m_boxes = std::make_unique<SurfaceActor>(m_renderer);
    m_boxes->setMesh(all, std::move(normals));
    if (m_colours != nullptr)
        m_boxes->setColours(*m_colours);
}

void SceneChunk::makeLines()
{
    LineEnds ends;
    for (const std::size_t i : m_members) {
        m_features.emplace_back(m_parts[i].mesh, kCreaseDegrees);
        addLines(ends, m_parts[i].mesh.positions, m_features.back().creases());
    }
    m_creases = std::make_unique<LineActor>(m_renderer);
    m_creases->setLines(ends);
    m_creases->setColour(m_lineColour);
    m_creases->setWidth(m_lineWidth);
}

void SceneChunk::addSilhouette(const Vec3& lineOfSight, LineEnds& ends)
{
    if (!m_creases)
        makeLines();
    std::vector<FeatureLines::Line> lines;
    for (std::size_t k = 0; k < m_members.size(); ++k) {
        lines.clear();
        m_features[k].silhouette(lineOfSight, lines);
        addLines(ends, m_parts[m_members[k]].mesh.positions, lines);
    }
}

void addBoxEdges(const Box3& b, LineEnds& ends)
{
    for (unsigned i = 0; i < 8; ++i) {
        for (const unsigned axis : {1U, 2U, 4U}) {
            if ((i & axis) != 0)
                continue;
            for (const unsigned k : {i, i | axis}) {
                ends.push_back({(k & 1) ? b.high[0] : b.low[0], (k & 2) ? b.high[1] : b.low[1],
                                (k & 4) ? b.high[2] : b.low[2]});
            }
        }
    }
}

} // namespace gemba::ui
