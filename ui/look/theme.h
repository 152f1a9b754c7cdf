// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QWidget;

namespace gemba::ui {

/// Every colour and type size of the console. Greys carry everything that is normal; the alert
/// colours are used for alerts and nothing else, amber also frames what is not live. Both themes
/// share the alert hues. A value, passed explicitly to whoever paints.
struct Theme
{
    bool dark = false;
    QColor canvas; ///< behind panels
    QColor panel;
    QColor raised;    ///< selected rows, buttons, boxes
    QColor line;      ///< between panels; boxes (3:1 against panel)
    QColor softLine;  ///< between rows
    QColor text;      ///< 4.5:1 and more on every ground
    QColor quietText; ///< 4.5:1 on panel
    QColor ink;       ///< bars, pens, filled buttons
    QColor inkText;   ///< on ink
    QColor track;     ///< instrument range
    QColor band;      ///< normal band on a track
    QColor rail, railText, railActive;
    QColor outline;                  ///< around every alert shape
    QColor replayGround, replayText; ///< the banner of what is not live

    QColor priority[4]; ///< [1] Critical, [2] Act, [3] Watch; [0] unused
    QColor priorityText[4];
    QColor doubt;   ///< data in doubt: outline only, always dashed
    QColor notLive; ///< the frame around a replay

    static Theme light();
    static Theme darkGrey();
    static Theme paper(); ///< for print: alerts by shape and number alone, legible without colour

    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const; ///< for the window; its children inherit it
    /// Inter where installed, else the system's font. Size in pixels before scaling.
    [[nodiscard]] static QFont font(int pixels, QFont::Weight weight = QFont::Normal);
};

/// Whoever paints with a Theme.
class Themed
{
public:
    virtual ~Themed() = default;
    virtual void setTheme(const Theme& theme) = 0;
};

/// Palette and style sheet for a window, and the theme for all below it.
void applyTheme(QWidget& window, const Theme& theme);
/// Only the theme, only to what is below: for parts that are made later.
void handTheme(QWidget& parent, const Theme& theme);

} // namespace gemba::ui
