// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "twin/model/package.h"
#include "twin/model/result.h"
#include "twin/model/roster.h"

namespace gemba::twin {

/// Loads plant.json (path: the file or its folder) and the files it names: its scene, the model of
/// each asset, its vibration zones and bearing, and the meshes of the scene's nodes, all as paths
/// below the folder; these are the blobs' names. A path that leaves the folder, by dots or by a link, is refused. At most 16 MiB
/// for plant.json and scene, 64 MiB for any other file, 512 MiB together.
/// A file that is named but not there is an error: a session made from the package is complete.
/// A roster.json beside plant.json comes along as setRoster() says, where it can be read.
/// What plant.json means is not checked here. Errors: FileNotReadable, FileTooLarge, JsonSyntax,
/// PlantUnknownReference (kind and name, with file and JSON path).
Result<PlantPackage> loadPlantFolder(const std::string& path);

/// Who works when, for whoever looks at the session later: names, roles and shifts. Addresses,
/// rules and the mail server stay where they are.
void setRoster(PlantPackage& package, const Roster& roster);

} // namespace gemba::twin
