// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/grow_trees.h"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "twin/prognosis/xgboost_library.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

Result<void> setUp(xgb::Booster& booster, const TreeTask& task, const BoostRecipe& r, std::uint64_t seed)
{
    const bool identity = task.link == TreeEnsemble::Link::Identity;
    const char* objective = identity ? "reg:squarederror" : task.link == TreeEnsemble::Link::Logistic ? "binary:logistic" : "multi:softprob";
    std::vector<std::pair<std::string, std::string>> settings{
        {"objective", objective}, {"tree_method", "hist"}, {"base_score", identity ? "0" : "0.5"},
        {"seed", fmt::format("{}", seed & 0x7fffffff)}, {"max_depth", fmt::format("{}", r.depth)},
        {"eta", fmt::format("{}", r.eta)}, {"subsample", fmt::format("{}", r.subsample)},
        {"colsample_bytree", fmt::format("{}", r.colsample)},
        {"min_child_weight", fmt::format("{}", r.minChildWeight)}, {"alpha", fmt::format("{}", r.alpha)}};
    if (task.outputs > 1)
        settings.emplace_back("num_class", fmt::format("{}", task.outputs));
    for (const auto& [name, value] : settings) {
        if (auto set = booster.set(name, value); !set)
            return set;
    }
    return {};
}

/// The library's tree with what pruning left over taken out, in breadth-first order.
RegressionTree treeFrom(const json& t)
{
    const auto left = t["left_children"].get<std::vector<std::int32_t>>();
    const auto right = t["right_children"].get<std::vector<std::int32_t>>();
    const auto feature = t["split_indices"].get<std::vector<std::int32_t>>();
    const auto value = t["split_conditions"].get<std::vector<float>>();
    const auto cover = t["sum_hessian"].get<std::vector<float>>();
    const auto missingLeft = t["default_left"].get<std::vector<int>>();
    RegressionTree out;
    std::vector<std::size_t> nodes{0}; // in the order of the new tree
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::size_t from = nodes[i];
        const bool leaf = left[from] < 0;
        out.feature.push_back(leaf ? -1 : feature[from]);
        out.left.push_back(leaf ? -1 : static_cast<std::int32_t>(nodes.size()));
        out.value.push_back(value[from]);
        out.cover.push_back(std::max(cover[from], 1e-9F));
        out.missingLeft.push_back(!leaf && missingLeft[from] != 0 ? 1 : 0);
        if (!leaf) {
            nodes.push_back(static_cast<std::size_t>(left[from]));
            nodes.push_back(static_cast<std::size_t>(right[from]));
        }
    }
    return out;
}

Result<std::vector<RegressionTree>> treesOf(const xgb::Booster& booster)
{
    bst_ulong size = 0;
    const char* bytes = nullptr;
    if (XGBoosterSaveModelToBuffer(booster.get(), R"({"format":"json"})", &size, &bytes) != 0)
        return xgb::lastError();
    // The document of the library in this process, not bytes from outside.
    const json document = json::parse(std::string_view(bytes, size), nullptr, false);
    std::vector<RegressionTree> trees;
    if (document.is_object()) {
        for (const json& tree : document["learner"]["gradient_booster"]["model"]["trees"])
            trees.push_back(treeFrom(tree));
    }
    return trees;
}

} // namespace

Result<TreeEnsemble> growTrees(const TreeTask& task, const BoostRecipe& recipe, std::uint64_t seed,
                               const std::function<void()>& round)
{
    const auto matrix = xgb::Matrix::create(task.features, task.columns);
    if (!matrix)
        return matrix.error();
    if (XGDMatrixSetFloatInfo(matrix->get(), "label", task.labels.data(), task.labels.size()) != 0)
        return xgb::lastError();
    auto booster = xgb::Booster::create(&*matrix);
    if (!booster)
        return booster.error();
    if (auto set = setUp(*booster, task, recipe, seed); !set)
        return set.error();
    for (std::uint32_t i = 0; i < recipe.trees; ++i) {
        if (XGBoosterUpdateOneIter(booster->get(), static_cast<int>(i), matrix->get()) != 0)
            return xgb::lastError();
        round();
    }
    auto trees = treesOf(*booster);
    if (!trees)
        return trees.error();
    TreeEnsemble out{.link = task.link, .features = static_cast<std::uint32_t>(task.columns), .outputs = task.outputs,
                     .baseMargin = task.link == TreeEnsemble::Link::Softmax ? 0.5F : 0.0F, .trees = std::move(*trees)};
    if (const auto fault = faultOf(out))
        return Error{ErrorCode::BoostingFailed, {"the trees lack " + *fault}, {}};
    return out;
}

} // namespace gemba::twin
