// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "app/gemba-plant/row_source.h"
#include "app/gemba-plant/run_file.h"

namespace gemba::plant {

/// How long a fleet can be played: a week at one row a second.
inline constexpr std::size_t kFleetRows = 604'800;

/// A fleet that lives through recorded lives, again and again. lives: recorded from the first cycle to
/// the end, one below the other; column "unit" tells them apart, "cycle" counts from 1, the others are
/// what was measured. The fleet is every asset of the plant that has a tag "<asset>_cycle"; a column c
/// is said as the tag "<asset>_c".
///
/// At the beginning each machine stands somewhere in a life of its own, and goes on by one cycle in as
/// many rows as the period of its cycle tag has seconds, the machines one after the other. After its
/// last cycle a machine is removed: the next one takes its place with another life, from cycle 1, and
/// the tag "<asset>_serial" says which one was removed after how many cycles. Lives and places come
/// from the seed: same seed, same fleet.
///
/// Errors: RunInvalid where the lives are not as said; PlantInconsistent where no asset has such a tag.
[[nodiscard]] twin::Result<Run> makeFleet(const twin::Plant& plant, const Run& lives, std::uint64_t seed);

} // namespace gemba::plant
