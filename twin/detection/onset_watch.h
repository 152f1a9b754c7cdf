// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "twin/model/bytes.h"

namespace gemba::twin {

/// Says when the level of a machine's vibration has left what was usual, for good: the onset of
/// degradation, from one figure a record (its RMS).
///
/// - The level is the median of the last five records.
/// - Usual is the mean over the newer half of the history, the last five left out: a machine that
///   runs in is not held to its first minutes.
/// - The onset is the first of three levels in a row that are above usual by six standard deviations
///   (at least 5 % of the mean each); from then on what was usual is kept.
/// - It is taken back when three levels in a row are usual again, or when the machine has run as long
///   since as before and no longer changes: that is another way of running, not a way to the end.
///
/// No allocation after construction; a value; same figures, same answers.
class OnsetWatch
{
public:
    static constexpr std::size_t kMedian = 5, kHold = 3, kFewest = 30;
    static constexpr std::size_t kMost = 4096; ///< records remembered; of more, the older half goes
    static constexpr double kDeviations = 6.0, kLeastDeviation = 0.05;

    OnsetWatch();

    /// The figure of the next record; finite, >= 0.
    void add(double rms);
    void clear();

    [[nodiscard]] std::uint64_t records() const { return m_forgotten + m_levels.size(); }
    /// The record, counted from 0, with which it began; nothing while all is usual.
    [[nodiscard]] std::optional<std::uint64_t> onset() const { return m_onset; }
    [[nodiscard]] double level() const { return m_levels.empty() ? 0.0 : m_levels.back(); }
    [[nodiscard]] double usual() const { return m_mean; }  ///< 0: too few records yet
    [[nodiscard]] double limit() const { return m_limit; } ///< 0: too few records yet
    /// 1 while all is usual; since the onset usual() over the highest level, so that it only falls.
    [[nodiscard]] double health() const { return m_onset ? 1.0 / m_severity : 1.0; }

    void save(ByteWriter& out) const;
    [[nodiscard]] bool load(ByteReader& in); ///< false: cannot have been saved; then as after clear()

private:
    void takeLevel(double rms);
    void learn(std::size_t from, std::size_t to);
    void watch();
    void follow();

    std::vector<double> m_recent; ///< at most kMedian figures, oldest first
    std::vector<double> m_levels;
    std::uint64_t m_forgotten = 0; ///< levels before m_levels
    std::optional<std::uint64_t> m_onset;
    double m_mean = 0.0, m_limit = 0.0, m_severity = 1.0;
    std::uint32_t m_over = 0, m_under = 0; ///< levels in a row
};

} // namespace gemba::twin
