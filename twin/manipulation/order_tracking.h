// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace gemba::twin {

/// The speed of a shaft at an instant of a record; linear between two, constant outside.
struct SpeedPoint {
    double seconds = 0.0; ///< since the record's first value
    double hertz = 0.0;   ///< > 0
};

/// How many values resampleByAngle() gives: whole steps of the angle that the record covers.
[[nodiscard]] std::size_t valuesByAngle(std::size_t values, double rate, std::span<const SpeedPoint> speed,
                                        double perTurn);

/// Brings a record from equal steps of time to equal steps of the shaft's angle, perTurn a turn,
/// so that what follows the shaft stands still in a spectrum however the speed changes (Fyfe &
/// Munck, MSSP 11 (1997) 187-205). The angle is the integral of the speed; the signal between its
/// values is a cubic through four (Catmull-Rom), good to 1 % for what lies below a tenth of the
/// rate; perTurn times the highest speed should not be above the rate. speed: at least one point,
/// times increasing. out: valuesByAngle() values. Does not allocate.
void resampleByAngle(std::span<const float> signal, double rate, std::span<const SpeedPoint> speed,
                     double perTurn, std::span<float> out);

} // namespace gemba::twin
