// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/scene/vec3.h"

namespace gemba::ui {

/// Puts a machine together from a few kinds of solids, in local metres. All surfaces are closed
/// and face outwards.
class MeshBuilder
{
public:
    /// One point of an outline that is turned about an axis: distance from it, height along it.
    using Turn = std::pair<double, double>;
    /// A named part of the mesh: indices begin..end, in threes.
    struct Piece {
        std::string_view name;
        std::size_t begin = 0, end = 0;
    };

    /// Detail 1: as round as it looks best; less for machines that are one of thousands.
    explicit MeshBuilder(double detail = 1) : m_detail(detail) {}

    /// What follows is the piece of this name, a text that lives on; empty: of none.
    void piece(std::string_view name);

    void box(const Vec3& low, const Vec3& high);
    /// Turns the outline about the axis through origin; it starts and ends on the axis (radius 0)
    /// and runs from low to high.
    void turned(const Vec3& origin, const Vec3& axis, std::span<const Turn> outline,
                int segments = kSegments);
    void cylinder(const Vec3& from, const Vec3& to, double radius, int segments = kSegments);
    /// Cylinder with dished ends; each end is `dish` deep and inside from..to.
    void vessel(const Vec3& from, const Vec3& to, double radius, double dish);
    /// A bent tube with mitred corners and flat ends.
    void tube(std::span<const Point3> path, double radius, int segments = 14);

    [[nodiscard]] TriangleMesh take() { return std::move(m_mesh); }
    [[nodiscard]] std::vector<Piece> takePieces(); ///< before take()

private:
    static constexpr int kSegments = 36;
    std::uint32_t add(const Vec3& p);
    void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c);
    void band(std::uint32_t below, std::uint32_t above, int segments);
    [[nodiscard]] int rounded(int segments) const;
    double m_detail;
    TriangleMesh m_mesh;
    std::vector<Piece> m_pieces;
};

} // namespace gemba::ui
