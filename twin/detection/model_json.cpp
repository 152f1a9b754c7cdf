// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <set>

#include "twin/detection/canonical_json.h"
#include "twin/detection/pca_model.h"
#include "twin/model/json_document.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

constexpr std::int64_t kVersion = 1;
constexpr double kTiny = 1e-12;  // smallest variance or limit that scoring divides by
constexpr double kHuge = 1e300;  // largest mean or scale that cannot overflow when combined

/// Reads members of one JSON object; the first thing that does not fit is kept as the error.
class Fields
{
public:
    explicit Fields(std::optional<Error>& error) : m_error(error) {}

    const json* member(const json& object, const std::string& path, const char* key)
    {
        if (object.is_object()) {
            if (const auto it = object.find(key); it != object.end())
                return &*it;
        }
        fail(path + "/" + key, "a value");
        return nullptr;
    }

    double number(const json& object, const std::string& path, const char* key, double low, double high)
    {
        const json* v = member(object, path, key);
        return v ? toNumber(*v, path + "/" + key, low, high) : 0.0;
    }

    std::uint64_t integer(const json& object, const std::string& path, const char* key,
                          std::uint64_t low, std::uint64_t high)
    {
        const json* v = member(object, path, key);
        if (v && v->is_number_unsigned() && v->get<std::uint64_t>() >= low && v->get<std::uint64_t>() <= high)
            return v->get<std::uint64_t>();
        fail(path + "/" + key, "an integer from " + std::to_string(low) + " to " + std::to_string(high));
        return low;
    }

    std::string text(const json& object, const std::string& path, const char* key)
    {
        const json* v = member(object, path, key);
        if (v && v->is_string())
            return v->get<std::string>();
        fail(path + "/" + key, "a text");
        return {};
    }

    std::vector<std::string> texts(const json& object, const std::string& path, const char* key)
    {
        std::vector<std::string> out;
        const json* v = member(object, path, key);
        if (!v || !v->is_array() || v->size() > kMaxModelInputs) {
            fail(path + "/" + key, "a list of at most " + std::to_string(kMaxModelInputs) + " names");
            return out;
        }
        for (const json& item : *v) {
            if (!item.is_string())
                fail(path + "/" + key + "/" + std::to_string(out.size()), "a text");
            out.push_back(item.is_string() ? item.get<std::string>() : std::string());
        }
        return out;
    }

    /// Appends exactly size numbers from low to high.
    void numbers(const json* v, const std::string& path, std::size_t size, double low, double high,
                 std::vector<double>& out)
    {
        if (!v || !v->is_array() || v->size() != size) {
            fail(path, "a list of " + std::to_string(size) + " numbers");
            return;
        }
        for (std::size_t i = 0; i < size && !m_error; ++i)
            out.push_back(toNumber((*v)[i], path + "/" + std::to_string(i), low, high));
    }

    void fail(const std::string& path, std::string expected)
    {
        if (!m_error)
            m_error = Error{ErrorCode::ModelInvalid, {std::move(expected)}, Place{{}, -1, {}, {}, path}};
    }
    [[nodiscard]] bool failed() const { return m_error.has_value(); }

private:
    double toNumber(const json& v, const std::string& path, double low, double high)
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
    std::optional<Error>& m_error;
};

json toJson(const PcaBaseline& b)
{
    const std::size_t a = b.variances.size();
    json loadings = json::array();
    for (std::size_t i = 0; i < b.mean.size(); ++i) {
        const auto row = b.loadings.begin() + static_cast<std::ptrdiff_t>(i * a);
        loadings.push_back(std::vector<double>(row, row + static_cast<std::ptrdiff_t>(a)));
    }
    return {{"mean", b.mean}, {"scale", b.scale}, {"loadings", loadings}, {"variances", b.variances},
            {"limits", {{"t2", b.t2Limit}, {"spe", b.speLimit}}}};
}

PcaBaseline readBaseline(Fields& f, const json& v, const std::string& path, std::size_t p, std::size_t a)
{
    PcaBaseline b;
    f.numbers(f.member(v, path, "mean"), path + "/mean", p, -kHuge, kHuge, b.mean);
    f.numbers(f.member(v, path, "scale"), path + "/scale", p, 1.0 / kHuge, kHuge, b.scale);
    f.numbers(f.member(v, path, "variances"), path + "/variances", a, kTiny, kHuge, b.variances);
    const json* loadings = f.member(v, path, "loadings");
    if (loadings && (!loadings->is_array() || loadings->size() != p))
        f.fail(path + "/loadings", "a list of " + std::to_string(p) + " lists");
    for (std::size_t i = 0; i < p && !f.failed(); ++i)
        f.numbers(&(*loadings)[i], path + "/loadings/" + std::to_string(i), a, -1.000001, 1.000001, b.loadings);
    if (const json* limits = f.member(v, path, "limits")) {
        b.t2Limit = f.number(*limits, path + "/limits", "t2", kTiny, kHuge);
        b.speLimit = f.number(*limits, path + "/limits", "spe", a < p ? kTiny : 0.0, a < p ? kHuge : 0.0);
    }
    return b;
}

void readFacts(Fields& f, const json& v, TrainingFacts& facts)
{
    const std::string path = "/training";
    facts.rows = f.integer(v, path, "rows", 1, INT64_MAX);
    facts.seed = f.integer(v, path, "seed", 0, UINT64_MAX);
    facts.dataSha256 = f.text(v, path, "data_sha256");
    facts.dropped = f.texts(v, path, "dropped");
    facts.varianceExplained = f.number(v, path, "variance_explained", 0.0, 1.000001);
    facts.heldOutAlarmRate = f.number(v, path, "held_out_alarm_rate", 0.0, 1.0);
    const json* recipe = f.member(v, path, "recipe");
    if (recipe && recipe->is_object())
        facts.recipe = canonicalJson(*recipe);
    else
        f.fail(path + "/recipe", "an object");
}

void readHeader(Fields& f, const json& v, PcaModel& m)
{
    if (!v.is_object() || !v.contains("format") || v["format"] != "gmodel")
        f.fail("/format", "\"gmodel\"");
    if (f.integer(v, "", "version", 1, INT64_MAX) != kVersion)
        f.fail("/version", "1, the only version this build reads");
    if (f.text(v, "", "task") != "detect")
        f.fail("/task", "\"detect\", the only task this build knows");
    if (f.text(v, "", "method") != "pca")
        f.fail("/method", "\"pca\", the only method this build knows");
    m.inputs = f.texts(v, "", "inputs");
    if (m.inputs.empty() || std::set<std::string>(m.inputs.begin(), m.inputs.end()).size() != m.inputs.size())
        f.fail("/inputs", "at least one name, each once");
}

void readLimits(Fields& f, const json& v, PcaModel& m)
{
    if (const json* t = f.member(v, "", "textbook")) {
        m.confidence = f.number(*t, "/textbook", "confidence", 1e-6, 1.0 - 1e-12);
        m.t2Textbook = f.number(*t, "/textbook", "t2", kTiny, kHuge);
        m.speTextbook = f.number(*t, "/textbook", "spe", 0.0, kHuge);
    }
    if (const json* b = f.member(v, "", "budget")) {
        m.budget.alerts = f.number(*b, "/budget", "alerts", kTiny, 1e9);
        m.budget.days = f.number(*b, "/budget", "days", kTiny, 1e9);
        m.budget.rowSeconds = f.number(*b, "/budget", "row_seconds", 1e-9, 1e9);
        m.budget.onDelay = static_cast<std::uint32_t>(f.integer(*b, "/budget", "on_delay", 1, 1'000));
        m.budget.t2PerMonth = f.number(*b, "/budget", "t2_per_month", 0.0, kHuge);
        m.budget.spePerMonth = f.number(*b, "/budget", "spe_per_month", 0.0, kHuge);
    }
    m.medianRows = static_cast<std::uint32_t>(f.integer(v, "", "median", 1, 1'000));
}

} // namespace

Result<PcaModel> parseModel(std::string_view text)
{
    std::vector<Error> errors;
    const JsonLimits limits{.bytes = kMaxModelBytes, .depth = 8, .stringBytes = 2'000};
    const auto parsed = parseJson(text, limits, errors);
    if (!parsed)
        return errors.empty() ? Error{ErrorCode::ModelInvalid, {std::string("a JSON object")}, {}} : errors.front();
    const json& v = *parsed;
    std::optional<Error> error;
    Fields f(error);
    PcaModel m;
    readHeader(f, v, m);
    readLimits(f, v, m);
    const json* baseline = f.member(v, "", "baseline");
    const json* variances = baseline ? f.member(*baseline, "/baseline", "variances") : nullptr;
    const std::size_t p = m.inputs.size();
    const std::size_t a = variances && variances->is_array() ? variances->size() : 0;
    if (a < 1 || a > p)
        f.fail("/baseline/variances", "from 1 to " + std::to_string(p) + " numbers");
    if (!f.failed())
        m.baseline = readBaseline(f, *baseline, "/baseline", p, a);
    const json* bootstrap = f.member(v, "", "bootstrap");
    if (!bootstrap || !bootstrap->is_array() || bootstrap->size() > kMaxBootstraps)
        f.fail("/bootstrap", "a list of at most " + std::to_string(kMaxBootstraps) + " baselines");
    for (std::size_t k = 0; !f.failed() && k < bootstrap->size(); ++k)
        m.bootstrap.push_back(readBaseline(f, (*bootstrap)[k], "/bootstrap/" + std::to_string(k), p, a));
    if (const json* facts = f.member(v, "", "training"))
        readFacts(f, *facts, m.facts);
    if (error)
        return *error;
    return m;
}

std::string modelJson(const PcaModel& m)
{
    json bootstrap = json::array();
    for (const PcaBaseline& b : m.bootstrap)
        bootstrap.push_back(toJson(b));
    const json recipe = json::parse(m.facts.recipe, nullptr, false);
    const json document = {
        {"format", "gmodel"}, {"version", kVersion}, {"task", "detect"}, {"method", "pca"},
        {"inputs", m.inputs}, {"baseline", toJson(m.baseline)}, {"bootstrap", bootstrap},
        {"textbook", {{"confidence", m.confidence}, {"t2", m.t2Textbook}, {"spe", m.speTextbook}}},
        {"budget",
         {{"alerts", m.budget.alerts}, {"days", m.budget.days}, {"row_seconds", m.budget.rowSeconds},
          {"on_delay", m.budget.onDelay}, {"t2_per_month", m.budget.t2PerMonth},
          {"spe_per_month", m.budget.spePerMonth}}},
        {"median", m.medianRows},
        {"training",
         {{"rows", m.facts.rows}, {"seed", m.facts.seed}, {"data_sha256", m.facts.dataSha256},
          {"recipe", recipe.is_object() ? recipe : json::object()}, {"dropped", m.facts.dropped},
          {"variance_explained", m.facts.varianceExplained},
          {"held_out_alarm_rate", m.facts.heldOutAlarmRate}}}};
    return canonicalJson(document) + "\n";
}

} // namespace gemba::twin
