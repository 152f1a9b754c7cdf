// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/gemba-plant/run_file.h"

namespace gemba::plant {

/// What the plant says at one instant: one recorded row.
struct Frame
{
    const Run* run = nullptr;
    std::size_t row = 0;      ///< of the run
    std::uint64_t number = 0; ///< counts up from 0 over the whole playlist
    std::string state;        ///< "running", "tripped" or "splice"
    std::string event;        ///< the last event's text, empty before the first
    std::vector<double> made{}; ///< the values, where the run has a source of rows
    [[nodiscard]] std::span<const double> values() const { return run->source ? std::span(made) : run->row(row); }
    [[nodiscard]] bool says(std::size_t column) const; ///< in this row; else the value is as it was
    [[nodiscard]] std::string text(std::size_t tag) const; ///< the last one; of a run with a source
    [[nodiscard]] bool bringsWaveforms() const; ///< with this row new ones are there
    [[nodiscard]] twin::Waveform waveform(std::size_t tag) const; ///< the last one; of a run that has some
};

/// Plays runs one after another. Where one run ends and another begins the plant jumps, which no
/// real plant does: the last row before and the first rows after are in state "splice", and an
/// event says what was joined.
class Playlist
{
public:
    struct Options
    {
        std::size_t fromRow = 0;                          ///< first row of the first run
        std::optional<std::uint64_t> rows = std::nullopt; ///< how many in all; none: to the end
        bool loop = false; ///< begin again after the last run, for ever
    };
    static constexpr std::size_t kSpliceBefore = 1;
    static constexpr std::size_t kSpliceAfter = 5;

    /// runs: at least one, all with the same columns and waveforms; fromRow lies within the first.
    Playlist(std::vector<Run> runs, Options options);

    /// The next row, or nothing at the end. Run pointers hold as long as the playlist lives.
    [[nodiscard]] std::optional<Frame> next();
    /// The row that next() would give first, without any event: what a birth says.
    [[nodiscard]] Frame beginning() const;
    [[nodiscard]] const std::vector<std::string>& columns() const { return m_runs.front().columns; }
    [[nodiscard]] std::vector<std::string> waveforms() const; ///< tag ids; the same in all runs
    [[nodiscard]] std::vector<std::string> texts() const;     ///< tag ids; the same in all runs

private:
    [[nodiscard]] bool lastRun() const { return m_run + 1 == m_runs.size() && !m_options.loop; }
    [[nodiscard]] std::string stateAt(const Run& run, std::size_t row) const;
    void announceStart(const Run& run);
    void advance();

    std::vector<Run> m_runs;
    Options m_options;
    std::size_t m_run = 0, m_row = 0;
    std::uint64_t m_number = 0;
    std::uint64_t m_starts = 0;  ///< runs begun so far
    std::size_t m_rowsInRun = 0; ///< rows given since the present run began
    std::string m_previousId;    ///< of the run before
    std::string m_event;
    bool m_ended = false;
};

} // namespace gemba::plant
