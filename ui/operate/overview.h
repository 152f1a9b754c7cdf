// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/asset_list_model.h"
#include "ui/operate/console_context.h"
#include "ui/operate/overview_delegates.h"

namespace gemba::ui {

class AlertPanel;
class IndicatorGroup;
class KeyFigures;
class MachineFilter;
class TextLabel;

/// The whole plant on one flat sheet, to be read from three metres: what matters as indicators
/// by area, machines worst first by area, what needs a decision, alerts, and a row of figures.
/// Type is as large as the plant and the view allow, by the plant's structure alone, so that it
/// never changes with a value; where not even the least type fits, the sheet is taller than the
/// view around it.
class OverviewSheet : public QWidget, public Themed
{
    Q_OBJECT
public:
    OverviewSheet(const ConsoleContext& context, AssetListModel& machines,
                  QWidget* parent = nullptr);
    /// The space the sheet is shown in: it fills at least that.
    void fit(const QSize& view);
    void setTheme(const Theme& theme) override;
    [[nodiscard]] double scale() const { return m_scale; } ///< of Reading

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// A titled list of machines.
    struct Section
    {
        TextLabel* title = nullptr;
        PlainList* list = nullptr;
        TextLabel* note = nullptr; ///< below the rows: how many more there are, or that none are
        MachineFilter* filter = nullptr;
        std::string areaId;
        int machines = 0; ///< of the area; 0 for decisions
        QRect body;       ///< for rows and note
    };
    /// What one scale needs.
    struct Need
    {
        std::vector<std::vector<IndicatorGroup*>> rows; ///< of indicators
        int indicators = 0, sections = 0, figures = 0;
        int across = 1; ///< sections side by side
        [[nodiscard]] int height() const { return indicators + sections + figures; }
    };
    void refresh();
    void build(const twin::Plant& plant);
    void clear();
    Section addSection(const QString& title, MachineFilter* filter, RowDelegate* delegate);
    void fillIndicators(const twin::Snapshot& snapshot);
    void showNotes();
    void arrange();
    [[nodiscard]] Need need(double scale) const;
    [[nodiscard]] int leastHeight(const Section& section, double scale) const;
    [[nodiscard]] int indicatorRowHeight(const std::vector<IndicatorGroup*>& row,
                                         double scale) const;
    int arrangeIndicators(const Need& need, int spare);
    int arrangeSections(const Need& need, int top, int height);
    void arrangeSection(std::size_t section, const QRect& frame);
    void foldSections();
    void placeNote(Section& section, int rowsHeight);

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
    OverviewMachineDelegate* m_machineDelegate = nullptr;
    DecisionDelegate* m_decisionDelegate = nullptr;
    FlashClock* m_flash = nullptr;
    std::vector<QRect> m_frames; ///< panels to draw lines around
    QSize m_view;
    double m_scale = 1.0;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui
