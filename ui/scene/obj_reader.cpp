// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "ui/scene/gltf_reader.h"
#include "ui/scene/mesh_file.h"
#include "ui/scene/text_rows.h"

namespace gemba::ui {

namespace {

constexpr std::size_t kMaxCorners = 10'000; ///< of one face

twin::Error expected(const char* what, std::int64_t row = -1)
{
    twin::Error error{twin::ErrorCode::JsonSchema, {std::string(what)}, {}};
    error.place.row = row;
    return error;
}

/// "7", "7/1", "7//3", "-1": counted from 1, or backwards from the last corner so far.
bool cornerOf(std::string_view word, std::size_t known, std::uint32_t& out)
{
    std::int64_t i = 0;
    if (!TextRows::parse(word.substr(0, word.find('/')), i) || i == 0)
        return false;
    const std::int64_t at = i > 0 ? i - 1 : static_cast<std::int64_t>(known) + i;
    if (at < 0 || at >= static_cast<std::int64_t>(known))
        return false;
    out = static_cast<std::uint32_t>(at);
    return true;
}

} // namespace

twin::Result<TriangleMesh> readObj(std::string_view bytes)
{
    TriangleMesh mesh;
    TextRows rows(bytes);
    while (rows.next()) {
        const std::string_view kind = rows.word();
        if (kind == "v") {
            Point3 p{};
            if (!rows.point(p) || !isUsable(p))
                return expected("three finite coordinates below 1000000", rows.row());
            if (mesh.positions.size() >= 3 * kMaxMeshTriangles)
                return expected("at most 6000000 corners", rows.row());
            mesh.positions.push_back(p);
        } else if (kind == "f") {
            std::uint32_t first = 0, last = 0, corner = 0;
            std::size_t n = 0;
            for (std::string_view word = rows.word(); !word.empty(); word = rows.word(), ++n) {
                if (!cornerOf(word, mesh.positions.size(), corner))
                    return expected("corners that are there already", rows.row());
                if (n == 0)
                    first = corner;
                if (n >= 2) // a face of many corners is a fan
                    mesh.indices.insert(mesh.indices.end(), {first, last, corner});
                if (n > kMaxCorners || mesh.triangleCount() > kMaxMeshTriangles)
                    return expected("at most 2000000 triangles", rows.row());
                last = corner;
            }
            if (n < 3)
                return expected("faces of at least three corners", rows.row());
        }
    }
    if (mesh.empty())
        return expected("at least one surface made of triangles");
    TriangleMesh joined = weld(mesh);
    if (joined.empty())
        return expected("at least one triangle with an area");
    return joined;
}

} // namespace gemba::ui
