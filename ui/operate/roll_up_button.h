// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/flat_button.h"
#include "ui/models/roll_up_lines.h"
#include "ui/operate/console_context.h"

class QMenu;

namespace gemba::ui {

/// The condition of the whole site, which is that of its worst machine. Its menu takes it apart
/// into areas and lines, each with the reason that was carried up; a row selects that machine.
class RollUpButton : public FlatButton
{
    Q_OBJECT
public:
    explicit RollUpButton(const ConsoleContext& context, QWidget* parent = nullptr);
    /// Claims no room: it stands where there is some, see OperateWorkspace.
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }
    [[nodiscard]] const std::vector<RollUpLine>& lines() const { return m_lines; }

private:
    void refresh();
    void fill();
    ConsoleContext m_context;
    Phrases m_phrases;
    QMenu* m_menu = nullptr;
    std::vector<RollUpLine> m_lines;
};

} // namespace gemba::ui
