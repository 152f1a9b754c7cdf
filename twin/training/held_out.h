// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "twin/prognosis/boosted_model.h"

namespace gemba::twin {

/// Predictions of rows by models that have not seen them, and the part each row was held out with.
struct HeldOutRows {
    std::vector<double> predicted, truth; ///< n; two classes: the probability of the rarer one, and 1 or 0
    std::vector<double> uncapped;         ///< n, where truth is capped; else empty
    std::vector<std::uint32_t> fold;      ///< n
};

using Metrics = std::map<std::string, double>;

/// P10 and P90 of truth - prediction in up to 20 groups of predictions alike, 100 rows or more in
/// each. At least one row. The P90 is of the uncapped truth: a life said to be long may well be
/// longer than the cap, which says nothing but how far ahead the model was taught to look.
[[nodiscard]] std::vector<BandKnot> bandOf(const HeldOutRows& rows);
/// rmse, mae, r2 and coverage: the share of (uncapped) truths
/// inside the band that the other parts set.
[[nodiscard]] Metrics measures(const HeldOutRows& rows);

/// The probability from which on the rarer class is predicted for the best F1.
[[nodiscard]] double bestThreshold(const HeldOutRows& rows);
/// f1, precision, recall of the rarer class and accuracy, each part by the others' threshold; auc.
[[nodiscard]] Metrics rareMetrics(const HeldOutRows& rows);
/// accuracy and f1, the mean over the classes. Both lists: positions of classes.
[[nodiscard]] Metrics classMetrics(std::span<const std::uint32_t> predicted, std::span<const std::uint32_t> truth,
                                   std::size_t classes);

} // namespace gemba::twin
