// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/stamp.h"
#include "ui/models/daily_sheet.h"

class QPagedPaintDevice;

namespace gemba::ui {

/// Draws a daily sheet, black on white, on one or two pages: what does not fit is counted, not
/// left out in silence. False: the device cannot be painted on. GUI thread.
[[nodiscard]] bool printDay(QPagedPaintDevice& device, const DailySheet& sheet, const Stamp& stamp);

} // namespace gemba::ui
