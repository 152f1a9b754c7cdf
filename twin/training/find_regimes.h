// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twin/detection/regime_scaling.h"

namespace gemba::twin {

/// Finds the operating regimes of n rows and what is usual in each.
/// settings: n x s named by names; values: n x p; rows n >= 2. count 0: the number of groups, at most
/// kMostRegimes, that explains 99 % of the settings' variance and at which the spread within groups
/// falls most sharply, to a fifth or less of that of one group fewer; where there is none, or one of
/// them has fewer than 30 rows, the settings form no groups and everything is one regime.
/// An input that does not vary within a regime takes its scale from all regimes together; one that
/// varies in none has scale 0 everywhere: drop it with keepInputs() before use.
[[nodiscard]] RegimeScaling findRegimes(const std::vector<std::string>& names, std::span<const double> settings,
                                        std::span<const double> values, std::size_t count, std::uint64_t seed);

/// Keeps the inputs at the positions named.
void keepInputs(RegimeScaling& scaling, std::size_t inputs, std::span<const std::size_t> kept);

} // namespace gemba::twin
