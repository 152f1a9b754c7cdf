// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "twin/health/health_assessor.h"
#include "twin/model/plant.h"
#include "twin/model/snapshot.h"

namespace gemba::twin {

/// The latest value of every tag of a plant: the acquisition part of the pipeline's state.
class TagTable
{
public:
    /// How a sample stands to what is already known of its tag.
    enum class Taken : std::uint8_t { Newer, Late };

    explicit TagTable(const Plant& plant);

    /// Late samples (historical, or older by source time than the latest) do not replace it.
    Taken take(const Sample& sample);
    /// The node that speaks for the tag is gone: stale from now until it speaks again.
    void markOffline(TagId tag) { m_entries[index(tag)].offline = true; }
    void markAllOffline();

    [[nodiscard]] const Value& value(TagId tag) const { return m_latest[index(tag)].value; }
    [[nodiscard]] TimeNs source(TagId tag) const { return m_latest[index(tag)].source; } ///< of the latest
    /// now: log time. Stale is no message for AlertRules::staleAfterPeriods expected periods.
    [[nodiscard]] AssetInput input(TagId tag, TimeNs now) const;
    [[nodiscard]] TagState state(TagId tag, TimeNs now) const;
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

    void save(ByteWriter& w) const;
    [[nodiscard]] bool load(ByteReader& r);

private:
    struct Entry { ///< what a score needs: of all tags, every tick
        double number = 0.0; ///< toNumber() of the value: NaN where there is none
        TimeNs arrival = kNoTime;
        TimeNs staleAfter = 0;
        Quality quality = Quality::Bad;
        bool offline = false;
    };
    struct Latest {
        Value value;
        TimeNs source = kNoTime;
    };
    [[nodiscard]] static bool stale(const Entry& e, TimeNs now);
    std::vector<Entry> m_entries; ///< by TagId
    std::vector<Latest> m_latest; ///< by TagId
};

/// Canonical bytes of a value; reading gives it back bit for bit.
void save(const Value& v, ByteWriter& w);
[[nodiscard]] Value loadValue(ByteReader& r);

} // namespace gemba::twin
