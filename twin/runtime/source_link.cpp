// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/source_link.h"

namespace gemba::twin {

SourceLink::SourceLink(const SparkplugSettings& settings, SparkplugSession::Resolve resolve,
                       SessionOutput& output)
    : session(settings, std::move(resolve), output)
{
}

NodeState& SourceLink::node(const NodeRef& ref)
{
    NodeState& n = m_nodes[{std::string(ref.group), std::string(ref.node), std::string(ref.device)}];
    if (n.group.empty()) {
        n.group = ref.group;
        n.node = ref.node;
        n.device = ref.device;
    }
    return n;
}

void SourceLink::setNode(const NodeRef& ref, bool online, TimeNs at)
{
    NodeState& n = node(ref);
    n.online = online;
    n.since = at;
}

void SourceLink::setNonCompliant(const NodeRef& ref)
{
    node(ref).compliant = false;
}

std::vector<NodeState> SourceLink::nodes() const
{
    std::vector<NodeState> all;
    all.reserve(m_nodes.size());
    for (const auto& [key, n] : m_nodes)
        all.push_back(n);
    return all;
}

void SourceLink::save(ByteWriter& w) const
{
    w.bytes(state.address);
    w.boolean(state.up);
    w.boolean(state.host);
    w.i64(state.since);
    w.bytes(state.reason);
    const SourceCounters& c = state.counters;
    for (const std::uint64_t n : {c.handedOver, c.logged, c.dropped, c.rejected, c.late, c.duplicates,
                                  c.gapExact, c.gapAtLeast, c.bytes})
        w.varint(n);
    w.varint(m_nodes.size());
    for (const auto& [key, n] : m_nodes) {
        w.bytes(n.group);
        w.bytes(n.node);
        w.bytes(n.device);
        w.boolean(n.online);
        w.i64(n.since);
        w.boolean(n.compliant);
    }
    rejections.save(w);
    late.save(w);
    session.save(w);
}

bool SourceLink::load(ByteReader& r, bool tellsLate)
{
    state.address = r.bytes();
    state.up = r.boolean();
    state.host = r.boolean();
    state.since = r.time();
    state.reason = r.bytes();
    SourceCounters& c = state.counters;
    for (std::uint64_t* n : {&c.handedOver, &c.logged, &c.dropped, &c.rejected, &c.late, &c.duplicates,
                             &c.gapExact, &c.gapAtLeast, &c.bytes})
        *n = r.varint();
    m_nodes.clear();
    const std::uint64_t count = r.count(13);
    for (std::uint64_t i = 0; i < count && !r.failed(); ++i) {
        NodeState n;
        n.group = r.bytes();
        n.node = r.bytes();
        n.device = r.bytes();
        n.online = r.boolean();
        n.since = r.time();
        n.compliant = r.boolean();
        m_nodes[{n.group, n.node, n.device}] = n;
    }
    return rejections.load(r) && (!tellsLate || late.load(r)) && !r.failed() && session.load(r).ok();
}

} // namespace gemba::twin
