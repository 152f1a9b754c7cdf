// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "twin/model/record.h"
#include "twin/runtime/session_player.h"

namespace gemba::test {

/// What came of playing a session from where a player stands to the end.
struct Replayed {
    std::optional<twin::Error> error; ///< ended early
    std::size_t intervals = 0;        ///< run whole
    std::size_t compared = 0;         ///< of them, with a recorded digest
    std::optional<std::uint64_t> firstDifferent;
    std::string digest;  ///< over all of them, hex
    twin::Bytes last;    ///< print of the last snapshot
    std::size_t problems = 0;
};
[[nodiscard]] Replayed playOn(twin::SessionPlayer& player);
[[nodiscard]] Replayed replay(const std::string& path, bool takeKeyframes);

/// Copies a session record by record through the same writer, as a forger would who knows the
/// format: change may alter the next record's arrival and bytes; checksums, keyframes and the
/// recorded digests stay in order.
[[nodiscard]] twin::Result<void> rewriteSession(
    const std::string& from, const std::string& to,
    const std::function<void(twin::Record&, twin::Bytes&)>& change);

} // namespace gemba::test
