// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_fleet.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "twin/store/plant_folder.h"

namespace gemba::test {
namespace {

const std::string kFolder = GEMBA_SOURCE_DIR "/resources/plants/turbofan";

template <class T>
T must(twin::Result<T> result)
{
    if (!result)
        throw std::runtime_error("the fleet: error " + std::to_string(static_cast<int>(result.error().code)));
    return std::move(result).value();
}

} // namespace

twin::Blob* blobOf(twin::PlantPackage& package, std::string_view kind)
{
    for (twin::Blob& b : package.blobs) {
        if (b.kind == kind)
            return &b;
    }
    return nullptr;
}

twin::PlantPackage smallFleet(std::size_t engines)
{
    twin::PlantPackage package = must(twin::loadPlantFolder(kFolder));
    std::erase_if(package.blobs, [](const twin::Blob& b) { return b.kind == "scene"; });
    twin::Blob& plant = *blobOf(package, "plant");
    auto document = nlohmann::json::parse(plant.bytes);
    document.erase("scene");
    auto& assets = document["assets"];
    assets.erase(assets.begin() + static_cast<std::ptrdiff_t>(engines), assets.end());
    nlohmann::json tags = nlohmann::json::array();
    for (const auto& tag : document["tags"]) {
        for (const auto& asset : assets) {
            if (tag["asset"] == asset["id"])
                tags.push_back(tag);
        }
    }
    document["tags"] = std::move(tags);
    plant.bytes = document.dump();
    plant.sha256 = twin::sha256Hex(plant.bytes);
    return package;
}

bool writeFleet(const twin::PlantPackage& package, const std::string& folder)
{
    namespace fs = std::filesystem;
    for (const twin::Blob& b : package.blobs) {
        const fs::path file = fs::path(folder) / b.name;
        fs::create_directories(file.parent_path());
        if (!(std::ofstream(file, std::ios::binary) << b.bytes))
            return false;
    }
    fs::create_directories(fs::path(folder) / "runs");
    return fs::copy_file(kFolder + "/runs/lives.run", fs::path(folder) / "runs/lives.run");
}

plant::Run recordedLives()
{
    return must(plant::loadRun(kFolder + "/runs/lives.run"));
}

} // namespace gemba::test
