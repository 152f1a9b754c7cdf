// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "twin/model/event.h"
#include "twin/model/time.h"

namespace gemba::twin {

/// A stretch of log time in which nothing came, or nothing could be recorded.
struct SilentStretch {
    TimeNs from = 0, to = 0;
    bool operator==(const SilentStretch&) const = default;
};

/// How much came over a stretch of log time, in columns of equal length.
struct DensityLane {
    TimeNs from = kNoTime, to = kNoTime;
    /// Messages a second; over very long stretches log records a second, ticks of silence too.
    std::vector<double> perSecond;
    bool records = false; ///< it is records
    /// Five seconds and longer, increasing. Over very long stretches only what is known without
    /// reading the log: links down, and records that could not be written.
    std::vector<SilentStretch> silences;
};

/// Which marks of a lane share a column, so that a storm of them is as quick to draw as one.
enum class MarkLane : std::uint8_t { None, Alert, DcsAlarm, Model, Note, Plant, Source, Late };
[[nodiscard]] MarkLane markLaneOf(EventKind kind);

} // namespace gemba::twin
