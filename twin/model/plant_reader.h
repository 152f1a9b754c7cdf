// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the .cpp files of plant_json only.
#include <array>
#include <map>
#include <set>

#include "twin/model/json_document.h"
#include "twin/model/plant.h"

namespace gemba::twin {

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

/// A text that may be left out.
[[nodiscard]] std::string textOf(const nlohmann::json& object, const char* key);
/// A text per language, English first; nothing where the key is left out.
[[nodiscard]] LocalText localTextOf(const nlohmann::json& object, const char* key);

/// Builds the plant from a document that fits the schema and collects what is wrong beyond it.
class PlantReader
{
public:
    PlantReader(const nlohmann::json& document, std::vector<Error>& errors)
        : m_doc(document), m_errors(errors)
    {
    }

    Plant read();

private:
    using Parts = std::vector<std::string>; ///< of a JSON pointer
    void readHead();
    void readRules(const nlohmann::json& rules);
    void readAreas();
    void readClasses();
    void nameAll();
    void readTags();
    Tag readTag(const nlohmann::json& t, const Parts& path);
    void readAssets();
    void readLineOf(const Asset& asset, const Parts& path);
    void readOutput();
    void readOutages();
    void readBalances();
    void readModelPages();
    [[nodiscard]] TagId tagOf(const nlohmann::json& object, const char* key, const Parts& path);
    TimeNs instant(const nlohmann::json& object, const char* key, const Parts& path);
    Limits readLimits(const nlohmann::json& limits, const Parts& path,
                      const std::optional<Interval>& range);
    SideLimits readSide(const nlohmann::json& limits, const char* side, const Parts& path,
                        const std::optional<Interval>& range);
    Binding readBinding(const nlohmann::json& binding, const Parts& path);
    FeatureBinding readFeature(const nlohmann::json& feature, const Parts& path);
    void readWaveform(const nlohmann::json& t, Tag& tag, const Parts& path);
    void readVibration(const nlohmann::json& vibration, Asset& asset, const Parts& path);
    std::vector<StateRule> readStates(const nlohmann::json& rules, const Parts& path);
    TimeNs duration(const nlohmann::json& object, const char* key, TimeNs otherwise,
                    const Parts& path);

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

    const nlohmann::json& m_doc;
    std::vector<Error>& m_errors;
    Plant m_plant;
    std::map<std::string, std::uint32_t> m_areas, m_classes, m_assets, m_tags;
    std::map<std::string, std::uint32_t> m_lines; ///< the area each belongs to
    std::set<std::string> m_places; ///< bindings already taken
};

} // namespace gemba::twin
