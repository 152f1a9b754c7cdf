// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "twin/training/any_model.h"
#include "twin/training/csv_table.h"

namespace gemba::twin {

struct TableScores {
    std::string csv;             ///< the input's columns as they were, then those of the scores
    std::uint64_t rows = 0, alarms = 0, withheld = 0;
    std::vector<std::string> replaced; ///< input columns that gave way to a score of that name
};

/// Scores every row of a table and keeps their order. All models add
///   withheld          why the row has no score: "missing: <input>" (then every output is empty), or
///                     "baselining" until the on-delay of the row's run is filled
/// Detection, by the rules the console uses for an asset without physical limits:
///   score, low, high  points, 100 is good; the band is P10..P90 of the bootstrap baselines (pca) or
///                     of the trees (isolation-forest)
///   t2, t2_limit, spe, spe_limit, alarm   pca: after the median filter, at the recipe's confidence
///   isolation, isolation_limit, alarm     isolation-forest: the same
///   c:<input>         with explain: pca: T2 / t2_limit + SPE / spe_limit of the row itself, split by
///                     complete decomposition; isolation-forest: its ease of isolation over that of
///                     the limit, split by explain(). The parts are >= 0 and add up to it.
/// Regression and remaining life:
///   score, low, high  in the unit of the target; P10..P90 by the errors on rows held out
/// Classification:
///   prediction, p:<class>   the class as written in the training table; the probability of each
/// Both, with explain: c:<input>, the share in the score (classify: in the log odds of the rarer of
///   two classes, of the class predicted where there are more), exact for the trees, that of derived
///   features split evenly over their inputs; c:<time> is the share of the age, rul's own feature.
///   With a constant they add up to it (rul: before it is kept within 0 and the cap).
/// Errors: ModelInputMissing, those of runsOfRows(), BoostingFailed.
[[nodiscard]] Result<TableScores> scoreTable(const Model& model, const CsvTable& table, bool explain);

} // namespace gemba::twin
