// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/models/format.h"

namespace gemba::ui {

/// What a person typed into the time field, as an instant: "now" (the newest instant there is),
/// "-15m" and "+30s" (from the cursor), "14:05" and "14:05:30" (the cursor's day at the site),
/// "14:05 UTC" and "14:05Z" (that day in UTC), "2026-11-23 14:05" (site time), ISO 8601 with a zone, or the field's own long form.
/// Nothing if it is none of these, or a wall-clock time that does not exist on that day.
[[nodiscard]] std::optional<twin::TimeNs> parseTimeInput(const QString& text, twin::TimeNs cursor,
                                                         twin::TimeNs newest, const Format& site);

} // namespace gemba::ui
