// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gemba::ui {

/// Metres; x to the right, y away, z up, seen from the front. Right-handed.
using Point3 = std::array<float, 3>;

/// Triangles over shared corners, anticlockwise seen from outside. Indices are below
/// positions.size() and come in threes.
struct TriangleMesh {
    std::vector<Point3> positions;
    std::vector<std::uint32_t> indices;

    [[nodiscard]] std::size_t triangleCount() const { return indices.size() / 3; }
    [[nodiscard]] bool empty() const { return indices.empty(); }
};

/// An upright box; empty (low > high) until something is added.
struct Box3 {
    Point3 low{1e30F, 1e30F, 1e30F};
    Point3 high{-1e30F, -1e30F, -1e30F};

    void add(const Point3& p)
    {
        for (std::size_t i = 0; i < 3; ++i) {
            low[i] = p[i] < low[i] ? p[i] : low[i];
            high[i] = p[i] > high[i] ? p[i] : high[i];
        }
    }
    void add(const Box3& b)
    {
        if (!b.empty()) {
            add(b.low);
            add(b.high);
        }
    }
    [[nodiscard]] bool empty() const { return low[0] > high[0]; }
    [[nodiscard]] Point3 centre() const
    {
        return {(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2};
    }
};

} // namespace gemba::ui
