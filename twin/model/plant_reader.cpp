// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/plant_reader.h"

#include <algorithm>

namespace gemba::twin {

using nlohmann::json;

namespace {

constexpr std::array<std::pair<std::string_view, OperatingState>, 7> kStates{
    {{"running", OperatingState::Running},
     {"standby", OperatingState::Standby},
     {"starting", OperatingState::Starting},
     {"stopping", OperatingState::Stopping},
     {"stopped", OperatingState::Stopped},
     {"maintenance", OperatingState::Maintenance},
     {"test", OperatingState::Test}}};
constexpr std::array<std::pair<std::string_view, Comparison>, 6> kComparisons{
    {{"equal", Comparison::Equal},
     {"notEqual", Comparison::NotEqual},
     {"less", Comparison::Less},
     {"lessEqual", Comparison::LessEqual},
     {"greater", Comparison::Greater},
     {"greaterEqual", Comparison::GreaterEqual}}};

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

} // namespace

std::string textOf(const json& object, const char* key)
{
    return object.value(key, std::string());
}

LocalText localTextOf(const json& object, const char* key)
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

Plant PlantReader::read()
{
    readHead();
    readAreas();
    readClasses();
    nameAll();
    readTags();
    readAssets();
    readOutput();
    readOutages();
    readBalances();
    readModelPages();
    return std::move(m_plant);
}

TimeNs PlantReader::duration(const json& object, const char* key, TimeNs otherwise,
                             const Parts& path)
{
    const std::string words = textOf(object, key);
    if (words.empty())
        return otherwise;
    const std::optional<TimeNs> t = parseDuration(words);
    if (!t || *t < 0 || *t > 366 * 24 * kHour) {
        inconsistent("a length of time of at most 366 days", below(path, {key}));
        return otherwise;
    }
    return *t;
}

void PlantReader::readHead()
{
    m_plant.id = textOf(m_doc, "id");
    m_plant.enterprise = localTextOf(m_doc, "enterprise");
    m_plant.site = localTextOf(m_doc, "site");
    m_plant.notice = localTextOf(m_doc, "notice");
    m_plant.timeZone = textOf(m_doc, "timeZone");
    m_plant.currency = textOf(m_doc, "currency");
    m_plant.processSpeed = m_doc.value("processSpeed", 1.0);
    m_plant.onDuty = textOf(m_doc, "onDuty");
    m_plant.sceneName = textOf(m_doc, "scene");
    if (m_doc.contains("subscriptions"))
        m_plant.subscriptions = m_doc.at("subscriptions").get<std::vector<std::string>>();
    if (m_doc.contains("rules"))
        readRules(m_doc.at("rules"));
}

void PlantReader::readRules(const json& rules)
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

void PlantReader::readAreas()
{
    for (const json& a : m_doc.at("areas")) {
        const auto i = static_cast<std::uint32_t>(m_plant.areas.size());
        Area area{textOf(a, "id"), localTextOf(a, "name"), a.value("apart", false), {}};
        name(m_areas, "area", area.id, i, {"areas", std::to_string(i), "id"});
        for (const json& l : a.value("lines", json::array())) {
            const Parts path{"areas", std::to_string(i), "lines", std::to_string(area.lines.size()), "id"};
            area.lines.push_back({textOf(l, "id"), localTextOf(l, "name")});
            name(m_lines, "line", area.lines.back().id, i, path);
        }
        m_plant.areas.push_back(std::move(area));
    }
}

void PlantReader::readClasses()
{
    for (const json& c : m_doc.at("classes")) {
        const auto i = static_cast<std::uint32_t>(m_plant.classes.size());
        m_plant.classes.push_back({textOf(c, "id"), localTextOf(c, "name"), textOf(c, "shape"), std::nullopt});
        if (c.contains("life")) {
            const json& life = c.at("life");
            LifeSetup& setup = m_plant.classes.back().life.emplace();
            setup.modelName = textOf(life, "model");
            setup.unit = localTextOf(life, "unit");
            if (life.contains("limits"))
                setup.limits = readLimits(life.at("limits"), {"classes", std::to_string(i), "life", "limits"}, std::nullopt);
        }
        name(m_classes, "class", m_plant.classes.back().id, i,
             {"classes", std::to_string(i), "id"});
    }
}

/// Assets name tags and tags name assets: all names first.
void PlantReader::nameAll()
{
    std::uint32_t i = 0;
    for (const json& a : m_doc.at("assets")) {
        name(m_assets, "asset", textOf(a, "id"), i, {"assets", std::to_string(i), "id"});
        ++i;
    }
    i = 0;
    for (const json& t : m_doc.at("tags")) {
        name(m_tags, "tag", textOf(t, "id"), i, {"tags", std::to_string(i), "id"});
        ++i;
    }
    m_plant.assets.resize(m_doc.at("assets").size());
}

void PlantReader::readAssets()
{
    std::vector<StateRule> common;
    if (m_doc.contains("states"))
        common = readStates(m_doc.at("states"), {"states"});
    for (std::size_t i = 0; i < m_plant.assets.size(); ++i) {
        const json& a = m_doc.at("assets")[i];
        const Parts path{"assets", std::to_string(i)};
        Asset& asset = m_plant.assets[i]; // its tags are already there
        asset.id = textOf(a, "id");
        asset.number = textOf(a, "number");
        asset.name = localTextOf(a, "name");
        asset.areaId = textOf(a, "area");
        asset.lineId = textOf(a, "line");
        asset.classId = textOf(a, "class");
        known(m_areas, "area", asset.areaId, below(path, {"area"}));
        known(m_classes, "class", asset.classId, below(path, {"class"}));
        readLineOf(asset, below(path, {"line"}));
        asset.modelName = textOf(a, "model");
        if (a.contains("vibration"))
            readVibration(a.at("vibration"), asset, below(path, {"vibration"}));
        asset.owner = textOf(a, "owner");
        asset.deputy = textOf(a, "deputy");
        asset.decisionRole = textOf(a, "decision");
        asset.costPerHour = a.value("costPerHour", 0.0);
        asset.costBasis = localTextOf(a, "costBasis");
        if (asset.costPerHour > 0.0 && m_plant.currency.empty())
            inconsistent("the plant's currency", {"currency"});
        asset.stateRules =
            a.contains("states") ? readStates(a.at("states"), below(path, {"states"})) : common;
    }
}

void PlantReader::readLineOf(const Asset& asset, const Parts& path)
{
    if (asset.lineId.empty() || !known(m_lines, "line", asset.lineId, path))
        return;
    const auto area = m_areas.find(asset.areaId);
    if (area != m_areas.end() && m_lines.at(asset.lineId) != area->second)
        inconsistent("a line of the asset's area", path);
}

void PlantReader::readOutput()
{
    const auto o = m_doc.find("output");
    if (o == m_doc.end())
        return;
    const std::string tag = textOf(*o, "tag");
    if (known(m_tags, "tag", tag, {"output", "tag"}))
        m_plant.output.tag = TagId{m_tags.at(tag)};
    m_plant.output.plan = o->at("plan").get<double>();
    m_plant.output.basis = localTextOf(*o, "basis");
}

TimeNs PlantReader::instant(const json& object, const char* key, const Parts& path)
{
    const std::optional<TimeNs> t = parseIso8601(textOf(object, key));
    if (!t)
        inconsistent("an ISO 8601 date and time with Z or an offset", below(path, {key}));
    return t.value_or(kNoTime);
}

void PlantReader::readOutages()
{
    const auto list = m_doc.find("outages");
    if (list == m_doc.end())
        return;
    for (const json& o : *list) {
        const Parts path{"outages", std::to_string(m_plant.outages.size())};
        Outage outage{instant(o, "from", path), instant(o, "to", path), localTextOf(o, "text")};
        if (outage.from != kNoTime && outage.to != kNoTime && outage.to <= outage.from)
            inconsistent("an end after the begin", below(path, {"to"}));
        m_plant.outages.push_back(std::move(outage));
    }
    std::stable_sort(m_plant.outages.begin(), m_plant.outages.end(),
                     [](const Outage& a, const Outage& b) { return a.from < b.from; });
}

std::vector<StateRule> PlantReader::readStates(const json& rules, const Parts& path)
{
    std::vector<StateRule> out;
    for (const json& r : rules) {
        StateRule rule;
        rule.state = fromWord(kStates, textOf(r, "state"));
        if (r.contains("tag")) {
            const Parts place = below(path, {std::to_string(out.size()), "tag"});
            if (known(m_tags, "tag", textOf(r, "tag"), place))
                rule.tag = TagId{m_tags.at(textOf(r, "tag"))};
            rule.comparison = fromWord(kComparisons, textOf(r, "is"));
            rule.value = value(r.at("value"));
        }
        out.push_back(std::move(rule));
    }
    return out;
}

} // namespace gemba::twin
