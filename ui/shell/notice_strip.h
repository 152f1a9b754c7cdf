// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/text_label.h"
#include "ui/models/view_state.h"

namespace gemba::ui {

/// One sentence for the user in full, until it is closed or there is another. Gone otherwise.
class NoticeStrip : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit NoticeStrip(ViewState& view, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui
