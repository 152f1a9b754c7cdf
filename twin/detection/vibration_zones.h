// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twin/model/plant.h"
#include "twin/model/result.h"

namespace gemba::twin {

/// Zones of ISO 20816: A newly commissioned, B unrestricted, C not for long, D dangerous.
enum class VibrationZone : std::uint8_t { A, B, C, D };

/// Machines that are judged alike, by the RMS of their velocity on non-rotating parts.
struct MachineClass {
    std::string id;
    LocalText name;
    std::string source; ///< standard, edition and table
    double bandLow = 10.0, bandHigh = 1000.0; ///< Hz
    double edgeAB = 0.0, edgeBC = 0.0, edgeCD = 0.0; ///< mm/s RMS, rising
    [[nodiscard]] VibrationZone zone(double velocityRms) const; ///< an edge itself belongs to the worse zone
    /// High limits for that velocity: normal A/B, alert B/C, trip C/D; the source is their owner.
    [[nodiscard]] Limits limits() const;
};

/// What an editable table says: resources/vibration/zones.json is the one shipped.
struct VibrationZones {
    std::vector<MachineClass> classes;
    SideLimits crest, kurtosis;
    SideLimits bearingLine; ///< dB of the line of a damaged part
    [[nodiscard]] const MachineClass* find(std::string_view id) const; ///< null: there is none
};

/// Reads a table: the schema resources/schemas/zones.schema.json, then that ids are unique and edges
/// rise. Errors: FileTooLarge, JsonSyntax, JsonSchema, PlantDuplicate, PlantInconsistent.
[[nodiscard]] Result<VibrationZones> parseZones(std::string_view json);
[[nodiscard]] std::string_view zonesSchema();

} // namespace gemba::twin
