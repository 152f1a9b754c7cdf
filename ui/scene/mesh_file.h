// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "twin/model/result.h"
#include "ui/scene/triangle_mesh.h"

namespace gemba::ui {

inline constexpr std::size_t kMaxMeshBytes = 64u << 20;
inline constexpr std::size_t kMaxMeshTriangles = 2'000'000;
inline constexpr double kMaxMeshCoordinate = 1e6;
/// More triangles than this say nothing more about a grey machine: larger meshes are thinned.
inline constexpr std::size_t kEnoughTriangles = 60'000;

/// Reads a machine's model, in the format that its name ends with: .glb and .gltf (readGltf), .stl
/// (binary or text) and .obj (surfaces only). STL and OBJ have z up, as CAD programs write them.
/// The file is hostile until proven otherwise: sizes, counts, indices and coordinates are checked
/// before they are used, and nothing else is opened. (VTK's readers for these formats take only
/// names of files, and trust what is in them.) Meshes of more than kEnoughTriangles come back
/// thinned. Errors: FileTooLarge, FileTruncated, those of readGltf, and JsonSchema with what was
/// expected; the row where there are rows.
[[nodiscard]] twin::Result<TriangleMesh> readMeshFile(std::string_view name, std::string_view bytes);

[[nodiscard]] twin::Result<TriangleMesh> readStl(std::string_view bytes);
[[nodiscard]] twin::Result<TriangleMesh> readObj(std::string_view bytes);

/// At most about this many triangles, by joining corners that lie close together (Lindstrom 2000).
[[nodiscard]] TriangleMesh thinned(const TriangleMesh& mesh, std::size_t triangles);

} // namespace gemba::ui
