// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/prognosis/feature_set.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "twin/manipulation/expression.h"

namespace gemba::twin {

struct FeatureMaker::Private {
    FeatureSet set;
    std::vector<std::optional<Expression>> formulas; ///< by column
    std::vector<std::vector<std::uint32_t>> sources; ///< by column
    std::vector<std::uint32_t> ageSource;
    std::vector<double> row;     ///< p, standardised
    std::vector<double> history; ///< window x columns, a ring
    std::vector<double> arguments; ///< of one formula
    std::uint64_t count = 0;     ///< rows since the reset
    double firstTime = 0.0;

    double column(std::size_t c);
    void windowFeatures(std::size_t c, std::span<float> out) const;
};

FeatureMaker::FeatureMaker(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
FeatureMaker::FeatureMaker(FeatureMaker&&) noexcept = default;
FeatureMaker& FeatureMaker::operator=(FeatureMaker&&) noexcept = default;
FeatureMaker::~FeatureMaker() = default;

Result<FeatureMaker> FeatureMaker::make(const FeatureSet& set)
{
    auto d = std::make_unique<Private>();
    d->set = set;
    d->row.resize(set.inputs.size());
    d->history.resize(set.window * set.columns.size());
    d->arguments.resize(Expression::kMostInputs);
    d->formulas.resize(set.columns.size());
    d->ageSource = {static_cast<std::uint32_t>(set.inputs.size())};
    const auto resolve = [&](std::string_view id) {
        const auto it = std::find(set.inputs.begin(), set.inputs.end(), id);
        return it == set.inputs.end() ? kNoTag : TagId{static_cast<std::uint32_t>(it - set.inputs.begin())};
    };
    for (std::size_t c = 0; c < set.columns.size(); ++c) {
        const FeatureColumn& column = set.columns[c];
        std::vector<std::uint32_t> sources{column.a};
        if (column.kind == FeatureColumn::Kind::Formula) {
            auto compiled = Expression::compile(column.formula, resolve);
            if (!compiled) {
                Error e = compiled.error();
                e.place.column = column.name;
                return e;
            }
            sources.clear();
            for (const TagId input : compiled->inputs())
                sources.push_back(index(input));
            d->formulas[c] = std::move(*compiled);
        } else if (column.kind != FeatureColumn::Kind::Input && column.b != column.a) {
            sources.push_back(column.b);
        }
        d->sources.push_back(std::move(sources));
    }
    return FeatureMaker(std::move(d));
}

void FeatureMaker::reset()
{
    m_d->count = 0;
}

double FeatureMaker::Private::column(std::size_t c)
{
    const FeatureColumn& column = set.columns[c];
    switch (column.kind) {
    case FeatureColumn::Kind::Input:
        return row[column.a];
    case FeatureColumn::Kind::Product:
        return row[column.a] * row[column.b];
    case FeatureColumn::Kind::Difference:
        return row[column.a] - row[column.b];
    case FeatureColumn::Kind::Formula:
        break;
    }
    for (std::size_t i = 0; i < sources[c].size(); ++i)
        arguments[i] = row[sources[c][i]];
    return formulas[c]->evaluate(arguments);
}

// Two passes over the window: the same numbers wherever a replay enters, and no drift.
void FeatureMaker::Private::windowFeatures(std::size_t c, std::span<float> out) const
{
    const std::size_t width = set.columns.size();
    const std::uint64_t rows = std::min<std::uint64_t>(count + 1, set.window);
    const std::uint64_t oldest = count + 1 - rows;
    const auto at = [&](std::uint64_t i) { return history[(oldest + i) % set.window * width + c]; };
    const auto n = static_cast<double>(rows);
    double mean = 0.0;
    for (std::uint64_t i = 0; i < rows; ++i)
        mean += at(i) / n;
    double squares = 0.0, slope = 0.0, spread = 0.0;
    for (std::uint64_t i = 0; i < rows; ++i) {
        const double d = at(i) - mean;
        const double t = static_cast<double>(i) - 0.5 * (n - 1.0);
        squares += d * d;
        slope += t * d;
        spread += t * t;
    }
    out[0] = static_cast<float>(at(rows - 1));
    out[1] = static_cast<float>(mean);
    out[2] = static_cast<float>(rows > 1 ? std::sqrt(squares / (n - 1.0)) : 0.0);
    out[3] = static_cast<float>(at(rows - 1) - at(0));
    out[4] = static_cast<float>(rows > 1 ? slope / spread : 0.0);
}

void FeatureMaker::push(std::span<const double> inputs, std::span<const double> settings, double time,
                        std::span<float> out)
{
    Private& d = *m_d;
    std::copy(inputs.begin(), inputs.end(), d.row.begin());
    if (d.set.regimes)
        d.set.regimes->standardise(d.set.regimes->regimeOf(settings), d.row);
    if (d.count == 0)
        d.firstTime = time;
    const std::size_t width = d.set.columns.size(), per = d.set.perColumn();
    double* const newest = &d.history[d.count % d.set.window * width];
    for (std::size_t c = 0; c < width; ++c) {
        newest[c] = d.column(c);
        if (per == 1)
            out[c] = static_cast<float>(newest[c]);
        else
            d.windowFeatures(c, out.subspan(c * per, per));
    }
    if (d.set.age != FeatureSet::Age::None)
        out[width * per] = static_cast<float>(d.set.age == FeatureSet::Age::Time ? time : time - d.firstTime);
    ++d.count;
    // Trees compare; a number too large to be a float is as good as none.
    for (float& v : out.first(d.set.size()))
        v = std::isfinite(v) ? v : std::numeric_limits<float>::quiet_NaN();
}

std::span<const std::uint32_t> FeatureMaker::sources(std::size_t feature) const
{
    const std::size_t column = feature / m_d->set.perColumn();
    return column < m_d->sources.size() ? m_d->sources[column] : m_d->ageSource;
}

void splitOverInputs(const FeatureMaker& maker, std::span<const float> parts, std::span<double> out)
{
    std::fill(out.begin(), out.end(), 0.0);
    for (std::size_t f = 0; f < parts.size(); ++f) {
        const auto sources = maker.sources(f);
        for (const std::uint32_t s : sources)
            out[s] += static_cast<double>(parts[f]) / static_cast<double>(sources.size());
    }
}

} // namespace gemba::twin
