// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twin/detection/pca_model.h"

namespace gemba::twin {

/// Mean and sample standard deviation (n - 1) of each of the columns over the rows named.
/// values is rows x columns, row after row.
void columnMoments(std::span<const double> values, std::size_t columns, std::span<const std::size_t> rows,
                   std::vector<double>& mean, std::vector<double>& scale);

struct PcaFit {
    PcaBaseline baseline;            ///< operating limits still 0
    std::vector<double> residualVariances; ///< p - a eigenvalues left out, largest first
    double varianceExplained = 0.0;  ///< share of the components, 0..1
};

/// Eigenvectors of the correlation matrix of the rows named (two at least). components >= 1 is a
/// count, below 1 the share of variance to reach; at most all that carry variance. The sign of
/// each eigenvector is chosen so that its largest loading (the first of equals) is positive.
/// Columns that do not vary in these rows get their scale from fallbackScale.
[[nodiscard]] PcaFit fitPca(std::span<const double> values, std::span<const std::size_t> rows,
                            double components, std::span<const double> fallbackScale);

} // namespace gemba::twin
