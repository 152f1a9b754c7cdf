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
    OutsideEnvelope, ///< the plant runs where the model must keep silent, see ModelPage
};

inline constexpr Withheld kLastWithheld = Withheld::OutsideEnvelope;

enum class DeductionKind : std::uint8_t { AnomalyT2, AnomalySpe, Indicator, Life };
enum class Side : std::uint8_t { None, Low, High };

/// One reason. All deductions add up to 100 minus the condition (or to more, cut at 0).
struct Deduction {
    DeductionKind kind = DeductionKind::Indicator;
    TagId tag = kNoTag;     ///< kNoTag: of Life, which is no input
    Side side = Side::None; ///< which limit, or above/below what is usual
    MilliPoints points = 0; ///< > 0; 0: evidence of a reason that counts already
    double value = 0.0;     ///< the tag's value; the median of life
    double limit = 0.0;     ///< indicator, life: the limit next to the value; anomaly: the usual value
    TagId countedWith = kNoTag; ///< evidence: the tag whose reason tells of the same
    MilliPoints alone = 0;      ///< evidence: what it would take off without that reason; at most as much
    bool operator==(const Deduction&) const = default;
};

/// By when somebody has to act, and the rule that says so.
struct ActBefore {
    enum class Rule : std::uint8_t {
        Trend, ///< the tag reaches the limit at its present slope
        Life,  ///< with 10 % its life is over by then
    };
    TimeNs at = kNoTime; ///< log time
    TagId tag = kNoTag;  ///< of a Trend
    double limit = 0.0;  ///< Trend: the limit that is reached then; Life: P10 of life, in its unit
    Rule rule = Rule::Trend;
    /// P10 to P90 of the time itself: by the band of the slope, or of life. at lies in it.
    TimeNs earliest = kNoTime, latest = kNoTime;
    bool operator==(const ActBefore&) const = default;
};

/// Why nothing is said about an asset's life.
enum class LifeWithheld : std::uint8_t {
    No,
    TooFewRows,      ///< fewer rows of this life seen than the model looks at, and not all of it
    UnknownSettings, ///< operated as the model has never seen
    InputsStale,     ///< an input is missing
    NotRunning,
    ModelFailed,     ///< the trees could not be evaluated
};

/// What a model says is left of an asset's life, in the unit of its class's LifeSetup.
struct Life {
    LifeWithheld withheld = LifeWithheld::TooFewRows;
    std::uint32_t rows = 0;       ///< seen of this life, as far as they are needed
    std::uint32_t rowsNeeded = 0; ///< before anything is said, where its begin was not seen
    double age = 0.0;             ///< at the last row
    double low = 0.0, median = 0.0, high = 0.0; ///< P10 <= P50 <= P90 from that row on; 0 where withheld
    TimeNs at = kNoTime;          ///< log time of that row
    TimeNs perUnit = 0;           ///< log time that a unit of life has lately taken; 0: not known
    bool operator==(const Life&) const = default;
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
    std::optional<Life> life; ///< nothing: the asset's class has no model of it
    std::uint32_t staleInputs = 0;
};

} // namespace gemba::twin
