// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gemba::ui {

class FlatButton;
class SceneActions;

/// The scene's tool bar: one button an action.
class SceneBar : public QWidget
{
    Q_OBJECT
public:
    explicit SceneBar(const SceneActions& actions, QWidget* parent = nullptr);

private:
    FlatButton* add(QAction* action);
};

} // namespace gemba::ui
