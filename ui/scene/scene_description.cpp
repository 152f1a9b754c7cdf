// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/scene_description.h"

#include <array>
#include <utility>

#include "ui/scene/gltf_reader.h"
#include "ui/scene/json_reading.h"

namespace gemba::ui {

namespace {

constexpr std::size_t kMaxBytes = 1 << 20;
constexpr std::size_t kMaxNodes = 20'000;
constexpr std::size_t kMaxPath = 256;
constexpr std::size_t kMaxText = 256;
constexpr double kMaxCoordinate = 10'000; ///< metres
constexpr double kMinSize = 0.01, kMaxSize = 1'000;

constexpr std::array<std::pair<std::string_view, Shape>, 10> kShapes{{
    {"reactor", Shape::Reactor},
    {"vertical-drum", Shape::VerticalDrum},
    {"horizontal-drum", Shape::HorizontalDrum},
    {"column", Shape::Column},
    {"compressor", Shape::Compressor},
    {"exchanger", Shape::Exchanger},
    {"pump", Shape::Pump},
    {"box", Shape::Box},
    {"pipe", Shape::Pipe},
    {"mesh", Shape::Mesh},
}};

Point3 point(const JsonPlace& at, double low, double high)
{
    Point3 p{};
    if (at.arraySize(3, 3) == 3) {
        for (std::size_t i = 0; i < 3; ++i)
            p[i] = static_cast<float>(at.item(i).number(low, high));
    }
    return p;
}

Shape shapeOf(const JsonPlace& at)
{
    const std::string name = at.text(kMaxText);
    std::string known;
    for (const auto& [text, shape] : kShapes) {
        if (text == name)
            return shape;
        known += known.empty() ? "one of " : ", ";
        known += text;
    }
    at.fail(known);
    return Shape::Box;
}

void readPipe(const JsonPlace& at, SceneNode& node)
{
    at.onlyMembers({"asset", "shape", "path", "radius"});
    const JsonPlace path = at.member("path");
    const std::size_t n = path.arraySize(2, kMaxPath);
    for (std::size_t i = 0; i < n; ++i)
        node.path.push_back(point(path.item(i), -kMaxCoordinate, kMaxCoordinate));
    node.radius = static_cast<float>(at.number("radius", 0.005, 10, 0.1));
}

SceneNode readNode(const JsonPlace& at)
{
    SceneNode node;
    node.assetId = at.text("asset", kMaxText);
    node.shape = shapeOf(at.member("shape"));
    if (node.shape == Shape::Pipe) {
        readPipe(at, node);
        return node;
    }
    at.onlyMembers({"asset", "shape", "position", "size", "heading", "plinth", "mesh"});
    node.position = point(at.member("position"), -kMaxCoordinate, kMaxCoordinate);
    node.size = point(at.member("size"), kMinSize, kMaxSize);
    node.heading = static_cast<float>(at.number("heading", -360, 360, 0));
    node.plinth = static_cast<float>(at.number("plinth", 0, 100, 0));
    if (node.shape == Shape::Mesh)
        node.meshName = at.member("mesh").text(kMaxText);
    else if (at.has("mesh"))
        at.member("mesh").fail("no mesh: only the shape \"mesh\" has one");
    return node;
}

} // namespace

twin::Result<SceneDescription> parseScene(std::string_view json)
{
    const twin::Result<Json> parsed = parseJson(json, kMaxBytes);
    if (!parsed)
        return parsed.error();
    std::optional<twin::Error> error;
    const JsonPlace root(*parsed, {}, error);
    root.onlyMembers({"$schema", "gridStep", "nodes"});
    SceneDescription scene;
    scene.gridStep = static_cast<float>(root.number("gridStep", 0.1, 1'000, 1));
    const JsonPlace nodes = root.member("nodes");
    const std::size_t n = nodes.arraySize(1, kMaxNodes);
    scene.nodes.reserve(n);
    for (std::size_t i = 0; i < n && !error; ++i)
        scene.nodes.push_back(readNode(nodes.item(i)));
    if (error)
        return *error;
    return scene;
}

twin::Result<SceneDescription> readScene(const twin::PlantPackage& package)
{
    const twin::Blob* blob = package.find("scene");
    if (blob == nullptr)
        return SceneDescription{};
    twin::Result<SceneDescription> scene = parseScene(blob->bytes);
    if (!scene) {
        twin::Error error = scene.error();
        error.place.file = blob->name;
        return error;
    }
    for (std::size_t i = 0; i < scene->nodes.size(); ++i) {
        SceneNode& node = scene->nodes[i];
        if (node.shape != Shape::Mesh)
            continue;
        const twin::Blob* mesh = package.find("mesh", node.meshName);
        if (mesh == nullptr) {
            twin::Error error{twin::ErrorCode::PlantUnknownReference,
                              {std::string("mesh"), node.meshName}, {}};
            error.place.file = blob->name;
            error.place.jsonPath = "/nodes/" + std::to_string(i) + "/mesh";
            return error;
        }
        twin::Result<TriangleMesh> triangles = readGltf(mesh->bytes);
        if (!triangles) {
            twin::Error error = triangles.error();
            error.place.file = node.meshName;
            return error;
        }
        node.mesh = std::move(*triangles);
    }
    return scene;
}

} // namespace gemba::ui
