// SPDX-License-Identifier: GPL-3.0-or-later
// The session's state as bytes, for keyframes. They may come from a hostile file.
#include <algorithm>

#include "twin/acquisition/sparkplug_session.h"

namespace gemba::twin {
namespace {

constexpr std::uint8_t kVersion = 1;

void saveOptional(const std::optional<std::uint64_t>& v, ByteWriter& out)
{
    out.boolean(v.has_value());
    if (v)
        out.u64(*v);
}

std::optional<std::uint64_t> loadOptional(ByteReader& in)
{
    return in.boolean() ? std::optional(in.u64()) : std::nullopt;
}

void saveHolder(const MetricHolder& holder, ByteWriter& out)
{
    out.bytes(holder.device);
    out.boolean(holder.online);
    out.boolean(holder.awaited);
    out.i64(holder.since);
    out.varint(holder.metrics.size());
    for (const BoundMetric& m : holder.metrics) {
        out.bytes(m.name);
        saveOptional(m.alias, out);
        out.u8(static_cast<std::uint8_t>(m.type));
        out.boolean(m.target.sequence);
        if (m.target.sequence)
            m.ledger.save(out);
    }
}

MetricHolder loadHolder(ByteReader& in)
{
    MetricHolder holder;
    holder.device = in.bytes();
    holder.online = in.boolean();
    holder.awaited = in.boolean();
    holder.since = in.time();
    for (std::uint64_t n = in.count(4); n > 0 && !in.failed(); --n) {
        BoundMetric& m = holder.metrics.emplace_back();
        m.name = in.bytes();
        m.alias = loadOptional(in);
        m.type = static_cast<SparkplugType>(in.u8());
        if (in.boolean())
            m.ledger.load(in);
    }
    return holder;
}

void saveOrder(const EdgeNode& node, ByteWriter& out)
{
    out.u8(node.expected);
    for (std::size_t i = 0; i < node.received.size(); i += 8) {
        unsigned byte = 0;
        for (std::size_t bit = 0; bit < 8; ++bit)
            byte |= static_cast<unsigned>(node.received[i + bit]) << bit;
        out.u8(static_cast<std::uint8_t>(byte));
    }
    out.u32(node.behindRun);
    out.varint(node.held.size());
    for (const HeldMessage& m : node.held) {
        out.u8(m.seq);
        out.u8(static_cast<std::uint8_t>(m.message));
        out.bytes(m.device);
        out.bytes(m.payload);
        out.i64(m.arrival);
    }
}

void loadOrder(ByteReader& in, EdgeNode& node)
{
    node.expected = in.u8();
    for (std::size_t i = 0; i < node.received.size(); i += 8) {
        const unsigned byte = in.u8();
        for (std::size_t bit = 0; bit < 8; ++bit)
            node.received[i + bit] = ((byte >> bit) & 1U) != 0;
    }
    node.behindRun = in.u32();
    for (std::uint64_t n = in.count(12); n > 0 && !in.failed(); --n) {
        HeldMessage& m = node.held.emplace_back();
        m.seq = in.u8();
        m.message = static_cast<SparkplugMessage>(in.u8());
        m.device = in.bytes();
        m.payload = in.bytes();
        m.arrival = in.time();
    }
}

void saveNode(const EdgeNode& node, ByteWriter& out)
{
    out.bytes(node.group);
    out.bytes(node.node);
    out.boolean(node.online);
    saveOptional(node.bdSeq, out);
    saveOrder(node, out);
    out.i64(node.birthDeadline);
    out.i64(node.lastRebirth);
    out.i64(node.rebirthDue);
    out.u32(node.notes);
    out.varint(node.holders.size());
    for (const MetricHolder& holder : node.holders)
        saveHolder(holder, out);
    out.varint(node.aliases.size());
    for (const EdgeNode::Alias& a : node.aliases) {
        out.u64(a.alias);
        out.varint(a.holder);
        out.varint(a.metric);
    }
}

EdgeNode loadNode(ByteReader& in)
{
    EdgeNode node;
    node.group = in.bytes();
    node.node = in.bytes();
    node.online = in.boolean();
    node.bdSeq = loadOptional(in);
    loadOrder(in, node);
    node.birthDeadline = in.time();
    node.lastRebirth = in.time();
    node.rebirthDue = in.time();
    node.notes = in.u32();
    const std::uint64_t holders = in.count(12);
    for (std::uint64_t i = 0; i < holders && !in.failed(); ++i) {
        MetricHolder holder = loadHolder(in);
        if (i == 0)
            node.holders.front() = std::move(holder);
        else
            node.addDevice(std::move(holder));
    }
    for (std::uint64_t n = in.count(10); n > 0 && !in.failed(); --n) {
        EdgeNode::Alias& a = node.aliases.emplace_back();
        a.alias = in.u64();
        a.holder = static_cast<std::uint32_t>(in.varint());
        a.metric = static_cast<std::uint32_t>(in.varint());
    }
    return node;
}

bool isData(SparkplugMessage m)
{
    return m == SparkplugMessage::NData || m == SparkplugMessage::DData || m == SparkplugMessage::DBirth
        || m == SparkplugMessage::DDeath;
}

/// Whether everything the session relies on holds: positions in range, lists in order.
bool isSound(const EdgeNode& node)
{
    const auto sameDevice = [&node](std::uint32_t a, std::uint32_t b) {
        return node.holders[a].device == node.holders[b].device;
    };
    if (!node.holders.front().device.empty()
        || std::adjacent_find(node.byDevice.begin(), node.byDevice.end(), sameDevice)
               != node.byDevice.end())
        return false;
    for (const MetricHolder& h : node.holders) {
        const auto disordered = [](const BoundMetric& a, const BoundMetric& b) { return a.name >= b.name; };
        if (std::adjacent_find(h.metrics.begin(), h.metrics.end(), disordered) != h.metrics.end())
            return false;
    }
    for (std::size_t i = 0; i < node.aliases.size(); ++i) {
        const EdgeNode::Alias& a = node.aliases[i];
        if (a.holder >= node.holders.size() || a.metric >= node.holders[a.holder].metrics.size()
            || (i > 0 && node.aliases[i - 1].alias >= a.alias))
            return false;
    }
    int last = 0; // held ones are ahead of the expected one, in order
    for (const HeldMessage& m : node.held) {
        const int distance = static_cast<std::uint8_t>(m.seq - node.expected);
        if (distance <= last || distance >= 128 || !isData(m.message))
            return false;
        last = distance;
    }
    return true;
}

} // namespace

void SparkplugSession::save(ByteWriter& out) const
{
    out.u8(kVersion);
    out.varint(m_nodes.size());
    for (const auto& [key, node] : m_nodes)
        saveNode(node, out);
}

Result<void> SparkplugSession::load(ByteReader& in)
{
    const Error damaged{ErrorCode::SessionDamaged, {std::string("Sparkplug state")}, {}};
    if (in.u8() != kVersion)
        return damaged;
    std::map<NodeKey, EdgeNode, NodeLess> nodes;
    for (std::uint64_t n = in.count(64); n > 0 && !in.failed(); --n) {
        EdgeNode node = loadNode(in);
        if (in.failed() || !isSound(node) || !nodes.try_emplace({node.group, node.node}, node).second)
            return damaged;
    }
    if (in.failed())
        return damaged;
    m_nodes = std::move(nodes);
    m_routes.clear();
    m_nextDeadline = kNoTime;
    m_heldBytes = m_holderCount = m_metricCount = 0;
    for (auto& [key, node] : m_nodes) {
        for (MetricHolder& holder : node.holders) {
            for (BoundMetric& m : holder.metrics)
                m.target = m_resolve({node.group, node.node, holder.device}, m.name);
            m_metricCount += holder.metrics.size();
        }
        for (const HeldMessage& m : node.held)
            m_heldBytes += m.payload.size();
        m_holderCount += node.holders.size();
        schedule(node);
    }
    return {};
}

} // namespace gemba::twin
