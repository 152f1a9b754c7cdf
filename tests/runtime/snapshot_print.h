// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/bytes.h"
#include "twin/model/snapshot.h"

namespace gemba::test {

/// Everything that a snapshot says, as bytes: two that print alike show the same screen. Its epoch
/// is left out, which counts a view's jumps.
[[nodiscard]] twin::Bytes print(const twin::Snapshot& snapshot);

} // namespace gemba::test
