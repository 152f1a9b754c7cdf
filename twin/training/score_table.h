// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "twin/detection/pca_model.h"
#include "twin/training/csv_table.h"

namespace gemba::twin {

struct TableScores {
    std::string csv;             ///< the input's columns as they were, then those of the scores
    std::uint64_t rows = 0, alarms = 0, withheld = 0;
    std::vector<std::string> replaced; ///< input columns that gave way to a score of that name
};

/// Scores every row of a table, in its order, by the rules the console uses for an asset without
/// physical limits. Adds the columns
///   score, low, high  points, 100 is good; the band is P10..P90 of the bootstrap baselines
///   withheld          why the row has no score: "missing: <input>" (then every output is empty)
///                     or "baselining" until the on-delay of the row's run is filled
///   t2, t2_limit, spe, spe_limit, alarm   after the median filter, at the recipe's confidence
///   c:<input>         with explain: T2 / t2_limit + SPE / spe_limit of the row itself, split by
///                     complete decomposition; the parts are >= 0 and add up to it
/// Errors: CsvMissingColumn as ModelInputMissing, and those of runsOfRows().
[[nodiscard]] Result<TableScores> scoreTable(const PcaModel& model, const CsvTable& table, bool explain);

} // namespace gemba::twin
