// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/text_label.h"

namespace gemba::ui {

/// The line above a panel: what it is on the left, a count or a button on the right.
class PanelHeading : public QWidget
{
    Q_OBJECT
public:
    explicit PanelHeading(const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setNote(const QString& note); ///< on the right
    void addWidget(QWidget* widget);   ///< after the note

private:
    TextLabel* m_title = nullptr;
    TextLabel* m_note = nullptr;
};

} // namespace gemba::ui
