// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPoint;
class QWidget;

namespace gemba::ui {

/// A widget that is no list and shows something that can be copied.
class Copyable
{
public:
    virtual ~Copyable() = default;
    [[nodiscard]] virtual QString copyText() const = 0; ///< one line; empty: nothing now
};

/// What is copied while this widget has the focus: the present row of a list, or what a Copyable
/// around it says. Empty where there is nothing.
[[nodiscard]] QString copyTextOf(const QWidget* focus);
/// A menu at this place whose one entry copies the text as it was when the menu was opened. Returns
/// at once.
void popUpCopyMenu(QWidget& over, const QString& text, const QPoint& globalPosition);
/// Puts it on the clipboard; nothing happens with an empty text.
void putOnClipboard(const QString& text);

} // namespace gemba::ui
