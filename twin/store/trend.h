// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "twin/model/error.h"
#include "twin/model/series.h"

namespace gemba::twin {

/// One column of a trend: what has to be drawn of the samples in it so that the line comes out
/// pixel for pixel as if all had been drawn (M4; Jugel et al., VLDB 2014). Times are source times,
/// arrival times where the source gave none.
struct TrendBucket {
    TimeNs from = 0, to = 0; ///< times of the first and the last sample in it
    double first = 0, minimum = 0, maximum = 0, last = 0;
    std::uint32_t count = 0; ///< samples with a number
    bool bad = false;        ///< at least one sample of bad quality, or without a number
    bool operator==(const TrendBucket&) const = default;
};

/// A series over a stretch of time.
struct TrendSeries {
    std::vector<TrendBucket> buckets; ///< increasing in time; columns without a number left out
    std::vector<Error> damaged; ///< parts of the file that could not be read and are not in it
};

/// The samples themselves, in the order of time; those of one instant as they arrived.
struct StoredSeries {
    std::vector<SeriesPoint> points;
    std::vector<Error> damaged; ///< parts of the file that could not be read and are not in it
};

} // namespace gemba::twin
