// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "twin/model/plant.h"
#include "twin/model/result.h"

namespace gemba::twin {

/// Largest plant.json that is read; the schema bounds every list in it.
inline constexpr std::size_t kMaxPlantBytes = 16 * 1024 * 1024;

/// Reads a plant description: JSON syntax, then the schema resources/schemas/plant.schema.json,
/// then what the schema cannot say: ids are unique, references lead somewhere, limits are in
/// order and inside the range. Any bytes may be given. Pure; any thread.
/// Errors (code; place.jsonPath is a JSON pointer, place.row the line of a syntax error):
/// FileTooLarge, JsonSyntax, JsonSchema, PlantUnknownReference, PlantDuplicate, PlantInconsistent.
[[nodiscard]] Result<Plant> parsePlant(std::string_view json);

/// All that is wrong with a plant description, in the order of the file, at most 100; empty: good.
/// References are only looked at once the schema holds. Also names models without a safety page,
/// with which parsePlant() lets a plant run.
[[nodiscard]] std::vector<Error> checkPlant(std::string_view json);

/// The schema as shipped.
[[nodiscard]] std::string_view plantSchema();

} // namespace gemba::twin
