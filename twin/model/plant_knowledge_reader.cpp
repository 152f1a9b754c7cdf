// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "twin/model/plant_reader.h"

namespace gemba::twin {

using nlohmann::json;

TagId PlantReader::tagOf(const json& object, const char* key, const Parts& path)
{
    const std::string id = textOf(object, key);
    return known(m_tags, "tag", id, below(path, {key})) ? TagId{m_tags.at(id)} : kNoTag;
}

void PlantReader::readBalances()
{
    const auto list = m_doc.find("balances");
    if (list == m_doc.end())
        return;
    for (const json& b : *list) {
        const Parts path{"balances", std::to_string(m_plant.balances.size())};
        Balance balance{textOf(b, "id"), localTextOf(b, "name"), {}, b.value("constant", 0.0),
                        b.at("tolerance").get<double>(), textOf(b, "unit"), localTextOf(b, "basis")};
        for (const json& t : b.at("terms")) {
            const Parts place = below(path, {"terms", std::to_string(balance.terms.size())});
            balance.terms.push_back({tagOf(t, "tag", place), t.at("factor").get<double>()});
        }
        for (const Balance& other : m_plant.balances) {
            if (other.id == balance.id)
                report(ErrorCode::PlantDuplicate, {std::string("balance"), balance.id}, below(path, {"id"}));
        }
        m_plant.balances.push_back(std::move(balance));
    }
}

void PlantReader::readModelPages()
{
    const auto list = m_doc.find("models");
    if (list == m_doc.end())
        return;
    for (const json& m : *list) {
        const Parts path{"models", std::to_string(m_plant.modelPages.size())};
        ModelPage page{textOf(m, "file"), localTextOf(m, "intended"), localTextOf(m, "forbidden"),
                       localTextOf(m, "hazards"), {}, textOf(m, "owner"), instant(m, "reviewBy", path)};
        const bool used = std::any_of(m_plant.assets.begin(), m_plant.assets.end(),
                                      [&](const Asset& a) { return a.modelName == page.modelName; });
        if (!used)
            inconsistent("a model that an asset uses", below(path, {"file"}));
        if (m_plant.modelPage(page.modelName) != nullptr)
            report(ErrorCode::PlantDuplicate, {std::string("model"), page.modelName}, below(path, {"file"}));
        for (const json& e : m.value("envelope", json::array())) {
            const Parts place = below(path, {"envelope", std::to_string(page.envelope.size())});
            const Interval range{e.at("range")[0].get<double>(), e.at("range")[1].get<double>()};
            const TagId tag = tagOf(e, "tag", place);
            if (!(range.low < range.high))
                inconsistent("the lower number first", below(place, {"range"}));
            page.envelope.push_back({tag, range});
        }
        m_plant.modelPages.push_back(std::move(page));
    }
}

} // namespace gemba::twin
