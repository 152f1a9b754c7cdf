// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/asset_list_model.h"
#include "ui/operate/console_context.h"
#include "ui/operate/machine_delegate.h"

namespace gemba::ui {

class AlertPanel;
class IndicatorGroup;
class KeyFigures;
class TextLabel;

/// The whole plant on one flat sheet, to be read from three metres: what matters as indicators
/// by area, machines worst first by area, what needs a decision, alerts, and a row of counts.
/// Everything grows with the window; where it does not fit, the sheet is taller than the view
/// around it.
class OverviewSheet : public QWidget, public Themed
{
    Q_OBJECT
public:
    OverviewSheet(const ConsoleContext& context, AssetListModel& machines,
                  QWidget* parent = nullptr);
    /// The space the sheet is shown in: it fills at least that.
    void fit(const QSize& view);
    void setTheme(const Theme& theme) override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// A titled list of machines.
    struct Section
    {
        TextLabel* title = nullptr;
        PlainList* list = nullptr;
        TextLabel* empty = nullptr; ///< what stands there while the list has no rows
    };
    void refresh();
    void build(const twin::Plant& plant);
    Section addSection(const QString& title, QAbstractItemModel* model, RowDelegate* delegate);
    void fillIndicators(const twin::Snapshot& snapshot);
    void arrange();
    int arrangeIndicators(int width, int height);
    [[nodiscard]] int indicatorHeight(int width,
                                      std::vector<std::vector<IndicatorGroup*>>& rows) const;
    int arrangeSections(int top, int width, int height);

    ConsoleContext m_context;
    AssetListModel& m_machines;
    Phrases m_phrases;
    std::shared_ptr<const twin::Plant> m_built;
    std::vector<IndicatorGroup*> m_groups; ///< one an area that has overview tags
    std::vector<std::string> m_groupAreas;
    std::vector<Section> m_sections; ///< one an area, the decisions last
    AlertPanel* m_alerts = nullptr;  ///< the last panel among them
    TextLabel* m_alertsTitle = nullptr;
    KeyFigures* m_figures = nullptr;
    MachineDelegate* m_machineDelegate = nullptr;
    DecisionDelegate* m_decisionDelegate = nullptr;
    std::vector<QRect> m_frames; ///< panels to draw lines around
    QSize m_view;
    double m_scale = 1.0;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui
