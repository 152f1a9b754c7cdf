// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include "ui/scene/vec3.h"

namespace gemba::ui {

/// The lines that make a grey solid readable: its creases and open edges, which never change, and
/// its silhouette, which depends on where one looks from. Under parallel projection the line of
/// sight is the same everywhere, so the silhouette is one comparison per edge.
class FeatureLines
{
public:
    using Line = std::pair<std::uint32_t, std::uint32_t>; ///< positions of the mesh

    /// The mesh's corners must be joined (weld), or every edge would look open.
    explicit FeatureLines(const TriangleMesh& mesh, double creaseDegrees = 32);

    [[nodiscard]] const std::vector<Line>& creases() const { return m_creases; }
    /// Smooth edges between a face that looks towards the viewer and one that looks away.
    void silhouette(const Vec3& lineOfSight, std::vector<Line>& out) const;

private:
    struct SmoothEdge {
        Line line;
        Point3 left, right; ///< normals of the faces beside it
    };
    std::vector<Line> m_creases;
    std::vector<SmoothEdge> m_smooth;
};

} // namespace gemba::ui
