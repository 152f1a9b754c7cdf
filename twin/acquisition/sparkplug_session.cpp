// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/acquisition/sparkplug_session.h"

#include <algorithm>

namespace gemba::twin {

SparkplugSession::SparkplugSession(SparkplugSettings settings, Resolve resolve, SessionOutput& output)
    : m_settings(settings), m_resolve(std::move(resolve)), m_output(output), m_decoder(settings.payload)
{
    // Half of the numbers are ahead, half behind: more than that cannot be told apart.
    m_settings.heldMessages = std::min<std::size_t>(m_settings.heldMessages, 127);
}

EdgeNode* SparkplugSession::nodeAt(const SparkplugTopic& topic)
{
    const auto at = m_nodes.find(std::pair(topic.group, topic.node));
    if (at != m_nodes.end())
        return &at->second;
    if (m_holderCount >= m_settings.holders) {
        m_output.onRejected({ErrorCode::LimitReached,
                             {std::string("nodes"), static_cast<std::int64_t>(m_settings.holders)},
                             {}});
        return nullptr;
    }
    ++m_holderCount;
    EdgeNode& node = m_nodes[NodeKey(topic.group, topic.node)];
    node.group = topic.group;
    node.node = topic.node;
    return &node;
}

void SparkplugSession::onMessage(const PacketView& packet, TimeNs arrival)
{
    onTime(arrival);
    if (const auto route = m_routes.find(packet.topic); route != m_routes.end()) {
        const auto [node, holder] = route->second;
        const SparkplugMessage message = holder == 0 ? SparkplugMessage::NData : SparkplugMessage::DData;
        noteDelivery(*node, message, packet);
        ordered(*node, message, node->holders[holder].device, packet.payload, arrival);
        schedule(*node);
        return;
    }
    const auto topic = parseSparkplugTopic(packet.topic);
    if (!topic) {
        Error unknown{ErrorCode::TopicUnknown, {}, {}};
        unknown.place.topic = packet.topic;
        m_output.onRejected(unknown);
        return;
    }
    using M = SparkplugMessage;
    if (topic->message == M::State || topic->message == M::NCmd || topic->message == M::DCmd)
        return;
    EdgeNode* node = nodeAt(*topic);
    if (node == nullptr)
        return;
    noteDelivery(*node, topic->message, packet);
    if (topic->message == M::NBirth)
        birth(*node, packet.payload, arrival);
    else if (topic->message == M::NDeath)
        death(*node, packet.payload, arrival);
    else
        ordered(*node, topic->message, topic->device, packet.payload, arrival);
    // From now on data of a known sender is found by one lookup of its topic.
    if (topic->message == M::NData || topic->message == M::DData) {
        if (const auto holder = node->findDevice(topic->device))
            m_routes.emplace(std::string(packet.topic), Route{node, *holder});
    }
    schedule(*node);
}

void SparkplugSession::noteDelivery(EdgeNode& node, SparkplugMessage message, const PacketView& packet)
{
    if (packet.retained)
        note(node, {}, NonCompliance::Retained);
    if (packet.qos != 0 && message != SparkplugMessage::NDeath)
        note(node, {}, NonCompliance::PublishedAtQos);
}

void SparkplugSession::onLink(bool up, TimeNs now)
{
    onTime(now);
    for (auto& [key, node] : m_nodes) {
        if (up) { // most come back by themselves: the ones that do not are asked a little later
            node.rebirthDue = node.online ? kNoTime : now + m_settings.reorderTimeout;
        } else {
            flushHeld(node);
            node.online = false;
            node.birthDeadline = node.rebirthDue = kNoTime;
            for (std::size_t i = 0; i < node.holders.size(); ++i)
                setOffline(node, static_cast<std::uint32_t>(i), now);
        }
        schedule(node);
    }
}

void SparkplugSession::onTime(TimeNs now)
{
    if (m_nextDeadline == kNoTime || now < m_nextDeadline)
        return;
    m_nextDeadline = kNoTime;
    for (auto& [key, node] : m_nodes) {
        expire(node, now);
        schedule(node);
    }
}

void SparkplugSession::expire(EdgeNode& node, TimeNs now)
{
    const auto over = [now](TimeNs deadline) { return deadline != kNoTime && deadline <= now; };
    if (over(node.reorderDeadline(m_settings.reorderTimeout))) {
        while (over(node.reorderDeadline(m_settings.reorderTimeout)))
            skipToHeld(node);
        wantRebirth(node, now);
    }
    if (over(node.birthDeadline)) {
        node.birthDeadline = kNoTime;
        for (std::size_t i = 1; i < node.holders.size(); ++i) {
            if (node.holders[i].awaited)
                setOffline(node, static_cast<std::uint32_t>(i), now);
        }
    }
    if (over(node.rebirthDue)) {
        node.rebirthDue = kNoTime;
        wantRebirth(node, now);
    }
}

void SparkplugSession::schedule(const EdgeNode& node)
{
    const TimeNs next = node.nextDeadline(m_settings.reorderTimeout);
    if (next != kNoTime && (m_nextDeadline == kNoTime || next < m_nextDeadline))
        m_nextDeadline = next;
}

} // namespace gemba::twin
