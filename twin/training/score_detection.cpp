// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>

#include "twin/detection/on_delay.h"
#include "twin/health/anomaly_monitor.h"
#include "twin/model/assessment.h"
#include "twin/training/score_columns.h"

namespace gemba::twin {

namespace {

/// Whole thousandths of a point, as the console counts them.
double condition(double deducted)
{
    return static_cast<double>(kFullCondition - std::llround(deducted * 1000.0)) / 1000.0;
}

/// Points for an ease of isolation, as for every anomaly.
double pointsFor(double ease, double limit)
{
    return std::min(kMostAnomalyPoints, std::max(0.0, kPointsPerLimit * (ease / limit - 1.0)));
}

/// The columns that both methods have: score, low, high, withheld.
ScoreColumns commonColumns(const CsvTable& table)
{
    ScoreColumns out;
    out.withheld.resize(table.rows());
    for (const char* name : {"score", "low", "high"})
        out.add(name);
    out.withheldAfter = 3;
    return out;
}

void setCondition(ScoreColumns& out, std::size_t row, double points, double low, double high)
{
    out.columns[0].numbers[row] = condition(points);
    out.columns[1].numbers[row] = condition(std::max(points, high));
    out.columns[2].numbers[row] = condition(std::min(points, low));
}

struct Opened {
    Recipe recipe;
    RowReader reader;
    RunsOfRows runs;
};

template <class AnyDetection>
Result<Opened> open(const AnyDetection& model, const CsvTable& table)
{
    auto recipe = parseRecipe(model.facts.recipe);
    if (!recipe)
        return recipe.error();
    auto reader = RowReader::make(table, model.inputs, model.regimes ? model.regimes->settings : std::vector<std::string>());
    if (!reader)
        return reader.error();
    auto runs = runsOfRows(table, *recipe);
    if (!runs)
        return runs.error();
    return Opened{std::move(*recipe), std::move(*reader), std::move(*runs)};
}

/// Reads a row and standardises it by its regime; false where something is missing.
template <class AnyDetection>
bool readRow(const AnyDetection& model, RowReader& reader, std::size_t row, ScoreColumns& out)
{
    if (!reader.read(row)) {
        out.withheld[row] = "missing: " + reader.missing();
        return false;
    }
    if (model.regimes)
        model.regimes->standardise(model.regimes->regimeOf(reader.settings()), reader.values());
    return true;
}

void addShares(const std::vector<std::string>& inputs, ScoreColumns& out)
{
    for (const std::string& name : inputs)
        out.add("c:" + name);
}

enum PcaColumn : std::size_t { kT2 = 3, kT2Limit, kSpe, kSpeLimit, kPcaAlarm, kPcaShares };

void scoreRow(const PcaModel& m, AnomalyMonitor& monitor, std::size_t r, bool explain, ScoreColumns& out)
{
    auto& c = out.columns;
    const PcaStatistics s = monitor.filtered();
    c[kT2].numbers[r] = s.t2;
    c[kT2Limit].numbers[r] = m.t2Textbook;
    c[kSpe].numbers[r] = s.spe;
    c[kSpeLimit].numbers[r] = m.speTextbook;
    c[kPcaAlarm].numbers[r] = s.t2 > m.t2Textbook || (m.speTextbook > 0.0 && s.spe > m.speTextbook) ? 1.0 : 0.0;
    if (explain)
        monitor.explain();
    for (std::size_t i = 0; explain && i < m.inputs.size(); ++i) {
        const double spe = m.speTextbook > 0.0 ? monitor.speParts()[i] / m.speTextbook : 0.0;
        c[kPcaShares + i].numbers[r] = monitor.t2Parts()[i] / m.t2Textbook + spe;
    }
    if (monitor.ready())
        setCondition(out, r, monitor.points(), monitor.range().low, monitor.range().high);
    else
        out.withheld[r] = "baselining";
}

enum ForestColumn : std::size_t { kIsolation = 3, kIsolationLimit, kForestAlarm, kForestShares };

/// Follows one run: the ease of isolation and its band, after median filter and on-delay.
class ForestMonitor
{
public:
    explicit ForestMonitor(const ForestModel& m)
        : m_model(m), m_ease(m.medianRows, m.budget.onDelay), m_low(m_ease), m_high(m_ease), m_shares(m.inputs.size())
    {
    }

    void reset()
    {
        m_ease.reset();
        m_low.reset();
        m_high.reset();
    }

    void scoreRow(std::span<double> row, std::size_t r, bool explained, ScoreColumns& out)
    {
        const Isolation now = isolate(m_model, row);
        m_ease.push(now.ease);
        m_low.push(now.low);
        m_high.push(now.high);
        auto& c = out.columns;
        const double isolation = isolationOf(m_ease.median());
        c[kIsolation].numbers[r] = isolation;
        c[kIsolationLimit].numbers[r] = m_model.limit;
        c[kForestAlarm].numbers[r] = isolation > m_model.limit ? 1.0 : 0.0;
        if (explained) {
            explain(m_model, row, now.ease / easeOf(m_model.limit), m_shares);
            for (std::size_t i = 0; i < m_shares.size(); ++i)
                c[kForestShares + i].numbers[r] = m_shares[i];
        }
        if (!m_ease.ready()) {
            out.withheld[r] = "baselining";
            return;
        }
        const double limit = m_model.operatingLimit;
        setCondition(out, r, pointsFor(m_ease.value(), limit), pointsFor(m_low.value(), limit), pointsFor(m_high.value(), limit));
    }

private:
    const ForestModel& m_model;
    OnDelay m_ease, m_low, m_high;
    std::vector<double> m_shares;
};

} // namespace

Result<ScoreColumns> scoreColumns(const PcaModel& model, const CsvTable& table, bool explain)
{
    auto opened = open(model, table);
    if (!opened)
        return opened.error();
    ScoreColumns out = commonColumns(table);
    for (const char* name : {"t2", "t2_limit", "spe", "spe_limit"})
        out.add(name);
    out.add("alarm").flags = true;
    if (explain)
        addShares(model.inputs, out);
    AnomalyMonitor monitor(std::make_shared<PcaModel>(model));
    const std::vector<std::uint8_t> nothingMissing(model.inputs.size());
    for (const auto& rows : opened->runs.rows) {
        monitor.reset();
        for (const std::size_t r : rows) {
            if (!readRow(model, opened->reader, r, out))
                continue;
            monitor.push(opened->reader.values(), nothingMissing);
            scoreRow(model, monitor, r, explain, out);
        }
    }
    return out;
}

Result<ScoreColumns> scoreColumns(const ForestModel& model, const CsvTable& table, bool explained)
{
    auto opened = open(model, table);
    if (!opened)
        return opened.error();
    ScoreColumns out = commonColumns(table);
    out.add("isolation");
    out.add("isolation_limit");
    out.add("alarm").flags = true;
    if (explained)
        addShares(model.inputs, out);
    ForestMonitor monitor(model);
    for (const auto& rows : opened->runs.rows) {
        monitor.reset();
        for (const std::size_t r : rows) {
            if (readRow(model, opened->reader, r, out))
                monitor.scoreRow(opened->reader.values(), r, explained, out);
        }
    }
    return out;
}

} // namespace gemba::twin
