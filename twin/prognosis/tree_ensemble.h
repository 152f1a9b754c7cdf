// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gemba::twin {

/// One binary tree, nodes in breadth-first order: node 0 is the root, the children of an inner
/// node i are left[i] and left[i] + 1. All lists have one place a node.
struct RegressionTree {
    std::vector<std::int32_t> feature;     ///< tested by an inner node; -1: a leaf
    std::vector<std::int32_t> left;        ///< -1: a leaf
    std::vector<float> value;              ///< inner: left where the feature is < value; leaf: its weight
    std::vector<float> cover;              ///< weight of the training rows that came by, > 0
    std::vector<std::uint8_t> missingLeft; ///< inner: where a missing value goes

    [[nodiscard]] std::size_t size() const { return feature.size(); }
    bool operator==(const RegressionTree&) const = default;
};

/// Boosted trees. The margin of a row is baseMargin plus the leaves that it reaches; tree t adds to
/// output t % outputs. A value.
struct TreeEnsemble {
    enum class Link : std::uint8_t {
        Identity, ///< one output: the margin
        Logistic, ///< one output: the probability of class 1
        Softmax,  ///< a probability for each of three or more classes
    };
    Link link = Link::Identity;
    std::uint32_t features = 0;
    std::uint32_t outputs = 1;
    float baseMargin = 0.0F;
    std::vector<RegressionTree> trees;

    bool operator==(const TreeEnsemble&) const = default;
};

inline constexpr std::size_t kMostTrees = 500'000;
inline constexpr std::size_t kMostNodes = 10'000'000; ///< of all trees together

/// What is wrong with an ensemble from outside: lists of unequal length, tests of features that do
/// not exist, nodes that are reached twice or never, values that are not finite. Nothing where the
/// ensemble can be evaluated.
[[nodiscard]] std::optional<std::string> faultOf(const TreeEnsemble& ensemble);

} // namespace gemba::twin
