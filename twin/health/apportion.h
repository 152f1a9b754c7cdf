// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "twin/model/assessment.h"

namespace gemba::twin {

/// Splits total over the weights in whole thousandths of a point so that the parts add up to
/// total exactly: largest remainder (Hamilton); equal remainders go to the first. Weights are
/// finite and >= 0; without any positive weight all parts are 0. All spans have one size; order
/// is scratch.
void apportion(std::span<const double> weights, MilliPoints total, std::span<MilliPoints> parts,
               std::span<std::uint32_t> order);

} // namespace gemba::twin
