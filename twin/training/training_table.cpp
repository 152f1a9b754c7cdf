// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/training_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "twin/detection/pca_model.h"
#include "twin/model/time.h"

namespace gemba::twin {

namespace {

// Squares of larger numbers, summed over a table, could overflow.
constexpr double kLargestValue = 1e100;

std::optional<double> usableNumber(std::string_view text)
{
    const auto v = parseNumber(text);
    return v && std::abs(*v) <= kLargestValue ? v : std::nullopt;
}

std::optional<double> seconds(std::string_view text)
{
    if (const auto v = parseNumber(text))
        return v;
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

Result<std::size_t> requiredColumn(const CsvTable& table, const std::string& name)
{
    if (const auto c = table.column(name))
        return *c;
    return Error{ErrorCode::CsvMissingColumn, {name}, Place{table.file(), 1, name, {}, {}}};
}

bool isNormal(std::string_view label)
{
    if (label.empty() || label == "false" || label == "False" || label == "FALSE" || label == "normal"
        || label == "Normal")
        return true;
    const auto v = parseNumber(label);
    return v && *v == 0.0;
}

bool holdsNumbers(const CsvTable& table, std::size_t column)
{
    for (std::size_t r = 0; r < table.rows(); ++r) {
        if (parseNumber(table.cell(r, column)))
            return true;
    }
    return false;
}

// The recipe's inputs, or every column that holds numbers and has no other part to play.
void chooseInputs(const CsvTable& first, const Recipe& recipe, TrainingTable& out)
{
    out.inputs = recipe.inputs;
    if (!out.inputs.empty())
        return;
    for (std::size_t c = 0; c < first.header().size(); ++c) {
        const std::string& name = first.header()[c];
        if (name == recipe.id || name == recipe.time || name == recipe.label)
            continue;
        (holdsNumbers(first, c) ? out.inputs : out.notNumbers).push_back(name);
    }
}

Error noInputs(const CsvTable& table, const TrainingTable& found)
{
    const Place place{table.file(), -1, {}, {}, {}};
    if (table.rows() == 0)
        return {ErrorCode::TrainTooFewRows, {std::int64_t{0}, std::int64_t{1}}, place};
    if (!found.inputs.empty())
        return {ErrorCode::RecipeInvalid, {"at most " + std::to_string(kMaxModelInputs) + " inputs"}, place};
    std::string names;
    for (const std::string& name : found.notNumbers)
        names += (names.empty() ? "" : ", ") + name;
    return {ErrorCode::TrainNoInputs, {names}, place};
}

std::optional<Error> appendRows(const CsvTable& table, const Recipe& recipe,
                                const std::vector<std::size_t>& rows, TrainingTable& out)
{
    std::vector<std::size_t> columns;
    for (const std::string& name : out.inputs) {
        const auto c = requiredColumn(table, name);
        if (!c)
            return c.error();
        columns.push_back(*c);
    }
    std::optional<std::size_t> label;
    if (!recipe.label.empty()) {
        const auto c = requiredColumn(table, recipe.label);
        if (!c)
            return c.error();
        label = *c;
    }
    out.runs.push_back(out.rows());
    bool joined = false; // to the row before
    for (const std::size_t r : rows) {
        if (label && !isNormal(table.cell(r, *label))) {
            joined = false;
            continue;
        }
        if (!std::exchange(joined, true))
            out.stretches.push_back(out.rows());
        for (const std::size_t c : columns) {
            const auto v = usableNumber(table.cell(r, c));
            if (!v)
                return Error{ErrorCode::CsvNotANumber, {std::string(table.cell(r, c))}, table.place(r, c)};
            out.values.push_back(*v);
        }
    }
    if (out.runs.back() == out.rows())
        out.runs.pop_back();
    return std::nullopt;
}

} // namespace

Result<RunsOfRows> runsOfRows(const CsvTable& table, const Recipe& recipe)
{
    RunsOfRows out;
    std::optional<std::size_t> id, time;
    for (auto [name, column] : {std::pair{&recipe.id, &id}, {&recipe.time, &time}}) {
        if (name->empty())
            continue;
        const auto c = requiredColumn(table, *name);
        if (!c)
            return c.error();
        *column = *c;
    }
    std::map<std::string_view, std::size_t> runs;
    std::vector<double> last;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        const auto [it, fresh] = runs.emplace(id ? table.cell(r, *id) : std::string_view(), out.rows.size());
        if (fresh) {
            out.rows.emplace_back();
            last.push_back(-HUGE_VAL);
        }
        const std::size_t run = it->second;
        if (time) {
            const auto t = seconds(table.cell(r, *time));
            if (!t)
                return Error{ErrorCode::CsvNotANumber, {std::string(table.cell(r, *time))}, table.place(r, *time)};
            if (!(*t > last[run]))
                return Error{ErrorCode::CsvTimeNotIncreasing, {}, table.place(r, *time)};
            if (!out.rows[run].empty())
                out.steps.push_back(*t - last[run]);
            last[run] = *t;
        }
        out.rows[run].push_back(r);
    }
    return out;
}

Result<TrainingTable> selectTrainingRows(std::span<const CsvTable> tables, const Recipe& recipe)
{
    TrainingTable out;
    if (tables.empty())
        return Error{ErrorCode::TrainTooFewRows, {std::int64_t{0}, std::int64_t{1}}, {}};
    chooseInputs(tables.front(), recipe, out);
    if (out.inputs.empty() || out.inputs.size() > kMaxModelInputs)
        return noInputs(tables.front(), out);
    std::vector<double> steps;
    for (const CsvTable& table : tables) {
        const auto runs = runsOfRows(table, recipe);
        if (!runs)
            return runs.error();
        steps.insert(steps.end(), runs->steps.begin(), runs->steps.end());
        for (const auto& rows : runs->rows) {
            if (auto e = appendRows(table, recipe, rows, out))
                return *e;
        }
    }
    if (recipe.period) {
        out.rowSeconds = *recipe.period;
    } else if (!steps.empty()) {
        const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
        std::nth_element(steps.begin(), middle, steps.end());
        out.rowSeconds = std::clamp(*middle, 1e-9, 1e9);
    }
    return out;
}

} // namespace gemba::twin
