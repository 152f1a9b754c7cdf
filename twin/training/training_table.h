// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "twin/training/csv_table.h"
#include "twin/training/recipe.h"

namespace gemba::twin {

inline constexpr std::size_t kMaxClasses = 100;

/// The normal rows of one or more tables as numbers, run after run.
struct TrainingTable {
    std::vector<std::string> inputs; ///< p columns
    std::vector<double> values;      ///< n x p, row after row
    std::vector<double> settings;    ///< n x s, the recipe's operating columns
    std::vector<double> targets;     ///< n, or none for detect; classify: positions in classes
    std::vector<double> times;       ///< n; see RunsOfRows
    bool timesAreNumbers = false;    ///< in every table: then a life has their unit, else it has rows
    std::vector<std::string> classes; ///< as written; numbers by value, texts after them
    std::vector<std::size_t> stretches; ///< where each stretch of consecutive normal rows starts
    std::vector<std::size_t> runs;      ///< where the rows of each id (or file) start
    double rowSeconds = 60.0; ///< process time of one row: the recipe's, else the median step
    std::vector<std::string> notNumbers; ///< columns left out because they hold no number

    [[nodiscard]] std::size_t rows() const { return inputs.empty() ? 0 : values.size() / inputs.size(); }
};

/// Picks rows and columns as the recipe says. Errors name file, row and column:
/// CsvMissingColumn, CsvNotANumber (empty, NaN, infinite or no number), CsvNoClass,
/// CsvTimeNotIncreasing, TrainNoInputs, TrainTooFewRows, RecipeInvalid (classes).
[[nodiscard]] Result<TrainingTable> selectTrainingRows(std::span<const CsvTable> tables, const Recipe& recipe);

/// Row numbers of each run, runs in the order in which they first appear. A file without an id
/// column is one run. Fails where the id or time column is missing or a time does not increase
/// within its run; times are ISO 8601 (with or without zone, T or blank) or numbers (seconds).
struct RunsOfRows {
    std::vector<std::vector<std::size_t>> rows;
    std::vector<double> steps; ///< seconds between neighbouring rows of a run
    std::vector<double> times; ///< by row of the table: the number, ISO 8601 as seconds, or the row's
                               ///< number within its run, from 1, where there is no time column
    bool timesAreNumbers = false;
};
[[nodiscard]] Result<RunsOfRows> runsOfRows(const CsvTable& table, const Recipe& recipe);

} // namespace gemba::twin
