// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/prognosis/xgboost_document.h"

#include <iterator>
#include <vector>

#include <fmt/format.h>

namespace gemba::twin::xgb {

namespace {

constexpr std::int32_t kNoParent = 2147483647;

/// Floats always with an exponent: the library tells integers from floats by how they look.
template <class Value>
void list(std::string& out, const char* name, std::size_t n, Value&& value)
{
    fmt::format_to(std::back_inserter(out), "\"{}\":[", name);
    for (std::size_t i = 0; i < n; ++i) {
        if (i > 0)
            out += ',';
        if constexpr (std::is_same_v<decltype(value(i)), float>)
            fmt::format_to(std::back_inserter(out), "{:.8E}", value(i));
        else
            fmt::format_to(std::back_inserter(out), "{}", value(i));
    }
    out += "],";
}

void write(std::string& out, const RegressionTree& t, std::size_t id, std::uint32_t features)
{
    const std::size_t n = t.size();
    std::vector<std::int32_t> parent(n, kNoParent);
    for (std::size_t i = 0; i < n; ++i) {
        if (t.left[i] >= 0)
            parent[static_cast<std::size_t>(t.left[i])] = parent[static_cast<std::size_t>(t.left[i]) + 1] = static_cast<std::int32_t>(i);
    }
    const auto zero = [](std::size_t) { return 0.0F; };
    out += '{';
    list(out, "base_weights", n, zero);
    for (const char* name : {"categories", "categories_nodes", "categories_segments", "categories_sizes"})
        list(out, name, 0, zero);
    list(out, "default_left", n, [&](std::size_t i) { return static_cast<int>(t.missingLeft[i] != 0); });
    list(out, "left_children", n, [&](std::size_t i) { return t.left[i]; });
    list(out, "loss_changes", n, zero);
    list(out, "parents", n, [&](std::size_t i) { return parent[i]; });
    list(out, "right_children", n, [&](std::size_t i) { return t.left[i] < 0 ? -1 : t.left[i] + 1; });
    list(out, "split_conditions", n, [&](std::size_t i) { return t.value[i]; });
    list(out, "split_indices", n, [&](std::size_t i) { return t.feature[i] < 0 ? 0 : t.feature[i]; });
    list(out, "split_type", n, [](std::size_t) { return 0; });
    list(out, "sum_hessian", n, [&](std::size_t i) { return t.cover[i]; });
    fmt::format_to(std::back_inserter(out),
                   R"("id":{},"tree_param":{{"num_deleted":"0","num_feature":"{}","num_nodes":"{}","size_leaf_vector":"0"}}}})",
                   id, features, n);
}

} // namespace

std::string document(const TreeEnsemble& e)
{
    std::string out = R"({"learner":{"attributes":{},"feature_names":[],"feature_types":[],"gradient_booster":{"model":{)";
    fmt::format_to(std::back_inserter(out),
                   R"("gbtree_model_param":{{"num_parallel_tree":"1","num_trees":"{}","size_leaf_vector":"0"}},)", e.trees.size());
    list(out, "tree_info", e.trees.size(), [&](std::size_t i) { return i % e.outputs; });
    out += "\"trees\":[";
    for (std::size_t i = 0; i < e.trees.size(); ++i) {
        out += i > 0 ? "," : "";
        write(out, e.trees[i], i, e.features);
    }
    const bool softmax = e.link == TreeEnsemble::Link::Softmax;
    // The library keeps the base of a logistic model as a probability; ours is always 1/2.
    const float base = e.link == TreeEnsemble::Link::Identity ? e.baseMargin : 0.5F;
    fmt::format_to(std::back_inserter(out),
                   R"(]}},"name":"gbtree"}},"learner_model_param":{{"base_score":"{:.8E}","boost_from_average":"1","num_class":"{}","num_feature":"{}","num_target":"1"}},)",
                   base, softmax ? e.outputs : 0, e.features);
    if (softmax)
        fmt::format_to(std::back_inserter(out),
                       R"("objective":{{"name":"multi:softprob","softmax_multiclass_param":{{"num_class":"{}"}}}})", e.outputs);
    else
        fmt::format_to(std::back_inserter(out),
                       R"("objective":{{"name":"{}","reg_loss_param":{{"scale_pos_weight":"1"}}}})",
                       e.link == TreeEnsemble::Link::Logistic ? "binary:logistic" : "reg:squarederror");
    return out + R"(},"version":[1,7,4]})";
}

} // namespace gemba::twin::xgb
