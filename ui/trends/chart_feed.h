// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/charts/trend_chart.h"
#include "ui/operate/console_context.h"

namespace gemba::ui {

/// A pen and where its values come from.
struct FedPen
{
    TrendPen pen;
    PenSource source;
};

/// An earlier stretch of the same tags, laid over a chart.
struct Overlay
{
    QString label;            ///< "yesterday (−24 h)"; empty: none
    twin::TimeNs shift = 0;   ///< drawn this much later than it was
};

/// Keeps one chart filled with what was recorded: asks HistoryQuery again when its window has moved
/// by a pixel column, at most ten times a second, at once after a seek; never for a chart that is
/// fixed and complete. GUI thread.
class ChartFeed : public QObject
{
    Q_OBJECT
public:
    static constexpr int kTickets = 2 * static_cast<int>(TrendChart::kMostPens);

    ChartFeed(const ConsoleContext& context, TrendChart& chart, QObject* parent = nullptr);

    void setPens(std::vector<FedPen> pens, AxisLayout layout);
    [[nodiscard]] const std::vector<FedPen>& pens() const { return m_pens; }
    void setOverlay(const Overlay& overlay);
    [[nodiscard]] const Overlay& overlay() const { return m_overlay; }
    [[nodiscard]] ChartWindow& window() { return m_window; }
    void windowMoved(); ///< after every change of window()
    /// The cursor moved, or what is recorded changed.
    void follow(ChangeReason reason, const Format& site);
    /// What is shown now, in the times of the chart; `to` may be beyond the cursor.
    [[nodiscard]] const TrendWindow& shown() const { return m_shown; }
    /// What is asked about when values are wanted: nothing beyond the cursor.
    [[nodiscard]] TimeRange known() const;
    [[nodiscard]] twin::TimeNs cursor() const { return m_cursor; } ///< in the times of the chart

Q_SIGNALS:
    void moved(); ///< shown() is another

private:
    [[nodiscard]] TrendWindow atCursor() const;
    [[nodiscard]] twin::TimeNs column() const;
    void place();
    void ask();
    void askOverlay(quint64 round);

    ConsoleContext m_context;
    TrendChart& m_chart;
    std::vector<FedPen> m_pens;
    Overlay m_overlay;
    ChartWindow m_window;
    TrendWindow m_shown, m_asked;
    twin::TimeNs m_cursor = twin::kNoTime, m_askedCursor = twin::kNoTime;
    Format m_site;
    QTimer m_delay;
    int m_firstTicket;
    quint64 m_round = 0; ///< answers to earlier questions are not drawn
    std::size_t m_overlayOpen = 0;
    bool m_overlayEmpty = true;
};

} // namespace gemba::ui
