// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/scene/shape_library.h"
#include "ui/scene/vec3.h"

namespace gemba::ui {

struct Ray {
    Vec3 origin;
    Vec3 direction; ///< need not be of length 1
};

/// Which machine a line of sight meets first. A tree of boxes over all triangles, so that the
/// answer costs microseconds and never needs the graphics card (vtkHardwareSelector renders the
/// whole scene for each question).
class PickTree
{
public:
    /// Takes the triangles of the parts that are machines; scenery can be looked through.
    explicit PickTree(const std::vector<ScenePart>& parts);

    struct Hit {
        std::size_t part = 0;  ///< position in the parts given
        double distance = 0;   ///< in lengths of the ray's direction
        std::optional<std::size_t> piece; ///< of the part's pieces
        bool operator==(const Hit&) const = default;
    };
    /// The nearest hit in front of the origin, seen from either side of a face; at equal distance
    /// the part that comes first. With onlyPart, all others are looked through.
    [[nodiscard]] std::optional<Hit> nearest(const Ray& ray,
                                             std::optional<std::size_t> onlyPart = {}) const;

    /// Distance at which the ray meets the triangle (Möller and Trumbore 1997), if it does.
    [[nodiscard]] static std::optional<double> meet(const Ray& ray, const Vec3& a, const Vec3& b,
                                                    const Vec3& c);

private:
    struct Triangle {
        Point3 a, b, c;
        std::uint32_t part;
        std::uint32_t piece; ///< kNoPiece: none
    };
    static constexpr std::uint32_t kNoPiece = 0xffffffff;
    struct Node {
        Box3 box;
        std::uint32_t first = 0, count = 0; ///< leaf: triangles; else count 0
        std::uint32_t right = 0; ///< inner: second child, farther along the axis; the first follows its parent
        std::uint32_t axis = 0;
    };
    std::uint32_t build(std::size_t begin, std::size_t end, int depth);

    std::vector<Triangle> m_triangles;
    std::vector<Node> m_nodes;
};

} // namespace gemba::ui
