// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "twin/health/health_assessor.h"
#include "twin/model/package.h"
#include "twin/runtime/life_forecast.h"
#include "twin/runtime/tag_table.h"

namespace gemba::twin {

/// Decides when each asset is scored, and scores it. An asset is due when each of its fresh inputs
/// has been seen once since the last time (a row is complete), or AlertRules::scorePeriod after
/// the first new input, or, in silence, three periods after the last time; and again when what its
/// life model says is there. All by log time.
class AssetScoring
{
public:
    /// Models come from the package by Asset::modelName and LifeSetup::modelName.
    [[nodiscard]] static Result<AssetScoring> create(const Plant& plant, const PlantPackage& package);

    void onSample(TagId tag, TimeNs now);
    /// Assets due at now, in order of their id; they count as scored from here on.
    [[nodiscard]] const std::vector<AssetId>& takeDue(TimeNs now);
    /// Scores one asset into its Assessment, the operating state included.
    const Assessment& score(AssetId asset, const TagTable& table, bool sourceDown, TimeNs now);

    [[nodiscard]] const Assessment& last(AssetId asset) const { return m_assets[index(asset)].last; }
    [[nodiscard]] std::size_t size() const { return m_assets.size(); }

    void save(ByteWriter& w) const;
    [[nodiscard]] bool load(ByteReader& r);
    /// Without the derived part of a keyframe: everything is withheld as baselining at first.
    void reset(TimeNs now);

private:
    explicit AssetScoring(LifeForecast life) : m_life(std::move(life)) {}
    struct Scored {
        explicit Scored(HealthAssessor a) : assessor(std::move(a)) {}
        HealthAssessor assessor;
        Assessment last;
        const ModelPage* page = nullptr; ///< lives in the plant
        std::uint32_t inputs = 0;    ///< tags that make up a row
        std::uint32_t seen = 0;      ///< of them since the last scoring
        std::uint64_t round = 1;     ///< tags with this round have been seen
        TimeNs due = kNoTime;        ///< by deadline
        OperatingState state = OperatingState::Unknown;
        TimeNs stateSince = kNoTime;
    };
    void updateState(Scored& s, const Asset& asset, const TagTable& table, TimeNs now);

    const Plant* m_plant = nullptr;
    TimeNs m_period = kSecond;
    std::vector<Scored> m_assets;         ///< by AssetId
    std::vector<std::uint64_t> m_seenIn;  ///< by TagId: round of its asset it was last seen in
    std::vector<AssetId> m_complete;      ///< rows completed since takeDue()
    TimeNs m_nextDue = 0;                 ///< no deadline passes before this
    std::vector<AssetId> m_due;
    LifeForecast m_life;
    std::vector<AssetInput> m_row, m_conditions;
};

void save(const Assessment& a, ByteWriter& w);
[[nodiscard]] Assessment loadAssessment(ByteReader& r);

} // namespace gemba::twin
