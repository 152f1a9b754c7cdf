// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/operate/condition_header.h"
#include "ui/operate/console_context.h"
#include "ui/operate/panel_heading.h"

class QFrame;
class QScrollArea;
class QStackedLayout;

namespace gemba::ui {

class InputDelegate;
class ConditionHistory;
class DeductionListModel;
class PlainList;
class ReasonDelegate;
class ReasonPanel;

/// One machine taken apart: figure, act-before time, reasons, inputs, and whether all that can
/// be trusted. Says what to do where no machine is selected and where there is no record.
class Inspector : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit Inspector(const ConsoleContext& context, QWidget* parent = nullptr);
    void setTheme(const Theme& theme) override;
    /// Brings this input of the machine shown into view and selects it.
    void showInput(twin::TagId tag);
    [[nodiscard]] QWidget* sheet() const { return m_sheet; } ///< all of it, without scroll bars

Q_SIGNALS:
    void closed(); ///< by its close button
    void trendsWanted(); ///< of the machine shown

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildContent(QWidget* content);
    void buildActBefore();
    void refresh();
    void buildReasons();
    void showWhatIf();
    [[nodiscard]] QString earlierText(twin::AssetId asset);
    [[nodiscard]] QString limits(const twin::Assessment& a) const;
    void showAsset(const twin::Snapshot& snapshot, twin::AssetId asset);
    [[nodiscard]] QString trust(const twin::Snapshot& snapshot, twin::AssetId asset) const;

    ConsoleContext m_context;
    Phrases m_phrases;
    QStackedLayout* m_pages = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_sheet = nullptr;
    TextLabel* m_empty = nullptr;
    TextLabel* m_name = nullptr;
    TextLabel* m_state = nullptr;
    ConditionHeader* m_condition = nullptr;
    QFrame* m_actBox = nullptr;
    TextLabel* m_actBefore = nullptr;
    TextLabel* m_actRule = nullptr;
    TextLabel* m_decision = nullptr;
    PanelHeading* m_whyHeading = nullptr;
    PlainList* m_reasons = nullptr;
    PlainList* m_inputs = nullptr;
    TextLabel* m_whatIf = nullptr; ///< the condition without what was left out
    TextLabel* m_trust = nullptr;
    ReasonPanel* m_course = nullptr; ///< the reasons over time
    DeductionListModel* m_deductions = nullptr;
    ConditionHistory* m_history = nullptr;
    ReasonDelegate* m_reasonDelegate = nullptr;
    InputDelegate* m_inputDelegate = nullptr;
};

} // namespace gemba::ui
