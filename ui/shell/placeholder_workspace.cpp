// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/placeholder_workspace.h"

#include <QVBoxLayout>

namespace gemba::ui {

PlaceholderWorkspace::PlaceholderWorkspace(Workspace workspace, QWidget* parent) : QWidget(parent)
{
    auto* title = new TextLabel(TextLabel::Voice::Title, WorkspaceText::name(workspace));
    auto* promise = new TextLabel(TextLabel::Voice::Body, WorkspaceText::promise(workspace));
    auto* meanwhile = new TextLabel(TextLabel::Voice::Body, WorkspaceText::meanwhile(workspace));
    title->setAlignment(Qt::AlignHCenter);
    meanwhile->setAlignment(Qt::AlignHCenter);
    meanwhile->setWrapped(true);
    promise->setAlignment(Qt::AlignHCenter);
    promise->setWrapped(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(48, 48, 48, 48);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(promise);
    column->addWidget(meanwhile);
    column->addStretch(2);
}

} // namespace gemba::ui
