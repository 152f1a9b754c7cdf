// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/plant_json.h"

#include "twin/model/plant_reader.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

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
    return PlantReader(*document, errors).read();
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
