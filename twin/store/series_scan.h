// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/store/session_access.h"

namespace gemba::twin {

/// Goes through the stored samples of one series that may be shown in [from, to): chunk after
/// chunk, those that cannot hold any by their summaries alone. Damage is noted and gone around.
class SeriesScan
{
public:
    SeriesScan(SessionAccess& access, std::int64_t series, TimeNs from, TimeNs to, TimeNs knownAt);
    virtual ~SeriesScan() = default;
    /// Errors: StoreFailed.
    Result<void> run();
    [[nodiscard]] std::vector<Error>& damaged() { return m_damaged; }

protected:
    /// A sample in [from, to) that had arrived by knownAt.
    virtual void take(TimeNs arrival, TimeNs shown, double number, std::uint8_t flags) = 0;
    /// There is something in it that arrived after knownAt; it is shown in from..to, at most.
    virtual void tellLater(TimeNs from, TimeNs to) = 0;
    /// A chunk of which every sample would be taken. False: give me its samples.
    virtual bool takeWhole(const ChunkSummary& summary) = 0;
    [[nodiscard]] virtual bool enough() const { return false; } ///< true: nothing more is wanted

    [[nodiscard]] TimeNs from() const { return m_from; }
    [[nodiscard]] TimeNs to() const { return m_to; }

private:
    void offer(TimeNs arrival, TimeNs shown, double number, std::uint8_t flags);
    Result<void> note(const Error& e);
    Result<void> scanData(std::string_view data, std::int64_t chunk);
    Result<void> takeSummary(const ChunkSummary& s);
    Result<void> readSummaries();
    Result<void> scanRollups();
    Result<void> scanChunks();
    Result<void> scanRecent();
    template <class Use>
    Result<void> forRows(std::string_view sql, Use use);

    SessionAccess& m_access;
    const std::int64_t m_series;
    const TimeNs m_from, m_to;
    TimeNs m_earliest = std::numeric_limits<TimeNs>::min();
    TimeNs m_knownAt;
    std::int64_t m_after = 0; ///< rows above this one are read
    bool m_broken = false;    ///< from here on chunks are read one by one
    std::vector<Error> m_damaged;
    Statement m_chunk;
    ChunkCodec m_codec;
    ChunkColumns m_columns;
};

} // namespace gemba::twin
