// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QString>

namespace gemba::ui {

/// A widget that paints what it shows and says it in words to those who do not see it: screen
/// readers get the text as the widget's value, and as its name where it has no other.
class Spoken
{
public:
    virtual ~Spoken() = default;
    /// What is shown now, as a sentence or a list of "name value unit"; plain text.
    [[nodiscard]] virtual QString spokenText() const = 0;
    [[nodiscard]] virtual QAccessible::Role spokenRole() const { return QAccessible::StaticText; }
};

/// Makes every Spoken widget speak. Call once, before the first window.
void installSpokenWidgets();

} // namespace gemba::ui
