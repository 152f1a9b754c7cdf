// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "twin/training/training_table.h"

namespace gemba::twin {

inline constexpr std::size_t kHoldOutFolds = 5;

/// Which of kHoldOutFolds parts each row is held out with, as the recipe's split says. Split::Id, and
/// Split::KFold of lives, fall back to blocks of time where there is a single run.
[[nodiscard]] std::vector<std::uint32_t> foldsOf(const TrainingTable& table, const Recipe& recipe);

} // namespace gemba::twin
