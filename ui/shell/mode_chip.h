// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/look/theme.h"
#include "ui/models/transport.h"

namespace gemba::ui {

/// The mode as a word in a box: filled while live, outlined while paused, amber while replaying.
class ModeChip : public QWidget, public Themed
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setMode(Mode mode);
    [[nodiscard]] QString text() const;
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QSize sizeHint() const override; ///< for the longest word

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Mode m_mode = Mode::Live;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui
