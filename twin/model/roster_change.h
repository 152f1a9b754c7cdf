// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "twin/model/event.h"
#include "twin/model/package.h"

namespace gemba::twin {

/// A roster edited while its plant runs is an act of this verb in the log, whose text names the
/// blob that the session holds from then on.
inline constexpr std::string_view kRosterVerb = "roster";

/// The blob's name where the event is such an act; a view into the event.
[[nodiscard]] std::optional<std::string_view> rosterChange(const Event& event);

/// The roster that held at t, of a session with these blobs (in the order in which they were
/// written) and these acts (in the order of the log); null: there is none. A copied stretch may
/// lack the act that brought its roster: then it is the one before the first act that it has.
[[nodiscard]] const Blob* rosterAt(const PlantPackage& package, const std::vector<Event>& acts, TimeNs t);

} // namespace gemba::twin
