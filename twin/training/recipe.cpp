// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/training/recipe.h"

#include <algorithm>
#include <cmath>

#include "twin/detection/canonical_json.h"
#include "twin/detection/pca_model.h"
#include "twin/model/json_document.h"
#include "twin/model/time.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

Error invalid(std::string path, std::string expected)
{
    return {ErrorCode::RecipeInvalid, {std::move(expected)}, Place{{}, -1, {}, {}, std::move(path)}};
}

using Reader = std::optional<Error> (*)(const json&, const std::string&, Recipe&);

template <std::string Recipe::*Member>
std::optional<Error> readText(const json& v, const std::string& path, Recipe& r)
{
    if (!v.is_string())
        return invalid(path, "the name of a column");
    r.*Member = v.get<std::string>();
    return std::nullopt;
}

template <std::uint32_t Recipe::*Member>
std::optional<Error> readRows(const json& v, const std::string& path, Recipe& r)
{
    if (!v.is_number_unsigned() || v.get<std::uint64_t>() < 1 || v.get<std::uint64_t>() > 1'000)
        return invalid(path, "a count of rows from 1 to 1000");
    r.*Member = v.get<std::uint32_t>();
    return std::nullopt;
}

std::optional<Error> readTask(const json& v, const std::string& path, Recipe&)
{
    return v == "detect" ? std::nullopt : std::optional(invalid(path, "\"detect\", the task this build has"));
}

std::optional<Error> readMethod(const json& v, const std::string& path, Recipe&)
{
    return v == "pca" ? std::nullopt : std::optional(invalid(path, "\"pca\", the method this build has for detect"));
}

std::optional<Error> readInputs(const json& v, const std::string& path, Recipe& r)
{
    if (!v.is_array() || v.empty() || v.size() > kMaxModelInputs)
        return invalid(path, "a list of 1 to " + std::to_string(kMaxModelInputs) + " column names");
    for (const json& name : v) {
        const std::string here = path + "/" + std::to_string(r.inputs.size());
        if (!name.is_string())
            return invalid(here, "the name of a column");
        if (std::find(r.inputs.begin(), r.inputs.end(), name.get<std::string>()) != r.inputs.end())
            return invalid(here, "a column that is not in the list yet");
        r.inputs.push_back(name.get<std::string>());
    }
    return std::nullopt;
}

std::optional<Error> readComponents(const json& v, const std::string& path, Recipe& r)
{
    const double c = v.is_number() ? v.get<double>() : 0.0;
    if (!(c > 0.0) || (c >= 1.0 && (c != std::floor(c) || c > static_cast<double>(kMaxModelInputs))))
        return invalid(path, "a whole number from 1, or a share of variance between 0 and 1");
    r.components = c;
    return std::nullopt;
}

std::optional<Error> readConfidence(const json& v, const std::string& path, Recipe& r)
{
    const double c = v.is_number() ? v.get<double>() : 0.0;
    if (!(c >= 0.5) || !(c <= 0.999999))
        return invalid(path, "a number from 0.5 to 0.999999");
    r.confidence = c;
    return std::nullopt;
}

std::optional<Error> readFilter(const json& v, const std::string& path, Recipe& r)
{
    if (!v.is_object() || v.size() != 1 || !v.contains("median"))
        return invalid(path, "an object with \"median\", the one filter for a statistic");
    return readRows<&Recipe::median>(v["median"], path + "/median", r);
}

std::optional<Error> readSeed(const json& v, const std::string& path, Recipe& r)
{
    if (!v.is_number_unsigned())
        return invalid(path, "a whole number from 0");
    r.seed = v.get<std::uint64_t>();
    return std::nullopt;
}

std::optional<Error> readSplit(const json& v, const std::string& path, Recipe& r)
{
    if (v != "time" && v != "id")
        return invalid(path, "\"time\" or \"id\": rows drawn at random would leak from one part into the other");
    r.split = v == "id" ? Split::Id : Split::Time;
    return std::nullopt;
}

std::optional<Error> readBudget(const json& v, const std::string& path, Recipe& r)
{
    if (!v.is_object())
        return invalid(path, "an object with \"alerts\" and \"days\"");
    for (const auto& [key, value] : v.items()) {
        if (key != "alerts" && key != "days")
            return invalid(path + "/" + key, "\"alerts\" or \"days\"");
        const double d = value.is_number() ? value.get<double>() : 0.0;
        if (!(d >= 1e-6) || !(d <= 1e6))
            return invalid(path + "/" + key, "a number from 0.000001 to 1000000");
        (key == "alerts" ? r.budgetAlerts : r.budgetDays) = d;
    }
    return std::nullopt;
}

std::optional<Error> readPeriod(const json& v, const std::string& path, Recipe& r)
{
    double seconds = v.is_number() ? v.get<double>() : 0.0;
    if (v.is_string()) {
        if (const auto t = parseDuration(v.get<std::string>()))
            seconds = static_cast<double>(*t) * 1e-9;
    }
    if (!(seconds >= 1e-9) || !(seconds <= 1e9))
        return invalid(path, "a length of time such as \"180s\", \"3min\" or seconds");
    r.period = seconds;
    return std::nullopt;
}

std::optional<Error> refuse(const json&, const std::string& path, Recipe&)
{
    return invalid(path, "no such key: detect by pca does not use it");
}

constexpr std::pair<std::string_view, Reader> kReaders[] = {
    {"budget", readBudget}, {"cap", refuse}, {"components", readComponents},
    {"confidence", readConfidence}, {"features", refuse}, {"filter", readFilter},
    {"id", readText<&Recipe::id>}, {"inputs", readInputs}, {"label", readText<&Recipe::label>},
    {"method", readMethod}, {"on_delay", readRows<&Recipe::onDelay>}, {"operating", refuse},
    {"period", readPeriod}, {"seed", readSeed}, {"split", readSplit}, {"target", refuse},
    {"task", readTask}, {"time", readText<&Recipe::time>}, {"window", refuse},
};

} // namespace

Result<Recipe> parseRecipe(std::string_view text)
{
    std::vector<Error> errors;
    const JsonLimits limits{.bytes = std::size_t{1} << 20, .depth = 8, .stringBytes = 2'000};
    const auto v = parseJson(text, limits, errors);
    if (!v)
        return errors.empty() ? invalid({}, "a JSON object") : errors.front();
    if (!v->is_object())
        return invalid({}, "a JSON object");
    if (!v->contains("task"))
        return invalid("/task", "\"detect\", the task this build has");
    Recipe r;
    for (const auto& [key, value] : v->items()) {
        const auto it = std::find_if(std::begin(kReaders), std::end(kReaders),
                                     [&k = key](const auto& reader) { return reader.first == k; });
        const std::string path = jsonPointer({key});
        if (it == std::end(kReaders))
            return invalid(path, "a key that recipes have");
        if (value.is_null()) // as good as left out
            continue;
        if (auto e = it->second(value, path, r))
            return *e;
    }
    if (r.split == Split::Id && r.id.empty())
        return invalid("/split", "\"time\", or an \"id\" column to split by");
    return r;
}

std::string recipeJson(const Recipe& r)
{
    json v = {{"task", "detect"}, {"method", "pca"}, {"components", r.components},
              {"confidence", r.confidence}, {"filter", {{"median", r.median}}}, {"seed", r.seed},
              {"split", r.split == Split::Id ? "id" : "time"},
              {"budget", {{"alerts", r.budgetAlerts}, {"days", r.budgetDays}}}, {"on_delay", r.onDelay}};
    for (const auto& [key, text] : {std::pair{"id", &r.id}, {"time", &r.time}, {"label", &r.label}}) {
        if (!text->empty())
            v[key] = *text;
    }
    if (!r.inputs.empty())
        v["inputs"] = r.inputs;
    if (r.period)
        v["period"] = *r.period;
    return canonicalJson(v);
}

} // namespace gemba::twin
