// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "twin/detection/canonical_json.h"
#include "twin/training/recipe.h"
#include "twin/training/recipe_keys.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

std::string_view nameOf(Split split)
{
    return split == Split::Time ? "time" : split == Split::Id ? "id" : "kfold";
}

json featuresJson(const FeatureRecipe& features)
{
    if (features.automatic)
        return "auto";
    json v = json::object();
    for (const auto& [name, formula] : features.formulas)
        v[name] = formula;
    return v;
}

json boostJson(const BoostRecipe& b)
{
    return {{"trees", b.trees}, {"depth", b.depth}, {"eta", b.eta}, {"subsample", b.subsample},
            {"colsample", b.colsample}, {"min_child_weight", b.minChildWeight}, {"alpha", b.alpha}};
}

void addDetect(const Recipe& r, json& v)
{
    v["confidence"] = r.confidence;
    v["filter"] = {{"median", r.median}};
    v["budget"] = {{"alerts", r.budgetAlerts}, {"days", r.budgetDays}};
    v["on_delay"] = r.onDelay;
    if (r.period)
        v["period"] = *r.period;
    if (r.method == Method::Pca)
        v["components"] = r.components;
    else
        v["trees"] = r.forestTrees;
}

void addTrees(const Recipe& r, json& v)
{
    v["window"] = r.window;
    v["features"] = featuresJson(r.features);
    v["boost"] = boostJson(r.boost);
    if (r.task == LearningTask::Rul)
        v["cap"] = r.cap;
}

} // namespace

std::string recipeJson(const Recipe& r)
{
    json v = {{"task", nameOf(r.task)}, {"method", methodName(r.method)}, {"seed", r.seed},
              {"split", nameOf(r.split)}};
    if (r.task == LearningTask::Detect)
        addDetect(r, v);
    else
        addTrees(r, v);
    for (const auto& [key, text] : {std::pair{"id", &r.id}, {"time", &r.time}, {"label", &r.label}, {"target", &r.target}}) {
        if (!text->empty())
            v[key] = *text;
    }
    if (!r.inputs.empty())
        v["inputs"] = r.inputs;
    if (!r.operating.empty())
        v["operating"] = r.operating;
    if (r.regimes > 0)
        v["regimes"] = r.regimes;
    return canonicalJson(v);
}

} // namespace gemba::twin
