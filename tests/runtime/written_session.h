// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "plant_log.h"
#include "twin/runtime/interval_meter.h"
#include "twin/runtime/session_recording.h"

namespace gemba::test {

/// Writes a log as the live side would, but with the log's own times: what takes hours is written
/// in a moment. The file can be read while it grows.
class WrittenSession
{
public:
    WrittenSession(const std::string& path, const twin::SessionWriter::Options& options = {});
    ~WrittenSession();
    /// Numbers the records on from the last one.
    void append(const std::vector<OwnedRecord>& log);
    [[nodiscard]] bool committed(); ///< waits until all of them are in the file
    [[nodiscard]] twin::Result<void> close();
    [[nodiscard]] std::uint64_t seq() const { return m_seq; }

private:
    class Outputs;
    std::unique_ptr<twin::Pipeline> m_pipeline;
    std::unique_ptr<twin::SessionRecording> m_file;
    std::unique_ptr<Outputs> m_outputs;
    twin::IntervalMeter m_meter;
    std::uint64_t m_seq = 0;
};

/// The log with a silence before the record at position `at`: nothing but ticks for so long.
[[nodiscard]] std::vector<OwnedRecord> withSilence(std::vector<OwnedRecord> log, std::size_t at,
                                                   twin::TimeNs length);

} // namespace gemba::test
