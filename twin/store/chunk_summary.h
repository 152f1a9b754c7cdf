// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

#include "twin/store/chunk_codec.h"
#include "twin/store/trend.h"

namespace gemba::twin {

/// What a trend needs to know of a chunk as long as all of it falls into one pixel column.
struct ChunkSummary {
    std::int64_t chunk = 0; ///< its row
    TimeNs firstArrival = std::numeric_limits<TimeNs>::max();
    TimeNs lastArrival = std::numeric_limits<TimeNs>::min();
    TimeNs earliest = std::numeric_limits<TimeNs>::max(); ///< shown times
    TimeNs latest = std::numeric_limits<TimeNs>::min();
    TrendBucket bucket; ///< count 0: no number in it
    bool operator==(const ChunkSummary&) const = default;
};

/// Takes one sample into a bucket, whatever the order in which samples come.
void addToBucket(TrendBucket& bucket, TimeNs shown, double number, bool bad);
/// Takes what another bucket holds into this one.
void mergeIntoBucket(TrendBucket& bucket, const TrendBucket& other);

[[nodiscard]] ChunkSummary summarise(const ChunkColumns& columns, std::int64_t chunk);

/// How many chunks of a series stand in one rollup row.
inline constexpr std::size_t kRollupChunks = 64;

/// Column by column, CRC-32 first. Decoding errors: SessionDamaged.
void encodeSummaries(const std::vector<ChunkSummary>& summaries, Bytes& out);
Result<std::vector<ChunkSummary>> decodeSummaries(std::string_view in);

} // namespace gemba::twin
