// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/feature_lines.h"

#include <algorithm>
#include <numbers>

namespace gemba::ui {

namespace {

struct HalfEdge {
    std::uint32_t low, high, face;
    bool operator<(const HalfEdge& o) const
    {
        return low != o.low ? low < o.low : high != o.high ? high < o.high : face < o.face;
    }
};

std::vector<HalfEdge> halfEdges(const TriangleMesh& mesh)
{
    std::vector<HalfEdge> edges;
    edges.reserve(mesh.indices.size());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = mesh.indices[i + k], b = mesh.indices[i + (k + 1) % 3];
            edges.push_back({std::min(a, b), std::max(a, b), static_cast<std::uint32_t>(i / 3)});
        }
    }
    std::sort(edges.begin(), edges.end());
    return edges;
}

Vec3 normalOf(const TriangleMesh& mesh, std::uint32_t face)
{
    const std::uint32_t* i = &mesh.indices[std::size_t{face} * 3];
    const Vec3 a(mesh.positions[i[0]]), b(mesh.positions[i[1]]), c(mesh.positions[i[2]]);
    return unit(cross(b - a, c - a));
}

} // namespace

FeatureLines::FeatureLines(const TriangleMesh& mesh, double creaseDegrees)
{
    const double limit = std::cos(creaseDegrees * std::numbers::pi / 180);
    const std::vector<HalfEdge> edges = halfEdges(mesh);
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t end = i + 1;
        while (end < edges.size() && edges[end].low == edges[i].low && edges[end].high == edges[i].high)
            ++end;
        const Line line{edges[i].low, edges[i].high};
        if (end - i != 2) {
            m_creases.push_back(line);
        } else {
            const Vec3 l = normalOf(mesh, edges[i].face), r = normalOf(mesh, edges[i + 1].face);
            if (dot(l, r) < limit)
                m_creases.push_back(line);
            else
                m_smooth.push_back({line, l.stored(), r.stored()});
        }
        i = end;
    }
}

void FeatureLines::silhouette(const Vec3& lineOfSight, std::vector<Line>& out) const
{
    for (const SmoothEdge& e : m_smooth) {
        if ((dot(lineOfSight, e.left) < 0) != (dot(lineOfSight, e.right) < 0))
            out.push_back(e.line);
    }
}

} // namespace gemba::ui
