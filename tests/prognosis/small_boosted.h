// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/prognosis/boosted_model.h"

namespace gemba::twin::test {

/// x0 < 2 ? 10 : (x1 < 5 ? 20 : 30), a missing x0 goes left, a missing x1 right.
inline RegressionTree smallTree()
{
    return {.feature = {0, -1, 1, -1, -1}, .left = {1, -1, 3, -1, -1}, .value = {2.0F, 10.0F, 5.0F, 20.0F, 30.0F},
            .cover = {8.0F, 4.0F, 4.0F, 1.0F, 3.0F}, .missingLeft = {1, 0, 0, 0, 0}};
}

inline RegressionTree leaf(float value)
{
    return {.feature = {-1}, .left = {-1}, .value = {value}, .cover = {8.0F}, .missingLeft = {0}};
}

inline TreeEnsemble smallEnsemble()
{
    return {.link = TreeEnsemble::Link::Identity, .features = 2, .outputs = 1, .baseMargin = 0.5F,
            .trees = {smallTree(), leaf(1.25F)}};
}

/// Remaining life of two inputs.
inline BoostedModel smallBoosted()
{
    BoostedModel m;
    m.task = LearningTask::Rul;
    m.features.inputs = {"a", "b"};
    m.features.columns = {{FeatureColumn::Kind::Input, 0, 0, {}, {}}, {FeatureColumn::Kind::Formula, 0, 0, "sum", "a + [b]"}};
    m.features.regimes = RegimeScaling{{"load"}, {5.0}, {1.0}, {-1.0, 1.0}, {0.5, 0.5}, {0.0, 0.0, 1.0, 1.0}, {1.0, 1.0, 2.0, 2.0}};
    m.trees = smallEnsemble();
    m.targetMean = 50.0;
    m.targetScale = 2.0;
    m.cap = 100.0;
    m.band = {{10.0, -5.0, 5.0}, {90.0, -20.0, 40.0}};
    m.metrics = {{"rmse", 3.5}};
    m.facts.rows = 100;
    m.facts.dataSha256 = "00";
    m.facts.library = "xgboost";
    m.facts.recipe = R"({"task":"rul"})";
    return m;
}

} // namespace gemba::twin::test
