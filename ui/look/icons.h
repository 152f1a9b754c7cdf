// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

class QPainter;
class QRectF;

namespace gemba::ui {

/// Draws one of resources/icons (name without ".svg") in `colour`; sharp at every scale.
void drawIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour);

} // namespace gemba::ui
