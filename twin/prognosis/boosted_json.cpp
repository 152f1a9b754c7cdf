// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/prognosis/boosted_json.h"

#include <algorithm>
#include <charconv>

#include "twin/detection/canonical_json.h"
#include "twin/detection/model_fields.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

constexpr std::string_view kLinks[] = {"identity", "logistic", "softmax"};
constexpr std::string_view kKinds[] = {"input", "product", "difference", "formula"};
constexpr std::string_view kAges[] = {"none", "time", "since"};
constexpr std::size_t kMostKnots = 1'000;

/// The double with the fewest digits that is this float: short in the file, exact when read.
double shortest(float v)
{
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, v);
    double out = 0.0;
    std::from_chars(digits, end.ptr, out);
    return out;
}

json floats(const std::vector<float>& values)
{
    json out = json::array();
    for (const float v : values)
        out.push_back(shortest(v));
    return out;
}

json featuresJson(const FeatureSet& set)
{
    json columns = json::array();
    for (const FeatureColumn& c : set.columns) {
        json v = {{"kind", kKinds[static_cast<std::size_t>(c.kind)]}};
        if (c.kind == FeatureColumn::Kind::Formula) {
            v["name"] = c.name;
            v["formula"] = c.formula;
        } else {
            v["of"] = c.kind == FeatureColumn::Kind::Input ? json{c.a} : json{c.a, c.b};
        }
        columns.push_back(std::move(v));
    }
    json out = {{"columns", columns}, {"window", set.window}, {"age", kAges[static_cast<std::size_t>(set.age)]},
                {"age_name", set.ageName}};
    if (set.regimes)
        out["regimes"] = regimesJson(*set.regimes);
    return out;
}

json treesJson(const TreeEnsemble& e)
{
    json trees = json::array();
    for (const RegressionTree& t : e.trees)
        trees.push_back({{"feature", t.feature}, {"left", t.left}, {"value", floats(t.value)},
                         {"cover", floats(t.cover)}, {"missing_left", t.missingLeft}});
    return {{"link", kLinks[static_cast<std::size_t>(e.link)]}, {"features", e.features}, {"outputs", e.outputs},
            {"base", shortest(e.baseMargin)}, {"trees", trees}};
}

/// The position of a word in a list.
template <std::size_t N>
std::size_t choice(ModelFields& f, const json& v, const std::string& path, const char* key, const std::string_view (&words)[N])
{
    const std::string word = f.text(v, path, key);
    const auto it = std::find(std::begin(words), std::end(words), word);
    if (it == std::end(words))
        f.fail(path + "/" + key, "one of the words known here");
    return it == std::end(words) ? 0 : static_cast<std::size_t>(it - std::begin(words));
}

std::uint32_t integer32(ModelFields& f, const json& v, const std::string& path, const char* key, std::uint64_t low, std::uint64_t high)
{
    return static_cast<std::uint32_t>(f.integer(v, path, key, low, high));
}

FeatureColumn readColumn(ModelFields& f, const json& v, const std::string& path, std::size_t inputs)
{
    FeatureColumn c;
    c.kind = static_cast<FeatureColumn::Kind>(choice(f, v, path, "kind", kKinds));
    if (c.kind == FeatureColumn::Kind::Formula) {
        c.name = f.text(v, path, "name");
        c.formula = f.text(v, path, "formula");
        return c;
    }
    std::vector<double> of;
    const std::size_t size = c.kind == FeatureColumn::Kind::Input ? 1 : 2;
    f.numbers(f.member(v, path, "of"), path + "/of", size, 0.0, static_cast<double>(inputs - 1), of);
    if (of.size() == size) {
        c.a = static_cast<std::uint32_t>(of.front());
        c.b = size > 1 ? static_cast<std::uint32_t>(of.back()) : 0;
    }
    return c;
}

FeatureSet readFeatures(ModelFields& f, const json& model, const std::vector<std::string>& inputs)
{
    FeatureSet set;
    set.inputs = inputs;
    const json* v = f.member(model, "", "features");
    if (!v || f.failed())
        return set;
    const std::string path = "/features";
    set.window = integer32(f, *v, path, "window", 1, kMostWindow);
    set.age = static_cast<FeatureSet::Age>(choice(f, *v, path, "age", kAges));
    set.ageName = f.text(*v, path, "age_name");
    const json* columns = f.member(*v, path, "columns");
    if (!columns || !columns->is_array() || columns->empty() || columns->size() * set.perColumn() >= kMostFeatures) {
        f.fail(path + "/columns", "a list of columns");
        return set;
    }
    for (std::size_t i = 0; i < columns->size() && !f.failed(); ++i)
        set.columns.push_back(readColumn(f, (*columns)[i], path + "/columns/" + std::to_string(i), inputs.size()));
    if (v->is_object() && v->contains("regimes"))
        set.regimes = readRegimes(f, (*v)["regimes"], path + "/regimes", inputs.size());
    return set;
}

RegressionTree readTree(ModelFields& f, const json& v, const std::string& path)
{
    // What is no number of the kind becomes one that faultOf() refuses.
    RegressionTree t;
    t.feature = f.positions(v, path, "feature", kMostNodes);
    t.left = f.positions(v, path, "left", kMostNodes);
    for (const double d : f.reals(v, path, "value", kMostNodes))
        t.value.push_back(static_cast<float>(d));
    for (const double d : f.reals(v, path, "cover", kMostNodes))
        t.cover.push_back(static_cast<float>(d));
    for (const std::int32_t left : f.positions(v, path, "missing_left", kMostNodes))
        t.missingLeft.push_back(left == 1 ? 1 : 0);
    return t;
}

TreeEnsemble readTrees(ModelFields& f, const json& model)
{
    TreeEnsemble e;
    const json* v = f.member(model, "", "trees");
    if (!v || f.failed())
        return e;
    e.link = static_cast<TreeEnsemble::Link>(choice(f, *v, "/trees", "link", kLinks));
    e.features = integer32(f, *v, "/trees", "features", 1, kMostFeatures);
    e.outputs = integer32(f, *v, "/trees", "outputs", 1, 100);
    e.baseMargin = static_cast<float>(f.number(*v, "/trees", "base", -1e30, 1e30));
    const json* trees = f.member(*v, "/trees", "trees");
    if (!trees || !trees->is_array() || trees->size() > kMostTrees) {
        f.fail("/trees/trees", "a list of trees");
        return e;
    }
    for (std::size_t i = 0; i < trees->size() && !f.failed(); ++i)
        e.trees.push_back(readTree(f, (*trees)[i], "/trees/trees/" + std::to_string(i)));
    if (const auto fault = f.failed() ? std::nullopt : faultOf(e))
        f.fail("/trees/trees", *fault);
    return e;
}

void readClasses(ModelFields& f, const json& v, BoostedModel& m)
{
    m.classes = f.texts(v, "", "classes", 100);
    m.rareClass = integer32(f, v, "", "rare_class", 0, 1);
    m.threshold = f.number(v, "", "threshold", 0.0, 1.0);
    const bool two = m.trees.link == TreeEnsemble::Link::Logistic;
    if (m.classes.size() != (two ? 2 : m.trees.outputs) || m.trees.link == TreeEnsemble::Link::Identity)
        f.fail("/classes", "as many classes as the trees have outputs");
}

void readTarget(ModelFields& f, const json& v, BoostedModel& m)
{
    m.targetMean = f.number(v, "", "target_mean", -kLargestNumber, kLargestNumber);
    m.targetScale = f.number(v, "", "target_scale", 1.0 / kLargestNumber, kLargestNumber);
    if (m.task == LearningTask::Rul)
        m.cap = f.number(v, "", "cap", kSmallestDivisor, kLargestNumber);
    if (m.trees.link != TreeEnsemble::Link::Identity)
        f.fail("/trees/link", "\"identity\"");
    const json* band = f.member(v, "", "band");
    if (!band || !band->is_array() || band->empty() || band->size() > kMostKnots) {
        f.fail("/band", "a list of knots");
        return;
    }
    for (std::size_t i = 0; i < band->size() && !f.failed(); ++i) {
        const std::string path = "/band/" + std::to_string(i);
        std::vector<double> k;
        f.numbers(&(*band)[i], path, 3, -kLargestNumber, kLargestNumber, k);
        if (k.size() != 3 || !(k[1] <= k[2]) || (i > 0 && !(k[0] > m.band.back().score)))
            f.fail(path, "a score above the one before, and low <= high");
        else
            m.band.push_back({k[0], k[1], k[2]});
    }
}

void readMetrics(ModelFields& f, const json& v, BoostedModel& m)
{
    const json* metrics = f.member(v, "", "metrics");
    if (!metrics || !metrics->is_object() || metrics->size() > 100) {
        f.fail("/metrics", "an object of at most 100 numbers");
        return;
    }
    for (const auto& item : metrics->items())
        m.metrics[item.key()] = f.number(*metrics, "/metrics", item.key().c_str(), -kLargestNumber, kLargestNumber);
}

} // namespace

Result<BoostedModel> boostedModelFrom(const json& v)
{
    std::optional<Error> error;
    ModelFields f(error);
    BoostedModel m;
    const ModelHeader header = readHeader(f, v);
    for (const LearningTask task : {LearningTask::Regress, LearningTask::Rul, LearningTask::Classify})
        m.task = header.task == nameOf(task) ? task : m.task;
    if (header.task != nameOf(m.task))
        f.fail("/task", "\"regress\", \"rul\" or \"classify\"");
    if (header.method != "xgboost")
        f.fail("/method", "\"xgboost\"");
    m.features = readFeatures(f, v, header.inputs);
    m.trees = readTrees(f, v);
    if (m.trees.features != m.features.size())
        f.fail("/trees/features", "as many features as there are");
    if (m.task == LearningTask::Classify)
        readClasses(f, v, m);
    else
        readTarget(f, v, m);
    m.facts = readFacts(f, v);
    readMetrics(f, v, m);
    if (error)
        return *error;
    if (const auto maker = FeatureMaker::make(m.features); !maker) // its formulas
        return maker.error();
    return m;
}

std::string modelJson(const BoostedModel& m)
{
    json document = {{"format", "gmodel"}, {"version", kModelVersion}, {"task", nameOf(m.task)}, {"method", "xgboost"},
                     {"inputs", m.features.inputs}, {"features", featuresJson(m.features)}, {"trees", treesJson(m.trees)},
                     {"metrics", m.metrics}, {"training", factsJson(m.facts)}};
    if (m.task == LearningTask::Classify) {
        document["classes"] = m.classes;
        document["rare_class"] = m.rareClass;
        document["threshold"] = m.threshold;
    } else {
        document["target_mean"] = m.targetMean;
        document["target_scale"] = m.targetScale;
        if (m.task == LearningTask::Rul)
            document["cap"] = m.cap;
        document["band"] = json::array();
        for (const BandKnot& k : m.band)
            document["band"].push_back({k.score, k.low, k.high});
    }
    return canonicalJson(document) + "\n";
}

} // namespace gemba::twin
