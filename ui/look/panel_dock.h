// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

#include "ui/look/theme.h"

class QHBoxLayout;

namespace gemba::ui {

class FlatButton;
class TextLabel;

/// A panel that a person can move, float onto another screen, or put away. Panels say what they
/// are themselves, so the title with its buttons is there only while panels are being arranged or
/// this one floats.
class PanelDock : public QDockWidget, public Themed
{
    Q_OBJECT
public:
    /// `id` names it in stored layouts: the same in every language and for ever.
    PanelDock(const QString& id, const QString& title, QWidget* panel);
    void setArranging(bool arranging);
    void setTheme(const Theme& theme) override;
    /// A floating panel whose screen is gone comes back onto one that is there.
    void bringIntoView();

Q_SIGNALS:
    void putAway(); ///< by its button
    void moved();   ///< by a person: floated, docked, or to another place

private:
    void showTitle();
    QWidget* m_title = nullptr;
    QWidget* m_noTitle = nullptr;
    TextLabel* m_name = nullptr;
    FlatButton* m_float = nullptr;
    bool m_arranging = false;
};

} // namespace gemba::ui
