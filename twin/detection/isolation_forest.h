// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "twin/detection/pca_model.h"
#include "twin/detection/regime_scaling.h"

namespace gemba::twin {

/// One isolation tree, nodes in breadth-first order as in RegressionTree: the children of an inner
/// node i are left[i] and left[i] + 1. All lists have one place a node.
struct IsolationTree {
    std::vector<std::int32_t> input; ///< tested by an inner node; -1: a leaf
    std::vector<std::int32_t> left;  ///< -1: a leaf
    std::vector<double> value;       ///< inner: left where the input is < value; leaf: path length
                                     ///< c(rows left here) to add to its depth
    bool operator==(const IsolationTree&) const = default;
};

/// A detection model by isolation forest (Liu, Ting and Zhou 2008). A value, immutable once trained
/// or parsed: both make sure of the shapes and ranges stated here.
/// isolation = 2^(-E(h) / c(sample)), inside (0, 1): E(h) is the mean path length of the row, c(n)
/// that of an unsuccessful search among n. Points count by 1 / -log2(isolation) = c / E(h), which
/// grows without such a bound: twice as much is twice as easily isolated. A row far beyond all that
/// was seen is isolated no more easily than the outermost row seen: where normal rows alone are known
/// and inputs move together, T2 and SPE see more.
struct ForestModel {
    std::vector<std::string> inputs;      ///< p names
    std::optional<RegimeScaling> regimes; ///< of the inputs; the trees then test standardised inputs
    std::vector<IsolationTree> trees;     ///< at least two
    std::uint32_t sample = 256;           ///< rows that each tree was grown on
    std::vector<double> usual;            ///< p, medians (standardised): what explain() compares with
    double confidence = 0.99;
    double limit = 0.5;          ///< isolation exceeded by 1 - confidence of the normal rows held out
    double operatingLimit = 1.0; ///< of c / E(h), from the false-alert budget; > 0
    AlertBudget budget;          ///< t2PerMonth: expected alerts; spePerMonth: 0
    std::uint32_t medianRows = 1;
    TrainingFacts facts; ///< heldOutAlarmRate: over the limit; varianceExplained: not used

    bool operator==(const ForestModel&) const = default;
};

inline constexpr std::size_t kMostIsolationTrees = 1'000;
inline constexpr std::size_t kMostIsolationNodes = 10'000'000; ///< of all trees together

/// Mean path length of an unsuccessful search in a binary tree of n: 2 H(n - 1) - 2 (n - 1) / n.
[[nodiscard]] double meanPathLength(double n);

struct Isolation {
    double ease = 0.0;            ///< c / E(h)
    double low = 0.0, high = 0.0; ///< P10 and P90 of ease, by the spread of the trees' paths
};
/// x: p finite values, standardised where there are regimes.
[[nodiscard]] Isolation isolate(const ForestModel& model, std::span<const double> x);
/// isolation of an ease: 2^(-1 / ease), and back.
[[nodiscard]] double isolationOf(double ease);
[[nodiscard]] double easeOf(double isolation);

/// Shares of the inputs in ease: how much less easily the row is isolated with the usual value of
/// the input alone, scaled so that they are >= 0 and add up to ease. out: p. x is left as it was.
void explain(const ForestModel& model, std::span<double> x, double ease, std::span<double> out);

/// What is wrong with the trees of a model from outside; nothing where they can be walked.
[[nodiscard]] std::optional<std::string> faultOf(const ForestModel& model);
[[nodiscard]] std::string modelJson(const ForestModel& model);

} // namespace gemba::twin
