// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"
#include "ui/models/input_list_model.h"

class QPainter;

namespace gemba::ui {

/// Draws a moving analog indicator: the instrument's range, the normal band in it, a tick at
/// every alert and trip limit, a lozenge at the setpoint, and an arrow at the value. Grey, until a limit is breached: then
/// its side of the scale fills with the alert colour. Hatched where the value is stale or absent.
void drawIndicator(QPainter& painter, const QRectF& track, Qt::Orientation orientation,
                   const IndicatorFigure& figure, const Theme& theme);

} // namespace gemba::ui
