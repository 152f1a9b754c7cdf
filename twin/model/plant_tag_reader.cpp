// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/plant_reader.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

constexpr std::array<std::pair<std::string_view, TagRole>, 6> kRoles{
    {{"measurement", TagRole::Measurement},
     {"setting", TagRole::Setting},
     {"state", TagRole::State},
     {"event", TagRole::Event},
     {"sequence", TagRole::Sequence},
     {"waveform", TagRole::Waveform}}};

} // namespace

void PlantReader::readTags()
{
    for (const json& t : m_doc.at("tags")) {
        const auto i = static_cast<std::uint32_t>(m_plant.tags.size());
        const Parts path{"tags", std::to_string(i)};
        Tag tag = readTag(t, path);
        const std::string asset = textOf(t, "asset");
        if (!asset.empty() && known(m_assets, "asset", asset, below(path, {"asset"}))) {
            tag.asset = AssetId{m_assets.at(asset)};
            m_plant.assets[m_assets.at(asset)].tags.push_back(TagId{i});
        }
        m_plant.tags.push_back(std::move(tag));
    }
}

Tag PlantReader::readTag(const json& t, const Parts& path)
{
    Tag tag;
    tag.id = textOf(t, "id");
    tag.number = textOf(t, "number");
    tag.name = localTextOf(t, "name");
    tag.shortName = localTextOf(t, "short");
    tag.unit = textOf(t, "unit");
    tag.shownUnit = t.value("shownUnit", tag.unit);
    tag.role = fromWord(kRoles, t.value("role", std::string("measurement")));
    tag.decimals = t.value("decimals", tag.decimals);
    tag.expectedPeriod = duration(t, "period", tag.expectedPeriod, path);
    tag.onOverview = t.value("overview", false);
    const std::string setpoint = textOf(t, "setpoint");
    if (!setpoint.empty() && known(m_tags, "tag", setpoint, below(path, {"setpoint"})))
        tag.setpoint = TagId{m_tags.at(setpoint)};
    if (const auto same = t.find("sameAs"); same != t.end()) {
        tag.sameAs = tagOf(*same, "tag", below(path, {"sameAs"}));
        tag.agreesWithin = same->at("within").get<double>();
    }
    std::optional<Interval> range;
    if (t.contains("range")) {
        range = Interval{t.at("range")[0].get<double>(), t.at("range")[1].get<double>()};
        tag.range = *range;
        if (!(range->low < range->high))
            inconsistent("the lower number first", below(path, {"range"}));
    } else if (tag.role == TagRole::Measurement || tag.role == TagRole::Setting) {
        inconsistent("the instrument's range", below(path, {"range"}));
    }
    if (tag.role == TagRole::Waveform || t.contains("rate"))
        readWaveform(t, tag, path);
    if (t.contains("limits"))
        tag.limits = readLimits(t.at("limits"), below(path, {"limits"}), range);
    for (std::size_t b = 0; b < t.at("bindings").size(); ++b)
        tag.bindings.push_back(
            readBinding(t.at("bindings")[b], below(path, {"bindings", std::to_string(b)})));
    return tag;
}

Limits PlantReader::readLimits(const json& limits, const Parts& path,
                               const std::optional<Interval>& range)
{
    Limits out;
    out.low = readSide(limits, "low", path, range);
    out.high = readSide(limits, "high", path, range);
    out.owner = textOf(limits, "owner");
    const std::optional<double> low = out.low.normal ? out.low.normal : out.low.alert;
    const std::optional<double> high = out.high.normal ? out.high.normal : out.high.alert;
    if (low && high && !(*low < *high))
        inconsistent("low limits below high limits", path);
    return out;
}

SideLimits PlantReader::readSide(const json& limits, const char* side, const Parts& path,
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

Binding PlantReader::readBinding(const json& binding, const Parts& path)
{
    std::string place;
    Binding out;
    if (const auto s = binding.find("sparkplug"); s != binding.end()) {
        SparkplugBinding b{textOf(*s, "group"), textOf(*s, "node"), textOf(*s, "device"),
                           textOf(*s, "metric")};
        place = "sparkplug/" + b.group + '/' + b.node + '/' + b.device + '/' + b.metric;
        out = std::move(b);
    } else if (const auto f = binding.find("feature"); f != binding.end()) {
        place = "feature/" + textOf(*f, "waveform") + '#' + textOf(*f, "of");
        out = readFeature(*f, below(path, {"feature"}));
    } else {
        const json& j = binding.at("json");
        JsonBinding b{textOf(j, "topic"), textOf(j, "value"), textOf(j, "time"),
                      textOf(j, "sequence")};
        place = "json/" + b.topic + '#' + b.valuePointer;
        out = std::move(b);
    }
    if (!m_places.insert(place).second)
        report(ErrorCode::PlantDuplicate, {std::string("binding"), place}, path);
    return out;
}

} // namespace gemba::twin
