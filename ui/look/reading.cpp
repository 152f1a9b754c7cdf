// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/reading.h"

#include <algorithm>

#include <QPainter>

#include "ui/look/figures.h"

namespace gemba::ui {

void drawFitted(QPainter& painter, const QRectF& rect, Qt::Alignment alignment,
                const QString& text, QFont font)
{
    constexpr double kSmallest = 0.5;
    constexpr int kLegible = 11; ///< pixels
    const double wanted = figuresWidth(font, text);
    if (wanted > rect.width() && wanted > 0) {
        const double share = std::max(rect.width() / wanted * 0.99, kSmallest);
        font.setPixelSize(std::max(kLegible, static_cast<int>(font.pixelSize() * share)));
    }
    painter.setFont(font);
    drawFigures(painter, rect, alignment, text);
}

} // namespace gemba::ui
