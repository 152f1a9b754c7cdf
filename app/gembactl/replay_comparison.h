// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/gembactl/score_sheet.h"
#include "twin/runtime/session_player.h"

namespace gemba {

/// Holds a replay against the record. On the machine that recorded (equal fingerprints) every
/// interval's digest must be equal; elsewhere the stored words and alerts must be equal and the
/// stored scores too, within 1e-9 relative.
class ReplayComparison
{
public:
    ReplayComparison(const twin::SessionInfo& info, const ScoreSheet& sheet);

    void add(const std::vector<twin::SessionPlayer::Interval>& intervals);
    /// Says on stderr which comparison was made and how it went. kExitDone or kExitNo.
    [[nodiscard]] int report(twin::SessionPlayer& player, bool whole);
    /// Hex SHA-256 over the computed interval digests.
    [[nodiscard]] std::string digest() const;

private:
    int compareExactly(bool whole) const;
    int compareStored(twin::SessionPlayer& player) const;

    twin::SessionInfo m_info;
    const ScoreSheet& m_sheet;
    std::vector<twin::SessionPlayer::Interval> m_intervals;
};

} // namespace gemba
