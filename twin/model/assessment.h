// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "twin/model/plant.h"

namespace gemba::twin {

/// Points of the condition scale in thousandths: 100'000 is a machine with nothing wrong.
using MilliPoints = std::int32_t;
inline constexpr MilliPoints kFullCondition = 100'000;

enum class ConditionWord : std::uint8_t { Normal, Watch, Act, Critical };

/// Scores below which a word is worse: Watch, Act, Critical.
inline constexpr std::array<MilliPoints, 3> kWordEdges{80'000, 60'000, 40'000};

/// The word a score alone stands for; the one an asset has follows it after dwell and hysteresis.
[[nodiscard]] constexpr ConditionWord wordFor(MilliPoints score)
{
    std::uint8_t word = 0;
    while (word < kWordEdges.size() && score < kWordEdges[word])
        ++word;
    return static_cast<ConditionWord>(word);
}

/// Why there is no figure. A withheld score is never shown as a number.
enum class Withheld : std::uint8_t {
    No,
    NoModel,       ///< the asset has neither a model nor limits
    Baselining,    ///< no baseline yet, or it is being rebuilt after a jump in the recording
    NotRunning,    ///< standby, stopped, starting, stopping, maintenance or test
    NoBaselineForState, ///< running in a state the model has never seen
    NoData,        ///< nothing ever arrived
    InputsStale,   ///< so many inputs are stale that nothing can be said
    SourceDown,    ///< the link is down and everything is stale
};

enum class DeductionKind : std::uint8_t { AnomalyT2, AnomalySpe, Indicator };
enum class Side : std::uint8_t { None, Low, High };

/// One reason. All deductions add up to 100 minus the condition (or to more, cut at 0).
struct Deduction {
    DeductionKind kind = DeductionKind::Indicator;
    TagId tag = kNoTag;
    Side side = Side::None; ///< which limit, or above/below what is usual
    MilliPoints points = 0; ///< > 0
    double value = 0.0;     ///< the tag's value
    double limit = 0.0;     ///< indicator: the limit next to the value; anomaly: the usual value
    bool operator==(const Deduction&) const = default;
};

/// By when somebody has to act, and the rule that says so.
struct ActBefore {
    TimeNs at = kNoTime; ///< log time
    TagId tag = kNoTag;
    double limit = 0.0; ///< the limit that is reached then if the present slope goes on
    bool operator==(const ActBefore&) const = default;
};

/// What is known of one asset at one instant.
struct Assessment {
    TimeNs at = kNoTime; ///< of the last scoring
    OperatingState state = OperatingState::Unknown;
    TimeNs stateSince = kNoTime;
    Withheld withheld = Withheld::NoData;
    TimeNs withheldSince = kNoTime;
    // Anomaly: how different from normal. Statistics that have outlasted the on-delay and their
    // operating limits; a limit of 0: no model, or no residual space.
    double t2 = 0.0, t2Limit = 0.0, spe = 0.0, speLimit = 0.0;
    /// Alerts for nothing that the two operating limits are expected to raise in 30 days of
    /// normal operation; 0 where no model was used. Not stored: it is the model's.
    double expectedAlertsPerMonth = 0.0;
    TimeNs anomalySince = kNoTime; ///< since when one of them has been over its limit
    // Condition
    MilliPoints score = 0, low = 0, high = 0; ///< low..high: P10..P90 band
    ConditionWord word = ConditionWord::Normal;
    TimeNs wordSince = kNoTime;
    std::vector<Deduction> deductions; ///< largest first
    std::optional<ActBefore> actBefore;
    std::uint32_t staleInputs = 0;
};

} // namespace gemba::twin
