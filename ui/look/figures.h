// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRectF;

namespace gemba::ui {

/// Draws numbers with every digit in a cell of the same width, so that they do not jitter when
/// they change and stand in columns (Qt 6.4 cannot ask a font for its tabular figures). Text whose
/// letters join, run from right to left or take two code units is drawn as drawLine() does.
void drawFigures(QPainter& painter, const QRectF& rect, Qt::Alignment alignment,
                 const QString& text);
[[nodiscard]] qreal figuresWidth(const QFont& font, const QString& text);

/// One line of plain text, elided where it does not fit: names of things best in the middle,
/// because they often differ at the end only.
void drawLine(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
              Qt::TextElideMode elide = Qt::ElideRight);

/// Plain text over at most `mostLines` lines, broken between words, elided at the end.
void drawLines(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
               int mostLines);

} // namespace gemba::ui
