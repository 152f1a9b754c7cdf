// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "twin/training/any_model.h"
#include "twin/training/csv_table.h"

namespace gemba::twin {

inline constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

/// A column of a score sheet: numbers (NaN: an empty cell) or texts, one a row of the table.
struct ScoreColumn {
    std::string name;
    std::vector<double> numbers;
    std::vector<std::string> texts; ///< in place of numbers
    bool flags = false;             ///< the numbers are 0 or 1
};

/// What scoring adds to a table.
struct ScoreColumns {
    std::vector<ScoreColumn> columns;
    std::vector<std::string> withheld; ///< by row: why there is no score; empty where there is one
    std::size_t withheldAfter = 0;     ///< its column stands after so many others

    /// A column of empty cells; the reference holds until the next call.
    ScoreColumn& add(std::string name);
    ScoreColumn& addTexts(std::string name);
};

/// Reads inputs and operating settings of a table's rows.
class RowReader
{
public:
    /// Error: ModelInputMissing, with file, first line and column.
    [[nodiscard]] static Result<RowReader> make(const CsvTable& table, const std::vector<std::string>& inputs,
                                                const std::vector<std::string>& settings);

    /// True where every input and setting of the row is a finite number.
    [[nodiscard]] bool read(std::size_t row);
    [[nodiscard]] std::span<double> values() { return m_values; }
    [[nodiscard]] std::span<const double> settings() const { return m_settings; }
    [[nodiscard]] const std::string& missing() const { return m_missing; } ///< after a false read()

private:
    explicit RowReader(const CsvTable& table) : m_table(table) {}
    const CsvTable& m_table;
    std::vector<std::size_t> m_columns, m_settingColumns;
    std::vector<double> m_values, m_settings;
    std::string m_missing;
};

/// Each takes the table's rows run by run. Errors: ModelInputMissing, those of runsOfRows().
[[nodiscard]] Result<ScoreColumns> scoreColumns(const PcaModel& model, const CsvTable& table, bool explain);
[[nodiscard]] Result<ScoreColumns> scoreColumns(const ForestModel& model, const CsvTable& table, bool explain);
[[nodiscard]] Result<ScoreColumns> scoreColumns(const BoostedModel& model, const CsvTable& table, bool explain);

} // namespace gemba::twin
