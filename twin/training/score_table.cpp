// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/score_table.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "twin/health/anomaly_monitor.h"
#include "twin/model/assessment.h"
#include "twin/training/training_table.h"

namespace gemba::twin {

namespace {

struct RowScore {
    std::string withheld;
    bool hasStatistics = false;
    double score = 0.0, low = 0.0, high = 0.0;
    PcaStatistics statistics;
    bool alarm = false;
};

/// Whole thousandths of a point, as the console counts them.
double points(double deducted)
{
    return static_cast<double>(kFullCondition - std::llround(deducted * 1000.0)) / 1000.0;
}

class TableScorer
{
public:
    TableScorer(const PcaModel& model, const CsvTable& table, bool explain)
        : m_model(std::make_shared<PcaModel>(model)), m_table(table), m_monitor(m_model),
          m_explain(explain), m_row(model.inputCount()), m_missing(model.inputCount())
    {
    }

    std::optional<Error> findColumns()
    {
        for (const std::string& name : m_model->inputs) {
            const auto c = m_table.column(name);
            if (!c)
                return Error{ErrorCode::ModelInputMissing, {name}, Place{m_table.file(), 1, name, {}, {}}};
            m_columns.push_back(*c);
        }
        m_scores.resize(m_table.rows());
        if (m_explain)
            m_parts.resize(m_table.rows() * m_columns.size());
        return std::nullopt;
    }

    void scoreRun(const std::vector<std::size_t>& rows)
    {
        m_monitor.reset();
        for (const std::size_t r : rows)
            scoreRow(r);
    }

    TableScores write();

private:
    void scoreRow(std::size_t r)
    {
        RowScore& out = m_scores[r];
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const auto v = parseNumber(m_table.cell(r, m_columns[i]));
            if (!v) {
                out.withheld = "missing: " + m_model->inputs[i];
                return;
            }
            m_row[i] = *v;
        }
        m_monitor.push(m_row, m_missing);
        out.hasStatistics = true;
        out.statistics = m_monitor.filtered();
        out.alarm = out.statistics.t2 > m_model->t2Textbook
            || (m_model->speTextbook > 0.0 && out.statistics.spe > m_model->speTextbook);
        for (std::size_t i = 0; m_explain && i < m_columns.size(); ++i) {
            const double spe = m_model->speTextbook > 0.0 ? m_monitor.speParts()[i] / m_model->speTextbook : 0.0;
            m_parts[r * m_columns.size() + i] = m_monitor.t2Parts()[i] / m_model->t2Textbook + spe;
        }
        if (!m_monitor.ready()) {
            out.withheld = "baselining";
            return;
        }
        const double deducted = m_monitor.points();
        out.score = points(deducted);
        out.low = points(std::max(deducted, m_monitor.range().high));
        out.high = points(std::min(deducted, m_monitor.range().low));
    }

    void writeRow(std::size_t r, CsvWriter& w) const;

    std::shared_ptr<const PcaModel> m_model;
    const CsvTable& m_table;
    AnomalyMonitor m_monitor;
    bool m_explain;
    std::vector<double> m_row;
    std::vector<std::uint8_t> m_missing; ///< always 0: rows with gaps are not scored
    std::vector<std::size_t> m_columns;
    std::vector<RowScore> m_scores;
    std::vector<double> m_parts;
};

void TableScorer::writeRow(std::size_t r, CsvWriter& w) const
{
    const RowScore& s = m_scores[r];
    for (const double v : {s.score, s.low, s.high}) {
        if (s.withheld.empty())
            w.number(v);
        else
            w.empty();
    }
    w.text(s.withheld);
    for (const double v : {s.statistics.t2, m_model->t2Textbook, s.statistics.spe, m_model->speTextbook}) {
        if (s.hasStatistics)
            w.number(v);
        else
            w.empty();
    }
    if (s.hasStatistics)
        w.integer(s.alarm ? 1 : 0);
    else
        w.empty();
    for (std::size_t i = 0; m_explain && i < m_columns.size(); ++i) {
        if (s.hasStatistics)
            w.number(m_parts[r * m_columns.size() + i]);
        else
            w.empty();
    }
}

TableScores TableScorer::write()
{
    std::vector<std::string> added{"score", "low", "high", "withheld", "t2", "t2_limit", "spe", "spe_limit", "alarm"};
    for (std::size_t i = 0; m_explain && i < m_columns.size(); ++i)
        added.push_back("c:" + m_model->inputs[i]);
    TableScores out;
    CsvWriter w(out.csv, m_table.separator());
    std::vector<std::size_t> kept;
    for (std::size_t c = 0; c < m_table.header().size(); ++c) {
        const std::string& name = m_table.header()[c];
        if (std::find(added.begin(), added.end(), name) != added.end()) {
            out.replaced.push_back(name);
        } else {
            kept.push_back(c);
            w.text(name);
        }
    }
    for (const std::string& name : added)
        w.text(name);
    w.end();
    for (std::size_t r = 0; r < m_scores.size(); ++r) {
        for (const std::size_t c : kept)
            w.text(m_table.cell(r, c));
        writeRow(r, w);
        w.end();
        out.alarms += m_scores[r].alarm ? 1 : 0;
        out.withheld += m_scores[r].withheld.empty() ? 0 : 1;
    }
    out.rows = m_scores.size();
    return out;
}

} // namespace

Result<TableScores> scoreTable(const PcaModel& model, const CsvTable& table, bool explain)
{
    const auto recipe = parseRecipe(model.facts.recipe);
    if (!recipe)
        return recipe.error();
    TableScorer scorer(model, table, explain);
    if (auto e = scorer.findColumns())
        return *e;
    const auto runs = runsOfRows(table, *recipe);
    if (!runs)
        return runs.error();
    for (const auto& rows : runs->rows)
        scorer.scoreRun(rows);
    return scorer.write();
}

} // namespace gemba::twin
