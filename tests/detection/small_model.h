// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <numbers>

#include "twin/detection/pca_model.h"

namespace gemba::twin::test {

/// Three inputs: the first two move together, the third alone is left to the residual.
/// With means 10, 20, 30 and scales 1, 2, 4: T2 = (z1 + z2)^2 / 2 / 1.5 and
/// SPE = (z1 - z2)^2 / 2 + z3^2.
inline PcaModel smallModel()
{
    PcaModel m;
    m.inputs = {"a", "b", "c"};
    const double half = 1.0 / std::numbers::sqrt2;
    m.baseline = {{10.0, 20.0, 30.0}, {1.0, 2.0, 4.0}, {half, half, 0.0}, {1.5}, 4.0, 2.0};
    m.bootstrap.assign(5, m.baseline);
    for (std::size_t k = 0; k < m.bootstrap.size(); ++k)
        m.bootstrap[k].t2Limit = 3.0 + 0.5 * static_cast<double>(k);
    m.t2Textbook = 3.0;
    m.speTextbook = 1.5;
    m.budget.onDelay = 2;
    m.facts.rows = 100;
    m.facts.dataSha256 = "00";
    m.facts.recipe = R"({"task":"detect"})";
    return m;
}

} // namespace gemba::twin::test
