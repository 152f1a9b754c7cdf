// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "ui/look/theme.h"

namespace gemba::ui {

/// Plain text in one of the console's voices. A one-line label elides on the right, tells the
/// whole text in its tool tip, and never asks for more width than it is given.
class TextLabel : public QLabel, public Themed
{
    Q_OBJECT
public:
    enum class Voice {
        Heading, ///< small capitals above a panel
        Title,   ///< name of a thing
        Body,
        Quiet, ///< beside or below a body
    };
    explicit TextLabel(Voice voice, const QString& text = {}, QWidget* parent = nullptr);
    void setWrapped(bool wrapped); ///< several lines instead of eliding
    void setTheme(const Theme& theme) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString shown() const; ///< as painted: headings in capitals
    Voice m_voice;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui
