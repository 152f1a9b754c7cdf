// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/scaled_inputs.h"

#include <numeric>
#include <span>

#include "twin/training/find_regimes.h"
#include "twin/training/pca_fit.h"

namespace gemba::twin {

Result<ScaledInputs> scaledInputs(const TrainingTable& table, const Recipe& recipe)
{
    ScaledInputs out;
    const std::size_t p = table.inputs.size(), n = table.rows(), s = recipe.operating.size();
    std::vector<std::size_t> all(n);
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<double> mean, scale;
    columnMoments(table.values, p, all, mean, scale);
    if (s > 0)
        out.regimes = findRegimes(recipe.operating, table.settings, table.values, recipe.regimes, recipe.seed);
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < p; ++i) {
        if (scale[i] > 0.0 && (!out.regimes || out.regimes->inputScale[i] > 0.0)) {
            kept.push_back(i);
            out.names.push_back(table.inputs[i]);
        } else {
            out.dropped.push_back(table.inputs[i]);
        }
    }
    if (kept.empty()) {
        std::string names;
        for (const std::string& name : out.dropped)
            names += (names.empty() ? "" : ", ") + name;
        return Error{ErrorCode::TrainNoInputs, {names}, {}};
    }
    if (out.regimes)
        keepInputs(*out.regimes, p, kept);
    out.values.reserve(n * kept.size());
    for (std::size_t r = 0; r < n; ++r) {
        for (const std::size_t i : kept)
            out.values.push_back(table.values[r * p + i]);
        if (out.regimes)
            out.regimes->standardise(out.regimes->regimeOf(std::span(table.settings).subspan(r * s, s)),
                                     std::span(out.values).last(kept.size()));
    }
    columnMoments(out.values, kept.size(), all, mean, out.scale);
    return out;
}

} // namespace gemba::twin
