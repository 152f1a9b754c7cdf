// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ui/scene/mesh_builder.h"
#include "ui/scene/scene_description.h"

namespace gemba::ui {

/// A piece of a machine where something is measured.
struct ScenePiece {
    std::vector<std::string> tagIds; ///< ids in plant.json
    std::size_t begin = 0, end = 0;  ///< of the part's indices
    std::vector<Point3> outline;     ///< outermost corners
    std::vector<Point3> path;        ///< of a pipe; its radius is below
    float radius = 0;
};

/// One machine (all nodes of one asset) or, with an empty asset id, the scenery. World metres.
struct ScenePart {
    std::string assetId;
    TriangleMesh mesh;        ///< with its foundations
    /// The outermost corners without the foundations: what an outline goes round. At most a few
    /// dozen, so that it can be found again with every move of the camera.
    std::vector<Point3> outline;
    Box3 box;
    Box3 body;    ///< without its pipes, which may lead far away
    Box3 footing; ///< of its foundations; without one, of the machine's foot
    std::vector<ScenePiece> pieces;
    std::optional<ViewDirection> view;
    bool modelBroken = false; ///< stands in for a model that could not be read
};

/// The triangles of one node in world metres: its shape, turned and set on its plinth. Detail as
/// in MeshBuilder; `pieces`, if given, gets the node's named pieces.
[[nodiscard]] TriangleMesh bodyOf(const SceneNode& node, double detail = 1,
                                  std::vector<MeshBuilder::Piece>* pieces = nullptr);
/// The plinth under it; empty if it has none.
[[nodiscard]] TriangleMesh foundationOf(const SceneNode& node);

/// Gathers nodes into parts, in the order in which the assets first appear. Where there are
/// hundreds of machines each gets fewer triangles: nobody sees them.
[[nodiscard]] std::vector<ScenePart> buildParts(const SceneDescription& scene);

} // namespace gemba::ui
