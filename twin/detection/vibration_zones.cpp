// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/vibration_zones.h"

#include <algorithm>

#include "twin/model/json_document.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxZonesBytes = 4 << 20;

Error inconsistent(const char* expected, std::string path)
{
    return {ErrorCode::PlantInconsistent, {std::string(expected)}, {.jsonPath = std::move(path)}};
}

LocalText textOf(const json& texts)
{
    LocalText out;
    out.byLanguage.emplace_back("en", texts.at("en").get<std::string>());
    for (const auto& [language, words] : texts.items()) {
        if (language != "en")
            out.byLanguage.emplace_back(language, words.get<std::string>());
    }
    return out;
}

MachineClass classOf(const json& c)
{
    const json& zones = c.at("zones");
    return {c.at("id").get<std::string>(), textOf(c.at("name")),       c.at("source").get<std::string>(),
            c.at("band")[0].get<double>(), c.at("band")[1].get<double>(), zones.at("AB").get<double>(),
            zones.at("BC").get<double>(),  zones.at("CD").get<double>()};
}

Result<SideLimits> impactOf(const json& impacts, const char* name)
{
    const json& l = impacts.at(name);
    SideLimits out{l.at("normal").get<double>(), l.at("alert").get<double>(), {}};
    if (l.contains("trip"))
        out.trip = l.at("trip").get<double>();
    if (!(*out.normal < *out.alert) || (out.trip && !(*out.alert < *out.trip)))
        return inconsistent("normal, alert and trip in rising order", jsonPointer({"impacts", name}));
    return out;
}

} // namespace

VibrationZone MachineClass::zone(double velocityRms) const
{
    if (velocityRms >= edgeCD)
        return VibrationZone::D;
    if (velocityRms >= edgeBC)
        return VibrationZone::C;
    return velocityRms >= edgeAB ? VibrationZone::B : VibrationZone::A;
}

Limits MachineClass::limits() const
{
    return {{}, {edgeAB, edgeBC, edgeCD}, source};
}

const MachineClass* VibrationZones::find(std::string_view id) const
{
    const auto found = std::find_if(classes.begin(), classes.end(), [&](const MachineClass& c) { return c.id == id; });
    return found == classes.end() ? nullptr : &*found;
}

Result<VibrationZones> parseZones(std::string_view text)
{
    std::vector<Error> errors;
    JsonLimits limits;
    limits.bytes = kMaxZonesBytes;
    const std::optional<json> document = parseJson(text, limits, errors);
    if (document)
        checkSchema(*document, zonesSchema(), errors);
    if (!errors.empty())
        return errors.front();
    VibrationZones zones;
    for (const json& c : document->at("machineClasses")) {
        const std::string place = std::to_string(zones.classes.size());
        MachineClass one = classOf(c);
        if (zones.find(one.id) != nullptr)
            return Error{ErrorCode::PlantDuplicate, {std::string("machine class"), one.id},
                         {.jsonPath = jsonPointer({"machineClasses", place, "id"})}};
        if (!(one.bandLow < one.bandHigh))
            return inconsistent("the lower frequency first", jsonPointer({"machineClasses", place, "band"}));
        if (!(one.edgeAB < one.edgeBC && one.edgeBC < one.edgeCD))
            return inconsistent("AB, BC and CD in rising order", jsonPointer({"machineClasses", place, "zones"}));
        zones.classes.push_back(std::move(one));
    }
    for (const auto& [name, side] : {std::pair{"crest", &zones.crest}, {"kurtosis", &zones.kurtosis}, {"bearingLine", &zones.bearingLine}}) {
        const Result<SideLimits> read = impactOf(document->at("impacts"), name);
        if (!read)
            return read.error();
        *side = *read;
    }
    return zones;
}

} // namespace gemba::twin
