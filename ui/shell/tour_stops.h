// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/tour.h"

namespace gemba::ui {

/// Where the tour of the console stops.
[[nodiscard]] std::vector<TourStop> tourStops(QWidget& operate, QWidget& timeBar, QWidget& menus);

} // namespace gemba::ui
