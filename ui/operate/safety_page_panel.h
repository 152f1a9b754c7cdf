// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/safety_page.h"
#include "ui/operate/console_context.h"
#include "ui/operate/panel_heading.h"

class QGridLayout;

namespace gemba::ui {

/// What the selected machine's model may be used for, who answers for it, and until when. Not
/// there for a machine without a model.
class SafetyPagePanel : public QWidget
{
    Q_OBJECT
public:
    explicit SafetyPagePanel(const ConsoleContext& context, QWidget* parent = nullptr);

private:
    void refresh();
    void resizeRows(std::size_t count);
    ConsoleContext m_context;
    Phrases m_phrases;
    QGridLayout* m_grid = nullptr;
    SafetyPage m_page;
    struct Row
    {
        TextLabel* title = nullptr;
        TextLabel* text = nullptr;
    };
    std::vector<Row> m_rows;
};

} // namespace gemba::ui
