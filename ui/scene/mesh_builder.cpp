// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/mesh_builder.h"

#include <array>
#include <numbers>
#include <vector>

namespace gemba::ui {

namespace {

/// Two unit vectors that make a right-handed frame with the axis.
std::pair<Vec3, Vec3> across(const Vec3& axis)
{
    const Vec3 aside = std::abs(axis.z) < 0.9 ? Vec3{0, 0, 1} : Vec3{0, 1, 0};
    const Vec3 u = unit(cross(aside, axis));
    return {u, cross(axis, u)};
}

Vec3 onCircle(const Vec3& u, const Vec3& v, int i, int n)
{
    const double angle = 2 * std::numbers::pi * i / n;
    return u * std::cos(angle) + v * std::sin(angle);
}

} // namespace

void MeshBuilder::piece(std::string_view name)
{
    if (!m_pieces.empty() && m_pieces.back().end == 0)
        m_pieces.back().end = m_mesh.indices.size();
    if (!name.empty())
        m_pieces.push_back({name, m_mesh.indices.size(), 0});
}

std::vector<MeshBuilder::Piece> MeshBuilder::takePieces()
{
    piece({});
    return std::move(m_pieces);
}

int MeshBuilder::rounded(int segments) const
{
    return std::max(6, static_cast<int>(std::lround(segments * m_detail)));
}

std::uint32_t MeshBuilder::add(const Vec3& p)
{
    m_mesh.positions.push_back(p.stored());
    return static_cast<std::uint32_t>(m_mesh.positions.size() - 1);
}

void MeshBuilder::triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c)
{
    m_mesh.indices.insert(m_mesh.indices.end(), {a, b, c});
}

void MeshBuilder::band(std::uint32_t below, std::uint32_t above, int segments)
{
    const auto n = static_cast<std::uint32_t>(segments);
    for (std::uint32_t i = 0; i < n; ++i) {
        const std::uint32_t j = (i + 1) % n;
        triangle(below + i, below + j, above + j);
        triangle(below + i, above + j, above + i);
    }
}

void MeshBuilder::box(const Vec3& low, const Vec3& high)
{
    std::uint32_t corner[8];
    for (unsigned i = 0; i < 8; ++i) {
        corner[i] = add({(i & 1) ? high.x : low.x, (i & 2) ? high.y : low.y,
                         (i & 4) ? high.z : low.z});
    }
    static constexpr std::array<std::array<int, 4>, 6> kFaces{
        {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}}};
    for (const auto& f : kFaces) {
        triangle(corner[f[0]], corner[f[1]], corner[f[2]]);
        triangle(corner[f[0]], corner[f[2]], corner[f[3]]);
    }
}

void MeshBuilder::turned(const Vec3& origin, const Vec3& axis, std::span<const Turn> outline,
                         int segments)
{
    segments = rounded(segments);
    const Vec3 w = unit(axis);
    const auto [u, v] = across(w);
    const auto n = static_cast<std::uint32_t>(segments);
    std::uint32_t previous = 0;
    bool previousIsPole = false;
    for (std::size_t k = 0; k < outline.size(); ++k) {
        const auto [radius, height] = outline[k];
        const bool pole = radius <= 0;
        const Vec3 centre = origin + w * height;
        std::uint32_t first = 0;
        for (int i = 0; i < (pole ? 1 : segments); ++i) {
            const std::uint32_t id = add(centre + onCircle(u, v, i, segments) * radius);
            first = i == 0 ? id : first;
        }
        if (k > 0 && pole && !previousIsPole) {
            for (std::uint32_t i = 0; i < n; ++i)
                triangle(previous + i, previous + (i + 1) % n, first);
        } else if (k > 0 && !pole && previousIsPole) {
            for (std::uint32_t i = 0; i < n; ++i)
                triangle(previous, first + (i + 1) % n, first + i);
        } else if (k > 0 && !pole) {
            band(previous, first, segments);
        }
        previous = first;
        previousIsPole = pole;
    }
}

void MeshBuilder::cylinder(const Vec3& from, const Vec3& to, double radius, int segments)
{
    const double l = length(to - from);
    const std::array<Turn, 4> outline{{{0, 0}, {radius, 0}, {radius, l}, {0, l}}};
    turned(from, to - from, outline, segments);
}

void MeshBuilder::vessel(const Vec3& from, const Vec3& to, double radius, double dish)
{
    const int steps = m_detail < 0.7 ? 3 : 6;
    const double l = length(to - from);
    std::vector<Turn> outline;
    for (int i = 0; i <= steps; ++i) {
        const double a = std::numbers::pi / 2 * i / steps;
        outline.emplace_back(i == 0 ? 0 : radius * std::sin(a), dish * (1 - std::cos(a)));
    }
    for (int i = steps; i >= 0; --i)
        outline.emplace_back(outline[static_cast<std::size_t>(i)].first,
                             l - outline[static_cast<std::size_t>(i)].second);
    turned(from, to - from, outline);
}

void MeshBuilder::tube(std::span<const Point3> path, double radius, int segments)
{
    segments = rounded(segments);
    std::vector<Vec3> points;
    for (const Point3& p : path) {
        if (points.empty() || length(Vec3(p) - points.back()) > 1e-4)
            points.emplace_back(p);
    }
    if (points.size() < 2)
        return;
    const auto n = static_cast<std::uint32_t>(segments);
    Vec3 along = unit(points[1] - points[0]);
    Vec3 u = across(along).first;
    std::uint32_t previous = 0;
    const std::uint32_t start = add(points.front());
    for (std::size_t k = 0; k < points.size(); ++k) {
        const Vec3 next = k + 1 < points.size() ? unit(points[k + 1] - points[k]) : along;
        // The ring lies in the plane that halves the corner: its points are those of the incoming
        // tube, moved along that tube.
        const Vec3 half = unit(along + next);
        const Vec3 normal = length(half) > 0.1 ? half : along;
        const Vec3 v = cross(along, u);
        std::uint32_t first = 0;
        for (int i = 0; i < segments; ++i) {
            const Vec3 ring = onCircle(u, v, i, segments) * radius;
            const double slide = -dot(ring, normal) / std::max(0.2, dot(along, normal));
            const std::uint32_t id = add(points[k] + ring + along * slide);
            first = i == 0 ? id : first;
        }
        if (k > 0) {
            band(previous, first, segments);
        } else {
            for (std::uint32_t i = 0; i < n; ++i)
                triangle(start, first + (i + 1) % n, first + i);
        }
        previous = first;
        // Carry the frame round the corner without twist.
        const Vec3 axis = cross(along, next);
        if (const double s = length(axis); s > 1e-6) {
            const Vec3 a = axis * (1 / s);
            const double c = dot(along, next);
            u = u * c + cross(a, u) * s + a * (dot(a, u) * (1 - c));
        }
        along = next;
    }
    const std::uint32_t end = add(points.back());
    for (std::uint32_t i = 0; i < n; ++i)
        triangle(previous + i, previous + (i + 1) % n, end);
}

} // namespace gemba::ui
