// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/recipe_keys.h"

#include <algorithm>
#include <cmath>

#include "twin/detection/pca_model.h"
#include "twin/detection/regime_scaling.h"
#include "twin/model/time.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

using Found = std::optional<Error>;
using Reader = Found (*)(const json&, const std::string&, Recipe&);

template <std::string Recipe::*Member>
Found readText(const json& v, const std::string& path, Recipe& r)
{
    if (!v.is_string())
        return recipeError(path, "the name of a column");
    r.*Member = v.get<std::string>();
    return std::nullopt;
}

Found readCount(const json& v, const std::string& path, std::uint32_t most, std::uint32_t& out, const char* what)
{
    if (!v.is_number_unsigned() || v.get<std::uint64_t>() < 1 || v.get<std::uint64_t>() > most)
        return recipeError(path, std::string("a count of ") + what + " from 1 to " + std::to_string(most));
    out = v.get<std::uint32_t>();
    return std::nullopt;
}

Found readNumber(const json& v, const std::string& path, double low, double high, double& out)
{
    const double d = v.is_number() ? v.get<double>() : NAN;
    if (!(d >= low) || !(d <= high)) {
        char range[80];
        std::snprintf(range, sizeof range, "a number from %.10g to %.10g", low, high);
        return recipeError(path, range);
    }
    out = d;
    return std::nullopt;
}

template <std::uint32_t Recipe::*Member>
Found readRows(const json& v, const std::string& path, Recipe& r)
{
    return readCount(v, path, 1'000, r.*Member, "rows");
}

template <std::vector<std::string> Recipe::*Member, std::size_t kMost>
Found readNames(const json& v, const std::string& path, Recipe& r)
{
    std::vector<std::string>& names = r.*Member;
    if (!v.is_array() || v.empty() || v.size() > kMost)
        return recipeError(path, "a list of 1 to " + std::to_string(kMost) + " column names");
    for (const json& name : v) {
        const std::string here = path + "/" + std::to_string(names.size());
        if (!name.is_string())
            return recipeError(here, "the name of a column");
        if (std::find(names.begin(), names.end(), name.get<std::string>()) != names.end())
            return recipeError(here, "a column that is not in the list yet");
        names.push_back(name.get<std::string>());
    }
    return std::nullopt;
}

Found readRegimes(const json& v, const std::string& path, Recipe& r)
{
    return readCount(v, path, kMostRegimes, r.regimes, "regimes");
}

Found readForestTrees(const json& v, const std::string& path, Recipe& r)
{
    return readCount(v, path, 1'000, r.forestTrees, "trees");
}

Found readComponents(const json& v, const std::string& path, Recipe& r)
{
    const double c = v.is_number() ? v.get<double>() : 0.0;
    if (!(c > 0.0) || (c >= 1.0 && (c != std::floor(c) || c > static_cast<double>(kMaxModelInputs))))
        return recipeError(path, "a whole number from 1, or a share of variance between 0 and 1");
    r.components = c;
    return std::nullopt;
}

Found readConfidence(const json& v, const std::string& path, Recipe& r)
{
    return readNumber(v, path, 0.5, 0.999999, r.confidence);
}

Found readFilter(const json& v, const std::string& path, Recipe& r)
{
    if (!v.is_object() || v.size() != 1 || !v.contains("median"))
        return recipeError(path, "an object with \"median\", the one filter for a statistic");
    return readRows<&Recipe::median>(v["median"], path + "/median", r);
}

Found readSeed(const json& v, const std::string& path, Recipe& r)
{
    if (!v.is_number_unsigned())
        return recipeError(path, "a whole number from 0");
    r.seed = v.get<std::uint64_t>();
    return std::nullopt;
}

Found readSplit(const json& v, const std::string& path, Recipe& r)
{
    for (const auto& [name, split] : {std::pair{"time", Split::Time}, {"id", Split::Id}, {"kfold", Split::KFold}}) {
        if (v == name) {
            r.split = split;
            return std::nullopt;
        }
    }
    return recipeError(path, "\"time\", \"id\" or \"kfold\"");
}

Found readBudget(const json& v, const std::string& path, Recipe& r)
{
    if (!v.is_object())
        return recipeError(path, "an object with \"alerts\" and \"days\"");
    for (const auto& [key, value] : v.items()) {
        if (key != "alerts" && key != "days")
            return recipeError(path + "/" + key, "\"alerts\" or \"days\"");
        if (auto e = readNumber(value, path + "/" + key, 1e-6, 1e6, key == "alerts" ? r.budgetAlerts : r.budgetDays))
            return e;
    }
    return std::nullopt;
}

Found readPeriod(const json& v, const std::string& path, Recipe& r)
{
    double seconds = v.is_number() ? v.get<double>() : 0.0;
    if (v.is_string()) {
        if (const auto t = parseDuration(v.get<std::string>()))
            seconds = static_cast<double>(*t) * 1e-9;
    }
    if (!(seconds >= 1e-9) || !(seconds <= 1e9))
        return recipeError(path, "a length of time such as \"180s\", \"3min\" or seconds");
    r.period = seconds;
    return std::nullopt;
}

Found readCap(const json& v, const std::string& path, Recipe& r)
{
    return readNumber(v, path, 1e-9, 1e12, r.cap);
}

Found readFeatures(const json& v, const std::string& path, Recipe& r)
{
    r.features = {};
    if (v == "auto") {
        r.features.automatic = true;
        return std::nullopt;
    }
    if (!v.is_object() || v.size() > 500)
        return recipeError(path, "\"auto\", or an object of at most 500 formulas by their names");
    for (const auto& [name, formula] : v.items()) {
        if (name.empty() || !formula.is_string())
            return recipeError(path + jsonPointer({name}), "a name and its formula over inputs");
        r.features.formulas.emplace_back(name, formula.get<std::string>());
    }
    return std::nullopt;
}

Found readBoost(const json& v, const std::string& path, Recipe& r)
{
    if (!v.is_object())
        return recipeError(path, "an object with XGBoost's settings");
    BoostRecipe& b = r.boost;
    for (const auto& [key, value] : v.items()) {
        const std::string here = path + jsonPointer({key});
        Found e;
        if (key == "trees")
            e = readCount(value, here, 5'000, b.trees, "trees");
        else if (key == "depth")
            e = readCount(value, here, 12, b.depth, "levels");
        else if (key == "eta")
            e = readNumber(value, here, 1e-4, 1.0, b.eta);
        else if (key == "subsample")
            e = readNumber(value, here, 0.01, 1.0, b.subsample);
        else if (key == "colsample")
            e = readNumber(value, here, 0.01, 1.0, b.colsample);
        else if (key == "min_child_weight")
            e = readNumber(value, here, 0.0, 1e9, b.minChildWeight);
        else if (key == "alpha")
            e = readNumber(value, here, 0.0, 1e9, b.alpha);
        else
            e = recipeError(here, "trees, depth, eta, subsample, colsample, min_child_weight or alpha");
        if (e)
            return e;
    }
    return std::nullopt;
}

Found taken(const json&, const std::string&, Recipe&) { return std::nullopt; } // by readKind()

enum Uses : unsigned { kPca = 1, kForest = 2, kRegress = 4, kRul = 8, kClassify = 16 };
constexpr unsigned kDetect = kPca | kForest;
constexpr unsigned kTrees = kRegress | kRul | kClassify;
constexpr unsigned kEvery = kDetect | kTrees;

struct Key {
    std::string_view name;
    Reader read;
    unsigned usedBy;
};

constexpr Key kKeys[] = {
    {"boost", readBoost, kTrees}, {"budget", readBudget, kDetect}, {"cap", readCap, kRul},
    {"components", readComponents, kPca}, {"confidence", readConfidence, kDetect},
    {"features", readFeatures, kTrees}, {"filter", readFilter, kDetect},
    {"id", readText<&Recipe::id>, kEvery}, {"inputs", readNames<&Recipe::inputs, kMaxModelInputs>, kEvery},
    {"label", readText<&Recipe::label>, kEvery}, {"method", taken, kEvery},
    {"on_delay", readRows<&Recipe::onDelay>, kDetect},
    {"operating", readNames<&Recipe::operating, kMostSettings>, kEvery}, {"period", readPeriod, kDetect},
    {"regimes", readRegimes, kEvery}, {"seed", readSeed, kEvery}, {"split", readSplit, kEvery},
    {"target", readText<&Recipe::target>, kTrees}, {"task", taken, kEvery},
    {"time", readText<&Recipe::time>, kEvery}, {"trees", readForestTrees, kForest},
    {"window", readRows<&Recipe::window>, kTrees},
};

unsigned useOf(const Recipe& r)
{
    switch (r.task) {
    case LearningTask::Regress: return kRegress;
    case LearningTask::Rul: return kRul;
    case LearningTask::Classify: return kClassify;
    case LearningTask::Detect: break;
    }
    return r.method == Method::Pca ? kPca : kForest;
}

} // namespace

std::optional<Error> readKeys(const json& recipe, Recipe& out)
{
    const unsigned use = useOf(out);
    for (const auto& [name, value] : recipe.items()) {
        const auto key = std::find_if(std::begin(kKeys), std::end(kKeys), [&n = name](const Key& k) { return k.name == n; });
        const std::string path = jsonPointer({name});
        if (key == std::end(kKeys))
            return recipeError(path, "a key that recipes have");
        if (value.is_null()) // as good as left out
            continue;
        if ((key->usedBy & use) == 0)
            return recipeError(path, "no such key: " + std::string(nameOf(out.task)) + " by "
                                         + std::string(methodName(out.method)) + " does not use it");
        if (auto e = key->read(value, path, out))
            return e;
    }
    return std::nullopt;
}

} // namespace gemba::twin
