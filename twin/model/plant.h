// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "twin/model/plant_knowledge.h"
#include "twin/model/tag.h"

namespace gemba::twin {

enum class OperatingState : std::uint8_t {
    Unknown, Running, Standby, Starting, Stopping, Stopped, Maintenance, Test
};

enum class Comparison : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

/// First rule that holds wins; none holds: Unknown.
struct StateRule {
    OperatingState state = OperatingState::Unknown;
    TagId tag = kNoTag; ///< kNoTag: always holds
    Comparison comparison = Comparison::Equal;
    Value value;
};

/// How the remaining life of the assets of a class is predicted, row by row of their inputs. A row is
/// there when the tag "<asset>_<time>" has moved on, time being the column that the model counts ages
/// by; a column c is the tag "<asset>_<c>".
struct LifeSetup {
    std::string modelName; ///< blob of the plant's package: a model with the task rul
    LocalText unit;        ///< of life, as printed: "cycles"
    /// Of the median of life, in that unit; by them it deducts as a physical indicator does. Without
    /// any, life is shown and takes nothing off.
    Limits limits;
};

struct AssetClass {
    std::string id;
    LocalText name;
    std::string shape; ///< parametric shape of the scene library
    std::optional<LifeSetup> life;
};

/// How an asset's vibration is judged. zones and bearing are blobs of the plant's package.
struct VibrationSetup {
    std::string zonesName;
    std::string machineClass; ///< id in the zones
    std::string bearingName;  ///< empty: not known
    TagId speed = kNoTag;     ///< of the shaft, in turns per minute
    /// As the bearing file says: multiples of the shaft's frequency at which damage of inner race,
    /// outer race, ball and cage repeats. 0: not known.
    std::array<double, 4> bearingOrders{};
};

struct Asset {
    std::string id; ///< unique in the plant, e.g. "reactor"
    std::string number; ///< as on the drawing, e.g. "R-101"
    LocalText name;
    std::string areaId;
    std::string lineId; ///< of that area; empty: it stands in none
    std::string classId;
    std::vector<TagId> tags;
    std::vector<StateRule> stateRules;
    std::string modelName; ///< blob name of its detection model; empty: none
    std::optional<VibrationSetup> vibration;
    std::string owner, deputy; ///< roles
    std::string decisionRole;  ///< who decides on it
    double costPerHour = 0.0;  ///< of an unplanned stop, in Plant::currency
    LocalText costBasis;       ///< where that number comes from; an assumption says so
};

/// What ISA-95 calls a work centre: a production line, unit or process cell of an area.
struct Line {
    std::string id; ///< unique in the plant
    LocalText name;
};

struct Area {
    std::string id;
    LocalText name;
    bool apart = false; ///< stands beside the plant: does not count in the site's roll-up
    std::vector<Line> lines;
};

/// How alerts behave at this plant.
struct AlertRules {
    TimeNs dwell = 4 * kSecond; ///< a worse word must hold this long before it is taken
    TimeNs scorePeriod = kSecond; ///< an asset is scored at the latest this long after new input
    double staleAfterPeriods = 3.0; ///< a tag is stale after this many expected periods
    TimeNs reorderTimeout = 2 * kSecond; ///< Sparkplug: wait this long for a missing message
    TimeNs rebirthInterval = 30 * kSecond; ///< ask a node for rebirth at most once in this time
};

/// What the plant makes, against its plan.
struct Output {
    TagId tag = kNoTag; ///< kNoTag: not described
    double plan = 0.0;  ///< in the tag's unit
    LocalText basis;    ///< where the plan comes from; an assumption says so
};

/// A stop that is planned, from <= t < to.
struct Outage {
    TimeNs from = kNoTime;
    TimeNs to = kNoTime;
    LocalText text; ///< what is done in it; may be empty
};

/// One plant as described by plant.json: ISA-95 site, areas, assets, tags. A value; every id
/// above is a position in these lists.
struct Plant {
    std::string id;
    LocalText enterprise, site;
    LocalText notice; ///< what must be said wherever data is shown, e.g. "simulated 1993 benchmark"
    std::string timeZone; ///< IANA name of the site
    std::string currency;
    double processSpeed = 1.0; ///< process time per arrival time at speed 1 (180: 3 min rows each s)
    std::vector<Area> areas;
    std::vector<AssetClass> classes;
    std::vector<Asset> assets;
    std::vector<Tag> tags;
    AlertRules rules;
    std::string sceneName; ///< blob name
    std::string onDuty;    ///< role shown in the top bar
    Output output;
    std::vector<Outage> outages; ///< by their begin
    std::vector<Balance> balances;
    std::vector<ModelPage> modelPages;
    std::vector<std::string> subscriptions; ///< MQTT topic filters

    [[nodiscard]] TagId findTag(std::string_view id) const;
    [[nodiscard]] AssetId findAsset(std::string_view id) const;
    /// The outage that is on at t or, if none is, the next one; null: none is planned.
    [[nodiscard]] const Outage* nextOutage(TimeNs t) const;
    [[nodiscard]] const ModelPage* modelPage(std::string_view modelName) const; ///< null: none
    [[nodiscard]] const Tag& tag(TagId id) const { return tags[index(id)]; }
    [[nodiscard]] const Asset& asset(AssetId id) const { return assets[index(id)]; }
    /// By the asset's class; null: its life is not predicted.
    [[nodiscard]] const LifeSetup* lifeOf(AssetId id) const;
};

} // namespace gemba::twin
