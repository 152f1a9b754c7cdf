// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/session_recording.h"

namespace gemba::twin {

SessionRecording::SessionRecording(std::string path, std::unique_ptr<SessionWriter> writer)
    : m_path(std::move(path)), m_writer(std::move(writer))
{
}

void SessionRecording::endInterval(const Sha256& digest)
{
    if (!m_open)
        return;
    m_present.digest = digest;
    m_all.update({reinterpret_cast<const char*>(digest.data()), digest.size()});
    m_writer->endInterval(m_present);
    m_open = false;
}

void SessionRecording::cut(const Sha256& digestBefore, const PipelineState& state,
                           const std::string& derivedHash, const Record& next)
{
    endInterval(digestBefore);
    m_present = {};
    m_present.index = m_nextIndex++;
    m_writer->beginInterval({m_present.index, next.seq, next.arrival, state.acquisition,
                             state.derived, derivedHash});
    m_open = true;
}

void SessionRecording::append(const Record& record)
{
    ++m_present.records;
    m_present.lastSeq = record.seq;
    m_present.lastArrival = record.arrival;
    m_writer->append(record);
}

Result<void> SessionRecording::close(const Sha256& digestOfLast)
{
    endInterval(digestOfLast);
    return m_writer->close(m_all.finish());
}

} // namespace gemba::twin
