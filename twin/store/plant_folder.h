// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "twin/model/package.h"
#include "twin/model/result.h"

namespace gemba::twin {

/// Loads plant.json (path: the file or its folder) and the files it names: the values of "scene",
/// "model", "recipe" and "mesh" anywhere in plant.json, and of "mesh" in the scene, as paths below
/// the folder. Blob names are those paths. A path that leaves the folder, by dots or by a link, is
/// refused. At most 16 MiB of JSON, 64 MiB a file, 1,000 files, 512 MiB together.
/// A model or scene that is named but not there is an error: a session must be complete.
/// Errors: FileNotReadable, FileTooLarge, JsonSyntax, PlantUnknownReference (with JSON path).
Result<PlantPackage> loadPlantFolder(const std::string& path);

} // namespace gemba::twin
