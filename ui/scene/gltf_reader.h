// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "twin/model/result.h"
#include "ui/scene/triangle_mesh.h"

namespace gemba::ui {

inline constexpr std::size_t kMaxGltfBytes = 64u << 20;
inline constexpr std::size_t kMaxGltfTriangles = 2'000'000;

/// Reads the surfaces of a glTF 2.0 file (Khronos specification 2.0, chapters 3 and 4): GLB, or
/// JSON with its buffers embedded. Only shape is taken: colours, textures, skins and animation
/// are not, because a machine in the scene is grey. Transforms of the node tree are applied; y up
/// becomes z up; corners that share a place are joined.
///
/// The file is hostile until proven otherwise: every offset, count and index is checked against
/// what is there before it is used, and nothing outside the file is opened. Errors: FileTooLarge,
/// FileTruncated, JsonSyntax, and JsonSchema with the JSON pointer and what was expected
/// (compressed or sparse geometry, which this reader does not know, comes back that way too).
[[nodiscard]] twin::Result<TriangleMesh> readGltf(std::string_view bytes);

/// Joins corners with equal coordinates and drops triangles that lose their area by it.
[[nodiscard]] TriangleMesh weld(const TriangleMesh& mesh);

} // namespace gemba::ui
