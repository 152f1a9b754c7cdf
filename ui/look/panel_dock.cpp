// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/panel_dock.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScreen>

#include "ui/look/flat_button.h"
#include "ui/look/text_label.h"

namespace gemba::ui {
namespace {

constexpr int kTitle = 34;
constexpr int kGrip = 40; ///< so much of a floating panel has to be on a screen

} // namespace

PanelDock::PanelDock(const QString& id, const QString& title, QWidget* panel)
    : QDockWidget(title), m_title(new QWidget(this)), m_noTitle(new QWidget(this)),
      m_name(new TextLabel(TextLabel::Voice::Heading, title)), m_float(new FlatButton)
{
    setObjectName(id);
    setWidget(panel);
    auto* row = new QHBoxLayout(m_title);
    row->setContentsMargins(12, 2, 6, 2);
    row->setSpacing(4);
    row->addWidget(m_name, 1);
    auto* away = new FlatButton;
    away->setIconName(QStringLiteral("close"));
    away->setToolTip(tr("Put this panel away"));
    away->setAccessibleName(tr("Put %1 away").arg(title));
    for (FlatButton* button : {m_float, away})
        row->addWidget(button);
    m_title->setFixedHeight(kTitle);
    connect(m_float, &QPushButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(m_float, &QPushButton::clicked, this, &PanelDock::moved);
    connect(this, &QDockWidget::dockLocationChanged, this, [this] {
        if (m_arranging)
            Q_EMIT moved();
    });
    connect(away, &QPushButton::clicked, this, &PanelDock::putAway);
    connect(this, &QDockWidget::topLevelChanged, this, &PanelDock::showTitle);
}

void PanelDock::setArranging(bool arranging)
{
    m_arranging = arranging;
    showTitle();
}

void PanelDock::showTitle()
{
    m_float->setLabel(isFloating() ? tr("Dock") : tr("Float"));
    m_float->setAccessibleName(isFloating() ? tr("Dock %1").arg(windowTitle())
                                            : tr("Float %1").arg(windowTitle()));
    const bool shown = m_arranging || isFloating();
    setTitleBarWidget(shown ? m_title : m_noTitle);
    m_title->setVisible(shown);
    m_noTitle->setVisible(!shown);
}

void PanelDock::bringIntoView()
{
    if (!isFloating())
        return;
    const QRect grip(geometry().topLeft(), QSize(width(), kGrip));
    for (const QScreen* screen : QGuiApplication::screens()) {
        const QRect seen = screen->availableGeometry().intersected(grip);
        if (seen.width() >= kGrip && seen.height() >= kGrip / 2)
            return;
    }
    const QRect home = QGuiApplication::primaryScreen()->availableGeometry();
    resize(size().boundedTo(home.size()));
    move(home.center() - rect().center());
}

void PanelDock::setTheme(const Theme& theme)
{
    QPalette p = theme.palette();
    m_title->setAutoFillBackground(true);
    p.setColor(QPalette::Window, theme.canvas);
    m_title->setPalette(p);
}

} // namespace gemba::ui
