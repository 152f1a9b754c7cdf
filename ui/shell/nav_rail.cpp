// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/nav_rail.h"

#include <QPainter>
#include <QVBoxLayout>

#include "ui/look/icons.h"

namespace gemba::ui {

RailButton::RailButton(Workspace workspace, QWidget* parent)
    : QAbstractButton(parent), m_workspace(workspace)
{
    setText(WorkspaceText::name(workspace));
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setObjectName(QStringLiteral("rail-") + WorkspaceText::iconName(workspace));
    setToolTip(tr("%1 (Ctrl+%2)").arg(text()).arg(static_cast<int>(workspace) + 1));
}

void RailButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void RailButton::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    if (isChecked() || underMouse())
        p.fillRect(rect(), m_theme.railActive);
    if (isChecked())
        p.fillRect(QRect(0, 0, 3, height()), Qt::white);
    const QColor front = isChecked() ? QColor(Qt::white) : m_theme.railText;
    drawIcon(p, QRectF((width() - 22) / 2.0, 10, 22, 22), WorkspaceText::iconName(m_workspace),
             front);
    p.setPen(front);
    p.setFont(Theme::font(11, isChecked() ? QFont::DemiBold : QFont::Normal));
    p.drawText(QRect(0, 35, width(), 16), Qt::AlignCenter | Qt::TextSingleLine, text());
    if (hasFocus()) {
        p.setPen(QPen(Qt::white, 2));
        p.drawRect(rect().adjusted(2, 2, -2, -2));
    }
}

NavRail::NavRail(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const Workspace w : kWorkspaces) {
        auto* button = new RailButton(w, this);
        connect(button, &QAbstractButton::clicked, this, [this, w] { Q_EMIT chosen(w); });
        column->addWidget(button);
        m_buttons.push_back(button);
    }
    column->addStretch(1);
    setFixedWidth(58);
    setAccessibleName(tr("Workspaces"));
}

void NavRail::setCurrent(Workspace workspace)
{
    m_buttons[static_cast<std::size_t>(workspace)]->setChecked(true);
}

void NavRail::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void NavRail::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.rail);
}

} // namespace gemba::ui
