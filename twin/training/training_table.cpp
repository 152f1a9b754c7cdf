// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/training_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "twin/detection/pca_model.h"

namespace gemba::twin {

namespace {

// Squares of larger numbers, summed over a table, could overflow.
constexpr double kLargestValue = 1e100;

std::optional<double> usableNumber(std::string_view text)
{
    const auto v = parseNumber(text);
    return v && std::abs(*v) <= kLargestValue ? v : std::nullopt;
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

bool hasOtherPart(const std::string& name, const Recipe& recipe)
{
    return name == recipe.id || name == recipe.time || name == recipe.label || name == recipe.target
        || std::find(recipe.operating.begin(), recipe.operating.end(), name) != recipe.operating.end();
}

// The recipe's inputs, or every column that holds numbers and has no other part to play.
void chooseInputs(const CsvTable& first, const Recipe& recipe, TrainingTable& out)
{
    out.inputs = recipe.inputs;
    if (!out.inputs.empty())
        return;
    for (std::size_t c = 0; c < first.header().size(); ++c) {
        const std::string& name = first.header()[c];
        if (!hasOtherPart(name, recipe))
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

/// Takes the rows of one table after another.
class Selection
{
public:
    Selection(const Recipe& recipe, TrainingTable& out) : m_recipe(recipe), m_out(out) {}

    std::optional<Error> append(const CsvTable& table)
    {
        if (auto e = findColumns(table))
            return e;
        const auto runs = runsOfRows(table, m_recipe);
        if (!runs)
            return runs.error();
        m_steps.insert(m_steps.end(), runs->steps.begin(), runs->steps.end());
        m_out.timesAreNumbers = m_out.timesAreNumbers && runs->timesAreNumbers;
        for (const auto& rows : runs->rows) {
            m_out.runs.push_back(m_out.rows());
            bool joined = false; // to the row before
            for (const std::size_t r : rows) {
                const bool normal = m_label.empty() || isNormal(table.cell(r, m_label.front()));
                if (normal && !joined)
                    m_out.stretches.push_back(m_out.rows());
                joined = normal;
                if (!normal)
                    continue;
                if (auto e = appendRow(table, r))
                    return e;
                m_out.times.push_back(runs->times[r]);
            }
            if (m_out.runs.back() == m_out.rows())
                m_out.runs.pop_back();
        }
        return std::nullopt;
    }

    std::optional<Error> finish();

private:
    std::optional<Error> findColumns(const CsvTable& table)
    {
        const auto all = [&](const std::vector<std::string>& names, std::vector<std::size_t>& columns) -> std::optional<Error> {
            columns.clear();
            for (const std::string& name : names) {
                const auto c = requiredColumn(table, name);
                if (!c)
                    return c.error();
                columns.push_back(*c);
            }
            return std::nullopt;
        };
        const auto one = [](const std::string& name) {
            return name.empty() ? std::vector<std::string>() : std::vector<std::string>{name};
        };
        for (const auto& [names, columns] : {std::pair{m_out.inputs, &m_inputs}, {m_recipe.operating, &m_settings},
                                             {one(m_recipe.label), &m_label}, {one(m_recipe.target), &m_target}}) {
            if (auto e = all(names, *columns))
                return e;
        }
        return std::nullopt;
    }

    static std::optional<Error> appendNumbers(const CsvTable& table, std::size_t row,
                                              std::span<const std::size_t> columns, std::vector<double>& out)
    {
        for (const std::size_t c : columns) {
            const auto v = usableNumber(table.cell(row, c));
            if (!v)
                return Error{ErrorCode::CsvNotANumber, {std::string(table.cell(row, c))}, table.place(row, c)};
            out.push_back(*v);
        }
        return std::nullopt;
    }

    std::optional<Error> appendRow(const CsvTable& table, std::size_t r)
    {
        if (auto e = appendNumbers(table, r, m_inputs, m_out.values))
            return e;
        if (auto e = appendNumbers(table, r, m_settings, m_out.settings))
            return e;
        if (m_recipe.task != LearningTask::Classify)
            return appendNumbers(table, r, m_target, m_out.targets);
        const std::string_view name = table.cell(r, m_target.front());
        if (name.empty())
            return Error{ErrorCode::CsvNoClass, {}, table.place(r, m_target.front())};
        m_classOfRow.emplace_back(name);
        return std::nullopt;
    }

    std::optional<Error> nameClasses();
    void countLives();

    const Recipe& m_recipe;
    TrainingTable& m_out;
    std::vector<std::size_t> m_inputs, m_settings, m_label, m_target; ///< columns of the table at hand
    std::vector<std::string> m_classOfRow;
    std::vector<double> m_steps;
};

std::optional<Error> Selection::nameClasses()
{
    const auto before = [](const std::string& a, const std::string& b) {
        const auto x = parseNumber(a), y = parseNumber(b);
        if (x && y && *x != *y)
            return *x < *y;
        return x.has_value() != y.has_value() ? x.has_value() : a < b;
    };
    std::map<std::string, std::size_t, decltype(before)> classes(before);
    for (const std::string& name : m_classOfRow)
        classes.emplace(name, 0);
    if (classes.size() < 2 || classes.size() > kMaxClasses)
        return Error{ErrorCode::RecipeInvalid,
                     {"a target with 2 to " + std::to_string(kMaxClasses) + " classes, not " + std::to_string(classes.size())},
                     Place{{}, -1, m_recipe.target, {}, {}}};
    for (auto& [name, position] : classes) {
        position = m_out.classes.size();
        m_out.classes.push_back(name);
    }
    for (const std::string& name : m_classOfRow)
        m_out.targets.push_back(static_cast<double>(classes[name]));
    return std::nullopt;
}

// What is left to the last row of each run, which is taken for the end of a life.
void Selection::countLives()
{
    m_out.targets.resize(m_out.rows());
    for (std::size_t k = 0; k < m_out.runs.size(); ++k) {
        const std::size_t end = k + 1 < m_out.runs.size() ? m_out.runs[k + 1] : m_out.rows();
        for (std::size_t r = m_out.runs[k]; r < end; ++r)
            m_out.targets[r] = m_out.timesAreNumbers ? m_out.times[end - 1] - m_out.times[r]
                                                     : static_cast<double>(end - 1 - r);
    }
}

std::optional<Error> Selection::finish()
{
    if (m_recipe.period) {
        m_out.rowSeconds = *m_recipe.period;
    } else if (!m_steps.empty()) {
        const auto middle = m_steps.begin() + static_cast<std::ptrdiff_t>(m_steps.size() / 2);
        std::nth_element(m_steps.begin(), middle, m_steps.end());
        m_out.rowSeconds = std::clamp(*middle, 1e-9, 1e9);
    }
    if (m_recipe.task == LearningTask::Classify)
        return nameClasses();
    if (m_recipe.task == LearningTask::Rul && m_recipe.target.empty())
        countLives();
    return std::nullopt;
}

} // namespace

Result<TrainingTable> selectTrainingRows(std::span<const CsvTable> tables, const Recipe& recipe)
{
    TrainingTable out;
    if (tables.empty())
        return Error{ErrorCode::TrainTooFewRows, {std::int64_t{0}, std::int64_t{1}}, {}};
    chooseInputs(tables.front(), recipe, out);
    if (out.inputs.empty() || out.inputs.size() > kMaxModelInputs)
        return noInputs(tables.front(), out);
    out.timesAreNumbers = true;
    Selection selection(recipe, out);
    for (const CsvTable& table : tables) {
        if (auto e = selection.append(table))
            return *e;
    }
    if (auto e = selection.finish())
        return *e;
    return out;
}

} // namespace gemba::twin
