// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/scene_description.h"

#include <array>
#include <map>
#include <utility>

#include "ui/scene/mesh_file.h"
#include "ui/scene/json_reading.h"

namespace gemba::ui {

namespace {

constexpr std::size_t kMaxBytes = 1 << 20;
constexpr std::size_t kMaxNodes = 20'000;
constexpr std::size_t kMaxPath = 256;
constexpr std::size_t kMaxText = 256;
constexpr std::size_t kMaxPieces = 64, kMaxTags = 16, kMaxViews = 64;
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

std::vector<std::string> readTexts(const JsonPlace& at, std::size_t most)
{
    std::vector<std::string> texts;
    const std::size_t n = at.arraySize(0, most);
    for (std::size_t i = 0; i < n; ++i)
        texts.push_back(at.item(i).text(kMaxText));
    return texts;
}

ViewDirection readDirection(const JsonPlace& at)
{
    return {static_cast<float>(at.number("turn", -360, 360, -28)), static_cast<float>(at.number("tilt", 4, 90, 32))};
}

/// What measures where: "tags" for the whole node, "pieces" for pieces of its shape.
void readPieces(const JsonPlace& at, SceneNode& node)
{
    if (at.has("tags"))
        node.pieces.push_back({{}, readTexts(at.member("tags"), kMaxTags)});
    if (!at.has("pieces"))
        return;
    const JsonPlace pieces = at.member("pieces");
    const std::size_t n = pieces.arraySize(0, kMaxPieces);
    for (std::size_t i = 0; i < n && !at.failed(); ++i) {
        const JsonPlace piece = pieces.item(i);
        piece.onlyMembers({"piece", "tags"});
        const std::string name = piece.member("piece").text(kMaxText);
        std::string known;
        for (const std::string_view text : shapePieces(node.shape))
            known += (known.empty() ? "one of " : ", ") + std::string(text);
        if ((known + ",").find(" " + name + ",") == std::string::npos)
            piece.member("piece").fail(known.empty() ? "no pieces: this shape has none" : known);
        node.pieces.push_back({name, readTexts(piece.member("tags"), kMaxTags)});
    }
}

twin::LocalText readTitle(const JsonPlace& at)
{
    twin::LocalText title;
    for (const char* language : {"en", "de"}) {
        if (at.has(language))
            title.byLanguage.emplace_back(language, at.member(language).text(kMaxText));
    }
    at.onlyMembers({"en", "de"});
    if (title.byLanguage.empty())
        at.fail("a text in English (\"en\")");
    return title;
}

SceneViewpoint readView(const JsonPlace& at)
{
    at.onlyMembers({"name", "assets", "turn", "tilt"});
    SceneViewpoint view;
    view.title = readTitle(at.member("name"));
    if (at.has("assets"))
        view.assetIds = readTexts(at.member("assets"), kMaxNodes);
    if (at.has("turn") || at.has("tilt"))
        view.direction = readDirection(at);
    return view;
}

void readPipe(const JsonPlace& at, SceneNode& node)
{
    at.onlyMembers({"asset", "shape", "path", "radius", "tags"});
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
    readPieces(at, node);
    if (node.shape == Shape::Pipe) {
        readPipe(at, node);
        return node;
    }
    at.onlyMembers({"asset", "shape", "position", "size", "heading", "plinth", "mesh", "tags", "pieces", "view"});
    if (at.has("view")) {
        at.member("view").onlyMembers({"turn", "tilt"});
        node.view = readDirection(at.member("view"));
    }
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

twin::Result<TriangleMesh> meshOf(const twin::PlantPackage& package, const twin::Blob& scene,
                                  const std::string& name, const std::string& place)
{
    const twin::Blob* blob = package.find("mesh", name);
    if (blob == nullptr) {
        twin::Error error{twin::ErrorCode::PlantUnknownReference, {std::string("mesh"), name}, {}};
        error.place.file = scene.name;
        error.place.jsonPath = place;
        return error;
    }
    twin::Result<TriangleMesh> mesh = readMeshFile(name, blob->bytes);
    if (mesh)
        return mesh;
    twin::Error error = mesh.error();
    error.place.file = name;
    return error;
}

} // namespace

twin::Result<SceneDescription> parseScene(std::string_view json)
{
    const twin::Result<Json> parsed = parseJson(json, kMaxBytes);
    if (!parsed)
        return parsed.error();
    std::optional<twin::Error> error;
    const JsonPlace root(*parsed, {}, error);
    root.onlyMembers({"$schema", "gridStep", "views", "nodes"});
    SceneDescription scene;
    scene.gridStep = static_cast<float>(root.number("gridStep", 0.1, 1'000, 1));
    const JsonPlace nodes = root.member("nodes");
    const std::size_t n = nodes.arraySize(1, kMaxNodes);
    scene.nodes.reserve(n);
    for (std::size_t i = 0; i < n && !error; ++i)
        scene.nodes.push_back(readNode(nodes.item(i)));
    const std::size_t views = root.has("views") ? root.member("views").arraySize(0, kMaxViews) : 0;
    for (std::size_t i = 0; i < views && !error; ++i)
        scene.views.push_back(readView(root.member("views").item(i)));
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
    std::map<std::string, twin::Result<TriangleMesh>> meshes; // machines may share a model
    for (std::size_t i = 0; i < scene->nodes.size(); ++i) {
        SceneNode& node = scene->nodes[i];
        if (node.shape != Shape::Mesh)
            continue;
        auto at = meshes.find(node.meshName);
        if (at == meshes.end()) {
            const std::string place = "/nodes/" + std::to_string(i) + "/mesh";
            at = meshes.emplace(node.meshName, meshOf(package, *blob, node.meshName, place)).first;
            if (!at->second)
                scene->problems.push_back(at->second.error());
        }
        if (at->second) {
            node.mesh = *at->second;
        } else {
            node.shape = Shape::Box;
            node.meshBroken = true;
        }
    }
    return scene;
}

} // namespace gemba::ui
