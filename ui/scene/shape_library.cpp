// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/shape_library.h"

#include <algorithm>
#include <array>
#include <map>
#include <numbers>
#include <set>
#include <string_view>

#include "ui/scene/mesh_builder.h"

namespace gemba::ui {

namespace {

using Turn = MeshBuilder::Turn;

/// Local frame of every shape: footprint centred on the origin, bottom at z = 0, size x, y, z.
struct Size {
    double x, y, z;
    [[nodiscard]] double round() const { return std::min(x, y) / 2; } ///< radius that fits upright
};

void flange(MeshBuilder& b, const Vec3& at, const Vec3& axis, double radius, double thickness)
{
    b.cylinder(at - axis * (thickness / 2), at + axis * (thickness / 2), radius);
}

void upright(MeshBuilder& b, const Size& s, double skirt, double dish)
{
    const double r = s.round();
    b.cylinder({0, 0, 0}, {0, 0, skirt + dish * 0.9}, r * 0.86);
    flange(b, {0, 0, 0.05 * r}, {0, 0, 1}, r * 1.0, 0.1 * r);
    b.vessel({0, 0, skirt}, {0, 0, s.z}, r, dish);
}

void reactor(MeshBuilder& b, const Size& s)
{
    const double r = s.round() / 1.06;
    const double top = s.z * 0.80, skirt = s.z * 0.10, dish = r * 0.45;
    b.piece("vessel");
    upright(b, {2 * r, 2 * r, top}, skirt, dish);
    // Cooling jacket round the lower two thirds, and the drive of the stirrer.
    const double from = skirt + dish, to = from + (top - skirt - 2 * dish) * 0.72;
    const std::array<Turn, 6> jacket{{{0, from}, {r, from}, {r * 1.06, from + 0.06 * r},
                                      {r * 1.06, to - 0.06 * r}, {r, to}, {0, to}}};
    b.piece("jacket");
    b.turned({0, 0, 0}, {0, 0, 1}, jacket);
    b.piece("drive");
    b.cylinder({0, 0, top - 0.05 * r}, {0, 0, top + s.z * 0.06}, r * 0.20, 24);
    flange(b, {0, 0, top + s.z * 0.06}, {0, 0, 1}, r * 0.34, 0.07 * r);
    b.cylinder({0, 0, top + s.z * 0.06}, {0, 0, s.z}, r * 0.26, 24);
}

void verticalDrum(MeshBuilder& b, const Size& s)
{
    const double r = s.round() / 1.03;
    b.piece("vessel");
    upright(b, {2 * r, 2 * r, s.z}, s.z * 0.14, r * 0.5);
    flange(b, {0, 0, s.z - r * 0.5}, {0, 0, 1}, r * 1.03, 0.05 * r);
}

void column(MeshBuilder& b, const Size& s)
{
    const double r = s.round() / 1.45;
    b.piece("vessel");
    upright(b, {2 * r, 2 * r, s.z}, s.z * 0.07, r * 0.5);
    b.piece({});
    for (const double level : {0.36, 0.64, 0.90}) { // platforms
        const std::array<Turn, 4> ring{{{0, 0}, {r * 1.45, 0}, {r * 1.45, r * 0.10}, {0, r * 0.10}}};
        b.turned({0, 0, s.z * level}, {0, 0, 1}, ring);
    }
}

void saddles(MeshBuilder& b, const Size& s, double height)
{
    for (const double x : {-0.28, 0.28}) {
        const double w = s.x * 0.035;
        b.box({x * s.x - w, -s.y * 0.34, 0}, {x * s.x + w, s.y * 0.34, height});
    }
}

void horizontalDrum(MeshBuilder& b, const Size& s)
{
    const double r = std::min(s.y, s.z * 0.8) / 2, axis = s.z - r;
    saddles(b, s, axis - r * 0.6);
    b.piece("vessel");
    b.vessel({-s.x / 2, 0, axis}, {s.x / 2, 0, axis}, r, r * 0.5);
}

void exchanger(MeshBuilder& b, const Size& s)
{
    const double big = std::min(s.y, s.z * 0.8) / 2, r = big / 1.16;
    const double axis = s.z - big - r * 0.16; // the nozzles stand out at the top
    const double half = s.x / 2;
    saddles(b, s, axis - r * 0.6);
    b.piece("shell");
    b.cylinder({-half * 0.62, 0, axis}, {half * 0.70, 0, axis}, r);
    for (const double x : {-0.62, -0.54, 0.62, 0.70})
        flange(b, {x * half, 0, axis}, {1, 0, 0}, big, s.x * 0.02);
    b.piece("heads");
    b.vessel({-half, 0, axis}, {-half * 0.5, 0, axis}, r * 0.96, r * 0.5);
    b.vessel({half * 0.5, 0, axis}, {half, 0, axis}, r * 0.96, r * 0.5);
    b.piece("nozzles");
    b.cylinder({-half * 0.30, 0, axis}, {-half * 0.30, 0, s.z}, r * 0.22, 20);
    b.cylinder({half * 0.40, 0, axis}, {half * 0.40, 0, s.z}, r * 0.22, 20);
}

void compressor(MeshBuilder& b, const Size& s)
{
    const double skid = s.z * 0.10, h = s.z - skid, axis = skid + h * 0.52;
    b.box({-s.x / 2, -s.y / 2, 0}, {s.x / 2, s.y / 2, skid});
    // Casing with its split line, gearbox, coupling and motor, left to right.
    const double r = std::min(s.y * 0.46, h * 0.48);
    const double left = -s.x * 0.47;
    const std::array<Turn, 8> casing{{{0, 0}, {r * 0.45, 0}, {r * 0.45, s.x * 0.05}, {r, s.x * 0.09},
                                      {r, s.x * 0.30}, {r * 0.7, s.x * 0.36}, {r * 0.45, s.x * 0.40},
                                      {0, s.x * 0.40}}};
    b.piece("casing");
    b.turned({left, 0, axis}, {1, 0, 0}, casing);
    b.box({left + s.x * 0.08, -r * 1.08, axis - r * 0.09}, {left + s.x * 0.31, r * 1.08, axis + r * 0.09});
    b.box({left + s.x * 0.10, -r * 0.7, skid}, {left + s.x * 0.29, r * 0.7, axis});
    b.piece("gearbox");
    b.box({-s.x * 0.06, -s.y * 0.26, skid}, {s.x * 0.08, s.y * 0.26, axis + h * 0.16});
    b.cylinder({-s.x * 0.10, 0, axis}, {s.x * 0.20, 0, axis}, r * 0.22, 20);
    const double m = std::min(s.y * 0.36, h * 0.36);
    b.piece("motor");
    b.cylinder({s.x * 0.16, 0, axis}, {s.x * 0.47, 0, axis}, m);
    b.box({s.x * 0.18, -m * 0.85, skid}, {s.x * 0.45, m * 0.85, axis});
    b.box({s.x * 0.26, -m * 0.4, axis + m * 0.8}, {s.x * 0.37, m * 0.4, axis + m * 1.3});
    b.piece("nozzles"); // suction and discharge
    for (const double x : {0.13, 0.26}) {
        const double at = left + s.x * x;
        b.cylinder({at, 0, axis}, {at, 0, s.z}, r * 0.24, 20);
        flange(b, {at, 0, s.z * 0.985}, {0, 0, 1}, r * 0.34, s.z * 0.03);
    }
}

void pump(MeshBuilder& b, const Size& s)
{
    const double base = s.z * 0.12, axis = base + (s.z - base) * 0.5;
    const double r = std::min(s.y, s.z - base) / 2;
    b.box({-s.x / 2, -s.y / 2, 0}, {s.x / 2, s.y / 2, base});
    b.piece("casing");
    b.cylinder({-s.x * 0.46, 0, axis}, {-s.x * 0.22, 0, axis}, r * 0.95);
    b.cylinder({-s.x * 0.34, 0, axis}, {-s.x * 0.34, 0, s.z}, r * 0.3, 20);
    b.cylinder({-s.x * 0.25, 0, axis}, {s.x * 0.06, 0, axis}, r * 0.35, 20);
    b.piece("motor");
    b.cylinder({s.x * 0.04, 0, axis}, {s.x * 0.46, 0, axis}, r * 0.78);
    b.box({s.x * 0.08, -r * 0.6, base}, {s.x * 0.42, r * 0.6, axis});
}

/// A mesh from a file, scaled evenly into the size and set on the ground.
TriangleMesh fitted(TriangleMesh mesh, const Size& s)
{
    Box3 box;
    for (const Point3& p : mesh.positions)
        box.add(p);
    const auto extent = [&](std::size_t i) {
        return std::max(1e-6, static_cast<double>(box.high[i]) - box.low[i]);
    };
    const double k = std::min({s.x / extent(0), s.y / extent(1), s.z / extent(2)});
    const Vec3 foot{box.centre()[0], box.centre()[1], box.low[2]};
    for (Point3& p : mesh.positions)
        p = ((Vec3(p) - foot) * k).stored();
    return mesh;
}

void build(MeshBuilder& b, const SceneNode& node, const Size& s)
{
    switch (node.shape) {
    case Shape::Reactor: reactor(b, s); break;
    case Shape::VerticalDrum: verticalDrum(b, s); break;
    case Shape::HorizontalDrum: horizontalDrum(b, s); break;
    case Shape::Column: column(b, s); break;
    case Shape::Compressor: compressor(b, s); break;
    case Shape::Exchanger: exchanger(b, s); break;
    case Shape::Pump: pump(b, s); break;
    case Shape::Box: b.box({-s.x / 2, -s.y / 2, 0}, {s.x / 2, s.y / 2, s.z}); break;
    case Shape::Pipe: b.tube(node.path, node.radius); break;
    case Shape::Mesh: break; // fitted
    }
}

/// From the shape's own frame to where the node stands, `lift` above its position.
void place(TriangleMesh& mesh, const SceneNode& node, double lift)
{
    const double angle = node.heading * std::numbers::pi / 180;
    const double c = std::cos(angle), s = std::sin(angle);
    for (Point3& p : mesh.positions) {
        p = (Vec3(node.position) + Vec3(c * p[0] - s * p[1], s * p[0] + c * p[1], p[2] + lift)).stored();
    }
}

void append(TriangleMesh& to, const TriangleMesh& mesh)
{
    const auto base = static_cast<std::uint32_t>(to.positions.size());
    to.positions.insert(to.positions.end(), mesh.positions.begin(), mesh.positions.end());
    for (const std::uint32_t i : mesh.indices)
        to.indices.push_back(base + i);
}

/// The corners that lie farthest out in some of many directions, spread evenly over a sphere by
/// the golden angle. What is lost of a round body is below 2 % of its radius.
std::vector<Point3> outermost(const std::vector<Point3>& points)
{
    constexpr int kDirections = 96;
    const double golden = std::numbers::pi * (3 - std::sqrt(5.0));
    std::set<Point3> found;
    for (int i = 0; i < kDirections && !points.empty(); ++i) {
        const double z = 1 - (2 * i + 1.0) / kDirections, r = std::sqrt(1 - z * z);
        const Vec3 direction{r * std::cos(golden * i), r * std::sin(golden * i), z};
        found.insert(*std::max_element(points.begin(), points.end(), [&](const Point3& a, const Point3& b) {
            return dot(direction, Vec3(a)) < dot(direction, Vec3(b));
        }));
    }
    return {found.begin(), found.end()};
}

/// The pieces of a node that tags are bound to. `body` is not yet in the part.
void addPieces(ScenePart& part, const SceneNode& node, const TriangleMesh& body,
               const std::vector<MeshBuilder::Piece>& named)
{
    for (const PieceBinding& binding : node.pieces) {
        const auto at = std::find_if(named.begin(), named.end(), [&](const auto& n) { return n.name == binding.piece; });
        if (at == named.end() || binding.tagIds.empty())
            continue;
        ScenePiece piece;
        piece.tagIds = binding.tagIds;
        piece.begin = part.mesh.indices.size() + at->begin;
        piece.end = part.mesh.indices.size() + at->end;
        for (std::size_t i = at->begin; i < at->end; ++i)
            piece.outline.push_back(body.positions[body.indices[i]]);
        piece.outline = outermost(piece.outline);
        piece.path = node.path;
        piece.radius = node.radius;
        part.pieces.push_back(std::move(piece));
    }
}

/// How round machines are when there are so many of them.
double detailFor(std::size_t nodes)
{
    return nodes <= 400 ? 1.0 : nodes <= 3'000 ? 0.5 : 0.3;
}

} // namespace

TriangleMesh bodyOf(const SceneNode& node, double detail, std::vector<MeshBuilder::Piece>* pieces)
{
    const Size size{node.size[0], node.size[1], node.size[2]};
    MeshBuilder b(detail);
    build(b, node, size);
    if (pieces != nullptr)
        *pieces = b.takePieces();
    TriangleMesh mesh = node.shape == Shape::Mesh ? fitted(node.mesh, size) : b.take();
    if (node.shape != Shape::Pipe) // its path is in world metres already
        place(mesh, node, node.plinth);
    return mesh;
}

std::vector<std::string_view> shapePieces(Shape shape)
{
    if (shape == Shape::Pipe || shape == Shape::Mesh)
        return {};
    MeshBuilder b(0.1);
    SceneNode node;
    node.shape = shape;
    build(b, node, {1, 1, 1});
    std::vector<std::string_view> names;
    for (const MeshBuilder::Piece& piece : b.takePieces())
        names.push_back(piece.name);
    return names;
}

TriangleMesh foundationOf(const SceneNode& node)
{
    if (node.plinth <= 0)
        return {};
    MeshBuilder b;
    const double x = node.size[0] / 2.0, y = node.size[1] / 2.0;
    const double margin = 0.24 * std::min(x, y) + 0.2;
    b.box({-x - margin, -y - margin, 0}, {x + margin, y + margin, node.plinth});
    TriangleMesh mesh = b.take();
    place(mesh, node, 0);
    return mesh;
}

std::vector<ScenePart> buildParts(const SceneDescription& scene)
{
    const double detail = detailFor(scene.nodes.size());
    std::vector<ScenePart> parts;
    std::map<std::string_view, std::size_t> found;
    std::vector<MeshBuilder::Piece> named;
    for (const SceneNode& node : scene.nodes) {
        const auto [at, isNew] = found.try_emplace(node.assetId, parts.size());
        if (isNew) {
            parts.emplace_back();
            parts.back().assetId = node.assetId;
        }
        ScenePart& part = parts[at->second];
        const TriangleMesh body = bodyOf(node, detail, &named);
        named.push_back({{}, 0, body.indices.size()}); // the whole node
        addPieces(part, node, body, named);
        if (node.shape != Shape::Pipe || node.assetId.empty()) // a pipe may lead far from its machine
            part.outline.insert(part.outline.end(), body.positions.begin(), body.positions.end());
        if (node.view)
            part.view = node.view;
        part.modelBroken |= node.meshBroken;
        append(part.mesh, body);
        const TriangleMesh foundation = foundationOf(node);
        for (const Point3& p : foundation.positions)
            part.footing.add(p);
        append(part.mesh, foundation);
    }
    for (ScenePart& part : parts) {
        for (const Point3& p : part.mesh.positions)
            part.box.add(p);
        if (part.footing.empty()) {
            part.footing = part.box;
            part.footing.high[2] = part.footing.low[2];
        }
        for (const Point3& p : part.outline.empty() ? part.mesh.positions : part.outline)
            part.body.add(p);
        part.body.add(part.footing);
        part.outline = outermost(part.outline.empty() ? part.mesh.positions : part.outline);
    }
    return parts;
}

} // namespace gemba::ui
