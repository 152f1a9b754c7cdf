// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"
#include "ui/models/condition_history.h"

class QPainter;

namespace gemba::ui {

/// Draws how a condition went, always on the same scale from 0 to 100, so that sparklines of
/// different machines can be compared: the band of Normal (80 to 100) behind, the lowest of every
/// column as a line, nothing where nothing is known.
void drawSparkline(QPainter& painter, const QRectF& rect, const ConditionHistory::Line& line,
                   const Theme& theme);

} // namespace gemba::ui
