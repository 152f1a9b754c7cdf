// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/plant_json.h"

#include "twin/model/json_document.h"

#include <array>
#include <map>
#include <set>

namespace gemba::twin {

using nlohmann::json;

namespace {

using Parts = std::vector<std::string>;

constexpr std::array<std::pair<std::string_view, OperatingState>, 7> kStates{{
    {"running", OperatingState::Running}, {"standby", OperatingState::Standby},
    {"starting", OperatingState::Starting}, {"stopping", OperatingState::Stopping},
    {"stopped", OperatingState::Stopped}, {"maintenance", OperatingState::Maintenance},
    {"test", OperatingState::Test}}};
constexpr std::array<std::pair<std::string_view, Comparison>, 6> kComparisons{{
    {"equal", Comparison::Equal}, {"notEqual", Comparison::NotEqual}, {"less", Comparison::Less},
    {"lessEqual", Comparison::LessEqual}, {"greater", Comparison::Greater},
    {"greaterEqual", Comparison::GreaterEqual}}};
constexpr std::array<std::pair<std::string_view, TagRole>, 5> kRoles{{
    {"measurement", TagRole::Measurement}, {"setting", TagRole::Setting},
    {"state", TagRole::State}, {"event", TagRole::Event}, {"sequence", TagRole::Sequence}}};

/// The schema has made sure that the word is in the table.
template <class T, std::size_t N>
T fromWord(const std::array<std::pair<std::string_view, T>, N>& table, const std::string& word)
{
    for (const auto& [name, value] : table) {
        if (name == word)
            return value;
    }
    return table.front().second;
}

std::string text(const json& object, const char* key) { return object.value(key, std::string()); }

LocalText localText(const json& object, const char* key)
{
    LocalText out;
    if (const auto it = object.find(key); it != object.end()) {
        out.byLanguage.emplace_back("en", it->at("en").get<std::string>());
        for (const auto& [language, words] : it->items()) {
            if (language != "en")
                out.byLanguage.emplace_back(language, words.get<std::string>());
        }
    }
    return out;
}

Value value(const json& v)
{
    if (v.is_boolean())
        return v.get<bool>();
    if (v.is_number_integer())
        return v.get<std::int64_t>();
    if (v.is_number())
        return v.get<double>();
    return v.get<std::string>();
}

/// Builds the plant from a document that fits the schema and collects what is wrong beyond it.
class Reader
{
public:
    Reader(const json& document, std::vector<Error>& errors) : m_doc(document), m_errors(errors) {}

    Plant read()
    {
        readHead();
        readAreas();
        readClasses();
        nameAll();
        readTags();
        readAssets();
        return std::move(m_plant);
    }

private:
    void readHead();
    void readRules(const json& rules);
    void readAreas();
    void readClasses();
    void nameAll();
    void readTags();
    Tag readTag(const json& t, const Parts& path);
    void readAssets();
    Limits readLimits(const json& limits, const Parts& path, const std::optional<Interval>& range);
    SideLimits readSide(const json& limits, const char* side, const Parts& path,
                        const std::optional<Interval>& range);
    Binding readBinding(const json& binding, const Parts& path);
    std::vector<StateRule> readStates(const json& rules, const Parts& path);
    TimeNs duration(const json& object, const char* key, TimeNs otherwise, const Parts& path);

    void report(ErrorCode code, std::vector<ErrorArg> args, const Parts& path)
    {
        if (m_errors.size() >= kMaxJsonErrors)
            return;
        Error e{code, std::move(args), {}};
        e.place.jsonPath = jsonPointer(path);
        m_errors.push_back(std::move(e));
    }
    void inconsistent(std::string expected, const Parts& path)
    {
        report(ErrorCode::PlantInconsistent, {std::move(expected)}, path);
    }
    template <class Map>
    void name(Map& map, const char* kind, const std::string& id, typename Map::mapped_type position,
              const Parts& path)
    {
        if (!map.emplace(id, position).second)
            report(ErrorCode::PlantDuplicate, {std::string(kind), id}, path);
    }
    template <class Map>
    bool known(const Map& map, const char* kind, const std::string& id, const Parts& path)
    {
        if (map.contains(id))
            return true;
        report(ErrorCode::PlantUnknownReference, {std::string(kind), id}, path);
        return false;
    }
    static Parts below(Parts path, std::initializer_list<std::string> more)
    {
        path.insert(path.end(), more);
        return path;
    }

    const json& m_doc;
    std::vector<Error>& m_errors;
    Plant m_plant;
    std::map<std::string, std::uint32_t> m_areas, m_classes, m_assets, m_tags;
    std::set<std::string> m_places; ///< bindings already taken
};

TimeNs Reader::duration(const json& object, const char* key, TimeNs otherwise, const Parts& path)
{
    const std::string words = text(object, key);
    if (words.empty())
        return otherwise;
    const std::optional<TimeNs> t = parseDuration(words);
    if (!t || *t < 0 || *t > 366 * 24 * kHour) {
        inconsistent("a length of time of at most 366 days", below(path, {key}));
        return otherwise;
    }
    return *t;
}

void Reader::readHead()
{
    m_plant.id = text(m_doc, "id");
    m_plant.enterprise = localText(m_doc, "enterprise");
    m_plant.site = localText(m_doc, "site");
    m_plant.notice = localText(m_doc, "notice");
    m_plant.timeZone = text(m_doc, "timeZone");
    m_plant.currency = text(m_doc, "currency");
    m_plant.processSpeed = m_doc.value("processSpeed", 1.0);
    m_plant.onDuty = text(m_doc, "onDuty");
    m_plant.sceneName = text(m_doc, "scene");
    if (m_doc.contains("subscriptions"))
        m_plant.subscriptions = m_doc.at("subscriptions").get<std::vector<std::string>>();
    if (m_doc.contains("rules"))
        readRules(m_doc.at("rules"));
}

void Reader::readRules(const json& rules)
{
    AlertRules& r = m_plant.rules;
    const Parts path{"rules"};
    r.dwell = duration(rules, "dwell", r.dwell, path);
    r.scorePeriod = duration(rules, "scorePeriod", r.scorePeriod, path);
    r.staleAfterPeriods = rules.value("staleAfterPeriods", r.staleAfterPeriods);
    r.reorderTimeout = duration(rules, "reorderTimeout", r.reorderTimeout, path);
    r.rebirthInterval = duration(rules, "rebirthInterval", r.rebirthInterval, path);
    if (r.scorePeriod == 0)
        inconsistent("more than 0 s", {"rules", "scorePeriod"});
}

void Reader::readAreas()
{
    for (const json& a : m_doc.at("areas")) {
        const auto i = static_cast<std::uint32_t>(m_plant.areas.size());
        m_plant.areas.push_back({text(a, "id"), localText(a, "name")});
        name(m_areas, "area", m_plant.areas.back().id, i, {"areas", std::to_string(i), "id"});
    }
}

void Reader::readClasses()
{
    for (const json& c : m_doc.at("classes")) {
        const auto i = static_cast<std::uint32_t>(m_plant.classes.size());
        m_plant.classes.push_back({text(c, "id"), localText(c, "name"), text(c, "shape")});
        name(m_classes, "class", m_plant.classes.back().id, i,
             {"classes", std::to_string(i), "id"});
    }
}

/// Assets name tags and tags name assets: all names first.
void Reader::nameAll()
{
    std::uint32_t i = 0;
    for (const json& a : m_doc.at("assets")) {
        name(m_assets, "asset", text(a, "id"), i, {"assets", std::to_string(i), "id"});
        ++i;
    }
    i = 0;
    for (const json& t : m_doc.at("tags")) {
        name(m_tags, "tag", text(t, "id"), i, {"tags", std::to_string(i), "id"});
        ++i;
    }
    m_plant.assets.resize(m_doc.at("assets").size());
}

void Reader::readTags()
{
    for (const json& t : m_doc.at("tags")) {
        const auto i = static_cast<std::uint32_t>(m_plant.tags.size());
        const Parts path{"tags", std::to_string(i)};
        Tag tag = readTag(t, path);
        const std::string asset = text(t, "asset");
        if (!asset.empty() && known(m_assets, "asset", asset, below(path, {"asset"}))) {
            tag.asset = AssetId{m_assets.at(asset)};
            m_plant.assets[m_assets.at(asset)].tags.push_back(TagId{i});
        }
        m_plant.tags.push_back(std::move(tag));
    }
}

Tag Reader::readTag(const json& t, const Parts& path)
{
    Tag tag;
    tag.id = text(t, "id");
    tag.number = text(t, "number");
    tag.name = localText(t, "name");
    tag.unit = text(t, "unit");
    tag.shownUnit = t.value("shownUnit", tag.unit);
    tag.role = fromWord(kRoles, t.value("role", std::string("measurement")));
    tag.decimals = t.value("decimals", tag.decimals);
    tag.expectedPeriod = duration(t, "period", tag.expectedPeriod, path);
    tag.onOverview = t.value("overview", false);
    std::optional<Interval> range;
    if (t.contains("range")) {
        range = Interval{t.at("range")[0].get<double>(), t.at("range")[1].get<double>()};
        tag.range = *range;
        if (!(range->low < range->high))
            inconsistent("the lower number first", below(path, {"range"}));
    } else if (tag.role == TagRole::Measurement || tag.role == TagRole::Setting) {
        inconsistent("the instrument's range", below(path, {"range"}));
    }
    if (t.contains("limits"))
        tag.limits = readLimits(t.at("limits"), below(path, {"limits"}), range);
    for (std::size_t b = 0; b < t.at("bindings").size(); ++b)
        tag.bindings.push_back(readBinding(t.at("bindings")[b],
                                           below(path, {"bindings", std::to_string(b)})));
    return tag;
}

Limits Reader::readLimits(const json& limits, const Parts& path,
                          const std::optional<Interval>& range)
{
    Limits out;
    out.low = readSide(limits, "low", path, range);
    out.high = readSide(limits, "high", path, range);
    out.owner = text(limits, "owner");
    const std::optional<double> low = out.low.normal ? out.low.normal : out.low.alert;
    const std::optional<double> high = out.high.normal ? out.high.normal : out.high.alert;
    if (low && high && !(*low < *high))
        inconsistent("low limits below high limits", path);
    return out;
}

SideLimits Reader::readSide(const json& limits, const char* side, const Parts& path,
                            const std::optional<Interval>& range)
{
    SideLimits out;
    if (!limits.contains(side))
        return out;
    const double sign = std::string_view(side) == "low" ? -1.0 : 1.0;
    std::optional<double> inner;
    const auto take = [&](const char* key, std::optional<double>& limit) {
        const auto it = limits.at(side).find(key);
        if (it == limits.at(side).end())
            return;
        limit = it->get<double>();
        const Parts place = below(path, {side, key});
        if (inner && !(sign * *limit > sign * *inner))
            inconsistent("normal, alert and trip in this order, going outwards", place);
        if (range && (*limit < range->low || *limit > range->high))
            inconsistent("a limit inside the instrument's range", place);
        inner = limit;
    };
    take("normal", out.normal);
    take("alert", out.alert);
    take("trip", out.trip);
    return out;
}

Binding Reader::readBinding(const json& binding, const Parts& path)
{
    std::string place;
    Binding out;
    if (const auto s = binding.find("sparkplug"); s != binding.end()) {
        SparkplugBinding b{text(*s, "group"), text(*s, "node"), text(*s, "device"),
                           text(*s, "metric")};
        place = "sparkplug/" + b.group + '/' + b.node + '/' + b.device + '/' + b.metric;
        out = std::move(b);
    } else {
        const json& j = binding.at("json");
        JsonBinding b{text(j, "topic"), text(j, "value"), text(j, "time"), text(j, "sequence")};
        place = "json/" + b.topic + '#' + b.valuePointer;
        out = std::move(b);
    }
    if (!m_places.insert(place).second)
        report(ErrorCode::PlantDuplicate, {std::string("binding"), place}, path);
    return out;
}

void Reader::readAssets()
{
    std::vector<StateRule> common;
    if (m_doc.contains("states"))
        common = readStates(m_doc.at("states"), {"states"});
    for (std::size_t i = 0; i < m_plant.assets.size(); ++i) {
        const json& a = m_doc.at("assets")[i];
        const Parts path{"assets", std::to_string(i)};
        Asset& asset = m_plant.assets[i]; // its tags are already there
        asset.id = text(a, "id");
        asset.number = text(a, "number");
        asset.name = localText(a, "name");
        asset.areaId = text(a, "area");
        asset.classId = text(a, "class");
        known(m_areas, "area", asset.areaId, below(path, {"area"}));
        known(m_classes, "class", asset.classId, below(path, {"class"}));
        asset.modelName = text(a, "model");
        asset.owner = text(a, "owner");
        asset.deputy = text(a, "deputy");
        asset.decisionRole = text(a, "decision");
        asset.costPerHour = a.value("costPerHour", 0.0);
        asset.costBasis = localText(a, "costBasis");
        if (asset.costPerHour > 0.0 && m_plant.currency.empty())
            inconsistent("the plant's currency", {"currency"});
        asset.stateRules = a.contains("states")
                               ? readStates(a.at("states"), below(path, {"states"})) : common;
    }
}

std::vector<StateRule> Reader::readStates(const json& rules, const Parts& path)
{
    std::vector<StateRule> out;
    for (const json& r : rules) {
        StateRule rule;
        rule.state = fromWord(kStates, text(r, "state"));
        if (r.contains("tag")) {
            const Parts place = below(path, {std::to_string(out.size()), "tag"});
            if (known(m_tags, "tag", text(r, "tag"), place))
                rule.tag = TagId{m_tags.at(text(r, "tag"))};
            rule.comparison = fromWord(kComparisons, text(r, "is"));
            rule.value = value(r.at("value"));
        }
        out.push_back(std::move(rule));
    }
    return out;
}

Plant readPlant(std::string_view text, std::vector<Error>& errors)
{
    JsonLimits limits;
    limits.bytes = kMaxPlantBytes;
    const std::optional<json> document = parseJson(text, limits, errors);
    if (!document)
        return {};
    checkSchema(*document, plantSchema(), errors);
    if (!errors.empty())
        return {};
    return Reader(*document, errors).read();
}

} // namespace

Result<Plant> parsePlant(std::string_view json)
{
    std::vector<Error> errors;
    Plant plant = readPlant(json, errors);
    if (!errors.empty())
        return errors.front();
    return plant;
}

std::vector<Error> checkPlant(std::string_view json)
{
    std::vector<Error> errors;
    (void)readPlant(json, errors);
    return errors;
}

} // namespace gemba::twin
