// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "twin/model/event.h"
#include "twin/model/roll_up.h"
#include "twin/model/sample.h"
#include "twin/model/verdict.h"

namespace gemba::twin {

/// The latest of one tag at the snapshot's instant.
struct TagState {
    Value value;
    TimeNs arrival = kNoTime;
    TimeNs source = kNoTime;
    Quality quality = Quality::Bad;
    bool stale = true;
};

/// What was counted on one broker link. Handed over = logged + dropped, exactly.
struct SourceCounters {
    std::uint64_t handedOver = 0, logged = 0, dropped = 0;
    std::uint64_t rejected = 0;    ///< logged, but not understood
    std::uint64_t late = 0;        ///< source time older than one already known
    std::uint64_t duplicates = 0;
    std::uint64_t gapExact = 0;    ///< lost upstream by a 64-bit sequence
    std::uint64_t gapAtLeast = 0;  ///< lost upstream by Sparkplug seq, at least
    std::uint64_t bytes = 0;
    bool operator==(const SourceCounters&) const = default;
};

struct SourceState {
    std::string address;
    bool up = false;
    bool host = false; ///< we are its Sparkplug host; otherwise listen only
    TimeNs since = kNoTime;
    std::string reason; ///< why it is down, as the library said
    SourceCounters counters;
};

/// A Sparkplug edge node (device empty) or device.
struct NodeState {
    std::string group, node, device;
    bool online = false;
    TimeNs since = kNoTime;
    bool compliant = true;
};

struct AssetState {
    Assessment assessment;
    std::optional<Verdict> verdict; ///< of an abnormal machine
};

/// Everything a panel can show at one instant. Immutable once published; shared between threads.
struct Snapshot {
    std::shared_ptr<const Plant> plant;
    TimeNs at = kNoTime;   ///< the cursor: log time
    std::uint64_t seq = 0; ///< last applied record
    std::uint64_t epoch = 0; ///< changes when the view jumped: seek, other file
    std::vector<AssetState> assets; ///< by AssetId
    std::vector<TagState> tags;     ///< by TagId
    std::vector<RollUp> rollUp;     ///< the site first, see twin/health/roll_up.h
    std::vector<SourceState> sources;
    std::vector<NodeState> nodes;
    std::vector<Alert> alerts; ///< active and returned-unacknowledged, worst first
    std::shared_ptr<const std::vector<Event>> events; ///< oldest first, up to at
    std::uint64_t eventsForgotten = 0; ///< older ones no longer held here (the log still has them)
    double observedSpeed = 0.0; ///< process time per log time as source times tell; 0: unknown
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace gemba::twin
