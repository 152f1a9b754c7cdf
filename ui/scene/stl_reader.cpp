// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>
#include <cstring>

#include "ui/scene/gltf_reader.h"
#include "ui/scene/mesh_file.h"
#include "ui/scene/text_rows.h"

namespace gemba::ui {

namespace {

constexpr std::size_t kHeader = 84, kFacet = 50; ///< 80 bytes of anything, the count; facets

twin::Error expected(const char* what, std::int64_t row = -1)
{
    twin::Error error{twin::ErrorCode::JsonSchema, {std::string(what)}, {}};
    error.place.row = row;
    return error;
}

/// Corners come three by three and are joined afterwards.
bool add(TriangleMesh& mesh, const Point3& p)
{
    if (!isUsable(p))
        return false;
    mesh.indices.push_back(static_cast<std::uint32_t>(mesh.positions.size()));
    mesh.positions.push_back(p);
    return true;
}

twin::Result<TriangleMesh> finished(const TriangleMesh& mesh)
{
    TriangleMesh joined = weld(mesh);
    if (joined.empty())
        return expected("at least one triangle");
    return joined;
}

twin::Result<TriangleMesh> binary(std::string_view bytes, std::size_t count)
{
    if (count > kMaxMeshTriangles)
        return expected("at most 2000000 triangles");
    if (bytes.size() < kHeader + count * kFacet)
        return twin::Error{twin::ErrorCode::FileTruncated, {}, {}};
    TriangleMesh mesh;
    mesh.positions.reserve(count * 3);
    mesh.indices.reserve(count * 3);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t corner = 0; corner < 3; ++corner) {
            Point3 p{}; // little-endian, as the file
            std::memcpy(p.data(), bytes.data() + kHeader + i * kFacet + 12 * (corner + 1), 12);
            if (!add(mesh, p))
                return expected("finite coordinates below 1000000");
        }
    }
    return finished(mesh);
}

twin::Result<TriangleMesh> text(std::string_view bytes)
{
    TriangleMesh mesh;
    TextRows rows(bytes);
    int corners = 0;
    while (rows.next()) {
        const std::string_view word = rows.word();
        if (word == "outer") {
            corners = 0;
        } else if (word == "vertex") {
            Point3 p{};
            if (!rows.point(p) || !add(mesh, p))
                return expected("three finite coordinates below 1000000", rows.row());
            if (++corners > 3 || mesh.triangleCount() > kMaxMeshTriangles)
                return expected("facets of three corners, at most 2000000 of them", rows.row());
        } else if (word == "endloop" && corners != 3) {
            return expected("facets of three corners", rows.row());
        }
    }
    if (mesh.indices.size() % 3 != 0)
        return twin::Error{twin::ErrorCode::FileTruncated, {}, {}};
    return finished(mesh);
}

} // namespace

twin::Result<TriangleMesh> readStl(std::string_view bytes)
{
    // Binary files may begin with "solid" too: their length tells.
    if (bytes.size() >= kHeader) {
        std::uint32_t count = 0;
        std::memcpy(&count, bytes.data() + kHeader - 4, 4);
        if (bytes.size() == kHeader + std::uint64_t{count} * kFacet || !bytes.starts_with("solid"))
            return binary(bytes, count);
    }
    if (bytes.starts_with("solid"))
        return text(bytes);
    return bytes.size() < kHeader ? twin::Error{twin::ErrorCode::FileTruncated, {}, {}}
                                  : expected("an STL file");
}

} // namespace gemba::ui
