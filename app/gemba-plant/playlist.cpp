// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/playlist.h"

#include "app/gemba-plant/row_source.h"
#include "app/gemba-plant/waveform_source.h"

namespace gemba::plant {

namespace {

/// A frame with its values, wherever they come from.
Frame filled(Frame frame)
{
    if (frame.run->source) {
        frame.made.resize(frame.run->columns.size());
        frame.run->source->fill(frame.row, frame.made);
    }
    return frame;
}

} // namespace

bool Frame::says(std::size_t column) const
{
    return !run->source || run->source->says(row, column);
}

std::string Frame::text(std::size_t tag) const
{
    return run->source->text(row, tag);
}

bool Frame::bringsWaveforms() const
{
    return run->waveforms && row % run->waveforms->period() == 0;
}

twin::Waveform Frame::waveform(std::size_t tag) const
{
    return run->waveforms->at(row - row % run->waveforms->period(), tag);
}

std::vector<std::string> Playlist::waveforms() const
{
    const auto& source = m_runs.front().waveforms;
    return source ? source->tags() : std::vector<std::string>();
}

std::vector<std::string> Playlist::texts() const
{
    const auto& source = m_runs.front().source;
    return source ? source->texts() : std::vector<std::string>();
}

Playlist::Playlist(std::vector<Run> runs, Options options)
    : m_runs(std::move(runs)), m_options(options), m_row(options.fromRow)
{
}

Frame Playlist::beginning() const
{
    const Run& run = m_runs.front();
    return filled({&run, m_options.fromRow, 0, stateAt(run, m_options.fromRow), {}});
}

std::optional<Frame> Playlist::next()
{
    if (m_ended || (m_options.rows && m_number >= *m_options.rows))
        return std::nullopt;
    const Run& run = m_runs[m_run];
    if (m_rowsInRun == 0)
        announceStart(run);
    for (const Run::Mark& event : run.events) {
        if (event.row == m_row)
            m_event = event.text;
    }
    Frame frame = filled({&run, m_row, m_number, stateAt(run, m_row), m_event});
    advance();
    return frame;
}

/// Every text is unlike the one before, also when a loop repeats itself: events are told apart by
/// their text.
void Playlist::announceStart(const Run& run)
{
    const std::string where = run.id + " begins at row " + std::to_string(m_row);
    if (m_starts == 0)
        m_event = (run.generated ? "Generated run " : "Recorded run ") + where;
    else
        m_event = "Splice " + std::to_string(m_starts) + (run.generated ? ": generated run " : ": recorded run ") +
                  m_previousId + " ends, run " + where;
    ++m_starts;
}

std::string Playlist::stateAt(const Run& run, std::size_t row) const
{
    const bool joinsBefore = m_starts > 1 && m_rowsInRun < kSpliceAfter;
    const bool joinsAfter = row + kSpliceBefore >= run.rows && !lastRun();
    if (joinsBefore || joinsAfter)
        return "splice";
    std::string state = "running";
    for (const Run::Mark& mark : run.states) {
        if (mark.row <= row)
            state = mark.text;
    }
    return state;
}

void Playlist::advance()
{
    ++m_number;
    ++m_rowsInRun;
    if (++m_row < m_runs[m_run].rows)
        return;
    m_ended = lastRun();
    m_previousId = m_runs[m_run].id;
    m_rowsInRun = 0;
    m_run = (m_run + 1) % m_runs.size();
    m_row = m_run == 0 ? m_options.fromRow : 0;
}

} // namespace gemba::plant
