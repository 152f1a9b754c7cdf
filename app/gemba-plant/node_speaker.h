// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/gemba-plant/node_layout.h"
#include "app/gemba-plant/playlist.h"
#include "twin/model/bytes.h"
#include "twin/model/time.h"

namespace gemba::plant {

/// One MQTT message to be sent.
struct Message
{
    enum class Type : std::uint8_t { Birth, Data, Death };
    std::string topic;
    twin::Bytes payload;
    Type type = Type::Data;
    int qos = 0;
    int seq = -1;             ///< Sparkplug seq 0..255; -1: none
    std::uint64_t number = 0; ///< 64-bit sequence of its bundle; 0: none
};

/// Whether a row has anything for a bundle: new waveforms where it holds nothing else, and at least
/// one column that the row says where it holds columns.
[[nodiscard]] bool hasNews(const Bundle& bundle, const Frame& frame);

/// Turns rows into messages and keeps the counters of one node. No I/O, no clock; one thread.
class NodeSpeaker
{
public:
    virtual ~NodeSpeaker() = default;

    /// A new connection begins; the message to leave with the broker as the will, if any.
    [[nodiscard]] virtual std::vector<Message> connecting(twin::TimeNs now) = 0;
    /// What to say first on a connection, and again when a host asks for rebirth.
    [[nodiscard]] virtual std::vector<Message> births(const Frame& frame, twin::TimeNs time) = 0;
    /// A row, one message per bundle. With no connection the messages are lost, but counted.
    [[nodiscard]] virtual std::vector<Message> row(const Frame& frame, twin::TimeNs time,
                                                   bool connected) = 0;
    /// What to say before leaving in good order.
    [[nodiscard]] virtual std::vector<Message> farewell(twin::TimeNs now) = 0;
    /// Topic filter of commands; empty: takes none.
    [[nodiscard]] virtual std::string commandTopic() const = 0;
    /// Whether a command on commandTopic() asks for rebirth.
    [[nodiscard]] virtual bool asksForRebirth(std::string_view payload) const = 0;
};

/// Sparkplug B 3.0: NBIRTH with bdSeq and Node Control/Rebirth, a DBIRTH per device, then NDATA
/// and a DDATA per device, all of one row under one time, by alias; bdSeq counts connections, seq
/// runs 0..255 from each NBIRTH (§6.4 of the specification).
[[nodiscard]] std::unique_ptr<NodeSpeaker> makeSparkplugSpeaker(NodeLayout layout);

/// Where Sparkplug hosts say whether they are there, and whether such a message says yes (§6.4.5 of
/// the specification: {"online": true, "timestamp": …}).
inline constexpr const char* kHostStateTopic = "spBv1.0/STATE/+";
[[nodiscard]] bool saysHostIsOnline(std::string_view topic, std::string_view payload);

/// Plain JSON, one message per topic and row, shaped by the pointers of the plant's bindings;
/// numbers in the shortest form that reads back to the same double. No births, no will.
/// Error PlantInconsistent: the pointers of a topic do not fit into one document.
[[nodiscard]] twin::Result<std::unique_ptr<NodeSpeaker>> makeJsonSpeaker(NodeLayout layout);

} // namespace gemba::plant
