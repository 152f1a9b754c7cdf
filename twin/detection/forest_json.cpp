// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/canonical_json.h"
#include "twin/detection/forest_json.h"
#include "twin/detection/model_fields.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

IsolationTree readTree(ModelFields& f, const json& v, const std::string& path)
{
    return {f.positions(v, path, "input", kMostIsolationNodes), f.positions(v, path, "left", kMostIsolationNodes),
            f.reals(v, path, "value", kMostIsolationNodes)};
}

void readTrees(ModelFields& f, const json& v, ForestModel& m)
{
    const json* trees = f.member(v, "", "trees");
    if (!trees || !trees->is_array() || trees->size() > kMostIsolationTrees) {
        f.fail("/trees", "a list of at most " + std::to_string(kMostIsolationTrees) + " trees");
        return;
    }
    for (std::size_t i = 0; i < trees->size() && !f.failed(); ++i)
        m.trees.push_back(readTree(f, (*trees)[i], "/trees/" + std::to_string(i)));
    if (const auto fault = f.failed() ? std::nullopt : faultOf(m))
        f.fail("/trees", *fault);
}

} // namespace

Result<ForestModel> forestModelFrom(const json& v)
{
    std::optional<Error> error;
    ModelFields f(error);
    ForestModel m;
    const ModelHeader header = readHeader(f, v);
    if (header.task != "detect")
        f.fail("/task", "\"detect\"");
    if (header.method != "isolation-forest")
        f.fail("/method", "\"isolation-forest\"");
    m.inputs = header.inputs;
    readTrees(f, v, m);
    if (v.is_object() && v.contains("regimes"))
        m.regimes = readRegimes(f, v["regimes"], "/regimes", m.inputs.size());
    m.sample = static_cast<std::uint32_t>(f.integer(v, "", "sample", 2, 1'000'000));
    f.numbers(f.member(v, "", "usual"), "/usual", m.inputs.size(), -kLargestNumber, kLargestNumber, m.usual);
    m.confidence = f.number(v, "", "confidence", 1e-6, 1.0 - 1e-12);
    m.limit = f.number(v, "", "limit", 1e-9, 1.0 - 1e-9);
    m.operatingLimit = f.number(v, "", "operating_limit", kSmallestDivisor, kLargestNumber);
    m.budget = readBudget(f, v);
    m.medianRows = static_cast<std::uint32_t>(f.integer(v, "", "median", 1, 1'000));
    m.facts = readFacts(f, v);
    if (const json* training = f.member(v, "", "training"))
        m.facts.heldOutAlarmRate = f.number(*training, "/training", "held_out_alarm_rate", 0.0, 1.0);
    if (error)
        return *error;
    return m;
}

std::string modelJson(const ForestModel& m)
{
    json trees = json::array();
    for (const IsolationTree& t : m.trees)
        trees.push_back({{"input", t.input}, {"left", t.left}, {"value", t.value}});
    json training = factsJson(m.facts);
    training["held_out_alarm_rate"] = m.facts.heldOutAlarmRate;
    json document = {{"format", "gmodel"}, {"version", kModelVersion}, {"task", "detect"}, {"method", "isolation-forest"},
                     {"inputs", m.inputs}, {"trees", trees}, {"sample", m.sample}, {"usual", m.usual},
                     {"confidence", m.confidence}, {"limit", m.limit}, {"operating_limit", m.operatingLimit},
                     {"budget", budgetJson(m.budget)}, {"median", m.medianRows}, {"training", training}};
    if (m.regimes)
        document["regimes"] = regimesJson(*m.regimes);
    return canonicalJson(document) + "\n";
}

} // namespace gemba::twin
