// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <map>
#include <optional>

#include "twin/model/time.h"
#include "twin/training/training_table.h"

namespace gemba::twin {

namespace {

std::optional<double> secondsOfIso(std::string_view text)
{
    std::string iso(text);
    if (iso.size() == 10)
        iso += "T00:00:00";
    if (iso.size() > 10 && iso[10] == ' ')
        iso[10] = 'T';
    auto t = parseIso8601(iso);
    if (!t)
        t = parseIso8601(iso + "Z");
    return t ? std::optional(static_cast<double>(*t) * 1e-9) : std::nullopt;
}

/// A column by its name; npos where the recipe names none.
Result<std::size_t> optionalColumn(const CsvTable& table, const std::string& name)
{
    if (name.empty())
        return std::string::npos;
    if (const auto c = table.column(name))
        return *c;
    return Error{ErrorCode::CsvMissingColumn, {name}, Place{table.file(), 1, name, {}, {}}};
}

} // namespace

Result<RunsOfRows> runsOfRows(const CsvTable& table, const Recipe& recipe)
{
    const auto id = optionalColumn(table, recipe.id);
    const auto time = optionalColumn(table, recipe.time);
    if (!id || !time)
        return id ? time.error() : id.error();
    const bool hasId = *id != std::string::npos, hasTime = *time != std::string::npos;
    RunsOfRows out;
    out.timesAreNumbers = hasTime;
    out.times.resize(table.rows());
    std::map<std::string_view, std::size_t> runs;
    std::vector<double> last;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        const auto [it, fresh] = runs.emplace(hasId ? table.cell(r, *id) : std::string_view(), out.rows.size());
        if (fresh) {
            out.rows.emplace_back();
            last.push_back(-HUGE_VAL);
        }
        const std::size_t run = it->second;
        out.times[r] = static_cast<double>(out.rows[run].size() + 1);
        if (hasTime) {
            auto t = parseNumber(table.cell(r, *time));
            if (!t) {
                t = secondsOfIso(table.cell(r, *time));
                out.timesAreNumbers = false;
            }
            if (!t)
                return Error{ErrorCode::CsvNotANumber, {std::string(table.cell(r, *time))}, table.place(r, *time)};
            if (!(*t > last[run]))
                return Error{ErrorCode::CsvTimeNotIncreasing, {}, table.place(r, *time)};
            if (!out.rows[run].empty())
                out.steps.push_back(*t - last[run]);
            last[run] = out.times[r] = *t;
        }
        out.rows[run].push_back(r);
    }
    return out;
}

} // namespace gemba::twin
