// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ui/scene/scene_description.h"

namespace gemba::ui {

/// One machine (all nodes of one asset) or, with an empty asset id, the scenery. World metres.
struct ScenePart {
    std::string assetId;
    TriangleMesh mesh;        ///< with its foundations
    /// The outermost corners without the foundations: what an outline goes round. At most a few
    /// dozen, so that it can be found again with every move of the camera.
    std::vector<Point3> outline;
    Box3 box;
};

/// The triangles of one node in world metres: its shape, turned and set on its plinth.
[[nodiscard]] TriangleMesh bodyOf(const SceneNode& node);
/// The plinth under it; empty if it has none.
[[nodiscard]] TriangleMesh foundationOf(const SceneNode& node);

/// Gathers nodes into parts, in the order in which the assets first appear.
[[nodiscard]] std::vector<ScenePart> buildParts(const SceneDescription& scene);

} // namespace gemba::ui
