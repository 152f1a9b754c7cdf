// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/health/roll_up.h"

#include <map>
#include <string_view>

namespace gemba::twin {
namespace {

void count(RollUp& up, AssetId id, const Assessment& a)
{
    if (a.withheld != Withheld::No) {
        ++up.withheld;
        return;
    }
    ++up.scored;
    up.abnormal += a.word != ConditionWord::Normal ? 1 : 0;
    if (up.worst != kNoAsset && (a.word < up.word || (a.word == up.word && a.score >= up.score)))
        return;
    up.worst = id;
    up.score = a.score;
    up.word = a.word;
    up.reason = a.deductions.empty() ? std::nullopt : std::optional(a.deductions.front());
}

/// The rows without figures, and where areas and lines have theirs.
struct Rows {
    explicit Rows(const Plant& plant) : all(1)
    {
        for (std::uint32_t i = 0; i < plant.areas.size(); ++i) {
            area.emplace(plant.areas[i].id, all.size());
            all.push_back({.area = i});
            for (std::uint32_t l = 0; l < plant.areas[i].lines.size(); ++l) {
                line.emplace(plant.areas[i].lines[l].id, all.size());
                all.push_back({.area = i, .line = l});
            }
        }
    }
    std::vector<RollUp> all;
    std::map<std::string_view, std::size_t> area, line;
};

} // namespace

std::vector<RollUp> rollUp(const Snapshot& snapshot)
{
    if (!snapshot.plant)
        return {};
    const Plant& plant = *snapshot.plant;
    Rows rows(plant);
    for (std::uint32_t i = 0; i < plant.assets.size() && i < snapshot.assets.size(); ++i) {
        const Assessment& a = snapshot.assets[i].assessment;
        const auto area = rows.area.find(plant.assets[i].areaId);
        const bool apart = area != rows.area.end() && plant.areas[rows.all[area->second].area].apart;
        if (!apart)
            count(rows.all.front(), AssetId{i}, a);
        if (area != rows.area.end())
            count(rows.all[area->second], AssetId{i}, a);
        if (const auto line = rows.line.find(plant.assets[i].lineId); line != rows.line.end())
            count(rows.all[line->second], AssetId{i}, a);
    }
    return std::move(rows.all);
}

} // namespace gemba::twin
