// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gemba/stored_pens.h"

namespace gemba {

// What the window asks of stored samples, worked out from them. All by the reader's thread; what
// is not wanted any more ends early with whatever there is. Errors: of the file, ExpressionInvalid.

[[nodiscard]] twin::Result<ui::Trend> calculatedTrend(twin::SessionReader& reader, const ui::PenSource& pen,
                                                      twin::TimeNs from, twin::TimeNs to, int columns,
                                                      twin::TimeNs knownAt, const StillWanted& wanted);
[[nodiscard]] twin::Result<ui::StretchStatistics>
stretchStatistics(twin::SessionReader& reader, const ui::PenSource& pen, const twin::Limits& limits,
                  twin::TimeNs from, twin::TimeNs to, twin::TimeNs knownAt, const StillWanted& wanted);
[[nodiscard]] twin::Result<ui::ValuePairs> valuePairs(twin::SessionReader& reader, const ui::PenSource& x,
                                                      const ui::PenSource& y, twin::TimeNs from, twin::TimeNs to,
                                                      twin::TimeNs knownAt, std::size_t most,
                                                      const StillWanted& wanted);

} // namespace gemba
