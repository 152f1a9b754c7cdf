// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/gemba-plant/run_file.h"

namespace gemba::plant {

enum class PumpFault : std::uint8_t { Unbalance, Misalignment, OuterRace, InnerRace, Cavitation };

/// One fault from its beginning to its repair, in seconds. It grows with the square of time to its
/// severity and stays there for hold; then the pump is stopped, the standby pump takes over, and
/// after kRepair the pump comes back as new.
struct FaultCourse
{
    static constexpr double kRepair = 120.0;
    std::size_t pump = 0; ///< 0..2
    PumpFault fault{};
    double from = 0.0, grow = 0.0, hold = 0.0;
    double severity = 1.0; ///< 1: far into zone C, or a clear line of a bearing
};

/// What a pump house goes through.
struct PumpTimeline
{
    double length = 0.0; ///< seconds; at most kLongest
    std::vector<FaultCourse> courses;
    static constexpr double kLongest = 86'400.0;
};

/// Reads a timeline by resources/schemas/pumphouse.schema.json; also that no course begins before the
/// one before it is repaired (one pump stands by), and that all end within the length. Errors: FileTooLarge, JsonSyntax, JsonSchema, RunInvalid.
[[nodiscard]] twin::Result<PumpTimeline> parseTimeline(std::string_view json);
[[nodiscard]] std::string_view pumpHouseSchema();

/// "normal" (nothing happens), or one fault on the first pump from the first minute on: "unbalance",
/// "misalignment", "outer-race", "inner-race", "cavitation". Error RunInvalid for any other name.
[[nodiscard]] twin::Result<PumpTimeline> timelineCalled(std::string_view name);

/// A pump house of four identical centrifugal pumps, 30 kW at 1480 rpm, of which three run and one
/// stands by. It was never built: every value follows from this model and the seed.
///
/// Water. Three pumps share a demand of 420 m3/h that swings by 12 % in half an hour; their speed is
/// controlled for a head of 45 m: H = H0 (n/n0)^2 - k Q^2, H0 = 60 m, k = 6.12e-4 (affinity laws,
/// Gülich, Centrifugal Pumps, 3rd ed. 2014, ch. 3). Suction: p = p_tank - r Q^2; NPSH_A = (p - p_v) /
/// (rho g), NPSH_R = 2.2 m + 1.1e-4 Q^2. Cavitation begins at 1.6 NPSH_R (Gülich ch. 6) and costs up
/// to 6 % of the head. Shaft power = rho g Q H / eta, current from it at 400 V. Bearing temperature
/// follows speed and friction with a time constant of 5 min.
///
/// Faults, by their severity s: unbalance moves the rotor at 1x; misalignment at 2x, and axially;
/// races strike (see pump_vibration.h) and warm the bearing; cavitation is a clogging suction
/// strainer, whose resistance grows fourfold.
///
/// Rows are one second apart; columns are the tags p101a_speed, _flow, _suction, _discharge,
/// _current, _temperature, _state (0 standby, 1 running, 2 maintenance, 3 starting) for a..d, and
/// house_flow. The run brings its waveforms: p101a_vib (radial) and p101a_vib_axial, in m/s2.
/// Same timeline and seed, same bytes.
[[nodiscard]] Run makePumpHouse(const PumpTimeline& timeline, std::uint64_t seed, std::string id);

} // namespace gemba::plant
