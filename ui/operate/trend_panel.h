// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/charts/chart_pointer.h"
#include "ui/look/theme.h"
#include "ui/models/pen_set.h"
#include "ui/operate/console_context.h"

class QMenu;
class QVBoxLayout;

namespace gemba::ui {

class ChartPane;
class SetMenu;
class TrendChart;

/// The charts of a window, one below the other, with one pointer over all of them. By default one
/// chart of the selected machine: the inputs that take most off its condition. What a person makes
/// of them is remembered and can be kept as a pen set.
class TrendPanel : public QWidget, public Themed
{
    Q_OBJECT
public:
    explicit TrendPanel(const ConsoleContext& context, QWidget* parent = nullptr);
    ~TrendPanel() override;
    [[nodiscard]] TrendChart& chart(); ///< the first
    [[nodiscard]] const std::vector<ChartPane*>& panes() const { return m_panes; }
    [[nodiscard]] SetMenu& sets() { return *m_sets; }
    [[nodiscard]] std::vector<ChartSpec> charts() const; ///< without those that follow the machine
    /// Puts up these charts instead, at most PenSets::kMostCharts; none: the default.
    void setCharts(const std::vector<ChartSpec>& charts);
    void addChart();
    void rememberAs(int window); ///< its number: each window remembers charts of its own
    void setTheme(const Theme& theme) override;

private:
    ChartPane* addPane(const ChartSpec& spec);
    void removePane(ChartPane* pane);
    void dropPane(); ///< the last one
    void setHeights();
    void addToMenu(QMenu& menu, ChartPane* pane);
    void remember();
    void onSnapshot();
    void recall();
    /// Where nothing of one's own is on the first chart: all charts of the machine's default.
    void followMachine();
    void keepFollowers(const ChartPane* edited);
    /// A change by a person, which can be taken back.
    void changed(const std::vector<ChartSpec>& before, const QString& what);

    ConsoleContext m_context;
    ChartPointer m_pointer;
    std::vector<ChartPane*> m_panes;
    std::size_t m_followers = 0; ///< of m_panes the last so many: further charts of a machine's default
    SetMenu* m_sets = nullptr;
    QVBoxLayout* m_column = nullptr;
    QString m_plant; ///< id
    QString m_rememberedAs;
    Theme m_theme = Theme::light();
};

} // namespace gemba::ui
