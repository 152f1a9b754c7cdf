// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/prognosis/tree_ensemble.h"

#include <algorithm>
#include <cmath>

#include "twin/prognosis/feature_set.h"

namespace gemba::twin {

namespace {

// TreeSHAP walks with a stack as deep as the tree; ours are at most a dozen levels deep.
constexpr std::uint32_t kDeepest = 64;

const char* faultOf(const RegressionTree& t, std::uint32_t features)
{
    const std::size_t n = t.size();
    if (n == 0 || t.left.size() != n || t.value.size() != n || t.cover.size() != n || t.missingLeft.size() != n)
        return "as many of each list of a tree as it has nodes";
    std::vector<std::uint32_t> depth(n);
    std::size_t next = 1; // in breadth-first order the children come one pair after the other
    for (std::size_t i = 0; i < n; ++i) {
        if (!std::isfinite(t.value[i]) || !std::isfinite(t.cover[i]) || !(t.cover[i] > 0.0F))
            return "finite values and covers above 0";
        if (t.feature[i] == -1 && t.left[i] == -1)
            continue;
        if (t.feature[i] < 0 || static_cast<std::uint32_t>(t.feature[i]) >= features)
            return "a feature that exists";
        if (t.left[i] < 0 || static_cast<std::size_t>(t.left[i]) != next || next + 1 >= n)
            return "nodes in breadth-first order";
        depth[next] = depth[next + 1] = depth[i] + 1;
        if (depth[next] > kDeepest)
            return "trees of at most 64 levels";
        next += 2;
    }
    return next == n ? nullptr : "nodes that are all reached";
}

} // namespace

std::optional<std::string> faultOf(const TreeEnsemble& e)
{
    const bool one = e.link != TreeEnsemble::Link::Softmax;
    if (e.features < 1 || e.features > kMostFeatures || !std::isfinite(e.baseMargin))
        return "1 to " + std::to_string(kMostFeatures) + " features and a finite base";
    if (one ? e.outputs != 1 : e.outputs < 3 || e.outputs > 100)
        return "one output, or 3 to 100 for as many classes";
    if (e.trees.empty() || e.trees.size() > kMostTrees || e.trees.size() % e.outputs != 0)
        return "as many trees for each output";
    std::size_t nodes = 0;
    for (const RegressionTree& t : e.trees) {
        nodes += t.size();
        if (nodes > kMostNodes)
            return "at most " + std::to_string(kMostNodes) + " nodes";
        if (const char* fault = faultOf(t, e.features))
            return fault;
    }
    return std::nullopt;
}

} // namespace gemba::twin
