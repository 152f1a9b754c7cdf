// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "twin/runtime/digest.h"
#include "twin/runtime/pipeline.h"
#include "twin/store/session_writer.h"

namespace gemba::twin {

/// One session file being written by the live runtime: numbers its intervals and keeps the digest
/// over them. Ingest thread only.
class SessionRecording
{
public:
    SessionRecording(std::string path, std::unique_ptr<SessionWriter> writer);

    /// Cuts: the interval before ends with this digest, the next begins with this state.
    void cut(const Sha256& digestBefore, const PipelineState& state, const std::string& derivedHash,
             const Record& next);
    void append(const Record& record);
    /// Ends the last interval and closes the file.
    [[nodiscard]] Result<void> close(const Sha256& digestOfLast);
    /// Ends the last interval only; cut() must follow before the next record.
    void endInterval(const Sha256& digest);

    [[nodiscard]] SessionWriter& writer() { return *m_writer; }
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
    std::unique_ptr<SessionWriter> m_writer;
    DigestStream m_all;
    bool m_open = false; ///< an interval has begun
    IntervalEnd m_present;
    std::uint64_t m_nextIndex = 0;
};

} // namespace gemba::twin
