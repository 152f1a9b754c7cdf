// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/store/segment.h"
#include "twin/store/session_access.h"

namespace gemba::twin {

struct LogCursor::Private {
    SessionAccess* access = nullptr;
    std::uint64_t position = 0; ///< the next record is this one or a later one
    std::uint64_t lastSeq = 0;  ///< of the segment at hand; 0: unknown
    bool loaded = false;
    bool ended = false; ///< damaged to the end
    Bytes bytes;
    SegmentReader segment;
    Statement atOrBefore, after, nextInterval;

    Result<void> prepare();
    Result<bool> load();
    void skip();
    [[nodiscard]] Error named(Error e) const;
};

} // namespace gemba::twin
