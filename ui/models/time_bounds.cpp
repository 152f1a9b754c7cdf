// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/time_bounds.h"

#include <algorithm>

namespace gemba::ui {

TimeBounds::TimeBounds(const ViewState& view, QObject* parent) : QObject(parent), m_view(view)
{
    connect(&view, &ViewState::snapshotChanged, this, &TimeBounds::follow);
    connect(&view, &ViewState::rangeChanged, this, &TimeBounds::follow);
    connect(&view, &ViewState::modeChanged, this, &TimeBounds::reset);
    follow();
}

twin::TimeNs TimeBounds::cursor() const
{
    return m_view.snapshot() ? m_view.snapshot()->at : twin::kNoTime;
}

TimeRange TimeBounds::recorded() const
{
    TimeRange range = m_view.range();
    if (range.from != twin::kNoTime && range.to != twin::kNoTime)
        range.to = std::max(range.to, cursor());
    return range;
}

void TimeBounds::set(TimeRange range)
{
    if (range == m_shown)
        return;
    m_shown = range;
    Q_EMIT changed();
}

void TimeBounds::setSpan(twin::TimeNs span)
{
    m_span = span;
    m_zoomed = false;
    m_shown = {};
    follow();
    Q_EMIT changed();
}

/// The shown stretch stands still while one plays or scrubs within it, and turns the page when
/// the cursor leaves it.
void TimeBounds::follow()
{
    const TimeRange all = recorded();
    if (!all.valid())
        return set({});
    const twin::TimeNs at = cursor();
    const bool outside = at != twin::kNoTime && (at < m_shown.from || at > m_shown.to);
    if (m_zoomed) {
        const twin::TimeNs length = m_shown.to - m_shown.from;
        if (!m_held && outside && m_view.mode() != Mode::Live)
            set({at - length / 2, at - length / 2 + length});
        return;
    }
    if (m_span == 0 || all.to - all.from <= m_span)
        return set(all);
    if (m_view.mode() == Mode::Live)
        return set({all.to - m_span, all.to});
    if (!m_held && (outside || !m_shown.valid())) {
        const twin::TimeNs to =
            std::clamp((at == twin::kNoTime ? all.to : at) + m_span / 2, all.from + m_span, all.to);
        set({to - m_span, to});
    }
}

void TimeBounds::show(TimeRange range)
{
    const TimeRange all = recorded();
    if (!all.valid() || !range.valid())
        return;
    const twin::TimeNs length = std::clamp(range.to - range.from, std::min(kShortest, all.to - all.from),
                                           all.to - all.from);
    const twin::TimeNs from = std::clamp(range.from, all.from, all.to - length);
    m_zoomed = true;
    set({from, from + length});
}

void TimeBounds::zoom(twin::TimeNs around, double factor)
{
    if (!m_shown.valid())
        return;
    const auto scaled = [factor](twin::TimeNs length) {
        return static_cast<twin::TimeNs>(static_cast<double>(length) * factor);
    };
    const TimeRange wanted{around - scaled(around - m_shown.from), around + scaled(m_shown.to - around)};
    if (wanted.to - wanted.from >= kShortest || factor > 1.0)
        show(wanted);
}

void TimeBounds::pan(twin::TimeNs by)
{
    if (m_shown.valid())
        show({m_shown.from + by, m_shown.to + by});
}

} // namespace gemba::ui
