// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

#include "ui/look/flash_clock.h"
#include "ui/look/theme.h"

class QPainter;

namespace gemba::ui {

/// The shape of an alert: square 1, triangle 2, inverted triangle 3; filled with its colour, dark
/// outline, its number inside. `waiting` draws a second outline: nobody has acknowledged it.
void drawPriority(QPainter& painter, const QRectF& rect, int priority, bool waiting,
                  const Theme& theme);
/// The same at one instant of its flashing. The arrow of `Arrow` stands left of `rect`.
void drawPriority(QPainter& painter, const QRectF& rect, int priority, Attention attention,
                  const Theme& theme);
[[nodiscard]] QPainterPath priorityShape(const QRectF& rect, int priority);

/// An alarm of the DCS: a lozenge without colour, so that it is never taken for an alert of ours.
void drawDcsAlarm(QPainter& painter, const QRectF& rect, bool active, const Theme& theme);

/// A fact beside a machine in a small outlined box, at `topLeft`, in the painter's font; `doubt`:
/// about data or model, dashed and in the colour of doubt. Returns the box.
QRectF drawMark(QPainter& painter, const QPointF& topLeft, const QString& text, bool doubt,
                const Theme& theme);

/// "Not known": diagonal hatch, never a colour.
void drawHatch(QPainter& painter, const QRectF& rect, const QColor& colour);

} // namespace gemba::ui
