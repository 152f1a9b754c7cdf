// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/scene_places.h"

#include <algorithm>
#include <map>

namespace gemba::ui {

std::vector<ScenePlace> placesOf(const std::vector<ScenePart>& parts, const std::vector<SceneViewpoint>& views,
                                 const twin::Plant& plant, const Phrases& phrases)
{
    std::map<std::string_view, std::size_t> partOf;
    std::map<std::string_view, std::vector<std::size_t>> partsOfArea;
    for (std::size_t i = 0; i < parts.size(); ++i)
        partOf.emplace(parts[i].assetId, i);
    for (const twin::Asset& asset : plant.assets) {
        if (const auto at = partOf.find(asset.id); at != partOf.end())
            partsOfArea[asset.areaId].push_back(at->second);
    }
    std::vector<ScenePlace> places;
    for (const twin::Area& area : plant.areas) {
        if (const auto at = partsOfArea.find(area.id); at != partsOfArea.end())
            places.push_back({phrases.text(area.name), at->second, {}});
    }
    for (const SceneViewpoint& view : views) {
        ScenePlace place{phrases.text(view.title), {}, view.direction};
        for (const std::string& id : view.assetIds) {
            if (const auto at = partOf.find(id); at != partOf.end())
                place.parts.push_back(at->second);
        }
        if (view.assetIds.empty()) {
            for (const auto& [area, ofArea] : partsOfArea)
                place.parts.insert(place.parts.end(), ofArea.begin(), ofArea.end());
        }
        if (!place.parts.empty())
            places.push_back(std::move(place));
    }
    return places;
}

} // namespace gemba::ui
