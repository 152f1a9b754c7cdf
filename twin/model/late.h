// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "twin/model/event.h"

namespace gemba::twin {

/// What EventKind::LateData carries: number is how many samples came after newer ones of their tag
/// were known, tag and asset are of the one furthest behind, text is by how many nanoseconds of
/// source time (decimal; 0 where the source only said that it is late). The form is stored.
[[nodiscard]] std::string lateText(TimeNs behind);
[[nodiscard]] TimeNs lateBehind(const Event& event); ///< 0: not known

} // namespace gemba::twin
