// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <utility>

#include "ui/scene/vec3.h"

namespace gemba::ui {

/// Puts a machine together from a few kinds of solids, in local metres. All surfaces are closed
/// and face outwards.
class MeshBuilder
{
public:
    /// One point of an outline that is turned about an axis: distance from it, height along it.
    using Turn = std::pair<double, double>;

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

private:
    static constexpr int kSegments = 36;
    std::uint32_t add(const Vec3& p);
    void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c);
    void band(std::uint32_t below, std::uint32_t above, int segments);
    TriangleMesh m_mesh;
};

} // namespace gemba::ui
