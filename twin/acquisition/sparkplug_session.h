// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <unordered_map>

#include "twin/acquisition/session_output.h"
#include "twin/acquisition/sparkplug_node.h"
#include "twin/model/record.h"

namespace gemba::twin {

struct SparkplugSettings {
    TimeNs reorderTimeout = 2 * kSecond;
    TimeNs rebirthInterval = 30 * kSecond;
    std::size_t heldMessages = 100;     ///< per node, while one is missing; below 128
    std::size_t heldBytes = 16 << 20;   ///< of all nodes together
    std::size_t holders = 20'000;       ///< nodes and devices
    std::size_t metrics = 1'000'000;    ///< of all births together
    SparkplugLimits payload = {};
};

/// The host's side of Sparkplug B 3.0 for one broker: births, deaths, order, aliases. Deterministic:
/// its only clock is the log time it is handed. One thread. Memory is bounded by the settings.
class SparkplugSession
{
public:
    using Resolve = std::function<MetricTarget(const NodeRef&, std::string_view metric)>;
    /// output must outlive the session; resolve is called at births (and load) only.
    SparkplugSession(SparkplugSettings settings, Resolve resolve, SessionOutput& output);

    /// Takes one message of spBv1.0/# or STATE/#; commands and STATE are read past. Timers that ended
    /// at arrival or before expire first.
    void onMessage(const PacketView& packet, TimeNs arrival);
    void onTime(TimeNs now);
    /// Down: everything learned on this link is stale until its next birth. Up: nodes that do not
    /// come back by themselves within the reorder timeout are asked for a rebirth.
    void onLink(bool up, TimeNs now);

    /// The complete state, canonical: equal states give equal bytes. Tags are not stored but
    /// resolved again. load leaves the session as it was where it fails (SessionDamaged).
    void save(ByteWriter& out) const;
    [[nodiscard]] Result<void> load(ByteReader& in);

private:
    struct Route {
        EdgeNode* node = nullptr;
        std::uint32_t holder = 0;
    };
    struct BytesHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    using NodeKey = std::pair<std::string, std::string>;
    struct NodeLess {
        using is_transparent = void;
        using Views = std::pair<std::string_view, std::string_view>;
        static Views views(const NodeKey& k) { return {k.first, k.second}; }
        static Views views(const Views& v) { return v; }
        template <class A, class B>
        bool operator()(const A& a, const B& b) const { return views(a) < views(b); }
    };

    // sparkplug_session.cpp: routing, timers
    EdgeNode* nodeAt(const SparkplugTopic& topic);
    void noteDelivery(EdgeNode& node, SparkplugMessage message, const PacketView& packet);
    void expire(EdgeNode& node, TimeNs now);
    void schedule(const EdgeNode& node);

    // sparkplug_birth.cpp
    void birth(EdgeNode& node, std::string_view payload, TimeNs arrival);
    void death(EdgeNode& node, std::string_view payload, TimeNs arrival);
    void deviceBirth(EdgeNode& node, std::string_view device, TimeNs arrival);
    void deviceDeath(EdgeNode& node, std::string_view device, TimeNs arrival);
    bool bind(EdgeNode& node, std::uint32_t holder);
    std::optional<Error> declare(EdgeNode& node, std::uint32_t holder);
    void tellBirth(EdgeNode& node, std::uint32_t holder, TimeNs arrival);
    void setOffline(EdgeNode& node, std::uint32_t holder, TimeNs at);

    // sparkplug_order.cpp: sequence numbers and what data says
    void ordered(EdgeNode& node, SparkplugMessage message, std::string_view device,
                 std::string_view payload, TimeNs arrival);
    void behind(EdgeNode& node, SparkplugMessage message, std::string_view device, std::uint8_t seq,
                TimeNs arrival);
    void hold(EdgeNode& node, HeldMessage message);
    void releaseHeld(EdgeNode& node);
    void skipToHeld(EdgeNode& node);
    void flushHeld(EdgeNode& node);
    void advance(EdgeNode& node, std::uint8_t seq);
    void apply(EdgeNode& node, SparkplugMessage message, std::string_view device, TimeNs arrival,
               bool late);
    void data(EdgeNode& node, std::string_view device, TimeNs arrival, bool late);
    void tell(BoundMetric& bound, const SparkplugMetric& metric, bool late, bool atBirth);
    void wantRebirth(EdgeNode& node, TimeNs now);
    void reject(EdgeNode& node, std::string_view device, Error error);
    void note(EdgeNode& node, std::string_view device, NonCompliance what);

    SparkplugSettings m_settings;
    Resolve m_resolve;
    SessionOutput& m_output;
    SparkplugDecoder m_decoder;
    SparkplugPayload m_payload; ///< the message at hand
    std::map<NodeKey, EdgeNode, NodeLess> m_nodes;
    std::unordered_map<std::string, Route, BytesHash, std::equal_to<>> m_routes; ///< lookup only
    TimeNs m_nextDeadline = kNoTime; ///< no timer ends before
    std::size_t m_heldBytes = 0, m_holderCount = 0, m_metricCount = 0;
};

} // namespace gemba::twin
