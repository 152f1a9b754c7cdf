// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/charts/scatter_plot.h"
#include "ui/trends/chart_feed.h"

class QComboBox;

namespace gemba::ui {

/// Two pens of a chart over each other, for the stretch that the chart shows; follows it.
class ScatterPane : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kMostPairs = 2000;
    explicit ScatterPane(const ConsoleContext& context, QWidget* parent = nullptr);
    void setPens(const std::vector<FedPen>& pens);
    void showStretch(TimeRange stretch, const Format& site);
    [[nodiscard]] ScatterPlot& plot() { return *m_plot; }

Q_SIGNALS:
    void closed();

private:
    void ask();
    ConsoleContext m_context;
    int m_ticket;
    std::vector<FedPen> m_pens;
    TimeRange m_stretch;
    Format m_site;
    QComboBox *m_x = nullptr, *m_y = nullptr;
    ScatterPlot* m_plot = nullptr;
    QTimer m_delay;
    int m_drawnX = -1, m_drawnY = -1;
};

} // namespace gemba::ui
