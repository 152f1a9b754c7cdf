// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

#include "ui/look/theme.h"

namespace gemba::ui {

/// The console's one kind of button: flat, outlined; filled while checked or when it is the main
/// one. With the keyboard's focus it takes Space and Return for itself, although Space plays and
/// pauses elsewhere in the window.
class FlatButton : public QPushButton, public Themed
{
    Q_OBJECT
public:
    explicit FlatButton(const QString& text = {}, QWidget* parent = nullptr);
    void setLabel(const QString& text);    ///< setText that makes room for it
    void setIconName(const QString& name); ///< of resources/icons
    void setShape(int shape)
    {
        m_shape = shape;
        update();
    }                            ///< alert shape before the text; 0: none
    void setFilled(bool filled); ///< looks as if checked

    void setTheme(const Theme& theme) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool looksFilled() const { return m_filled || isChecked(); }
    Theme m_theme = Theme::light();
    QString m_iconName;
    int m_shape = 0;
    bool m_filled = false;
};

} // namespace gemba::ui
