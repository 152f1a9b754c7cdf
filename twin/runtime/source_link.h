// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <tuple>

#include "twin/acquisition/sparkplug_session.h"
#include "twin/model/snapshot.h"
#include "twin/runtime/late_tally.h"
#include "twin/runtime/rejection_tally.h"

namespace gemba::twin {

/// One broker link as the pipeline knows it: whether it is up, what was counted on it, and the
/// Sparkplug session that runs over it.
class SourceLink
{
public:
    SourceLink(const SparkplugSettings& settings, SparkplugSession::Resolve resolve,
               SessionOutput& output);

    SourceState state;
    SparkplugSession session;
    RejectionTally rejections;
    LateTally late;

    void setNode(const NodeRef& ref, bool online, TimeNs at);
    void setNonCompliant(const NodeRef& ref);
    [[nodiscard]] std::vector<NodeState> nodes() const;

    void save(ByteWriter& w) const;
    /// tellsLate: keyframes from before version 3 know nothing of late samples that wait.
    [[nodiscard]] bool load(ByteReader& r, bool tellsLate);

private:
    using Key = std::tuple<std::string, std::string, std::string>;
    [[nodiscard]] NodeState& node(const NodeRef& ref);
    std::map<Key, NodeState> m_nodes; ///< ordered: it is saved
};

} // namespace gemba::twin
