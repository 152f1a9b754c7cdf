// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gemba-plant/run_file.h"
#include "twin/model/package.h"

namespace gemba::test {

/// The turbofan fleet as shipped, with its first engines only: it plays, and parses, in no time.
[[nodiscard]] twin::PlantPackage smallFleet(std::size_t engines);
/// Writes a package's files into a folder, and the fleet's recorded lives; false: it could not.
[[nodiscard]] bool writeFleet(const twin::PlantPackage& package, const std::string& folder);
/// The lives that the fleet plays, as shipped.
[[nodiscard]] plant::Run recordedLives();
[[nodiscard]] twin::Blob* blobOf(twin::PlantPackage& package, std::string_view kind);

} // namespace gemba::test
