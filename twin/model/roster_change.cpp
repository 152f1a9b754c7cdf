// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/roster_change.h"

#include <algorithm>

namespace gemba::twin {

std::optional<std::string_view> rosterChange(const Event& event)
{
    std::string_view text = event.text;
    if (event.kind != EventKind::Act || !text.starts_with(kRosterVerb))
        return std::nullopt;
    text.remove_prefix(kRosterVerb.size());
    if (!text.starts_with(": "))
        return std::nullopt;
    return text.substr(2);
}

const Blob* rosterAt(const PlantPackage& package, const std::vector<Event>& acts, TimeNs t)
{
    std::vector<const Blob*> rosters;
    for (const Blob& b : package.blobs) {
        if (b.kind == "roster")
            rosters.push_back(&b);
    }
    if (rosters.empty())
        return nullptr;
    auto held = rosters.end() - 1;
    const auto named = [&](std::string_view name) {
        return std::find_if(rosters.begin(), rosters.end(), [name](const Blob* b) { return b->name == name; });
    };
    bool changed = false;
    for (const Event& act : acts) {
        const auto name = rosterChange(act);
        const auto at = name ? named(*name) : rosters.end();
        if (at == rosters.end())
            continue;
        if (act.at > t) {
            if (!changed && at != rosters.begin())
                held = at - 1;
            break;
        }
        held = at;
        changed = true;
    }
    return *held;
}

} // namespace gemba::twin
