// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "twin/model/bytes.h"

namespace gemba::twin {

/// One immutable piece of what a session needs to be complete, named by its content.
struct Blob {
    std::string kind;   ///< "plant", "scene", "mesh", "model", "recipe", "schema", "zones", "bearing", "roster" (shifts only)
    std::string name;   ///< "plant.json", "models/reactor.gmodel": relative to the plant's folder
    std::string sha256; ///< lower-case hex of bytes
    Bytes bytes;
};

/// A plant with everything it names: plant.json first, then models, scene, meshes.
/// Loaded from a folder (twin/store) or from a session's blobs; both give the same package.
struct PlantPackage {
    std::vector<Blob> blobs;
    [[nodiscard]] const Blob* find(std::string_view kind, std::string_view name = {}) const;
};

[[nodiscard]] std::string sha256Hex(std::string_view bytes);

} // namespace gemba::twin
