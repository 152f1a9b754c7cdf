// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/phrases.h"
#include "ui/models/spectrum_source.h"
#include "ui/operate/console_context.h"
#include "ui/operate/panel_heading.h"

namespace gemba::ui {

class FlatButton;
class SpectrumChart;

/// The spectrum of the selected machine's latest vibration record, with its fault lines. Not there
/// for machines without waveforms.
class SpectrumPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SpectrumPanel(const ConsoleContext& context, QWidget* parent = nullptr);

private:
    void buildButtons();
    void refresh();
    void showText();
    [[nodiscard]] QString missing() const;

    ConsoleContext m_context;
    Phrases m_phrases;
    SpectrumSource m_source;
    PanelHeading* m_heading = nullptr;
    FlatButton *m_envelope = nullptr, *m_vibration = nullptr, *m_log = nullptr, *m_where = nullptr;
    SpectrumChart* m_chart = nullptr;
    TextLabel* m_text = nullptr; ///< the reading at the cursor, or the lines; or what is missing
};

} // namespace gemba::ui
