// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/phrases.h"
#include "ui/operate/console_context.h"
#include "ui/operate/life_bar.h"
#include "ui/operate/panel_heading.h"

namespace gemba::ui {

/// What is left of the selected machine's life, or why that is not said. Not there for machines whose
/// life no model predicts.
class LifePanel : public QWidget
{
    Q_OBJECT
public:
    explicit LifePanel(const ConsoleContext& context, QWidget* parent = nullptr);

private:
    void refresh();
    [[nodiscard]] std::optional<LifeFigure> figure(const twin::Snapshot& snapshot, twin::AssetId asset) const;

    ConsoleContext m_context;
    Phrases m_phrases;
    PanelHeading* m_heading = nullptr;
    LifeBar* m_bar = nullptr;
    TextLabel* m_why = nullptr; ///< nothing is said
};

} // namespace gemba::ui
