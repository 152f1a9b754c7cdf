// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "twin/model/snapshot.h"
#include "ui/scene/scene_view.h"

namespace gemba::test {

inline std::string fileBytes(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline ui::SceneDescription eastmanScene()
{
    return ui::parseScene(fileBytes(GEMBA_SOURCE_DIR "/resources/plants/eastman/scene.json")).value();
}

/// The five machines of the Eastman works, in the order of plant.json, with nothing else.
inline std::shared_ptr<twin::Plant> fiveMachines()
{
    auto plant = std::make_shared<twin::Plant>();
    plant->timeZone = "America/New_York";
    const std::array<std::array<const char*, 3>, 5> machines{{{"reactor", "Reactor", "R-101"},
                                                              {"condenser", "Condenser", "E-102"},
                                                              {"separator", "Separator", "V-103"},
                                                              {"compressor", "Recycle compressor", "K-104"},
                                                              {"stripper", "Stripper", "C-105"}}};
    for (const auto& [id, name, number] : machines) {
        twin::Asset asset;
        asset.id = id;
        asset.name.byLanguage = {{"en", name}};
        asset.number = number;
        plant->assets.push_back(asset);
    }
    return plant;
}

/// So many pumps in a square.
inline ui::SceneDescription manyPumps(std::uint32_t n)
{
    ui::SceneDescription scene;
    scene.gridStep = 5;
    const auto side = static_cast<std::uint32_t>(std::ceil(std::sqrt(n)));
    for (std::uint32_t i = 0; i < n; ++i) {
        ui::SceneNode node;
        node.assetId = "p" + std::to_string(i);
        node.shape = i % 7 == 0 ? ui::Shape::VerticalDrum : ui::Shape::Pump;
        node.position = {static_cast<float>(i % side) * 5, static_cast<float>(i / side) * 4, 0};
        node.size = i % 7 == 0 ? ui::Point3{2, 2, 4} : ui::Point3{3, 1.2F, 1.4F};
        node.plinth = 0.3F;
        scene.nodes.push_back(node);
    }
    return scene;
}

inline std::shared_ptr<twin::Plant> manyMachines(std::uint32_t n)
{
    auto plant = std::make_shared<twin::Plant>();
    plant->timeZone = "UTC";
    for (std::uint32_t i = 0; i < n; ++i) {
        twin::Asset asset;
        asset.id = "p" + std::to_string(i);
        asset.name.byLanguage = {{"en", "Feed pump"}};
        asset.number = "P-" + std::to_string(1000 + i);
        plant->assets.push_back(asset);
    }
    return plant;
}

/// Markup, right to left, emoji, 300 characters.
inline void giveHardNames(twin::Plant& plant)
{
    const std::array<std::string, 4> names{"<b>Reactor</b> &amp; <img src=x>", "مفاعل كيميائي",
                                           "Pump 🛢️🔥", std::string(300, 'W')};
    for (std::size_t i = 0; i < plant.assets.size(); ++i)
        plant.assets[i].name.byLanguage = {{"en", names[i % names.size()]}};
}

/// All machines in good health, then whatever `change` does to them.
template <class Change>
twin::SnapshotPtr snapshotOf(const std::shared_ptr<const twin::Plant>& plant, Change change)
{
    auto s = std::make_shared<twin::Snapshot>();
    s->plant = plant;
    s->at = 1'763'900'000 * twin::kSecond;
    s->assets.resize(plant->assets.size());
    for (twin::AssetState& a : s->assets) {
        a.assessment.withheld = twin::Withheld::No;
        a.assessment.score = 97'000;
    }
    change(*s);
    return s;
}

} // namespace gemba::test
