// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/view_state.h"

namespace gemba::ui {

/// Which stretch of time the lanes of a window show: all that is recorded, a length of it that
/// goes with the cursor, or what a person zoomed to. Owned by the window. GUI thread.
class TimeBounds : public QObject
{
    Q_OBJECT
public:
    static constexpr twin::TimeNs kShortest = 100 * twin::kMillisecond;

    explicit TimeBounds(const ViewState& view, QObject* parent = nullptr);

    [[nodiscard]] TimeRange shown() const { return m_shown; } ///< not valid: nothing is recorded
    [[nodiscard]] twin::TimeNs span() const { return m_span; } ///< as set; 0: all
    [[nodiscard]] bool zoomed() const { return m_zoomed; }     ///< by hand: new data moves nothing
    /// The page does not turn while this is held: somebody drags the cursor.
    void hold(bool held) { m_held = held; }

    void setSpan(twin::TimeNs span); ///< 0: all that is recorded
    void show(TimeRange range);      ///< exactly this, within what is recorded
    void zoom(twin::TimeNs around, double factor); ///< below 1: nearer
    void pan(twin::TimeNs by);
    void reset() { setSpan(m_span); } ///< back from what was zoomed by hand

Q_SIGNALS:
    void changed();

private:
    void follow();
    void set(TimeRange range);
    [[nodiscard]] TimeRange recorded() const;
    [[nodiscard]] twin::TimeNs cursor() const;
    const ViewState& m_view;
    TimeRange m_shown;
    twin::TimeNs m_span = 0;
    bool m_zoomed = false;
    bool m_held = false;
};

} // namespace gemba::ui
