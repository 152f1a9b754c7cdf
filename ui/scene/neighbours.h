// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/scene/shape_library.h"

namespace gemba::ui {

/// The parts in groups of neighbours, none of more triangles than `most` unless it is one machine
/// alone. What belongs to no machine is a group of its own. The same parts give the same groups.
[[nodiscard]] std::vector<std::vector<std::size_t>> neighbours(const std::vector<ScenePart>& parts, std::size_t most);

} // namespace gemba::ui
