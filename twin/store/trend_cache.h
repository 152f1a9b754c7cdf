// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <map>

#include "twin/store/chunk_summary.h"

namespace gemba::twin {

/// One column of a trend, and for which views of the file it holds.
struct TrendColumn {
    TrendBucket bucket;
    TimeNs latestArrival = std::numeric_limits<TimeNs>::min(); ///< of the samples in it, at most
    bool settled = true; ///< nothing later falls into it: it is the same for whoever knows that much
};

/// The summaries of a series as its rollups have them, decoded once.
struct SeriesSummaries {
    std::vector<ChunkSummary> all; ///< in the order of chunks
    std::int64_t lastRollup = 0;   ///< rollup rows up to this one are in it
    std::int64_t lastChunk = 0;    ///< chunks up to this one are in it
};

/// What a reader keeps of one file so that a view that moves by a column costs a column. Bounded.
class TrendCache
{
public:
    static constexpr std::size_t kMostSummaries = 250'000; ///< about 24 MB: 128 million samples
    static constexpr std::size_t kMostGrids = 64;
    static constexpr std::size_t kMostColumns = 2'000; ///< of one grid

    /// Columns of one width, each on a multiple of it.
    struct Grid {
        std::int64_t series = 0;
        TimeNs width = 0;
        std::map<TimeNs, TrendColumn> columns; ///< by number: time divided by width, rounded down
    };

    /// Where to keep those of a series. The reference holds until the next call.
    [[nodiscard]] SeriesSummaries& summaries(std::int64_t series);
    void dropSummaries(std::int64_t series); ///< of a damaged file: it is read anew each time
    [[nodiscard]] Grid& grid(std::int64_t series, TimeNs width);
    /// Forgets what is farthest from the columns looked at where there are too many.
    static void trim(Grid& grid, TimeNs first, TimeNs last);

private:
    std::list<std::pair<std::int64_t, SeriesSummaries>> m_summaries; ///< used last: first
    std::list<Grid> m_grids;
};

} // namespace gemba::twin
