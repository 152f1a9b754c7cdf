// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/canonical_json.h"
#include "twin/detection/model_fields.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

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

PcaBaseline readBaseline(ModelFields& f, const json& v, const std::string& path, std::size_t p, std::size_t a)
{
    PcaBaseline b;
    f.numbers(f.member(v, path, "mean"), path + "/mean", p, -kLargestNumber, kLargestNumber, b.mean);
    f.numbers(f.member(v, path, "scale"), path + "/scale", p, 1.0 / kLargestNumber, kLargestNumber, b.scale);
    f.numbers(f.member(v, path, "variances"), path + "/variances", a, kSmallestDivisor, kLargestNumber, b.variances);
    const json* loadings = f.member(v, path, "loadings");
    if (loadings && (!loadings->is_array() || loadings->size() != p))
        f.fail(path + "/loadings", "a list of " + std::to_string(p) + " lists");
    for (std::size_t i = 0; i < p && !f.failed(); ++i)
        f.numbers(&(*loadings)[i], path + "/loadings/" + std::to_string(i), a, -1.000001, 1.000001, b.loadings);
    if (const json* limits = f.member(v, path, "limits")) {
        b.t2Limit = f.number(*limits, path + "/limits", "t2", kSmallestDivisor, kLargestNumber);
        b.speLimit = f.number(*limits, path + "/limits", "spe", a < p ? kSmallestDivisor : 0.0, a < p ? kLargestNumber : 0.0);
    }
    return b;
}

void readLimits(ModelFields& f, const json& v, PcaModel& m)
{
    if (const json* t = f.member(v, "", "textbook")) {
        m.confidence = f.number(*t, "/textbook", "confidence", 1e-6, 1.0 - 1e-12);
        m.t2Textbook = f.number(*t, "/textbook", "t2", kSmallestDivisor, kLargestNumber);
        m.speTextbook = f.number(*t, "/textbook", "spe", 0.0, kLargestNumber);
    }
    m.budget = readBudget(f, v);
    m.medianRows = static_cast<std::uint32_t>(f.integer(v, "", "median", 1, 1'000));
}

} // namespace

Result<PcaModel> parseModel(std::string_view text)
{
    const auto document = parseModelDocument(text);
    return document ? pcaModelFrom(*document) : Result<PcaModel>(document.error());
}

Result<PcaModel> pcaModelFrom(const json& v)
{
    std::optional<Error> error;
    ModelFields f(error);
    PcaModel m;
    const ModelHeader header = readHeader(f, v);
    if (header.task != "detect")
        f.fail("/task", "\"detect\"");
    if (header.method != "pca")
        f.fail("/method", "\"pca\"");
    m.inputs = header.inputs;
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
    if (v.is_object() && v.contains("regimes"))
        m.regimes = readRegimes(f, v["regimes"], "/regimes", p);
    m.facts = readFacts(f, v);
    if (const json* training = f.member(v, "", "training")) {
        m.facts.varianceExplained = f.number(*training, "/training", "variance_explained", 0.0, 1.000001);
        m.facts.heldOutAlarmRate = f.number(*training, "/training", "held_out_alarm_rate", 0.0, 1.0);
    }
    if (error)
        return *error;
    return m;
}

std::string modelJson(const PcaModel& m)
{
    json bootstrap = json::array();
    for (const PcaBaseline& b : m.bootstrap)
        bootstrap.push_back(toJson(b));
    json training = factsJson(m.facts);
    training["variance_explained"] = m.facts.varianceExplained;
    training["held_out_alarm_rate"] = m.facts.heldOutAlarmRate;
    json document = {
        {"format", "gmodel"}, {"version", kModelVersion}, {"task", "detect"}, {"method", "pca"},
        {"inputs", m.inputs}, {"baseline", toJson(m.baseline)}, {"bootstrap", bootstrap},
        {"textbook", {{"confidence", m.confidence}, {"t2", m.t2Textbook}, {"spe", m.speTextbook}}},
        {"budget", budgetJson(m.budget)}, {"median", m.medianRows}, {"training", training}};
    if (m.regimes)
        document["regimes"] = regimesJson(*m.regimes);
    return canonicalJson(document) + "\n";
}

} // namespace gemba::twin
