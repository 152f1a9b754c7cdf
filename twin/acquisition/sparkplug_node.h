// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twin/acquisition/sequence_ledger.h"
#include "twin/acquisition/sparkplug_payload.h"
#include "twin/acquisition/sparkplug_topic.h"
#include "twin/model/ids.h"

namespace gemba::twin {

/// What a metric stands for in the plant.
struct MetricTarget {
    TagId tag = kNoTag; ///< kNoTag: nothing, its values are read past
    bool sequence = false; ///< a 64-bit counter of what the node sent
};

/// A metric as its birth declared it.
struct BoundMetric {
    std::string name;
    std::optional<std::uint64_t> alias;
    SparkplugType type = SparkplugType::Unknown;
    MetricTarget target;
    SequenceLedger ledger; ///< of a sequence
};

/// The edge node itself or one of its devices, with the metrics of its last birth.
struct MetricHolder {
    std::string device; ///< empty: the node itself
    bool online = false;
    bool awaited = false; ///< online, but the node was reborn and this device not yet
    TimeNs since = kNoTime;
    std::vector<BoundMetric> metrics; ///< ascending by name
    [[nodiscard]] BoundMetric* find(std::string_view name);
};

/// A message held back until the missing one before it is here.
struct HeldMessage {
    std::uint8_t seq = 0;
    SparkplugMessage message = SparkplugMessage::NData;
    std::string device;
    Bytes payload;
    TimeNs arrival = kNoTime;
};

/// Everything a host keeps of one edge node (Sparkplug 3.0 §5).
struct EdgeNode {
    std::string group, node;
    bool online = false;
    std::optional<std::uint64_t> bdSeq; ///< of the last NBIRTH
    std::uint8_t expected = 0;          ///< seq of the next message
    std::bitset<256> received;          ///< by seq: whether the last message with it came
    std::uint32_t behindRun = 0;        ///< messages in a row that were behind
    std::vector<HeldMessage> held;      ///< ascending by distance from expected
    TimeNs birthDeadline = kNoTime;     ///< devices still awaited then are offline
    TimeNs lastRebirth = kNoTime;       ///< when one was last asked for
    TimeNs rebirthDue = kNoTime;        ///< when it will be asked for, unless born before
    std::uint32_t notes = 0;            ///< bits of NonCompliance told already
    std::vector<MetricHolder> holders{1}; ///< [0] the node; devices in the order of first birth
    std::vector<std::uint32_t> byDevice{0}; ///< positions in holders, ascending by device

    struct Alias {
        std::uint64_t alias = 0;
        std::uint32_t holder = 0, metric = 0;
    };
    std::vector<Alias> aliases; ///< ascending; unique over the node and its devices

    [[nodiscard]] BoundMetric* findAlias(std::uint64_t alias);
    /// Empty: the node itself, 0.
    [[nodiscard]] std::optional<std::uint32_t> findDevice(std::string_view device) const;
    std::uint32_t addDevice(MetricHolder holder); ///< of a device that is not there yet
    void forgetAliases(std::uint32_t holder);
    /// Adds the aliases of a holder; returns the first one that is taken already, if any.
    std::optional<std::uint64_t> addAliases(std::uint32_t holder);
    /// When the first hole is given up; kNoTime where there is none.
    [[nodiscard]] TimeNs reorderDeadline(TimeNs timeout) const;
    /// The earliest instant at which something is due.
    [[nodiscard]] TimeNs nextDeadline(TimeNs reorderTimeout) const;
};

/// The name of a data type as the specification spells it.
[[nodiscard]] std::string_view nameOf(SparkplugType type);

/// ErrorCode::TypeChanged for a metric, whose name is the column of the place.
[[nodiscard]] Error typeChanged(const BoundMetric& before, std::string_view now);

} // namespace gemba::twin
