// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twin/model/result.h"
#include "twin/model/roster.h"

namespace gemba::twin {

inline constexpr std::size_t kMaxRosterBytes = 1024 * 1024;

/// Reads a roster: JSON syntax, then the schema resources/schemas/roster.schema.json, then what
/// the schema cannot say: ids are unique, the chain leads to people, mail goes over TLS unless it
/// stays on this machine. Any bytes may be given. Pure; any thread.
/// Errors (place.jsonPath is a JSON pointer, place.row the line of a syntax error): FileTooLarge,
/// JsonSyntax, JsonSchema, PlantDuplicate, PlantUnknownReference, PlantInconsistent.
[[nodiscard]] Result<Roster> parseRoster(std::string_view json);
/// All that is wrong, in the order of the file, at most 100; empty: good.
[[nodiscard]] std::vector<Error> checkRoster(std::string_view json);

/// The file that reads as this roster; the same roster always gives the same bytes. What is not
/// valid is written all the same: checkRoster() tells what is wrong with it.
[[nodiscard]] std::string writeRoster(const Roster& roster);

[[nodiscard]] std::string_view rosterSchema(); ///< as shipped

/// "127.0.0.1", "::1", "localhost": bytes to it do not leave this machine.
[[nodiscard]] bool isThisMachine(std::string_view host);

} // namespace gemba::twin
