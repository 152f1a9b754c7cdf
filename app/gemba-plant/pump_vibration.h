// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace gemba::plant {

/// How a pump is, at the moment of one vibration record; severities 0..1.
struct PumpMoment
{
    double speed = 0.0;  ///< Hz; 0: it stands
    double load = 1.0;   ///< flow over that of best efficiency
    double unbalance = 0.0, misalignment = 0.0, outerRace = 0.0, innerRace = 0.0;
    double cavitation = 0.0;
};

enum class PumpAxis : std::uint8_t { Radial, Axial };

/// One record of acceleration at the drive-end bearing of a pump, in m/s^2.
///
/// - Turning: sines at 1x, 2x, 3x and the vane pass (6x). Their velocity is small on a good pump;
///   unbalance adds up to 5.5 mm/s RMS at 1x, with the cube of speed (the force grows with its
///   square, and velocity is that times omega below resonance); misalignment up to 3.8 mm/s at 2x, and
///   axially up to 2.5 at 1x and 3.6 at 2x (Randall, Vibration-based Condition Monitoring, 2011, ch. 2).
/// - A damaged race is struck BPFO or BPFI times a turn, each time 1 % (one standard deviation) too
///   early or late, and rings a resonance of 3150 Hz with 5 % damping; the inner race turns through
///   the load zone, so its strikes swell once a turn (McFadden & Smith, J. Sound Vib. 96 (1984) 69-82).
/// - Cavitation is a rain of bubbles that collapse, up to 500 a second, each a short burst between 2
///   and 5 kHz, over noise, and a stronger vane pass.
/// - The sensor adds noise and tells steps of 1/128 m/s^2.
///
/// record: what tells this record from all others; same record, same values.
[[nodiscard]] std::vector<float> pumpVibration(const PumpMoment& moment, PumpAxis axis, std::uint64_t record);

inline constexpr double kVibrationRate = 12'800.0; ///< Hz
inline constexpr std::size_t kVibrationValues = 8'192; ///< 0.64 s

/// Of the drive-end bearing: a 6309 with 8 balls of 17.462 mm on 72.5 mm. Orders per turn.
inline constexpr double kOuterOrder = 3.03658, kInnerOrder = 4.96342;

} // namespace gemba::plant
