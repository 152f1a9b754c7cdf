// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "twin/detection/pca_model.h"
#include "twin/health/anomaly_monitor.h"
#include "twin/health/condition_word.h"
#include "twin/health/indicator.h"
#include "twin/health/trend.h"
#include "twin/model/assessment.h"
#include "twin/model/bytes.h"
#include "twin/model/sample.h"

namespace gemba::twin {

/// The latest known of one tag.
struct AssetInput {
    double value = 0.0;        ///< toNumber() of the value; NaN: none
    TimeNs arrival = kNoTime;  ///< kNoTime: nothing ever arrived
    Quality quality = Quality::Bad;
    bool stale = true;
};

/// What an asset's assessment is made from, at one instant.
struct AssetInputs {
    std::span<const AssetInput> tags; ///< in the order of Asset::tags
    OperatingState state = OperatingState::Unknown;
    TimeNs stateSince = kNoTime;
    bool sourceDown = false; ///< every link that carries the asset's tags is down
    const Life* life = nullptr; ///< null: no model of it
    /// In the order of ModelPage::envelope; empty where the model has no page. One that is not
    /// usable is not checked.
    std::span<const AssetInput> conditions{};
};

/// Turns the inputs of one asset into its two figures with reasons, band and act-before time.
/// Copies what it needs of the plant and keeps the model alive. Not thread-safe; reads no clock:
/// now is log time and must not decrease. After construction assess() does not allocate once
/// out.deductions has grown to its size.
///
/// - An input is usable while it is fresh, finite and not of bad quality. One that is not keeps
///   the points it last had: silence neither improves nor worsens the score, it widens the band.
/// - A score is withheld while the asset does not run, while an operating condition is outside the
///   envelope of its model, while more than half of its inputs are
///   unusable, and, after any such pause, until the on-delay and the dwell have passed again.
class HealthAssessor
{
public:
    /// model may be null: then only limits count. Fails where the model has an input that is not
    /// a tag of the asset (ModelInputMissing, place.column names the asset).
    [[nodiscard]] static Result<HealthAssessor> create(const Plant& plant, AssetId asset,
                                                       std::shared_ptr<const PcaModel> model);

    /// Overwrites all of out.
    void assess(const AssetInputs& in, TimeNs now, Assessment& out);

    /// Forgets everything derived; the next scores are withheld as baselining.
    void reset();

    /// The complete derived state. load() refuses what save() of an assessor with the same plant
    /// and model cannot have written, and is then as after reset().
    [[nodiscard]] double expectedAlertsPerMonth() const; ///< as in Assessment
    void save(ByteWriter& out) const;
    [[nodiscard]] bool load(ByteReader& in);

private:
    HealthAssessor() = default;
    static constexpr std::uint32_t kNone = UINT32_MAX;
    struct Reading { ///< one of Asset::tags
        std::uint32_t input = kNone;     ///< position in the model's inputs
        std::uint32_t indicator = kNone; ///< position in m_indicators
        TimeNs arrival = kNoTime;        ///< of the value last taken
        [[nodiscard]] bool scored() const { return input != kNone || indicator != kNone; }
    };
    struct Physical { ///< a tag with limits
        Indicator rule;
        Trend trend;
        Indicator::Reading last; ///< held while the tag is unusable
        double value = 0.0;
        bool usable = false;
        TagId impacts = kNoTag; ///< the waveform whose impacts it tells of: they count once
    };
    struct Lifetime { ///< where the plant gives limits of life
        Indicator rule;
        Indicator::Reading last; ///< held while nothing is said of life
        double median = 0.0;
        double fewest = 0.0, most = 0.0; ///< points at P90 and P10
        bool usable = false;
    };
    struct Band {
        double fewest = 0.0, most = 0.0; ///< points that may have to be deducted
    };
    void takeInputs(const AssetInputs& in);
    void takeLife(const Life* life);
    [[nodiscard]] bool outsideEnvelope(const AssetInputs& in) const;
    [[nodiscard]] Withheld reasonToWithhold(const AssetInputs& in) const;
    [[nodiscard]] Withheld withoutLife(const AssetInputs& in) const;
    void clearWindows();
    void score(const Life* life, TimeNs now, Assessment& out);
    void deductAnomaly(Assessment& out);
    void deductIndicators(Assessment& out) const;
    /// Itself; of those that tell of the same impacts the one with the most points, the first of equals.
    [[nodiscard]] const Physical& leader(const Physical& p) const;
    [[nodiscard]] Band band() const;
    [[nodiscard]] std::optional<ActBefore> actBefore(const Life* life, TimeNs now) const;
    [[nodiscard]] std::optional<ActBefore> endOfLife(const Life& life, TimeNs now) const;
    [[nodiscard]] bool overLimit() const;
    [[nodiscard]] bool loadState(ByteReader& in);

    std::vector<Reading> m_readings; ///< in the order of Asset::tags
    std::vector<Physical> m_indicators;
    std::optional<Lifetime> m_life;
    std::optional<AnomalyMonitor> m_anomaly;
    std::vector<TagId> m_inputTags; ///< by model input
    ConditionWordRule m_word;
    TimeNs m_dwell = 0;
    bool m_hasStateRules = false;
    std::vector<Interval> m_envelope; ///< as AssetInputs::conditions

    // The instant being assessed; scratch of fixed size.
    std::vector<double> m_row;           ///< by model input
    std::vector<std::uint8_t> m_missing; ///< by model input
    std::vector<double> m_weights;       ///< twice the model inputs: T2, then SPE
    std::vector<MilliPoints> m_parts;
    std::vector<std::uint32_t> m_order;
    std::uint32_t m_scoredInputs = 0, m_unusableInputs = 0;
    bool m_newRow = false;
    bool m_anythingArrived = false;

    // Derived state, saved with the readings' arrivals and the indicators' readings and trends.
    TimeNs m_scoredSince = kNoTime; ///< without a pause
    Withheld m_withheld = Withheld::NoData;
    TimeNs m_withheldSince = kNoTime;
    TimeNs m_anomalySince = kNoTime;
};

} // namespace gemba::twin
