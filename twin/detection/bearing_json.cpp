// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/detection/bearing.h"
#include "twin/model/json_document.h"

namespace gemba::twin {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxBearingBytes = 1 << 20;
constexpr std::array<const char*, kBearingLines> kNames{"BPFI", "BPFO", "2xBSF", "FTF"};

Error at(const char* path, const char* expected)
{
    return {ErrorCode::PlantInconsistent, {std::string(expected)}, {.jsonPath = path}};
}

/// Other ways in which makers write the same: all orders in an object "orders"; BSF alone.
void unfold(json& document)
{
    if (!document.is_object())
        return;
    if (const auto orders = document.find("orders"); orders != document.end() && orders->is_object()) {
        const json inner = std::move(*orders);
        document.erase(orders);
        for (const auto& [name, value] : inner.items())
            document.emplace(name, value); // what stands outside already, stays
    }
    const auto spin = document.find("BSF");
    if (spin != document.end() && spin->is_number() && !document.contains("2xBSF"))
        document["2xBSF"] = 2.0 * spin->get<double>();
}

} // namespace

Result<Bearing> parseBearing(std::string_view text)
{
    std::vector<Error> errors;
    JsonLimits limits;
    limits.bytes = kMaxBearingBytes;
    std::optional<json> document = parseJson(text, limits, errors);
    if (document)
        unfold(*document);
    if (document)
        checkSchema(*document, bearingSchema(), errors);
    if (!errors.empty())
        return errors.front();
    Bearing bearing;
    bearing.name = document->value("bearing", std::string());
    for (std::size_t i = 0; i < kBearingLines; ++i)
        bearing.orders[i] = document->at(kNames[i]).get<double>();
    // A rolling element has one inner and one outer contact: together they pass as many times as
    // there are elements, and the inner race meets them more often.
    if (!(bearing.order(BearingLine::InnerRace) > bearing.order(BearingLine::OuterRace)))
        return at("/BPFI", "more than BPFO");
    if (!(bearing.order(BearingLine::Cage) < 0.5))
        return at("/FTF", "less than 0.5: a cage turns less than half as fast as the shaft");
    return bearing;
}

} // namespace gemba::twin
