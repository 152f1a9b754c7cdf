// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/prognosis/boosted_scorer.h"
#include "twin/training/score_columns.h"

namespace gemba::twin {

namespace {

class Scoring
{
public:
    Scoring(const BoostedModel& model, const CsvTable& table, bool explain, RowReader reader, FeatureMaker maker,
            BoostedScorer scorer)
        : m_model(model), m_explain(explain), m_reader(std::move(reader)), m_maker(std::move(maker)),
          m_scorer(std::move(scorer)), m_features(kBatchRows * model.features.size())
    {
        m_out.withheld.resize(table.rows());
        addColumns();
        m_rows.reserve(kBatchRows);
    }

    Result<void> scoreRun(const std::vector<std::size_t>& rows, const std::vector<double>& times)
    {
        const std::size_t f = m_model.features.size();
        m_maker.reset();
        for (const std::size_t r : rows) {
            if (!m_reader.read(r)) {
                m_out.withheld[r] = "missing: " + m_reader.missing();
                continue;
            }
            m_maker.push(m_reader.values(), m_reader.settings(), times[r], std::span(m_features).subspan(m_rows.size() * f, f));
            m_rows.push_back(r);
            if (m_rows.size() < kBatchRows)
                continue;
            if (auto done = scoreBatch(); !done)
                return done;
        }
        return {};
    }

    Result<void> scoreBatch();
    ScoreColumns take() { return std::move(m_out); }

private:
    void addColumns();

    const BoostedModel& m_model;
    bool m_explain;
    RowReader m_reader;
    FeatureMaker m_maker;
    BoostedScorer m_scorer;
    std::vector<float> m_features, m_shares;
    std::vector<std::size_t> m_rows; ///< of the table, in the batch
    ScoreColumns m_out;
    std::size_t m_firstShare = 0; ///< column
};

void Scoring::addColumns()
{
    if (m_model.task == LearningTask::Classify) {
        m_out.addTexts("prediction");
        for (const std::string& name : m_model.classes)
            m_out.add("p:" + name);
    } else {
        for (const char* name : {"score", "low", "high"})
            m_out.add(name);
    }
    m_out.withheldAfter = m_firstShare = m_out.columns.size();
    if (!m_explain)
        return;
    for (const std::string& name : m_model.features.inputs)
        m_out.add("c:" + name);
    if (m_model.features.age == FeatureSet::Age::None)
        return;
    const std::string age = "c:" + m_model.features.ageName;
    for (std::size_t i = m_firstShare; i < m_out.columns.size(); ++i) {
        if (m_out.columns[i].name == age) // the time is an input as well: one column for both
            return;
    }
    m_out.add(age);
}

Result<void> Scoring::scoreBatch()
{
    const std::size_t f = m_model.features.size(), p = m_model.features.inputs.size();
    const auto features = std::span<const float>(m_features).first(m_rows.size() * f);
    if (auto done = m_scorer.score(features); !done)
        return done;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const BoostedPrediction& said = m_scorer.predictions()[i];
        auto& columns = m_out.columns;
        if (m_model.task == LearningTask::Classify) {
            columns[0].texts[m_rows[i]] = m_model.classes[said.predicted];
            const std::size_t classes = m_model.classes.size();
            for (std::size_t c = 0; c < classes; ++c)
                columns[1 + c].numbers[m_rows[i]] = m_scorer.probabilities()[i * classes + c];
        } else {
            columns[0].numbers[m_rows[i]] = said.score;
            columns[1].numbers[m_rows[i]] = said.low;
            columns[2].numbers[m_rows[i]] = said.high;
        }
    }
    if (m_explain) {
        m_shares.resize(features.size());
        if (auto done = m_scorer.explain(features, m_shares); !done)
            return done;
        std::vector<double> shares(p + 1);
        const auto ageColumn = [&] {
            std::size_t i = 0;
            while (i < p && m_model.features.inputs[i] != m_model.features.ageName)
                ++i;
            return i;
        }();
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            splitOverInputs(m_maker, std::span(m_shares).subspan(i * f, f), shares);
            if (ageColumn < p)
                shares[ageColumn] += shares[p];
            for (std::size_t c = m_firstShare; c < m_out.columns.size(); ++c)
                m_out.columns[c].numbers[m_rows[i]] = shares[c - m_firstShare];
        }
    }
    m_rows.clear();
    return {};
}

} // namespace

Result<ScoreColumns> scoreColumns(const BoostedModel& model, const CsvTable& table, bool explain)
{
    const auto recipe = parseRecipe(model.facts.recipe);
    if (!recipe)
        return recipe.error();
    const auto& regimes = model.features.regimes;
    auto reader = RowReader::make(table, model.features.inputs, regimes ? regimes->settings : std::vector<std::string>());
    if (!reader)
        return reader.error();
    const auto runs = runsOfRows(table, *recipe);
    if (!runs)
        return runs.error();
    auto maker = FeatureMaker::make(model.features);
    if (!maker)
        return maker.error();
    auto scorer = BoostedScorer::make(std::make_shared<BoostedModel>(model));
    if (!scorer)
        return scorer.error();
    Scoring scoring(model, table, explain, std::move(*reader), std::move(*maker), std::move(*scorer));
    for (const auto& rows : runs->rows) {
        if (auto done = scoring.scoreRun(rows, runs->times); !done)
            return done.error();
    }
    if (auto done = scoring.scoreBatch(); !done)
        return done.error();
    return scoring.take();
}

} // namespace gemba::twin
