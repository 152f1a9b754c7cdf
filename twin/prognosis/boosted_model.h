// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "twin/detection/pca_model.h"
#include "twin/model/learning_task.h"
#include "twin/prognosis/feature_set.h"
#include "twin/prognosis/tree_ensemble.h"

namespace gemba::twin {

/// Where the truth lay for predictions near score, on data held out: P10 and P90 of truth - score.
struct BandKnot {
    double score = 0.0, low = 0.0, high = 0.0; ///< low <= high, in units of the target
    bool operator==(const BandKnot&) const = default;
};

/// A model by boosted trees: regress, rul or classify. A value, immutable once trained or parsed:
/// both make sure of the shapes and ranges stated here and that faultOf() finds nothing.
struct BoostedModel {
    LearningTask task = LearningTask::Regress;
    FeatureSet features;
    TreeEnsemble trees;         ///< its features are those of the set
    // regress, rul: prediction = mean + scale x margin
    double targetMean = 0.0, targetScale = 1.0; ///< in units of the target; scale > 0
    double cap = 0.0; ///< rul: lives were taught as at most so long, > 0; predictions are from 0 to it
    std::vector<BandKnot> band; ///< score increasing; linear between, constant beyond; not empty
    // classify
    std::vector<std::string> classes; ///< as written in the training table
    /// Two classes: the rarer one, which is predicted from this probability on (the best F1 on
    /// training rows held out). More classes: not used, the most probable one is predicted.
    std::uint32_t rareClass = 0;
    double threshold = 0.5;
    std::map<std::string, double> metrics; ///< on training rows held out in turn
    TrainingFacts facts;

    bool operator==(const BoostedModel&) const = default;
};

[[nodiscard]] std::string modelJson(const BoostedModel& model);

/// What a margin means in units of the target. regress, rul.
[[nodiscard]] double targetOf(const BoostedModel& model, double margin);

struct Band {
    double low = 0.0, high = 0.0;
};
/// The band of a prediction, in units of the target.
[[nodiscard]] Band bandAt(const std::vector<BandKnot>& knots, double score);

} // namespace gemba::twin
