// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

#include "ui/look/theme.h"
#include "ui/shell/workspace.h"

namespace gemba::ui {

/// One workspace on the rail: icon above its name.
class RailButton : public QAbstractButton, public Themed
{
    Q_OBJECT
public:
    RailButton(Workspace workspace, QWidget* parent);
    [[nodiscard]] Workspace workspace() const { return m_workspace; }
    [[nodiscard]] QSize sizeHint() const override { return {58, 58}; }
    void setTheme(const Theme& theme) override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Workspace m_workspace;
    Theme m_theme = Theme::light();
};

/// The dark rail on the left with the six workspaces.
class NavRail : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit NavRail(QWidget* parent = nullptr);
    void setCurrent(Workspace workspace);
    void setTheme(const Theme& theme) override;

Q_SIGNALS:
    void chosen(gemba::ui::Workspace workspace);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<RailButton*> m_buttons;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui
