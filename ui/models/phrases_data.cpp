// SPDX-License-Identifier: GPL-3.0-or-later
// What a shift lead has to know when telemetry stays away.
#include <algorithm>

#include "ui/models/phrases.h"

namespace gemba::ui {
namespace {

bool anythingFresh(const twin::Snapshot& s)
{
    return std::any_of(s.tags.begin(), s.tags.end(),
                       [](const twin::TagState& t) { return t.arrival != twin::kNoTime && !t.stale; });
}

/// Not by the count of packets: a host's own STATE comes back to it and is one.
bool nothingYet(const twin::Snapshot& s, const twin::SourceState& source)
{
    return s.nodes.empty() && source.counters.rejected == 0
        && std::all_of(s.tags.begin(), s.tags.end(),
                       [](const twin::TagState& t) { return t.arrival == twin::kNoTime; });
}

const twin::NodeState* offlineNode(const twin::Snapshot& s)
{
    const auto found = std::find_if(s.nodes.begin(), s.nodes.end(), [](const twin::NodeState& n) {
        return n.device.empty() && !n.online;
    });
    return found == s.nodes.end() ? nullptr : &*found;
}

} // namespace

QString Phrases::dataTrouble(const twin::Snapshot& s) const
{
    for (const twin::SourceState& source : s.sources) {
        if (!source.up)
            return tr("No connection to %1 since %2 (%3). Trying again; check broker and address.")
                .arg(QString::fromStdString(source.address), m_format.clock(source.since),
                     QString::fromStdString(source.reason));
    }
    if (s.sources.empty() || anythingFresh(s))
        return {};
    const twin::SourceState& source = s.sources.front();
    if (const twin::NodeState* node = offlineNode(s))
        return tr("Node %1/%2 has been offline since %3. Check the node and its network.")
            .arg(QString::fromStdString(node->group), QString::fromStdString(node->node),
                 m_format.clock(node->since));
    if (nothingYet(s, source))
        return tr("Connected to %1, nothing arrived yet. Check that the plant publishes there.")
            .arg(QString::fromStdString(source.address));
    if (s.nodes.empty() && source.counters.rejected > 0)
        return source.host ? tr("Messages arrive from a node that has not announced itself. It has been asked to.")
                           : tr("A node speaks that has not announced itself, and Gemba only listens. Restart the "
                                "node, or start Gemba as host (--host).");
    return tr("Connected to %1, but the plant is silent.").arg(QString::fromStdString(source.address));
}

} // namespace gemba::ui
