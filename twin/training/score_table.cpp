// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/score_table.h"

#include <algorithm>

#include "twin/training/score_columns.h"

namespace gemba::twin {

namespace {

ScoreColumn& addEmpty(ScoreColumns& to, std::string name)
{
    to.columns.push_back({std::move(name), {}, {}, false});
    return to.columns.back();
}

void writeCell(const ScoreColumn& column, std::size_t row, CsvWriter& w)
{
    if (!column.texts.empty())
        w.text(column.texts[row]);
    else if (std::isnan(column.numbers[row]))
        w.empty();
    else if (column.flags)
        w.integer(column.numbers[row] != 0.0 ? 1 : 0);
    else
        w.number(column.numbers[row]);
}

TableScores write(const ScoreColumns& scores, const CsvTable& table)
{
    const ScoreColumn withheld{"withheld", {}, scores.withheld, false};
    std::vector<const ScoreColumn*> added;
    for (std::size_t i = 0; i <= scores.columns.size(); ++i) {
        if (i == scores.withheldAfter)
            added.push_back(&withheld);
        if (i < scores.columns.size())
            added.push_back(&scores.columns[i]);
    }
    TableScores out;
    CsvWriter w(out.csv, table.separator());
    std::vector<std::size_t> kept;
    for (std::size_t c = 0; c < table.header().size(); ++c) {
        const std::string& name = table.header()[c];
        if (std::any_of(added.begin(), added.end(), [&](const ScoreColumn* a) { return a->name == name; })) {
            out.replaced.push_back(name);
        } else {
            kept.push_back(c);
            w.text(name);
        }
    }
    for (const ScoreColumn* column : added)
        w.text(column->name);
    w.end();
    for (std::size_t r = 0; r < table.rows(); ++r) {
        for (const std::size_t c : kept)
            w.text(table.cell(r, c));
        for (const ScoreColumn* column : added) {
            writeCell(*column, r, w);
            out.alarms += column->flags && column->numbers[r] > 0.0 ? 1 : 0;
        }
        w.end();
        out.withheld += scores.withheld[r].empty() ? 0 : 1;
    }
    out.rows = table.rows();
    return out;
}

} // namespace

ScoreColumn& ScoreColumns::add(std::string name)
{
    ScoreColumn& column = addEmpty(*this, std::move(name));
    column.numbers.assign(withheld.size(), kNoNumber);
    return column;
}

ScoreColumn& ScoreColumns::addTexts(std::string name)
{
    ScoreColumn& column = addEmpty(*this, std::move(name));
    column.texts.resize(withheld.size());
    return column;
}

Result<RowReader> RowReader::make(const CsvTable& table, const std::vector<std::string>& inputs,
                                  const std::vector<std::string>& settings)
{
    RowReader out(table);
    for (const auto& [names, columns] : {std::pair{&inputs, &out.m_columns}, {&settings, &out.m_settingColumns}}) {
        for (const std::string& name : *names) {
            const auto c = table.column(name);
            if (!c)
                return Error{ErrorCode::ModelInputMissing, {name}, Place{table.file(), 1, name, {}, {}}};
            columns->push_back(*c);
        }
    }
    out.m_values.resize(inputs.size());
    out.m_settings.resize(settings.size());
    return out;
}

bool RowReader::read(std::size_t row)
{
    for (auto [columns, values] : {std::pair{&m_columns, &m_values}, {&m_settingColumns, &m_settings}}) {
        for (std::size_t i = 0; i < columns->size(); ++i) {
            const auto v = parseNumber(m_table.cell(row, (*columns)[i]));
            if (!v) {
                m_missing = m_table.header()[(*columns)[i]];
                return false;
            }
            (*values)[i] = *v;
        }
    }
    return true;
}

Result<TableScores> scoreTable(const Model& model, const CsvTable& table, bool explain)
{
    const auto scores = std::visit([&](const auto& m) { return scoreColumns(m, table, explain); }, model);
    if (!scores)
        return scores.error();
    return write(*scores, table);
}

} // namespace gemba::twin
