// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/pca_trainer.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "twin/detection/on_delay.h"
#include "twin/detection/operating_limit.h"
#include "twin/detection/pca_statistics.h"
#include "twin/detection/textbook_limits.h"
#include "twin/training/folds.h"
#include "twin/training/pca_fit.h"
#include "twin/training/scaled_inputs.h"
#include "twin/training/split_mix.h"
#include "twin/training/training_facts.h"

namespace gemba::twin {

namespace {

constexpr std::size_t kFewestRows = 30;
constexpr double kSmallestLimit = 1e-9;

/// Statistics of rows that a fit has not seen, after both filters, stretch by stretch.
struct HeldOut {
    std::vector<std::vector<double>> t2, spe;
    std::size_t rows = 0, alarms = 0; ///< alarms: over a textbook limit of the fit
};

class Trainer
{
public:
    Trainer(const TrainingTable& table, const Recipe& recipe, const TrainingProgress& progress)
        : m_table(table), m_recipe(recipe), m_progress(progress)
    {
    }
    Result<PcaModel> run(const std::string& dataSha256);

private:
    std::optional<Error> checkRows(std::size_t needed) const;
    void textbookLimits(const PcaFit& fit, std::size_t rows, double& t2, double& spe) const;
    void evaluateHeldOut(const PcaFit& fit, std::span<const std::uint8_t> seen, double t2Textbook,
                         double speTextbook, HeldOut& out) const;
    void operatingLimits(PcaModel& model);
    void bootstrap(PcaModel& model);
    /// Components of the rows named; one step of the progress.
    PcaFit fit(std::span<const std::size_t> rows, double components);
    void addBudget(PcaModel& model) const;

    const TrainingTable& m_table;
    const Recipe& m_recipe;
    const TrainingProgress& m_progress;
    std::size_t m_fits = 0; ///< so far
    std::vector<double> m_values; ///< without constant inputs, standardised by regime if there are any
    std::vector<double> m_scale;  ///< over all rows
    std::vector<std::uint8_t> m_startsStretch; ///< by row
    std::size_t m_rows = 0;
    double m_components = 0.0; ///< count, once the first fit has settled it
    double m_target = 0.0;     ///< alerts per row for each statistic
    OperatingLimit m_t2, m_spe;
};

Result<PcaModel> Trainer::run(const std::string& dataSha256)
{
    PcaModel model;
    m_rows = m_table.rows();
    if (auto e = checkRows(kFewestRows))
        return *e;
    auto inputs = scaledInputs(m_table, m_recipe);
    if (!inputs)
        return inputs.error();
    m_values = std::move(inputs->values);
    m_scale = std::move(inputs->scale);
    model.inputs = std::move(inputs->names);
    model.regimes = std::move(inputs->regimes);
    model.facts.dropped = std::move(inputs->dropped);
    std::vector<std::size_t> all(m_rows);
    std::iota(all.begin(), all.end(), std::size_t{0});
    const PcaFit whole = fit(all, m_recipe.components);
    model.baseline = whole.baseline;
    m_components = static_cast<double>(model.componentCount());
    if (auto e = checkRows(2 * model.componentCount() + 2))
        return *e;
    m_startsStretch.assign(m_rows, 0);
    for (const std::size_t r : m_table.stretches)
        m_startsStretch[r] = 1;
    model.confidence = m_recipe.confidence;
    model.medianRows = m_recipe.median;
    textbookLimits(whole, m_rows, model.t2Textbook, model.speTextbook);
    addBudget(model);
    operatingLimits(model);
    bootstrap(model);
    model.facts.rows = m_rows;
    describeTraining(m_table, m_recipe, dataSha256, model.facts);
    model.facts.library = "Eigen " + std::to_string(EIGEN_WORLD_VERSION) + "." + std::to_string(EIGEN_MAJOR_VERSION) + "."
        + std::to_string(EIGEN_MINOR_VERSION);
    model.facts.varianceExplained = whole.varianceExplained;
    return model;
}

PcaFit Trainer::fit(std::span<const std::size_t> rows, double components)
{
    PcaFit out = fitPca(m_values, rows, components, m_scale);
    if (m_progress)
        m_progress(static_cast<double>(++m_fits) / static_cast<double>(1 + kHoldOutFolds + kBootstrapRefits));
    return out;
}

std::optional<Error> Trainer::checkRows(std::size_t needed) const
{
    if (m_rows >= needed)
        return std::nullopt;
    return Error{ErrorCode::TrainTooFewRows,
                 {static_cast<std::int64_t>(m_rows), static_cast<std::int64_t>(needed)}, {}};
}

void Trainer::textbookLimits(const PcaFit& fit, std::size_t rows, double& t2, double& spe) const
{
    t2 = t2TextbookLimit(rows, fit.baseline.variances.size(), m_recipe.confidence);
    spe = speTextbookLimit(fit.residualVariances, m_recipe.confidence);
}

void Trainer::evaluateHeldOut(const PcaFit& fit, std::span<const std::uint8_t> seen, double t2Textbook,
                              double speTextbook, HeldOut& out) const
{
    const std::size_t p = m_scale.size();
    PcaWorkspace work(p, fit.baseline.variances.size());
    OnDelay t2(m_recipe.median, m_recipe.onDelay), spe(t2);
    bool inRun = false;
    for (std::size_t r = 0; r < m_rows; ++r) {
        if (seen[r] != 0) {
            inRun = false;
            continue;
        }
        if (!inRun || m_startsStretch[r] != 0) {
            t2.reset();
            spe.reset();
            out.t2.emplace_back();
            out.spe.emplace_back();
            inRun = true;
        }
        const PcaStatistics s = evaluate(fit.baseline, std::span(m_values).subspan(r * p, p), work);
        t2.push(s.t2);
        spe.push(s.spe);
        ++out.rows;
        out.alarms += t2.median() > t2Textbook || spe.median() > speTextbook ? 1 : 0;
        if (t2.ready()) {
            out.t2.back().push_back(t2.value());
            out.spe.back().push_back(spe.value());
        }
    }
}

void Trainer::addBudget(PcaModel& model) const
{
    model.budget.alerts = m_recipe.budgetAlerts;
    model.budget.days = m_recipe.budgetDays;
    model.budget.rowSeconds = m_table.rowSeconds;
    model.budget.onDelay = m_recipe.onDelay;
}

void Trainer::operatingLimits(PcaModel& model)
{
    const std::vector<std::uint32_t> fold = foldsOf(m_table, m_recipe);
    HeldOut held;
    for (std::uint32_t f = 0; f < kHoldOutFolds; ++f) {
        std::vector<std::uint8_t> seen(m_rows);
        std::vector<std::size_t> rows;
        for (std::size_t r = 0; r < m_rows; ++r) {
            seen[r] = fold[r] != f ? 1 : 0;
            if (seen[r] != 0)
                rows.push_back(r);
        }
        if (rows.size() == m_rows || rows.size() <= model.componentCount() + 1)
            continue;
        const PcaFit part = fit(rows, m_components);
        double t2 = 0.0, spe = 0.0;
        textbookLimits(part, rows.size(), t2, spe);
        evaluateHeldOut(part, seen, t2, spe, held);
    }
    const bool hasResidual = model.componentCount() < model.inputCount();
    const double rowsInBudget = m_recipe.budgetDays * 86'400.0 / m_table.rowSeconds;
    m_target = m_recipe.budgetAlerts / rowsInBudget / (hasResidual ? 2.0 : 1.0);
    m_t2 = operatingLimit(held.t2, m_target, kSmallestLimit);
    m_spe = operatingLimit(held.spe, m_target, kSmallestLimit);
    const double rowsInMonth = 30.0 * 86'400.0 / m_table.rowSeconds;
    model.baseline.t2Limit = m_t2.limit;
    model.baseline.speLimit = hasResidual ? m_spe.limit : 0.0;
    model.budget.t2PerMonth = m_t2.alertsPerRow * rowsInMonth;
    model.budget.spePerMonth = hasResidual ? m_spe.alertsPerRow * rowsInMonth : 0.0;
    model.facts.heldOutAlarmRate
        = held.rows > 0 ? static_cast<double>(held.alarms) / static_cast<double>(held.rows) : 0.0;
}

void Trainer::bootstrap(PcaModel& model)
{
    // Blocks keep what neighbouring rows have in common; their length grows as sqrt(n).
    const auto wanted = static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(m_rows))));
    const std::size_t block = std::min(m_rows, std::max<std::size_t>(wanted, std::size_t{2} * m_recipe.onDelay));
    SplitMix64 random(m_recipe.seed);
    for (std::size_t k = 0; k < kBootstrapRefits; ++k) {
        std::vector<std::size_t> rows;
        std::vector<std::uint8_t> seen(m_rows);
        while (rows.size() < m_rows) {
            const std::size_t start = random.below(m_rows - block + 1);
            for (std::size_t r = start; r < start + block && rows.size() < m_rows; ++r) {
                rows.push_back(r);
                seen[r] = 1;
            }
        }
        PcaFit again = fit(rows, m_components);
        // A resample may lack the variance for as many components; it says nothing then.
        if (again.baseline.variances.size() != model.componentCount())
            continue;
        HeldOut held;
        evaluateHeldOut(again, seen, model.t2Textbook, model.speTextbook, held);
        const bool enough = held.rows >= 10 * std::size_t{m_recipe.onDelay};
        const auto limit = [&](const std::vector<std::vector<double>>& runs, const OperatingLimit& whole) {
            return enough ? operatingLimit(runs, m_target, kSmallestLimit, whole.peaks).limit : whole.limit;
        };
        again.baseline.t2Limit = limit(held.t2, m_t2);
        again.baseline.speLimit = model.baseline.speLimit > 0.0 ? limit(held.spe, m_spe) : 0.0;
        model.bootstrap.push_back(std::move(again.baseline));
    }
}

} // namespace

Result<PcaModel> trainPca(const TrainingTable& table, const Recipe& recipe, const std::string& dataSha256,
                          const TrainingProgress& progress)
{
    return Trainer(table, recipe, progress).run(dataSha256);
}

} // namespace gemba::twin
