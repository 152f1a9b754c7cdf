// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace gemba::twin {

/// Limit of T2 for a new observation: a (n^2 - 1) / (n (n - a)) F(confidence; a, n - a)
/// (Tracy, Young and Mason 1992). rows n > components a >= 1, confidence inside (0, 1).
[[nodiscard]] double t2TextbookLimit(std::size_t rows, std::size_t components, double confidence);

/// Limit of SPE from the eigenvalues of the residual space (Jackson and Mudholkar 1979). Where
/// their h0 is not positive: Box's (theta2 / theta1) chi^2 with theta1^2 / theta2 degrees of
/// freedom (Box 1954). 0 for an empty residual space; never below 1e-9 per input left out, as
/// rounding is not an anomaly.
[[nodiscard]] double speTextbookLimit(std::span<const double> residualVariances, double confidence);

} // namespace gemba::twin
