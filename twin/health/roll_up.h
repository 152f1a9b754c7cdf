// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "twin/model/snapshot.h"

namespace gemba::twin {

/// The site first, then its areas in the plant's order, the lines of each behind it. The worst is
/// by word, then by score, then by position. An area that stands apart has a row of its own and
/// does not count for the site. Pure; any thread.
[[nodiscard]] std::vector<RollUp> rollUp(const Snapshot& snapshot);

} // namespace gemba::twin
