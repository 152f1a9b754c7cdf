// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/figures.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

namespace gemba::ui {
namespace {

qreal cellWidth(const QFontMetricsF& metrics)
{
    qreal widest = 0;
    for (ushort c = u'0'; c <= u'9'; ++c)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(c)));
    return widest;
}

/// Whether the text can be drawn letter by letter: no pairs of code units, nothing that joins its
/// neighbours or runs from right to left.
bool standsAlone(const QString& text)
{
    constexpr char16_t kFirstJoining = 0x0300; // combining marks; Hebrew, Arabic and the rest
    constexpr char16_t kSigns = 0x2000;        // spaces, dashes, arrows
    constexpr char16_t kAfterSigns = 0x2e80;
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        const char16_t u = c.unicode();
        const bool directs = (u >= 0x200b && u <= 0x200f) || (u >= 0x202a && u <= 0x202e) ||
                             (u >= 0x2060 && u <= 0x206f) || (u >= 0x20d0 && u <= 0x20ff);
        return (u < kFirstJoining || (u >= kSigns && u < kAfterSigns)) && !directs;
    });
}

qreal advance(const QFontMetricsF& metrics, qreal cell, QChar c)
{
    return c.isDigit() ? cell : metrics.horizontalAdvance(c);
}

} // namespace

qreal figuresWidth(const QFont& font, const QString& text)
{
    const QFontMetricsF metrics(font);
    if (!standsAlone(text))
        return metrics.horizontalAdvance(text);
    const qreal cell = cellWidth(metrics);
    qreal width = 0;
    for (const QChar c : text)
        width += advance(metrics, cell, c);
    return width;
}

void drawFigures(QPainter& painter, const QRectF& rect, Qt::Alignment alignment,
                 const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    const qreal cell = cellWidth(metrics);
    const qreal width = figuresWidth(painter.font(), text);
    if (width > rect.width() + 0.5 || !standsAlone(text)) {
        drawLine(painter, rect, alignment, text);
        return;
    }
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    qreal y = rect.top() + metrics.ascent();
    if (alignment & Qt::AlignVCenter)
        y = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    else if (alignment & Qt::AlignBottom)
        y = rect.bottom() - metrics.descent();
    for (const QChar c : text) {
        const qreal step = advance(metrics, cell, c);
        painter.drawText(QPointF(x + (step - metrics.horizontalAdvance(c)) / 2, y), QString(c));
        x += step;
    }
}

void drawLine(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
              Qt::TextElideMode elide)
{
    QString line = text;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    line = QFontMetricsF(painter.font()).elidedText(line, elide, rect.width() + 0.5);
    painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, line);
}

void drawLines(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text,
               int mostLines)
{
    QTextLayout layout(text, painter.font());
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(rect.width());
        const qsizetype start = line.textStart();
        if (lines.size() == mostLines - 1) {
            lines += text.mid(start); // drawLine elides what is too much
            break;
        }
        lines += text.mid(start, line.textLength()).trimmed();
    }
    layout.endLayout();
    const qreal height = QFontMetricsF(painter.font()).lineSpacing();
    qreal y = rect.top();
    if (alignment & Qt::AlignBottom)
        y = rect.bottom() - height * static_cast<qreal>(lines.size());
    else if (alignment & Qt::AlignVCenter)
        y = rect.center().y() - height * static_cast<qreal>(lines.size()) / 2;
    for (const QString& line : lines) {
        drawLine(painter, QRectF(rect.left(), y, rect.width(), height),
                 (alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter, line);
        y += height;
    }
}

} // namespace gemba::ui
