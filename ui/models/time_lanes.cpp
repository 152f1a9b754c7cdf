// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/time_lanes.h"

#include <algorithm>
#include <cstdlib>

#include <QPointer>

namespace gemba::ui {
namespace {

constexpr int kSoonMs = 30;    ///< many changes in one turn are one question
constexpr int kLiveMs = 1'000; ///< what grows is looked at this often
constexpr int kDensityPixels = 4; ///< a column of it: narrower ones show single messages as a comb

bool alwaysThere(Lane lane)
{
    return lane <= Lane::Drift && lane != Lane::Late;
}

} // namespace

TimeLanes::TimeLanes(const ViewState& view, HistoryQuery& history, const TimeBounds& bounds,
                     int firstTicket, QObject* parent)
    : QObject(parent), m_view(view), m_history(history), m_bounds(bounds), m_ticket(firstTicket)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &TimeLanes::ask);
    connect(&bounds, &TimeBounds::changed, this, &TimeLanes::want);
    connect(&view, &ViewState::timelineChanged, this, &TimeLanes::want);
    connect(&view, &ViewState::bookmarksChanged, this, [this] {
        chooseLanes();
        Q_EMIT changed();
    });
    connect(&view, &ViewState::snapshotChanged, this, [this] {
        if (const twin::Plant* plant = m_view.plant(); plant && plant->assets.size() != m_assets)
            want(); // only now it is known how many there are
    });
    connect(&view, &ViewState::modeChanged, this, [this] { // another file, or another part of it
        m_density = {};
        m_lowest = {};
        m_marks.clear();
        m_seen.clear();
        chooseLanes();
        Q_EMIT changed();
        want();
    });
    chooseLanes();
}

void TimeLanes::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    want();
}

void TimeLanes::want()
{
    if (m_columns <= 0)
        return;
    const bool grows = m_view.mode() == Mode::Live || m_view.mode() == Mode::LivePaused;
    const qint64 since = m_sinceAsked.isValid() ? m_sinceAsked.elapsed() : kLiveMs;
    const int wait = grows && !m_bounds.zoomed() && since < kLiveMs
                         ? kLiveMs - static_cast<int>(since)
                         : kSoonMs;
    if (!m_soon.isActive())
        m_soon.start(wait);
}

void TimeLanes::ask()
{
    const TimeRange range = m_bounds.shown();
    if (!range.valid() || m_columns <= 0)
        return;
    m_sinceAsked.start();
    if (const twin::Plant* plant = m_view.plant())
        m_assets = plant->assets.size();
    // An answer may be on its way when a window is closed.
    const QPointer<TimeLanes> self(this);
    m_history.density(m_ticket, range.from, range.to, std::max(1, m_columns / kDensityPixels), [self, range](Density d) {
        if (!self)
            return;
        self->m_density = {range, std::move(d)};
        Q_EMIT self->changed();
    });
    m_history.marks(m_ticket + 1, range.from, range.to, m_columns, [self](std::vector<twin::Event> marks) {
        if (self)
            self->takeMarks(std::move(marks));
    });
    m_history.lowestCondition(m_ticket + 2, m_assets, range.from, range.to, m_columns,
                              [self, range](std::vector<double> lowest) {
                                  if (!self)
                                      return;
                                  self->m_lowest = {range, std::move(lowest)};
                                  Q_EMIT self->changed();
                              });
}

void TimeLanes::takeMarks(std::vector<twin::Event> marks)
{
    m_marks = std::move(marks);
    chooseLanes();
    Q_EMIT changed();
}

Lane TimeLanes::laneOf(const twin::Event& mark)
{
    switch (mark.kind) {
    case twin::EventKind::AlertRaised: return Lane::Alerts;
    case twin::EventKind::DcsAlarmRaised: return Lane::DcsAlarms;
    case twin::EventKind::ModelChange: return Lane::Models;
    case twin::EventKind::LateData: return Lane::Late;
    case twin::EventKind::Act:
    case twin::EventKind::PlantEvent: return Lane::Notes;
    default: return Lane::Data;
    }
}

void TimeLanes::chooseLanes()
{
    for (const twin::Event& e : m_marks)
        m_seen.insert(laneOf(e));
    if (!m_view.bookmarks().empty())
        m_seen.insert(Lane::Notes);
    std::vector<Lane> lanes;
    for (int i = 0; i <= static_cast<int>(Lane::Notes); ++i) {
        const auto lane = static_cast<Lane>(i);
        if (alwaysThere(lane) || m_seen.contains(lane))
            lanes.push_back(lane);
    }
    if (lanes == m_lanes)
        return;
    m_lanes = std::move(lanes);
    Q_EMIT lanesChanged();
}

const twin::Event* TimeLanes::nearestMark(twin::TimeNs t, twin::TimeNs reach) const
{
    const twin::Event* best = nullptr;
    for (const twin::Event& e : m_marks) {
        if (std::abs(e.at - t) <= reach) {
            reach = std::abs(e.at - t);
            best = &e;
        }
    }
    return best;
}

const Bookmark* TimeLanes::nearestBookmark(twin::TimeNs t, twin::TimeNs reach) const
{
    const Bookmark* best = nullptr;
    for (const Bookmark& b : m_view.bookmarks()) {
        if (std::abs(b.at - t) <= reach) {
            reach = std::abs(b.at - t);
            best = &b;
        }
    }
    return best;
}

} // namespace gemba::ui
