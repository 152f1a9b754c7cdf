// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace gemba::twin {

/// A limit from held-out normal data and the false alerts to expect at it.
struct OperatingLimit {
    double limit = 0.0;         ///< > 0
    double alertsPerRow = 0.0;  ///< expected at the limit, point estimate
    double peaks = 0.0;         ///< k, how many the estimate rests on
};

/// Finds the limit that the statistic crosses at most targetPerRow times per row of normal
/// operation, by peaks over threshold: u is the 90 % point; rows over u that lie no further apart
/// than the extremal index allows are one peak, by its highest row (Ferro and Segers, J. R. Statist.
/// Soc. B 65 (2003) 545-556: a process that wanders slowly passes u many times in one excursion);
/// their excesses over u are exponential with mean s, so peaks over L come at
/// rate(u) exp(-(L - u) / s) and L = u + s ln(rate(u) / target) (Coles 2001, ch. 4, shape 0: T2 and
/// SPE are quadratic forms of nearly normal variables, whose tails are exponential). For L, s is
/// taken at its 90 % upper confidence bound, 2 k mean / chi^2(0.1; 2 k) for k peaks, so that the
/// budget holds although the held-out data are few; alertsPerRow uses the mean itself.
///
/// runs: stretches of consecutive rows, after median filter and on-delay; values finite, >= 0.
/// The limit is at least floor, which must be > 0. boundPeaks > 0 stands in for k in the bound:
/// limits from resamples are then as careful as the one they are compared with, not more.
[[nodiscard]] OperatingLimit operatingLimit(std::span<const std::vector<double>> runs,
                                            double targetPerRow, double floor, double boundPeaks = 0.0);

} // namespace gemba::twin
