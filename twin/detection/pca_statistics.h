// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twin/detection/pca_model.h"

namespace gemba::twin {

struct PcaStatistics {
    double t2 = 0.0;
    double spe = 0.0;
    bool operator==(const PcaStatistics&) const = default;
};

/// Intermediate results of one evaluation, owned by the caller so that scoring never allocates.
struct PcaWorkspace {
    PcaWorkspace(std::size_t inputs, std::size_t components);
    std::vector<double> z;        ///< p, standardised row
    std::vector<double> scores;   ///< a
    std::vector<double> residual; ///< p, z - P t
    std::vector<double> system;   ///< p x p, for reconstruct()
    std::vector<double> rhs;      ///< p, for reconstruct()
    std::vector<std::uint32_t> missing; ///< p, for reconstruct()
};

/// Beyond a million standard deviations more is not worse; every sum stays finite.
inline constexpr double kMostDeviations = 1e6;

/// T2 and SPE of one row x (p finite values in the inputs' units).
[[nodiscard]] PcaStatistics evaluate(const PcaBaseline& b, std::span<const double> x, PcaWorkspace& w);

/// Complete decomposition of both statistics of the row last evaluated with w: every part is
/// >= 0 and the parts add up to the statistic. c_i = (e_i' M^1/2 z)^2 for the statistic z' M z
/// (Alcala and Qin 2009, Reconstruction-based contribution for process monitoring, eq. 9).
/// t2 and spe have p places.
void decompose(const PcaBaseline& b, const PcaWorkspace& w, std::span<double> t2, std::span<double> spe);

/// What the model expects of input i, given the row last evaluated with w, in the input's unit.
[[nodiscard]] double expectedValue(const PcaBaseline& b, const PcaWorkspace& w, std::size_t i);

/// Fills in the values of x whose flag in missing is not 0 with the least unusual ones: those
/// that minimise T2 / t2Limit + SPE / speLimit (combined index of Yue and Qin 2001). The other
/// values are left as they are. A row that misses everything becomes the mean.
void reconstruct(const PcaBaseline& b, std::span<double> x, std::span<const std::uint8_t> missing,
                 PcaWorkspace& w);

} // namespace gemba::twin
