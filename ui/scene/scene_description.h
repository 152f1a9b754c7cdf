// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twin/model/package.h"
#include "twin/model/plant.h"
#include "twin/model/result.h"
#include "ui/scene/triangle_mesh.h"

namespace gemba::ui {

/// The library of parametric shapes, and meshes that come from a file.
enum class Shape : std::uint8_t {
    Reactor,        ///< stirred vessel: jacket, dished ends, drive on top
    VerticalDrum,
    HorizontalDrum, ///< lies along x, on two saddles
    Column,
    Compressor,     ///< casing, gearbox and motor along x
    Exchanger,      ///< shell and tubes along x, on two saddles
    Pump,
    Box,
    Pipe,           ///< polyline
    Mesh,
};

/// Where one looks from, in degrees: turn about the vertical, tilt downwards.
struct ViewDirection {
    float turn = 0; ///< 0: from the front; negative: from the front left
    float tilt = 0; ///< 4 nearly level .. 90 from above
    bool operator==(const ViewDirection&) const = default;
};

/// A piece of a shape (shapePieces), or with an empty name the whole node, and the tags that
/// measure there.
struct PieceBinding {
    std::string piece;
    std::vector<std::string> tagIds; ///< ids in plant.json
};

/// One thing in the scene. Nodes with the same asset belong to one machine.
struct SceneNode {
    std::string assetId; ///< id in plant.json; empty: only scenery
    Shape shape = Shape::Box;
    Point3 position{};   ///< metres; middle of the footprint, on the ground
    Point3 size{1, 1, 1}; ///< metres, > 0; what the shape fills above its plinth
    float heading = 0;   ///< degrees, anticlockwise seen from above
    float plinth = 0;    ///< height of the foundation in metres; 0: none
    std::vector<Point3> path; ///< Pipe: at least two points, metres
    float radius = 0.1F; ///< Pipe, metres
    std::string meshName; ///< Mesh: name of the blob
    TriangleMesh mesh;   ///< Mesh: read from it, z up; scaled into size
    bool meshBroken = false; ///< Mesh: could not be read, and became a Box
    std::vector<PieceBinding> pieces;
    std::optional<ViewDirection> view; ///< to look at this machine from; else the preset's
};

/// A view with a name: some machines, seen from somewhere.
struct SceneViewpoint {
    twin::LocalText title;
    std::vector<std::string> assetIds; ///< in plant.json; empty: the whole plant
    std::optional<ViewDirection> direction; ///< else the preset's
};

/// What stands where. A value; the same bytes always give the same scene.
struct SceneDescription {
    std::vector<SceneNode> nodes;
    std::vector<SceneViewpoint> views; ///< beside those of the plant's areas
    std::vector<twin::Error> problems; ///< models that could not be read, with the file's name
    float gridStep = 1; ///< metres between the lines on the ground
    [[nodiscard]] bool empty() const { return nodes.empty(); }
};

/// Reads scene.json (resources/schemas/scene.schema.json). Errors: FileTooLarge (1 MiB),
/// JsonSyntax, JsonSchema with the JSON pointer of the place. Meshes stay unread.
[[nodiscard]] twin::Result<SceneDescription> parseScene(std::string_view json);

/// The scene of a plant with its meshes, which come from the package and from nowhere else. A
/// package without a scene gives an empty description. A mesh that is missing, hostile or broken
/// costs that machine its shape only: it becomes a box, and the error joins `problems`.
[[nodiscard]] twin::Result<SceneDescription> readScene(const twin::PlantPackage& package);

/// The pieces of a shape that tags can be bound to, such as "jacket" or "motor".
[[nodiscard]] std::vector<std::string_view> shapePieces(Shape shape);

} // namespace gemba::ui
