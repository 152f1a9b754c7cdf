// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QFile>

#include "twin/runtime/pipeline.h"

namespace gemba {

/// As in the column "withheld": "not running"; empty for No.
[[nodiscard]] const char* withheldName(twin::Withheld w);

/// Takes what a replay puts out: the scores as CSV where asked, and what is needed to compare a
/// replay on another machine with the record.
class ScoreSheet : public twin::PipelineOutput
{
public:
    explicit ScoreSheet(const twin::Plant& plant);

    [[nodiscard]] twin::Result<void> open(const QString& path);
    [[nodiscard]] twin::Result<void> close();

    void onAssessment(twin::AssetId asset, const twin::Assessment& a) override;
    void onEvent(const twin::Event& event) override;

    [[nodiscard]] const std::vector<twin::Event>& events() const { return m_events; }
    /// Condition in points at a time; none where it was withheld or not scored.
    [[nodiscard]] std::optional<double> scoreAt(twin::AssetId asset, twin::TimeNs at) const;

private:
    const twin::Plant& m_plant;
    QFile m_file;
    bool m_failed = false;
    std::vector<twin::Event> m_events;
    std::vector<std::map<twin::TimeNs, twin::MilliPoints>> m_scores; ///< by asset
};

} // namespace gemba
