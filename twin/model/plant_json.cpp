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
    const Plant plant = readPlant(json, errors);
    for (std::size_t i = 0; i < plant.assets.size() && errors.size() < kMaxJsonErrors; ++i) {
        const std::string& model = plant.assets[i].modelName;
        if (model.empty() || plant.modelPage(model))
            continue;
        Error e{ErrorCode::PlantInconsistent, {std::string("a safety page of this model in /models")}, {}};
        e.place.jsonPath = jsonPointer({"assets", std::to_string(i), "model"});
        errors.push_back(std::move(e));
    }
    return errors;
}

} // namespace gemba::twin
