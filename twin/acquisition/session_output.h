// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "twin/acquisition/telemetry_output.h"
#include "twin/model/time.h"

namespace gemba::twin {

/// Names an edge node or device; valid during the call it is given to.
struct NodeRef {
    std::string_view group, node;
    std::string_view device; ///< empty: the edge node itself
};

/// Where a peer departs from Sparkplug 3.0 without harm to what we read. Told once per node.
enum class NonCompliance : std::uint8_t {
    BdSeqMissing,     ///< NBIRTH or NDEATH without bdSeq
    BirthSeqNotZero,  ///< NBIRTH with a seq other than 0
    SeqMissing,       ///< a birth, data or device death without seq 0..255
    RebirthControlMissing, ///< NBIRTH without "Node Control/Rebirth"
    BirthTypeMissing, ///< a metric of a birth without a data type
    Retained,         ///< a retained message where none may be
    PublishedAtQos,   ///< data or birth with a QoS other than 0
    NotInBirth,       ///< data for a metric that no birth declared
    NameTwice,        ///< a birth with two metrics of one name; the first counts
};

/// What the session tells. Calls come from within onMessage, onTime and onLink, in log order.
class SessionOutput : public TelemetryOutput
{
public:
    /// The last value of the tag does not hold any more (STALE, §6.4.7 and §5).
    virtual void onStale(TagId tag) = 0;
    virtual void onBirth(const NodeRef& node, TimeNs at) = 0;
    virtual void onDeath(const NodeRef& node, TimeNs at) = 0;
    /// At least that many messages are lost (the count is modulo 256).
    virtual void onGap(const NodeRef& node, std::uint32_t atLeast) = 0;
    /// A message counted as lost came after all; its samples follow as historical.
    virtual void onLate(const NodeRef& node) = 0;
    virtual void onDuplicate(const NodeRef& node) = 0;
    /// The node should be asked for a rebirth; at most once per interval and node.
    virtual void onRebirthWanted(const NodeRef& node) = 0;
    virtual void onNonCompliant(const NodeRef& node, NonCompliance what) = 0;
};

} // namespace gemba::twin
