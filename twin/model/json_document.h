// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For .cpp files only: public headers do not show the JSON library.
#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>
#include <vector>

#include "twin/model/error.h"

namespace gemba::twin {

struct JsonLimits
{
    std::size_t bytes = 16 * 1024 * 1024;
    int depth = 32;
    std::size_t stringBytes = 2'000; ///< the schema's regular expressions recurse over strings
};

inline constexpr std::size_t kMaxJsonErrors = 100;

/// Parses text from outside. Adds FileTooLarge, JsonSyntax or PlantDuplicate (a key given twice
/// in one object) to errors and yields nothing when the text cannot be taken.
[[nodiscard]] std::optional<nlohmann::json>
parseJson(std::string_view text, const JsonLimits& limits, std::vector<Error>& errors);

/// Adds a JsonSchema error for each place that does not fit; the argument is the description
/// that the schema gives for that place.
void checkSchema(const nlohmann::json& document, std::string_view schemaText,
                 std::vector<Error>& errors);

/// "/tags/3/unit" from its parts, escaped as RFC 6901 says.
[[nodiscard]] std::string jsonPointer(const std::vector<std::string>& parts);

} // namespace gemba::twin
