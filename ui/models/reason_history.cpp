// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reason_history.h"

#include <algorithm>

#include <QPointer>

namespace gemba::ui {

using twin::TimeNs;

namespace {

bool sameReasons(const ReasonsAt& a, const ReasonsAt& b)
{
    return a.scored == b.scored && a.score == b.score && a.deductions == b.deductions;
}

} // namespace

ReasonHistory::ReasonHistory(ViewState& view, const Selection& selection, HistoryQuery& history,
                             QObject* parent)
    : QObject(parent), m_view(view), m_selection(selection), m_history(history),
      m_ticket(history.reserveTickets(1))
{
    connect(&view, &ViewState::snapshotChanged, this, &ReasonHistory::follow);
    connect(&view, &ViewState::modeChanged, this, &ReasonHistory::follow);
    connect(&selection, &Selection::changed, this, &ReasonHistory::follow);
    follow();
}

ReasonHistory::~ReasonHistory() = default;

TimeRange ReasonHistory::window() const
{
    const twin::SnapshotPtr& s = m_view.snapshot();
    if (!s || s->at == twin::kNoTime || m_asset == twin::kNoAsset)
        return {};
    TimeRange w{s->at - kLongest, s->at};
    if (const TimeRange recorded = m_view.range(); recorded.from != twin::kNoTime)
        w.from = std::max(w.from, recorded.from);
    w.from = std::min(w.from, w.to - twin::kSecond);
    return w;
}

TimeNs ReasonHistory::column() const
{
    const TimeRange w = window();
    return w.valid() ? std::max((w.to - w.from) / kColumns, twin::kMillisecond) : twin::kSecond;
}

void ReasonHistory::forget()
{
    m_history.cancel(m_ticket);
    ++m_round;
    m_asking = false;
    m_cancelled = false;
    m_job.reset();
    m_problem.clear();
    m_instants.clear();
    m_known = {};
}

void ReasonHistory::follow()
{
    const twin::SnapshotPtr& s = m_view.snapshot();
    const twin::Plant* plant = m_view.plant();
    const twin::AssetId asset = plant ? m_selection.asset() : twin::kNoAsset;
    const bool there = s && plant && s->at != twin::kNoTime && twin::index(asset) < s->assets.size();
    const std::uint64_t epoch = s ? s->epoch : 0;
    const bool jumped = epoch != m_epoch && s && !(m_known.valid() && s->at >= m_known.from && s->at <= m_known.to);
    const bool other = asset != m_asset || plant != m_plant || !there || jumped;
    if (other)
        forget();
    const std::size_t count = m_instants.size();
    const ReasonsAt last = count > 0 ? m_instants.back() : ReasonsAt{};
    m_asset = there ? asset : twin::kNoAsset;
    m_plant = plant;
    m_epoch = epoch;
    if (there)
        see(*s);
    if (other || m_instants.size() != count || !sameReasons(m_instants.back(), last))
        Q_EMIT changed();
}

/// The instant at the cursor is always the last. It stays once a column has passed.
void ReasonHistory::see(const twin::Snapshot& s)
{
    const TimeNs width = column();
    std::erase_if(m_instants, [&](const ReasonsAt& r) { return r.at >= s.at; });
    if (m_known.valid())
        m_known.to = std::min(m_known.to, s.at);
    if (m_instants.size() >= 2 && m_instants.back().at - m_instants[m_instants.size() - 2].at < width)
        m_instants.pop_back();
    if (m_known.valid() && s.at - m_known.to <= 2 * width)
        m_known.to = s.at;
    m_instants.push_back(reasonsAt(s.assets[twin::index(m_asset)].assessment, s.at));
    const TimeNs from = window().from;
    std::erase_if(m_instants, [from](const ReasonsAt& r) { return r.at < from; });
    thinOut();
}

void ReasonHistory::thinOut()
{
    constexpr std::size_t kMost = 4 * kColumns;
    if (m_instants.size() <= kMost)
        return;
    std::vector<ReasonsAt> kept;
    for (std::size_t i = 0; i < m_instants.size(); ++i) {
        if (i % 2 == 1 || i + 1 == m_instants.size())
            kept.push_back(std::move(m_instants[i]));
    }
    m_instants = std::move(kept);
}

void ReasonHistory::want()
{
    const TimeRange w = window();
    if (!w.valid() || m_asking || m_cancelled)
        return;
    const TimeNs width = column();
    if (m_known.valid() && m_known.from <= w.from + width && m_known.to >= w.to - 2 * width)
        return;
    m_asking = true;
    m_job = m_view.jobs().begin(tr("Working out the reasons over time…"), [this] { cancel(); });
    const quint64 round = ++m_round;
    m_history.reasonCourse(
        m_ticket, m_asset, w.from, w.to, kColumns,
        [self = QPointer(this), this, round](double share) {
            if (self && round == m_round && m_job)
                m_job->setDone(share);
        },
        [self = QPointer(this), this, round, w](ReasonCourse course) {
            if (self && round == m_round)
                take(std::move(course), w);
        });
    Q_EMIT changed();
}

void ReasonHistory::take(ReasonCourse course, TimeRange asked)
{
    m_asking = false;
    m_job.reset();
    m_problem = course.problem;
    m_known = asked;
    std::vector<ReasonsAt> all = std::move(course.instants);
    const TimeNs known = all.empty() ? asked.from : all.back().at;
    for (ReasonsAt& seen : m_instants) { // what has passed since
        if (seen.at > known)
            all.push_back(std::move(seen));
    }
    m_instants = std::move(all);
    follow();
    Q_EMIT changed();
}

void ReasonHistory::cancel()
{
    m_history.cancel(m_ticket);
    ++m_round;
    m_cancelled = m_asking || m_cancelled;
    m_asking = false;
    m_job.reset();
    Q_EMIT changed();
}

void ReasonHistory::again()
{
    m_cancelled = false;
    want();
}

} // namespace gemba::ui
