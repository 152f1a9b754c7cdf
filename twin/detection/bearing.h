// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "twin/model/result.h"

namespace gemba::twin {

/// The lines at which damage of a rolling bearing repeats. The ball's is twice its spin: it strikes
/// both races in a turn.
enum class BearingLine : std::uint8_t { InnerRace, OuterRace, Ball, Cage };
inline constexpr std::size_t kBearingLines = 4;

/// Fault frequencies as multiples of the shaft's, for a shaft that turns within a standing outer
/// race: BPFI, BPFO, 2 x BSF, FTF.
struct Bearing {
    std::string name; ///< as in the catalogue, e.g. "6205-2RS"; may be empty
    std::array<double, kBearingLines> orders{}; ///< by BearingLine, each > 0
    [[nodiscard]] double order(BearingLine line) const { return orders[static_cast<std::size_t>(line)]; }
};

/// Orders from the geometry, with n elements of diameter d on a pitch circle of diameter D and a
/// contact angle in radians: FTF = (1 - r)/2, BPFO = n (1 - r)/2, BPFI = n (1 + r)/2,
/// 2 BSF = (D/d)(1 - r^2) with r = d cos(angle)/D (Randall & Antoni, MSSP 25 (2011) 485-520).
[[nodiscard]] std::array<double, kBearingLines> bearingOrders(int elements, double elementDiameter,
                                                             double pitchDiameter, double contactAngle);

/// Reads a bearing file: the schema resources/schemas/bearing.schema.json, then that orders are in
/// keeping with one another. The orders may also stand in an object "orders", and BSF for 2xBSF. Errors: FileTooLarge, JsonSyntax, JsonSchema, PlantInconsistent.
[[nodiscard]] Result<Bearing> parseBearing(std::string_view json);
[[nodiscard]] std::string_view bearingSchema();

/// What the envelope spectrum says of the bearing.
enum class BearingVerdict : std::uint8_t { None, InnerRace, OuterRace, Ball, Cage };

/// From here on a line is damage, dB. In noise the largest of the four lines reaches 6 to 9; 13 is
/// passed by chance about once in ten thousand records. Where impacts are proven by another
/// property of the signal, the question is only which line they belong to.
inline constexpr double kClearDecibels = 13.0;
inline constexpr double kImpulsiveDecibels = 7.5;
inline constexpr double kChosenBandDecibels = 14.0; ///< in one band chosen out of many
inline constexpr double kCageLead = 3.0; ///< of the cage's line over all others

struct BearingReading {
    /// How far each line stands out, by BearingLine: the mean over its first three harmonics of the
    /// line over the median around it, in dB, at the slip up to 2 % (one for all harmonics, as the
    /// elements have one) at which that is largest.
    std::array<double, kBearingLines> decibels{};
    std::array<double, kBearingLines> found{}; ///< the fundamental with that slip, Hz
    double threshold = kClearDecibels; ///< that was asked of the races and balls
    BearingVerdict verdict = BearingVerdict::None;
    [[nodiscard]] double of(BearingLine line) const { return decibels[static_cast<std::size_t>(line)]; }
};

/// How many turns of the shaft a record must have so that the lines can be told apart, and up to
/// which multiple of the shaft's frequency its spectrum must reach.
inline constexpr double kFewestTurns = 10.0;
[[nodiscard]] double highestOrder(const Bearing& bearing);

/// spectrum: amplitudes of a squared envelope at k * step Hz; speed: of the shaft, Hz; threshold: one
/// of the above. The record had kFewestTurns, its spectrum reaches beyond highestOrder() *
/// speed. scratch: as long as spectrum. The largest of inner race, outer race and ball that reaches
/// the threshold is the verdict. Balls are often not to be seen in an envelope (Smith & Randall,
/// MSSP 64 (2015) 100-131): silence on them means little. Does not allocate.
[[nodiscard]] BearingReading readBearing(const Bearing& bearing, std::span<const double> spectrum,
                                         double step, double speed, double threshold,
                                         std::span<double> scratch);

} // namespace gemba::twin
