// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QElapsedTimer>
#include <QTimer>

#include "ui/models/history_query.h"
#include "ui/models/time_bounds.h"

namespace gemba::ui {

/// The lanes of the time bar from top to bottom. Late, DcsAlarms, Models and Notes are there once
/// there is something to put in, the others always. Nothing records drift or objectives yet: that lane says
/// so, for whoever looks for them must not take silence for a good sign.
enum class Lane { Data, Late, Density, Condition, Alerts, Drift, DcsAlarms, Models, Notes };

/// What the lanes show of the stretch that the bounds give. Asks the history, never more than one
/// question a lane at once; while answers are under way the last ones stay. GUI thread.
class TimeLanes : public QObject
{
    Q_OBJECT
public:
    /// Uses tickets firstTicket to firstTicket + 2. Asks for nothing before setColumns().
    TimeLanes(const ViewState& view, HistoryQuery& history, const TimeBounds& bounds,
              int firstTicket, QObject* parent = nullptr);

    void setColumns(int columns); ///< pixels; 0: nobody looks, nothing is asked
    [[nodiscard]] const std::vector<Lane>& lanes() const { return m_lanes; }

    /// Columns of `range`, which was asked for and need not be the one shown any more.
    template <class T>
    struct Answer
    {
        TimeRange range;
        T what{};
    };
    [[nodiscard]] const Answer<Density>& density() const { return m_density; }
    [[nodiscard]] const Answer<std::vector<double>>& lowest() const { return m_lowest; }
    [[nodiscard]] const std::vector<twin::Event>& marks() const { return m_marks; }
    [[nodiscard]] static Lane laneOf(const twin::Event& mark);
    /// The mark or bookmark nearest to t, at most `reach` away; null: none.
    [[nodiscard]] const twin::Event* nearestMark(twin::TimeNs t, twin::TimeNs reach) const;
    [[nodiscard]] const Bookmark* nearestBookmark(twin::TimeNs t, twin::TimeNs reach) const;

Q_SIGNALS:
    void changed();
    void lanesChanged(); ///< which there are

private:
    void want(); ///< asks soon
    void ask();
    void takeMarks(std::vector<twin::Event> marks);
    void chooseLanes();
    const ViewState& m_view;
    HistoryQuery& m_history;
    const TimeBounds& m_bounds;
    const int m_ticket;
    int m_columns = 0;
    std::size_t m_assets = 0; ///< of the plant shown last
    QTimer m_soon;
    QElapsedTimer m_sinceAsked;
    std::set<Lane> m_seen;
    std::vector<Lane> m_lanes;
    Answer<Density> m_density;
    Answer<std::vector<double>> m_lowest;
    std::vector<twin::Event> m_marks;
};

} // namespace gemba::ui
