// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/operate/console_context.h"

class QAction;
class QWidget;

namespace gemba::ui {

/// Copies what has the keyboard's focus, with its unit, its time and whether that was life; where
/// nothing has, the condition of the selected machine. Says what it copied. Lives with the window.
class CopyCommand : public QObject
{
    Q_OBJECT
public:
    CopyCommand(const ConsoleContext& context, QAction& action, QWidget* window);
    void copy();

private:
    ConsoleContext m_context;
    QWidget* m_window;
};

} // namespace gemba::ui
