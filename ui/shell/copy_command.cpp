// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/copy_command.h"

#include <QAction>
#include <QLineEdit>
#include <QTextEdit>
#include <QWidget>

#include "ui/look/copyable.h"
#include "ui/models/copy_text.h"

namespace gemba::ui {

CopyCommand::CopyCommand(const ConsoleContext& context, QAction& action, QWidget* window)
    : QObject(window), m_context(context), m_window(window)
{
    connect(&action, &QAction::triggered, this, &CopyCommand::copy);
}

void CopyCommand::copy()
{
    QWidget* focus = m_window->focusWidget();
    if (auto* field = qobject_cast<QLineEdit*>(focus); field && field->hasSelectedText())
        return field->copy();
    if (auto* text = qobject_cast<QTextEdit*>(focus))
        return text->copy();
    QString what = copyTextOf(focus);
    if (what.isEmpty() && m_context.view.snapshot()) {
        Phrases phrases(m_context.locale);
        phrases.setPlant(m_context.view.snapshot()->plant, m_context.view.units());
        what = CopyText(m_context.view, phrases).condition(m_context.selection.asset());
    }
    putOnClipboard(what);
    m_context.view.tell(what.isEmpty() ? tr("Select what is to be copied first.")
                                       : tr("Copied: %1").arg(what));
}

} // namespace gemba::ui
