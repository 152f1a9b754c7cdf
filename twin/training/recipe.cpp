// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/recipe.h"

#include "twin/training/recipe_keys.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

constexpr std::pair<Method, std::string_view> kMethods[] = {
    {Method::Pca, "pca"}, {Method::IsolationForest, "isolation-forest"}, {Method::Xgboost, "xgboost"}};

constexpr LearningTask kTasks[] = {LearningTask::Detect, LearningTask::Regress, LearningTask::Rul,
                                   LearningTask::Classify};

bool fits(LearningTask task, Method method)
{
    return (task == LearningTask::Detect) == (method != Method::Xgboost);
}

const json* given(const json& recipe, const char* key)
{
    const auto it = recipe.find(key);
    return it == recipe.end() || it->is_null() ? nullptr : &*it;
}

std::optional<Error> readMethod(const json& recipe, Recipe& out)
{
    out.method = out.task == LearningTask::Detect ? Method::Pca : Method::Xgboost;
    const json* v = given(recipe, "method");
    if (!v)
        return std::nullopt;
    std::string known;
    for (const auto& [method, name] : kMethods) {
        if (!fits(out.task, method))
            continue;
        known += (known.empty() ? "\"" : " or \"") + std::string(name) + "\"";
        if (*v == name) {
            out.method = method;
            return std::nullopt;
        }
    }
    return recipeError("/method", known + ", the methods for " + std::string(nameOf(out.task)));
}

/// What depends on the task and can be changed by keys.
void setDefaults(const json& recipe, Recipe& out)
{
    const bool hasId = given(recipe, "id") != nullptr;
    if (out.task == LearningTask::Regress || out.task == LearningTask::Rul)
        out.boost.alpha = 0.0025; // of a standardised target: .1 of a life that varies by 40
    switch (out.task) {
    case LearningTask::Detect:
        break;
    case LearningTask::Regress:
        out.features.automatic = true;
        out.split = hasId ? Split::Id : Split::Time;
        break;
    case LearningTask::Rul:
        out.window = 60;
        out.split = Split::Id;
        out.boost.colsample = 0.3; // five features of each input tell much the same
        break;
    case LearningTask::Classify:
        out.features.automatic = true;
        out.split = Split::KFold;
        // A rule shows in the one feature that states it, if every tree may use it; and the rare class
        // has few rows to weigh a leaf with.
        out.boost.colsample = 1.0;
        out.boost.minChildWeight = 2.0;
        break;
    }
}

std::optional<Error> checkWhole(const Recipe& r)
{
    if (r.split == Split::Id && r.id.empty() && r.task != LearningTask::Rul)
        return recipeError("/split", "\"time\", or an \"id\" column to split by");
    if (r.target.empty() && (r.task == LearningTask::Regress || r.task == LearningTask::Classify))
        return recipeError("/target", "the name of the column to predict");
    if (r.regimes > 0 && r.operating.empty())
        return recipeError("/regimes", "\"operating\" settings that make the regimes");
    return std::nullopt;
}

} // namespace

std::string_view methodName(Method method)
{
    for (const auto& [m, name] : kMethods) {
        if (m == method)
            return name;
    }
    return {};
}

Error recipeError(std::string path, std::string expected)
{
    return {ErrorCode::RecipeInvalid, {std::move(expected)}, Place{{}, -1, {}, {}, std::move(path)}};
}

std::optional<Error> readKind(const json& recipe, Recipe& out)
{
    const json* task = given(recipe, "task");
    bool known = false;
    for (const LearningTask t : kTasks) {
        if (task && *task == nameOf(t)) {
            out.task = t;
            known = true;
        }
    }
    if (!known)
        return recipeError("/task", "\"detect\", \"regress\", \"rul\" or \"classify\"");
    if (auto e = readMethod(recipe, out))
        return e;
    setDefaults(recipe, out);
    return std::nullopt;
}

Result<Recipe> parseRecipe(std::string_view text)
{
    std::vector<Error> errors;
    const JsonLimits limits{.bytes = std::size_t{1} << 20, .depth = 8, .stringBytes = 2'000};
    const auto v = parseJson(text, limits, errors);
    if (!v)
        return errors.empty() ? recipeError({}, "a JSON object") : errors.front();
    if (!v->is_object())
        return recipeError({}, "a JSON object");
    Recipe r;
    if (auto e = readKind(*v, r))
        return *e;
    if (auto e = readKeys(*v, r))
        return *e;
    if (auto e = checkWhole(r))
        return *e;
    return r;
}

} // namespace gemba::twin
