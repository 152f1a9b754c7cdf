// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/pick_tree.h"

#include <algorithm>
#include <array>
#include <limits>

namespace gemba::ui {

namespace {

constexpr std::size_t kLeaf = 4;
constexpr int kMaxDepth = 48; ///< median splits: 2^48 triangles never happen

/// Whether the ray enters the box before `limit`. Slightly generous, so that rounding never hides
/// a triangle that lies in the box's face.
bool enters(const Box3& box, const Ray& ray, double limit)
{
    double from = 0, to = limit;
    for (std::size_t i = 0; i < 3; ++i) {
        const double o = ray.origin[i], d = ray.direction[i];
        const double slack = 1e-6 * (1 + std::abs(o) + std::abs(box.low[i]) + std::abs(box.high[i]));
        const double low = box.low[i] - slack, high = box.high[i] + slack;
        if (std::abs(d) < 1e-300) {
            if (o < low || o > high)
                return false;
            continue;
        }
        const double t0 = (low - o) / d, t1 = (high - o) / d;
        from = std::max(from, std::min(t0, t1));
        to = std::min(to, std::max(t0, t1));
    }
    return from <= to;
}

} // namespace

PickTree::PickTree(const std::vector<ScenePart>& parts)
{
    for (std::size_t p = 0; p < parts.size(); ++p) {
        if (parts[p].assetId.empty())
            continue;
        const TriangleMesh& mesh = parts[p].mesh;
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
            m_triangles.push_back({mesh.positions[mesh.indices[i]], mesh.positions[mesh.indices[i + 1]],
                                   mesh.positions[mesh.indices[i + 2]], static_cast<std::uint32_t>(p), kNoPiece});
            // A named piece is nearer to the point than the whole node that holds it.
            const auto& pieces = parts[p].pieces;
            for (std::size_t k = 0; k < pieces.size(); ++k) {
                Triangle& t = m_triangles.back();
                const bool inside = i >= pieces[k].begin && i < pieces[k].end;
                if (inside && (t.piece == kNoPiece || pieces[k].end - pieces[k].begin
                                                          < pieces[t.piece].end - pieces[t.piece].begin))
                    t.piece = static_cast<std::uint32_t>(k);
            }
        }
    }
    if (!m_triangles.empty())
        build(0, m_triangles.size(), 0);
}

std::uint32_t PickTree::build(std::size_t begin, std::size_t end, int depth)
{
    const auto id = static_cast<std::uint32_t>(m_nodes.size());
    m_nodes.emplace_back();
    Box3 box;
    for (std::size_t i = begin; i < end; ++i) {
        box.add(m_triangles[i].a);
        box.add(m_triangles[i].b);
        box.add(m_triangles[i].c);
    }
    m_nodes[id].box = box;
    if (end - begin <= kLeaf || depth >= kMaxDepth) {
        m_nodes[id].first = static_cast<std::uint32_t>(begin);
        m_nodes[id].count = static_cast<std::uint32_t>(end - begin);
        return id;
    }
    std::size_t axis = 0;
    for (std::size_t i = 1; i < 3; ++i) {
        if (box.high[i] - box.low[i] > box.high[axis] - box.low[axis])
            axis = i;
    }
    const auto middle = begin + (end - begin) / 2;
    const auto at = [this](std::size_t i) { return m_triangles.begin() + static_cast<std::ptrdiff_t>(i); };
    std::nth_element(at(begin), at(middle), at(end), [axis](const Triangle& l, const Triangle& r) {
        return l.a[axis] + l.b[axis] + l.c[axis] < r.a[axis] + r.b[axis] + r.c[axis];
    });
    build(begin, middle, depth + 1);
    const std::uint32_t right = build(middle, end, depth + 1);
    m_nodes[id].right = right;
    m_nodes[id].axis = static_cast<std::uint32_t>(axis);
    return id;
}

std::optional<double> PickTree::meet(const Ray& ray, const Vec3& a, const Vec3& b, const Vec3& c)
{
    const Vec3 ab = b - a, ac = c - a;
    const Vec3 p = cross(ray.direction, ac);
    const double det = dot(ab, p);
    if (std::abs(det) < 1e-14)
        return {};
    const Vec3 s = ray.origin - a;
    const double u = dot(s, p) / det;
    if (u < 0 || u > 1)
        return {};
    const Vec3 q = cross(s, ab);
    const double v = dot(ray.direction, q) / det;
    if (v < 0 || u + v > 1)
        return {};
    const double t = dot(ac, q) / det;
    if (t < 0)
        return {};
    return t;
}

std::optional<PickTree::Hit> PickTree::nearest(const Ray& ray, std::optional<std::size_t> onlyPart) const
{
    std::optional<Hit> best;
    std::array<std::uint32_t, kMaxDepth + 2> stack{};
    std::size_t open = 0;
    if (!m_nodes.empty())
        stack[open++] = 0;
    while (open > 0) {
        const std::uint32_t id = stack[--open];
        const Node& node = m_nodes[id];
        if (!enters(node.box, ray, best ? best->distance : std::numeric_limits<double>::max()))
            continue;
        if (node.count == 0) {
            const bool ahead = ray.direction[node.axis] >= 0; // the nearer half comes off first
            stack[open++] = ahead ? node.right : id + 1;
            stack[open++] = ahead ? id + 1 : node.right;
            continue;
        }
        for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
            const Triangle& t = m_triangles[i];
            if (onlyPart && *onlyPart != t.part)
                continue;
            const std::optional<double> d = meet(ray, t.a, t.b, t.c);
            if (d && (!best || *d < best->distance || (*d == best->distance && t.part < best->part)))
                best = Hit{t.part, *d, t.piece == kNoPiece ? std::nullopt : std::optional<std::size_t>(t.piece)};
        }
    }
    return best;
}

} // namespace gemba::ui
