// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/life_forecast.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "twin/detection/model_fields.h"
#include "twin/manipulation/robust_slope.h"
#include "twin/prognosis/boosted_json.h"

namespace gemba::twin {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;
constexpr std::size_t kPaceRows = 16; ///< by which the pace of life is told
constexpr std::size_t kFewestPaceRows = 3;

bool usable(const AssetInput& in)
{
    return in.arrival != kNoTime && !in.stale && in.quality != Quality::Bad && std::isfinite(in.value);
}

bool isMeasured(const Tag& tag)
{
    return tag.role == TagRole::Measurement || tag.role == TagRole::Setting;
}

Error inFile(Error error, const std::string& name)
{
    error.place.file = name;
    return error;
}

} // namespace

Result<LifeForecast::Model> LifeForecast::loadModel(const std::string& name, const PlantPackage& package)
{
    const Blob* blob = package.find("model", name);
    if (!blob)
        return Error{ErrorCode::PlantUnknownReference, {std::string("model"), name}, {}};
    const auto document = parseModelDocument(blob->bytes);
    if (!document)
        return inFile(document.error(), name);
    auto model = boostedModelFrom(*document);
    if (!model)
        return inFile(model.error(), name);
    if (model->task != LearningTask::Rul)
        return inFile({ErrorCode::ModelForOtherTask, {std::string("another task than rul")}, {}}, name);
    if (model->features.age != FeatureSet::Age::Time) // what counts from the first row seen is no age here
        return inFile({ErrorCode::ModelForOtherTask, {std::string("rul without ages")}, {}}, name);
    auto scorer = BoostedScorer::make(std::make_shared<const BoostedModel>(std::move(*model)));
    if (!scorer)
        return inFile(scorer.error(), name);
    return Model{name, std::move(*scorer), kNoTime, {}, {}};
}

Result<LifeForecast::Course> LifeForecast::makeCourse(const Plant& plant, AssetId asset, std::uint32_t at,
                                                      const Model& model)
{
    const FeatureSet& set = model.set();
    const Asset& a = plant.asset(asset);
    std::vector<std::string> names = set.inputs;
    if (set.regimes)
        names.insert(names.end(), set.regimes->settings.begin(), set.regimes->settings.end());
    names.push_back(set.ageName);
    Course c;
    c.asset = asset;
    c.model = at;
    for (const std::string& name : names) {
        const TagId tag = plant.findTag(a.id + "_" + name);
        const auto place = std::find(a.tags.begin(), a.tags.end(), tag);
        if (tag == kNoTag || place == a.tags.end() || !isMeasured(plant.tag(tag)))
            return Error{ErrorCode::ModelInputMissing, {name}, Place{model.name, -1, a.id, {}, {}}};
        c.inputs.push_back(static_cast<std::uint32_t>(place - a.tags.begin()));
    }
    c.ageAt = c.inputs.back();
    c.inputs.pop_back();
    auto maker = FeatureMaker::make(set);
    if (!maker)
        return inFile(maker.error(), model.name);
    c.maker.emplace(std::move(*maker));
    c.rows.reserve(set.window);
    return c;
}

Result<LifeForecast> LifeForecast::create(const Plant& plant, const PlantPackage& package)
{
    LifeForecast out;
    out.m_courseOf.resize(plant.assets.size(), kNone);
    for (std::uint32_t i = 0; i < plant.assets.size(); ++i) {
        const LifeSetup* setup = plant.lifeOf(AssetId{i});
        if (!setup)
            continue;
        auto model = std::find_if(out.m_models.begin(), out.m_models.end(), [&](const Model& m) { return m.name == setup->modelName; });
        if (model == out.m_models.end()) {
            auto loaded = loadModel(setup->modelName, package);
            if (!loaded)
                return loaded.error();
            model = out.m_models.insert(out.m_models.end(), std::move(*loaded));
        }
        auto course = makeCourse(plant, AssetId{i}, static_cast<std::uint32_t>(model - out.m_models.begin()), *model);
        if (!course)
            return course.error();
        out.m_courseOf[i] = static_cast<std::uint32_t>(out.m_courses.size());
        out.m_courses.push_back(std::move(*course));
    }
    out.reset();
    return out;
}

const Life* LifeForecast::take(AssetId asset, std::span<const AssetInput> inputs, bool runs, TimeNs now)
{
    if (m_courseOf[index(asset)] == kNone)
        return nullptr;
    Course& c = m_courses[m_courseOf[index(asset)]];
    const bool whole = usable(inputs[c.ageAt])
                       && std::all_of(c.inputs.begin(), c.inputs.end(), [&](std::uint32_t i) { return usable(inputs[i]); });
    if (runs && whole && (c.rows.empty() || inputs[c.ageAt].value != c.rows.back().age))
        takeRow(c, inputs, now);
    tell(c, !runs ? LifeWithheld::NotRunning : !whole ? LifeWithheld::InputsStale : reason(c));
    return &c.life;
}

void LifeForecast::takeRow(Course& c, std::span<const AssetInput> inputs, TimeNs now)
{
    Model& model = m_models[c.model];
    Row row{inputs[c.ageAt].arrival, inputs[c.ageAt].value, {}};
    const double before = c.rows.empty() ? row.age : c.rows.back().age;
    if (row.age < before || row.age - before > model.set().window) { // another one, or too long unseen
        c.rows.clear();
        c.maker->reset();
        c.figure = false;
    }
    if (c.rows.size() == model.set().window) { // its memory is used again
        std::rotate(c.rows.begin(), c.rows.begin() + 1, c.rows.end());
        row.values = std::move(c.rows.back().values);
        row.values.clear();
        c.rows.pop_back();
    }
    for (const std::uint32_t i : c.inputs)
        row.values.push_back(inputs[i].value);
    const std::size_t f = model.set().size();
    model.features.resize(model.features.size() + f);
    makeFeatures(c, row, std::span(model.features).last(f));
    if (model.waiting.empty())
        model.since = now;
    model.waiting.push_back(m_courseOf[index(c.asset)]);
    c.rows.push_back(std::move(row));
}

void LifeForecast::makeFeatures(Course& c, const Row& row, std::span<float> out) const
{
    const FeatureSet& set = m_models[c.model].set();
    const auto inputs = std::span(row.values).first(set.inputs.size());
    const auto settings = std::span(row.values).subspan(set.inputs.size());
    c.maker->push(inputs, settings, row.age, out);
    c.unknownSettings = set.regimes && set.regimes->outside(settings);
}

const std::vector<AssetId>& LifeForecast::predictDue(TimeNs now)
{
    m_predicted.clear();
    for (Model& model : m_models) {
        if (!model.waiting.empty() && (now - model.since >= kBatchWait || model.waiting.size() >= kBatchRows))
            evaluate(model);
    }
    std::sort(m_predicted.begin(), m_predicted.end());
    m_predicted.erase(std::unique(m_predicted.begin(), m_predicted.end()), m_predicted.end());
    return m_predicted;
}

void LifeForecast::evaluate(Model& model)
{
    const bool done = model.scorer.score(model.features).ok();
    for (std::size_t i = 0; i < model.waiting.size(); ++i) {
        Course& c = m_courses[model.waiting[i]];
        m_predicted.push_back(c.asset);
        c.failed = !done;
        if (!done)
            continue;
        const BoostedPrediction& p = model.scorer.predictions()[i];
        c.figure = true;
        c.low = p.low;
        c.high = std::max(p.low, p.high);
        c.median = std::clamp(p.score, c.low, c.high);
    }
    for (const std::uint32_t i : model.waiting) { // of two rows of one asset the later one stands
        m_courses[i].figureAt = m_courses[i].rows.back().arrival;
        m_courses[i].figureAge = m_courses[i].rows.back().age;
    }
    model.waiting.clear();
    model.features.clear();
    model.since = kNoTime;
}

LifeWithheld LifeForecast::reason(const Course& c) const
{
    if (c.failed)
        return LifeWithheld::ModelFailed;
    const auto seen = static_cast<double>(c.rows.size());
    const bool enough = c.rows.size() == window(c) || (!c.rows.empty() && seen >= c.rows.back().age);
    if (!enough || !c.figure)
        return LifeWithheld::TooFewRows;
    return c.unknownSettings ? LifeWithheld::UnknownSettings : LifeWithheld::No;
}

/// How long a unit of life takes: the median of the slopes over the latest rows.
TimeNs LifeForecast::pace(const Course& c)
{
    const std::size_t n = std::min(c.rows.size(), kPaceRows);
    if (n < kFewestPaceRows)
        return 0;
    std::array<double, kPaceRows> ages{}, times{};
    std::array<double, kPaceRows*(kPaceRows - 1) / 2> scratch{};
    for (std::size_t i = 0; i < n; ++i) {
        const Row& row = c.rows[c.rows.size() - n + i];
        ages[i] = row.age;
        times[i] = static_cast<double>(row.arrival - c.rows.back().arrival);
    }
    const auto line = robustLine(std::span(ages).first(n), std::span(times).first(n), scratch);
    return line && line->slope > 0.0 && line->slope < 1e18 ? static_cast<TimeNs>(std::llround(line->slope)) : 0;
}

void LifeForecast::tell(Course& c, LifeWithheld reason) const
{
    c.life = {};
    c.life.withheld = reason;
    c.life.rows = static_cast<std::uint32_t>(c.rows.size());
    c.life.rowsNeeded = window(c);
    c.life.age = c.rows.empty() ? 0.0 : c.rows.back().age;
    if (reason != LifeWithheld::No)
        return;
    c.life.age = c.figureAge;
    c.life.low = c.low;
    c.life.median = c.median;
    c.life.high = c.high;
    c.life.at = c.figureAt;
    c.life.perUnit = pace(c);
}

void LifeForecast::reset()
{
    for (Model& m : m_models) {
        m.waiting.clear();
        m.features.clear();
        m.since = kNoTime;
    }
    for (Course& c : m_courses) {
        c.rows.clear();
        c.maker->reset();
        c.unknownSettings = c.failed = c.figure = false;
        c.low = c.median = c.high = c.figureAge = 0.0;
        c.figureAt = kNoTime;
        tell(c, LifeWithheld::TooFewRows);
    }
}

} // namespace gemba::twin
