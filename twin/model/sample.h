// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "twin/model/ids.h"
#include "twin/model/time.h"
#include "twin/model/value.h"

namespace gemba::twin {

/// OPC UA quality, by its three severities.
enum class Quality : std::uint8_t { Good, Uncertain, Bad };

/// One value of one tag with both of its times.
struct Sample {
    TagId tag = kNoTag;
    TimeNs arrival = kNoTime; ///< when it could be known here
    TimeNs source = kNoTime;  ///< when it was, by the source's clock; may be absent
    Quality quality = Quality::Good;
    bool historical = false; ///< the source says it is late, e.g. after a store-and-forward
    Value value;
    bool operator==(const Sample&) const = default;
};

} // namespace gemba::twin
