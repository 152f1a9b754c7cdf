// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/gemba-plant/node_speaker.h"
#include "twin/runtime/pipeline.h"

namespace gemba::bench {

/// What one machine has been told of.
struct AssetTally {
    std::string asset;
    std::array<std::uint64_t, 3> alerts{}; ///< by priority 1, 2, 3; each once, by its worst
    std::uint64_t crossings = 0;  ///< times a statistic rose over its operating limit
    std::uint64_t plantAlarms = 0; ///< by limits that the plant has published
    std::uint64_t scores = 0, withheld = 0;
    int lowest = 100'000;         ///< thousandths of a point
    [[nodiscard]] std::uint64_t allAlerts() const { return alerts[0] + alerts[1] + alerts[2]; }
};

/// A plant that speaks straight into a pipeline, a row every second of log time: what the console
/// does with a live plant, without the network. Counts what the pipeline raises.
class PlantDays : private twin::PipelineOutput
{
public:
    [[nodiscard]] static twin::Result<std::unique_ptr<PlantDays>> open(const twin::PlantPackage& package,
                                                                       const plant::Playlist& first);

    void play(plant::Playlist& rows);
    [[nodiscard]] std::vector<AssetTally> tally() const; ///< in the plant's order
    [[nodiscard]] const std::shared_ptr<const twin::Plant>& plant() const { return m_pipeline->plant(); }

private:
    PlantDays(std::unique_ptr<twin::Pipeline> pipeline, std::unique_ptr<plant::NodeSpeaker> speaker);
    void apply(twin::RecordKind kind, twin::TimeNs arrival, std::string_view bytes);
    void say(const std::vector<plant::Message>& messages);
    void onAssessment(twin::AssetId asset, const twin::Assessment& a) override;
    void onEvent(const twin::Event& event) override;

    std::unique_ptr<twin::Pipeline> m_pipeline;
    std::unique_ptr<plant::NodeSpeaker> m_speaker;
    bool m_begun = false;
    twin::TimeNs m_now;
    std::uint64_t m_seq = 0;
    twin::Bytes m_bytes;
    std::vector<AssetTally> m_tally; ///< by AssetId, alerts aside
    std::vector<twin::TimeNs> m_over; ///< by AssetId: since when, kNoTime: not over a limit
    std::map<std::uint64_t, std::pair<twin::AssetId, int>> m_alerts; ///< worst priority by alert id
};

/// The normal rows of the Eastman works that no limit was made from, run by run: all of d00_te, and
/// what goes before the fault in the others. Errors: as loadRun().
[[nodiscard]] twin::Result<std::vector<std::vector<double>>> heldOutRows(const std::string& plantFolder);

} // namespace gemba::bench
