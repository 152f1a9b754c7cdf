// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/charts/trend_chart.h"
#include "ui/models/phrases.h"
#include "ui/operate/console_context.h"
#include "ui/operate/panel_heading.h"

class QMenu;
class QStackedLayout;

namespace gemba::ui {

class FlatButton;

/// Trends of the selected machine, ending at the cursor: by default the inputs that take most
/// off its condition. Asks HistoryQuery again when the cursor has moved by a pixel column, at
/// most ten times a second, at once after a seek.
class TrendPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::size_t kDefaultPens = 2;
    static constexpr std::size_t kMostPens = 6;
    /// `firstTicket`: this panel uses it and the kMostPens - 1 after it.
    TrendPanel(const ConsoleContext& context, int firstTicket, QWidget* parent = nullptr);
    [[nodiscard]] TrendChart& chart() { return *m_chart; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void onSnapshot(ChangeReason reason);
    void onSelection();
    void choosePens();
    void showPens(const std::vector<twin::TagId>& tags);
    void fillPenMenu();
    void setSpan(twin::TimeNs span);
    void ask();
    void showTitle();
    [[nodiscard]] TrendPen penOf(twin::TagId tag) const;

    ConsoleContext m_context;
    int m_firstTicket;
    Phrases m_phrases;
    QStackedLayout* m_pages = nullptr;
    TextLabel* m_empty = nullptr;
    PanelHeading* m_heading = nullptr;
    FlatButton* m_penButton = nullptr;
    FlatButton* m_spanButton = nullptr;
    QMenu* m_penMenu = nullptr;
    TrendChart* m_chart = nullptr;
    QTimer m_delay;
    twin::TimeNs m_span = 15 * twin::kMinute;
    TrendWindow m_asked;
    std::vector<twin::TagId> m_chosen; ///< by the user, for the selected machine; empty: by default
    quint64 m_round = 0;               ///< answers to earlier questions are not drawn
};

} // namespace gemba::ui
