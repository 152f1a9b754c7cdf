// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/model_fields.h"

#include <cmath>
#include <set>

#include "twin/detection/canonical_json.h"
#include "twin/model/json_document.h"

namespace gemba::twin {

using nlohmann::json;

const json* ModelFields::member(const json& object, const std::string& path, const char* key)
{
    if (object.is_object()) {
        if (const auto it = object.find(key); it != object.end())
            return &*it;
    }
    fail(path + "/" + key, "a value");
    return nullptr;
}

double ModelFields::number(const json& object, const std::string& path, const char* key, double low, double high)
{
    const json* v = member(object, path, key);
    return v ? toNumber(*v, path + "/" + key, low, high) : 0.0;
}

std::uint64_t ModelFields::integer(const json& object, const std::string& path, const char* key,
                                   std::uint64_t low, std::uint64_t high)
{
    const json* v = member(object, path, key);
    if (v && v->is_number_unsigned() && v->get<std::uint64_t>() >= low && v->get<std::uint64_t>() <= high)
        return v->get<std::uint64_t>();
    fail(path + "/" + key, "an integer from " + std::to_string(low) + " to " + std::to_string(high));
    return low;
}

std::string ModelFields::text(const json& object, const std::string& path, const char* key)
{
    const json* v = member(object, path, key);
    if (v && v->is_string())
        return v->get<std::string>();
    fail(path + "/" + key, "a text");
    return {};
}

std::vector<std::string> ModelFields::texts(const json& object, const std::string& path, const char* key,
                                            std::size_t most)
{
    std::vector<std::string> out;
    const json* v = member(object, path, key);
    if (!v || !v->is_array() || v->size() > most) {
        fail(path + "/" + key, "a list of at most " + std::to_string(most) + " names");
        return out;
    }
    for (const json& item : *v) {
        if (!item.is_string())
            fail(path + "/" + key + "/" + std::to_string(out.size()), "a text");
        out.push_back(item.is_string() ? item.get<std::string>() : std::string());
    }
    return out;
}

void ModelFields::numbers(const json* v, const std::string& path, std::size_t size, double low, double high,
                          std::vector<double>& out)
{
    if (!v || !v->is_array() || v->size() != size) {
        fail(path, "a list of " + std::to_string(size) + " numbers");
        return;
    }
    for (std::size_t i = 0; i < size && !m_error; ++i)
        out.push_back(toNumber((*v)[i], path + "/" + std::to_string(i), low, high));
}

const json* ModelFields::listOf(const json& object, const std::string& path, const char* key, std::size_t most)
{
    const json* v = member(object, path, key);
    if (v && v->is_array() && v->size() <= most)
        return v;
    fail(path + "/" + key, "a list of at most " + std::to_string(most) + " numbers");
    return nullptr;
}

std::vector<std::int32_t> ModelFields::positions(const json& object, const std::string& path, const char* key,
                                                 std::size_t most)
{
    std::vector<std::int32_t> out;
    const json* v = listOf(object, path, key, most);
    for (std::size_t i = 0; v && i < v->size(); ++i) {
        const json& item = (*v)[i];
        const bool fits = item.is_number_integer() && item.get<std::int64_t>() >= -1 && item.get<std::int64_t>() < INT32_MAX;
        out.push_back(fits ? item.get<std::int32_t>() : -2);
    }
    return out;
}

std::vector<double> ModelFields::reals(const json& object, const std::string& path, const char* key, std::size_t most)
{
    std::vector<double> out;
    const json* v = listOf(object, path, key, most);
    for (std::size_t i = 0; v && i < v->size(); ++i)
        out.push_back((*v)[i].is_number() ? (*v)[i].get<double>() : NAN);
    return out;
}

void ModelFields::fail(const std::string& path, std::string expected)
{
    if (!m_error)
        m_error = Error{ErrorCode::ModelInvalid, {std::move(expected)}, Place{{}, -1, {}, {}, path}};
}

double ModelFields::toNumber(const json& v, const std::string& path, double low, double high)
{
    if (v.is_number()) {
        const double d = v.get<double>();
        if (std::isfinite(d) && d >= low && d <= high)
            return d;
    }
    const json range = {low, high};
    fail(path, "a number from " + canonicalJson(range[0]) + " to " + canonicalJson(range[1]));
    return low;
}

Result<json> parseModelDocument(std::string_view text)
{
    std::vector<Error> errors;
    const JsonLimits limits{.bytes = kMaxModelBytes, .depth = 8, .stringBytes = 2'000};
    auto parsed = parseJson(text, limits, errors);
    if (!parsed)
        return errors.empty() ? Error{ErrorCode::ModelInvalid, {std::string("a JSON object")}, {}} : errors.front();
    return std::move(*parsed);
}

ModelHeader readHeader(ModelFields& f, const json& v)
{
    if (!v.is_object() || !v.contains("format") || v["format"] != "gmodel")
        f.fail("/format", "\"gmodel\"");
    if (f.integer(v, "", "version", 1, INT64_MAX) != kModelVersion)
        f.fail("/version", "1, the only version this build reads");
    ModelHeader h{f.text(v, "", "task"), f.text(v, "", "method"), f.texts(v, "", "inputs")};
    if (h.inputs.empty() || std::set<std::string>(h.inputs.begin(), h.inputs.end()).size() != h.inputs.size())
        f.fail("/inputs", "at least one name, each once");
    return h;
}

AlertBudget readBudget(ModelFields& f, const json& v)
{
    AlertBudget out;
    const json* b = f.member(v, "", "budget");
    if (!b)
        return out;
    out.alerts = f.number(*b, "/budget", "alerts", kSmallestDivisor, 1e9);
    out.days = f.number(*b, "/budget", "days", kSmallestDivisor, 1e9);
    out.rowSeconds = f.number(*b, "/budget", "row_seconds", 1e-9, 1e9);
    out.onDelay = static_cast<std::uint32_t>(f.integer(*b, "/budget", "on_delay", 1, 1'000));
    out.t2PerMonth = f.number(*b, "/budget", "t2_per_month", 0.0, kLargestNumber);
    out.spePerMonth = f.number(*b, "/budget", "spe_per_month", 0.0, kLargestNumber);
    return out;
}

json budgetJson(const AlertBudget& b)
{
    return {{"alerts", b.alerts}, {"days", b.days}, {"row_seconds", b.rowSeconds}, {"on_delay", b.onDelay},
            {"t2_per_month", b.t2PerMonth}, {"spe_per_month", b.spePerMonth}};
}

json factsJson(const TrainingFacts& facts)
{
    const json recipe = json::parse(facts.recipe, nullptr, false);
    json out = {{"rows", facts.rows}, {"seed", facts.seed}, {"data_sha256", facts.dataSha256},
                {"recipe", recipe.is_object() ? recipe : json::object()}, {"dropped", facts.dropped}};
    if (!facts.library.empty())
        out["library"] = facts.library;
    return out;
}

TrainingFacts readFacts(ModelFields& f, const json& model)
{
    const std::string path = "/training";
    TrainingFacts facts;
    const json* v = f.member(model, "", "training");
    if (!v)
        return facts;
    facts.rows = f.integer(*v, path, "rows", 1, INT64_MAX);
    facts.seed = f.integer(*v, path, "seed", 0, UINT64_MAX);
    facts.dataSha256 = f.text(*v, path, "data_sha256");
    facts.dropped = f.texts(*v, path, "dropped");
    if (v->is_object() && v->contains("library"))
        facts.library = f.text(*v, path, "library");
    const json* recipe = f.member(*v, path, "recipe");
    if (recipe && recipe->is_object())
        facts.recipe = canonicalJson(*recipe);
    else
        f.fail(path + "/recipe", "an object");
    return facts;
}

json regimesJson(const RegimeScaling& s)
{
    json out{{"settings", s.settings}, {"count", s.regimes()}, {"setting_mean", s.settingMean},
             {"setting_scale", s.settingScale}, {"centres", s.centres}, {"mean", s.inputMean},
             {"scale", s.inputScale}};
    if (!s.reach.empty())
        out["reach"] = s.reach;
    return out;
}

RegimeScaling readRegimes(ModelFields& f, const json& v, const std::string& path, std::size_t inputs)
{
    RegimeScaling out;
    out.settings = f.texts(v, path, "settings", kMostSettings);
    if (out.settings.empty())
        f.fail(path + "/settings", "at least one name");
    const std::size_t s = out.settings.size(), k = f.integer(v, path, "count", 1, kMostRegimes);
    const auto read = [&](const char* key, std::size_t size, double low, std::vector<double>& list) {
        f.numbers(f.member(v, path, key), path + "/" + key, size, low, kLargestNumber, list);
    };
    read("setting_mean", s, -kLargestNumber, out.settingMean);
    read("setting_scale", s, 1.0 / kLargestNumber, out.settingScale);
    read("centres", k * s, -kLargestNumber, out.centres);
    if (v.is_object() && v.contains("reach"))
        read("reach", k * s, 0.0, out.reach);
    read("mean", k * inputs, -kLargestNumber, out.inputMean);
    read("scale", k * inputs, 1.0 / kLargestNumber, out.inputScale);
    return out;
}

} // namespace gemba::twin
