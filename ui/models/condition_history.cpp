// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/condition_history.h"

#include <algorithm>

#include <QPointer>

namespace gemba::ui {
namespace {

constexpr twin::TimeNs kAtLeast = 5 * twin::kSecond; ///< a column of a record that has just begun

} // namespace

ConditionHistory::ConditionHistory(const ViewState& view, HistoryQuery& history, int ticket,
                                   QObject* parent)
    : QObject(parent), m_view(view), m_history(history), m_ticket(ticket)
{
    connect(&view, &ViewState::snapshotChanged, this, &ConditionHistory::forgetJump);
    connect(&view, &ViewState::modeChanged, this, &ConditionHistory::forgetJump);
    forgetJump();
}

/// After a jump, in another file or of another plant, what is known belongs to another time.
void ConditionHistory::forgetJump()
{
    const twin::SnapshotPtr& s = m_view.snapshot();
    const std::uint64_t epoch = s ? s->epoch : 0;
    const twin::Plant* plant = m_view.plant();
    if (epoch == m_epoch && plant == m_plant) {
        tellOutdated();
        return;
    }
    if (plant != m_plant)
        m_lines.clear();
    else
        std::erase_if(m_lines, [&](const auto& known) { return !s || known.second.to > s->at; });
    m_epoch = epoch;
    m_plant = plant;
    m_wanted.clear();
    m_asking = false;
    ++m_round;
}

/// Whoever shows a line is told once a column that it could ask again.
void ConditionHistory::tellOutdated()
{
    if (!m_view.snapshot() || m_asking)
        return;
    for (const auto& [asset, line] : m_lines) {
        if (isOutdated(line))
            Q_EMIT outdated(asset);
    }
}

ConditionHistory::Line ConditionHistory::window() const
{
    Line w;
    w.to = m_view.snapshot()->at;
    const TimeRange range = m_view.range();
    w.from = w.to - kSpan;
    if (range.from != twin::kNoTime)
        w.from = std::max(w.from, range.from);
    w.from = std::min(w.from, w.to - twin::kSecond);
    return w;
}

bool ConditionHistory::isOutdated(const Line& line) const
{
    const Line now = window();
    const twin::TimeNs column = std::max((now.to - now.from) / kColumns, kAtLeast);
    return now.to < line.to || now.to - line.to >= column;
}

const ConditionHistory::Line* ConditionHistory::line(twin::AssetId asset)
{
    if (!m_view.snapshot() || m_view.snapshot()->at == twin::kNoTime)
        return nullptr;
    const auto known = m_lines.find(asset);
    if (known == m_lines.end() || isOutdated(known->second)) {
        if (std::find(m_wanted.begin(), m_wanted.end(), asset) == m_wanted.end())
            m_wanted.push_back(asset);
        askNext();
    }
    return known == m_lines.end() ? nullptr : &known->second;
}

void ConditionHistory::askNext()
{
    constexpr qint64 kGiveUpMs = 5'000;
    if (m_asking && m_asked.elapsed() > kGiveUpMs && !m_wanted.empty()) {
        m_wanted.pop_front();
        ++m_round;
        m_asking = false;
    }
    if (m_asking || m_wanted.empty() || !m_view.snapshot())
        return;
    m_asking = true;
    m_asked.start();
    const twin::AssetId asset = m_wanted.front();
    Line wanted = window();
    m_history.conditionTrend(
        m_ticket, asset, wanted.from, wanted.to, kColumns, wanted.to,
        [self = QPointer(this), this, asset, wanted, round = m_round](Trend trend) mutable {
            if (!self || round != m_round)
                return;
            wanted.trend = std::move(trend);
            m_asking = false;
            std::erase(m_wanted, asset);
            take(asset, std::move(wanted));
            askNext();
        });
}

/// A line with points moves on with time; of one without any there is nothing to see.
void ConditionHistory::take(twin::AssetId asset, Line line)
{
    const auto known = m_lines.find(asset);
    const bool stillEmpty = known != m_lines.end() && known->second.trend.buckets.empty() && line.trend.buckets.empty();
    m_lines[asset] = std::move(line);
    if (!stillEmpty)
        Q_EMIT changed(asset);
}

} // namespace gemba::ui
