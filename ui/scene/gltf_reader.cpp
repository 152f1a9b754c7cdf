// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/gltf_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numeric>

#include "ui/scene/gltf_container.h"
#include "ui/scene/gltf_transform.h"

namespace gemba::ui {

namespace {

constexpr std::size_t kMaxList = 100'000;
constexpr std::size_t kMaxVisits = 100'000; ///< nodes drawn; a tree, so also a guard against loops
constexpr int kMaxDepth = 64;
constexpr std::size_t kByte = 5121, kShort = 5123, kInt = 5125, kFloat = 5126;

/// Elements of one accessor, proven to lie inside its buffer.
struct Elements {
    const char* data = nullptr;
    std::size_t count = 0, stride = 0, component = 0;
};

class GltfSurfaces
{
public:
    explicit GltfSurfaces(const GltfContainer& file) : m_file(file), m_root(file.json, {}, m_error) {}

    twin::Result<TriangleMesh> read()
    {
        checkExtensions();
        for (const std::size_t node : rootNodes())
            visit(node, Transform::identity(), 0);
        if (!m_error && m_mesh.empty())
            m_root.fail("at least one surface made of triangles");
        if (m_error)
            return *m_error;
        return weld(m_mesh);
    }

private:
    void checkExtensions() const
    {
        if (m_root.has("extensionsRequired")) {
            const JsonPlace list = m_root.member("extensionsRequired");
            // What a required extension changes cannot be guessed; textures are not read anyway.
            for (std::size_t i = 0; i < list.arraySize(0, 64); ++i) {
                const std::string name = list.item(i).text(256);
                if (!name.starts_with("KHR_texture_") && !name.starts_with("KHR_materials_"))
                    list.item(i).fail("no required extension beyond materials and textures");
            }
        }
        const std::string version = m_root.member("asset").member("version").text(16);
        if (!version.starts_with("2."))
            m_root.member("asset").member("version").fail("version 2");
    }

    std::vector<std::size_t> rootNodes() const
    {
        std::vector<std::size_t> nodes;
        if (!m_root.has("scenes") || m_error)
            return nodes;
        const JsonPlace scenes = m_root.member("scenes");
        const JsonPlace scene = scenes.item(m_root.count("scene", kMaxList, 0));
        if (scene.has("nodes"))
            list(scene.member("nodes"), nodes);
        return nodes;
    }

    static void list(const JsonPlace& at, std::vector<std::size_t>& out)
    {
        const std::size_t n = at.arraySize(0, kMaxList);
        for (std::size_t i = 0; i < n && !at.failed(); ++i)
            out.push_back(at.item(i).count(kMaxList));
    }

    void visit(std::size_t index, const Transform& parent, int depth)
    {
        if (m_error)
            return;
        const JsonPlace node = m_root.member("nodes").item(index);
        if (depth > kMaxDepth || ++m_visits > kMaxVisits)
            return node.fail("a tree of at most 64 levels and 100000 nodes");
        const Transform transform = parent * transformOf(node);
        if (node.has("mesh"))
            addMesh(m_root.member("meshes").item(node.member("mesh").count(kMaxList)), transform);
        if (node.has("children")) {
            std::vector<std::size_t> children;
            list(node.member("children"), children);
            for (const std::size_t child : children)
                visit(child, transform, depth + 1);
        }
    }

    void addMesh(const JsonPlace& mesh, const Transform& transform)
    {
        const JsonPlace primitives = mesh.member("primitives");
        const std::size_t n = primitives.arraySize(1, kMaxList);
        for (std::size_t i = 0; i < n && !m_error; ++i) {
            if (++m_primitives > kMaxVisits)
                return mesh.fail("at most 100000 pieces in all");
            const JsonPlace primitive = primitives.item(i);
            const std::size_t mode = primitive.count("mode", 6, 4);
            if (mode >= 4) // points and lines have no surface
                addPrimitive(primitive, mode, transform);
        }
    }

    void addPrimitive(const JsonPlace& primitive, std::size_t mode, const Transform& transform)
    {
        const Elements points =
            elements(primitive.member("attributes").member("POSITION"), "VEC3", 12);
        if (m_error)
            return;
        const bool indexed = primitive.has("indices");
        const Elements order = indexed ? elements(primitive.member("indices"), "SCALAR", 4) : Elements{};
        const std::size_t corners = indexed ? order.count : points.count;
        const std::size_t triangles = mode == 4 ? corners / 3 : corners < 3 ? 0 : corners - 2;
        if (m_error)
            return;
        if (m_mesh.triangleCount() + triangles > kMaxGltfTriangles
            || m_mesh.positions.size() + points.count > 3 * kMaxGltfTriangles)
            return primitive.fail("at most 2000000 triangles");
        const std::size_t base = m_mesh.positions.size();
        if (!addPoints(points, transform))
            return primitive.member("attributes").member("POSITION").fail("finite coordinates");
        const bool mirrored = transform.mirrors();
        for (std::size_t t = 0; t < triangles; ++t) {
            std::array<std::size_t, 3> c = cornersOf(mode, t);
            if (mirrored)
                std::swap(c[1], c[2]);
            for (const std::size_t corner : c) {
                const std::size_t i = indexed ? indexAt(order, corner) : corner;
                if (i >= points.count)
                    return primitive.member("indices").fail("indices below the number of positions");
                m_mesh.indices.push_back(static_cast<std::uint32_t>(base + i));
            }
        }
    }

    /// Triangles (4), strip (5) and fan (6), specification 3.7.2.1.
    static std::array<std::size_t, 3> cornersOf(std::size_t mode, std::size_t t)
    {
        if (mode == 4)
            return {t * 3, t * 3 + 1, t * 3 + 2};
        if (mode == 6)
            return {t + 1, t + 2, 0};
        return {t, t + 1 + t % 2, t + 2 - t % 2};
    }

    static std::size_t indexAt(const Elements& e, std::size_t i)
    {
        std::uint32_t value = 0; // little-endian, as the file
        std::memcpy(&value, e.data + i * e.stride, e.component);
        return value;
    }

    bool addPoints(const Elements& e, const Transform& transform)
    {
        for (std::size_t i = 0; i < e.count; ++i) {
            std::array<float, 3> p{};
            std::memcpy(p.data(), e.data + i * e.stride, sizeof p);
            const Vec3 q = transform.apply({p[0], p[1], p[2]});
            if (!(std::max({std::abs(q.x), std::abs(q.y), std::abs(q.z)}) <= kMaxGltfCoordinate)
                || std::isnan(q.x + q.y + q.z))
                return false;
            m_mesh.positions.push_back(Vec3(q.x, -q.z, q.y).stored()); // y up becomes z up
        }
        return true;
    }

    /// Component sizes this reader takes: 4-byte floats for positions, unsigned integers for indices.
    static std::size_t componentSize(const JsonPlace& at, bool isPosition)
    {
        const std::size_t type = at.count(kFloat);
        if (isPosition && type == kFloat)
            return 4;
        if (!isPosition && (type == kByte || type == kShort || type == kInt))
            return type == kByte ? 1 : type == kShort ? 2 : 4;
        at.fail(isPosition ? "positions as 32-bit floats (5126)" : "unsigned indices");
        return 0;
    }

    Elements elements(const JsonPlace& reference, const char* type, std::size_t largest)
    {
        const JsonPlace at = m_root.member("accessors").item(reference.count(kMaxList));
        Elements e;
        const bool isPosition = largest == 12;
        e.component = componentSize(at.member("componentType"), isPosition);
        if (at.member("type").text(16) != type)
            at.member("type").fail(type);
        if (at.has("sparse"))
            at.member("sparse").fail("no sparse geometry");
        e.count = at.member("count").count(kMaxGltfBytes);
        const JsonPlace view =
            m_root.member("bufferViews").item(at.member("bufferView").count(kMaxList));
        const std::size_t buffer = view.member("buffer").count(64);
        const std::size_t viewStart = view.count("byteOffset", kMaxGltfBytes, 0);
        const std::size_t viewLength = view.member("byteLength").count(kMaxGltfBytes);
        const std::size_t width = isPosition ? 12 : e.component;
        e.stride = view.count("byteStride", 252, width);
        const std::size_t start = at.count("byteOffset", kMaxGltfBytes, 0);
        if (m_error)
            return {};
        // All terms are at most 64 MiB, their products far below 2^64.
        const bool inside = buffer < m_file.buffers.size() && e.count > 0 && e.stride >= width
                            && viewStart + viewLength <= m_file.buffers[buffer].size()
                            && start + (e.count - 1) * e.stride + width <= viewLength;
        if (!inside) {
            at.fail("elements that lie inside their buffer");
            return {};
        }
        e.data = m_file.buffers[buffer].data() + viewStart + start;
        return e;
    }

    const GltfContainer& m_file;
    std::optional<twin::Error> m_error;
    JsonPlace m_root;
    TriangleMesh m_mesh;
    std::size_t m_visits = 0, m_primitives = 0;
};

} // namespace

twin::Result<TriangleMesh> readGltf(std::string_view bytes)
{
    const twin::Result<GltfContainer> file = openGltf(bytes);
    if (!file)
        return file.error();
    return GltfSurfaces(*file).read();
}

TriangleMesh weld(const TriangleMesh& mesh)
{
    std::vector<std::uint32_t> order(mesh.positions.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return mesh.positions[a] != mesh.positions[b] ? mesh.positions[a] < mesh.positions[b] : a < b;
    });
    TriangleMesh out;
    std::vector<std::uint32_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Point3& p = mesh.positions[order[i]];
        if (i == 0 || p != out.positions.back())
            out.positions.push_back(p);
        place[order[i]] = static_cast<std::uint32_t>(out.positions.size() - 1);
    }
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t a = place[mesh.indices[i]], b = place[mesh.indices[i + 1]],
                            c = place[mesh.indices[i + 2]];
        if (a != b && b != c && c != a)
            out.indices.insert(out.indices.end(), {a, b, c});
    }
    return out;
}

} // namespace gemba::ui
