// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "twin/model/alert.h"
#include "twin/model/bytes.h"
#include "twin/model/result.h"

namespace gemba::twin {

/// What the book did, in order; the pipeline turns it into events and digest bytes.
struct AlertTransition {
    enum class What : std::uint8_t { Raised, Escalated, Eased, Cleared, Acknowledged };
    What what = What::Raised;
    Alert alert; ///< as it is after the transition
};

/// All alerts that are not back to normal, by the life of ISA-18.2. Condition alerts are one per
/// asset and follow its word; DCS alarms are one per tag, side and limit and follow the plant's
/// own limits. Gemba's acknowledgement is a note here: it acknowledges nothing in the DCS.
/// A value of the pipeline: no clock, no threads; every change has the log time of its record.
class AlertBook
{
public:
    /// The word of an asset after dwell and hysteresis. Normal clears.
    void onWord(AssetId asset, ConditionWord word, TagId worstTag, Side side, MilliPoints score,
                TimeNs at);
    /// Whether a tag is beyond one of its published limits.
    void onLimit(AssetId asset, TagId tag, Side side, bool trip, bool beyond, TimeNs at);
    /// A person has seen it. False where there is no such unacknowledged alert.
    bool acknowledge(std::uint64_t alertId, TimeNs at);

    /// Transitions since the last call, oldest first.
    [[nodiscard]] std::vector<AlertTransition> takeTransitions();
    [[nodiscard]] bool hasTransitions() const { return !m_transitions.empty(); }

    /// Worst first: unacknowledged before acknowledged within a priority, then oldest first.
    [[nodiscard]] std::vector<Alert> list() const;

    void save(ByteWriter& w) const;
    [[nodiscard]] Result<void> load(ByteReader& r);

private:
    struct Key {
        AlertOrigin origin;
        std::uint32_t subject; ///< asset or tag
        Side side;
        bool trip;
        auto operator<=>(const Key&) const = default;
    };
    void raise(const Key& key, Alert alert, TimeNs at);
    void clear(const Key& key, TimeNs at);
    void note(AlertTransition::What what, const Alert& alert);

    std::map<Key, Alert> m_alerts; ///< ordered: iteration reaches the digest
    std::uint64_t m_nextId = 1;
    std::vector<AlertTransition> m_transitions;
};

void save(const Alert& a, ByteWriter& w);
[[nodiscard]] Alert loadAlert(ByteReader& r);

} // namespace gemba::twin
