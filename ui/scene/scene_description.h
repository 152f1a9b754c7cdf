// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twin/model/package.h"
#include "twin/model/result.h"
#include "ui/scene/triangle_mesh.h"

namespace gemba::ui {

/// The library of parametric shapes, and meshes that come from a glTF file.
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
    TriangleMesh mesh;   ///< Mesh: read from it, y up turned to z up; scaled into size
};

/// What stands where. A value; the same bytes always give the same scene.
struct SceneDescription {
    std::vector<SceneNode> nodes;
    float gridStep = 1; ///< metres between the lines on the ground
    [[nodiscard]] bool empty() const { return nodes.empty(); }
};

/// Reads scene.json (resources/schemas/scene.schema.json). Errors: FileTooLarge (1 MiB),
/// JsonSyntax, JsonSchema with the JSON pointer of the place. Meshes stay unread.
[[nodiscard]] twin::Result<SceneDescription> parseScene(std::string_view json);

/// The scene of a plant with its meshes. A package without a scene gives an empty description;
/// an unreadable mesh gives its error with the name of the mesh as file.
[[nodiscard]] twin::Result<SceneDescription> readScene(const twin::PlantPackage& package);

} // namespace gemba::ui
