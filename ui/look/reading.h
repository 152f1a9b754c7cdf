// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRectF;

namespace gemba::ui {

/// Type sizes of a sheet that is read from three metres. At scale 1 a screen of 24" with 1,080
/// lines (0.277 mm a pixel) shows names 13 mm high, figures more: 15 arc minutes and up.
class Reading
{
public:
    explicit Reading(double scale) : m_scale(scale) {}
    [[nodiscard]] int name() const { return at(48.5); }
    [[nodiscard]] int figure() const { return at(54); }
    [[nodiscard]] int title() const { return at(36); }   ///< of a part of the sheet
    [[nodiscard]] int detail() const { return at(34); }  ///< for whoever has stepped nearer
    [[nodiscard]] int caption() const { return at(32); } ///< beside a figure that speaks for itself
    /// The height of a line in a font of so many pixels.
    [[nodiscard]] static double line(int pixels) { return pixels * 1.24; }
    /// `pixels` of scale 1.
    [[nodiscard]] double px(double pixels) const { return pixels * m_scale; }

private:
    [[nodiscard]] int at(double pixels) const
    {
        return static_cast<int>(pixels * m_scale > 12 ? pixels * m_scale + 0.5 : 12);
    }
    double m_scale;
};

/// One line of plain text in `font`, up to half as small where it does not fit, then elided.
void drawFitted(QPainter& painter, const QRectF& rect, Qt::Alignment alignment,
                const QString& text, QFont font);

} // namespace gemba::ui
