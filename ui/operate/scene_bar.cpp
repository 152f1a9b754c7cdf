// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operate/scene_bar.h"

#include <QHBoxLayout>
#include <QMenu>

#include "ui/look/flat_button.h"
#include "ui/operate/scene_actions.h"

namespace gemba::ui {

SceneBar::SceneBar(const SceneActions& actions, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (QAction* action : {actions.plant, actions.area, actions.machine, actions.isolate, actions.ghost, actions.fit})
        row->addWidget(add(action));
}

FlatButton* SceneBar::add(QAction* action)
{
    auto* button = new FlatButton(action->text());
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setCheckable(action->isCheckable());
    if (action->menu() != nullptr)
        button->setMenu(action->menu());
    const auto follow = [action, button] {
        button->setEnabled(action->isEnabled());
        button->setChecked(action->isChecked());
        button->setToolTip(action->toolTip());
        button->setAccessibleDescription(action->statusTip());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

} // namespace gemba::ui
