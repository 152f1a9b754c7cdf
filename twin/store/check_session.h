// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "twin/model/assessment.h"
#include "twin/model/result.h"
#include "twin/model/sample.h"

namespace gemba::twin {

struct SessionProblem {
    std::string where; ///< "log", "interval 12", "chunk 407", "blob models/reactor.gmodel"
    Error what;
};

/// Reads the whole file: pages, every segment, chunk, blob and keyframe, the order of the log, and
/// that gaps and digests fit together. Empty: all is well. Whether the outputs can be computed
/// again is not asked here; replay does that.
std::vector<SessionProblem> checkSession(const std::string& path);

/// Where the samples for new caches go.
class CacheSink
{
public:
    virtual ~CacheSink() = default;
    virtual void appendSample(const Sample& sample) = 0; ///< in order of arrival
    virtual void appendCondition(AssetId asset, TimeNs at, MilliPoints score) = 0;
};

/// Throws the caches (chunk, rollup, recent) of the file away and makes them anew from what replay
/// puts into the sink; the file is changed only if that succeeds, and after replay has returned:
/// no reader of it may be open then. Errors: those of replay,
/// FileNotWritable, StoreFailed, and what SessionReader::open gives.
Result<void> rebuildCaches(const std::string& path,
                           const std::function<Result<void>(CacheSink&)>& replay);

} // namespace gemba::twin
