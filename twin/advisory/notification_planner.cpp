// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/advisory/notification_planner.h"

#include <algorithm>
#include <tuple>

namespace gemba::twin {
namespace {

constexpr TimeNs kResume = 10 * kMinute; ///< how long after a restart an alert may come back
constexpr TimeNs kGather = 30 * kSecond; ///< for a digest

bool active(AlertState s)
{
    return s == AlertState::Unacknowledged || s == AlertState::Acknowledged;
}

} // namespace

NotificationPlanner::NotificationPlanner(std::shared_ptr<const Plant> plant, Roster roster, ZoneOffset zone)
    : m_plant(std::move(plant)), m_roster(std::move(roster)), m_zone(std::move(zone))
{
}

void NotificationPlanner::setRoster(Roster roster)
{
    m_roster = std::move(roster);
    std::erase_if(m_outlets, [this](const auto& outlet) {
        return std::none_of(m_roster.people.begin(), m_roster.people.end(), [&](const Person& p) {
            return std::find(p.channels.begin(), p.channels.end(), outlet.first) != p.channels.end();
        });
    });
}

/// Positions in the plant's lists hold for one description only; ids outlive it.
std::string NotificationPlanner::subject(const Alert& a) const
{
    const bool tag = a.origin != AlertOrigin::Condition && index(a.tag) < m_plant->tags.size();
    std::string text = std::to_string(static_cast<int>(a.origin)) + '/';
    if (tag)
        text += m_plant->tag(a.tag).id + '/' + std::to_string(static_cast<int>(a.side)) + (a.trip ? "t" : "");
    else if (index(a.asset) < m_plant->assets.size())
        text += m_plant->asset(a.asset).id;
    return text;
}

bool NotificationPlanner::concerns(const Alert& a) const
{
    return active(a.state) && (a.origin != AlertOrigin::DcsAlarm || m_roster.rules.dcsAlarms);
}

std::vector<Notification> NotificationPlanner::plan(const std::vector<Alert>& alerts, TimeNs now)
{
    if (m_startedAt == kNoTime)
        resume(now);
    std::vector<Notification> out;
    for (const Alert& a : alerts) {
        if (concerns(a))
            follow(a, now);
    }
    forgetOver(now);
    for (const Alert& a : alerts) {
        if (!concerns(a))
            continue;
        if (Episode& e = m_episodes.at(subject(a)); e.alertId == a.id)
            escalate(e, a, now, out);
    }
    sendDigests(alerts, now, out);
    return out;
}

void NotificationPlanner::resume(TimeNs now)
{
    m_startedAt = now;
    for (auto& [key, e] : m_episodes) // the clock may have been set back since
        e.base = std::min(e.base, now);
    for (auto& [channel, outlet] : m_outlets) {
        std::erase_if(outlet.times, [now](TimeNs t) { return t > now; });
        outlet.heldSince = std::min(outlet.heldSince, now);
        if (outlet.lastDigest > now)
            outlet.lastDigest = kNoTime;
    }
}

void NotificationPlanner::follow(const Alert& a, TimeNs now)
{
    const auto [at, fresh] = m_episodes.try_emplace(subject(a));
    Episode& e = at->second;
    if (!fresh && e.seenAt == now && !e.resumed && e.alertId != a.id)
        return; // two about the same: the first, which is the worse, speaks for both
    if (fresh || (e.alertId != a.id && !e.resumed))
        e = {a.id, a.priority, 0, a.raisedAt + m_roster.rules.onDelay, false, false, now};
    e.alertId = a.id;
    e.resumed = false;
    e.seenAt = now;
    if (a.priority < e.priority) {
        e.priority = a.priority;
        e.nextLevel = 0;
        e.base = now;
        e.acknowledged = false;
    }
    e.acknowledged |= a.state == AlertState::Acknowledged;
}

void NotificationPlanner::forgetOver(TimeNs now)
{
    std::erase_if(m_episodes, [&](const auto& entry) {
        const Episode& e = entry.second;
        return e.resumed ? now - m_startedAt > kResume : e.seenAt != now;
    });
}

std::map<Channel, std::string> NotificationPlanner::recipients(const EscalationLevel& level, TimeNs now) const
{
    std::map<Channel, std::string> to; // two people may share one channel
    for (const Person& p : m_roster.people) {
        const bool named = std::find(level.people.begin(), level.people.end(), p.id) != level.people.end() ||
                           std::find(level.roles.begin(), level.roles.end(), p.role) != level.roles.end();
        if (!named)
            continue;
        const bool there = !level.onDutyOnly ||
                           std::any_of(p.shifts.begin(), p.shifts.end(),
                                       [&](const WeeklyHours& h) { return holds(h, now, m_zone); });
        for (const Channel& c : p.channels) {
            if (there)
                to.try_emplace(c, p.id);
        }
    }
    return to;
}

void NotificationPlanner::escalate(Episode& e, const Alert& a, TimeNs now, std::vector<Notification>& out)
{
    const NotificationRules& rules = m_roster.rules;
    if (e.acknowledged || a.priority < 1 || a.priority > 3 ||
        !rules.priorities[static_cast<std::size_t>(a.priority)])
        return;
    const bool quiet = std::any_of(rules.quiet.begin(), rules.quiet.end(),
                                   [&](const WeeklyHours& h) { return holds(h, now, m_zone); });
    if (quiet && a.priority > rules.quietPasses)
        return;
    if (e.nextLevel >= rules.chain.size() || now - e.base < rules.chain[e.nextLevel].after)
        return;
    while (e.nextLevel < rules.chain.size()) {
        const std::size_t level = e.nextLevel++;
        e.base = now;
        const auto to = recipients(rules.chain[level], now);
        for (const auto& [channel, person] : to)
            offer(channel, person, level, a, now, out);
        if (!to.empty())
            return;
        out.push_back({Notification::What::Nobody, now, level, {}, {}, {a}});
    }
}

void NotificationPlanner::offer(const Channel& channel, const std::string& person, std::size_t level,
                                const Alert& a, TimeNs now, std::vector<Notification>& out)
{
    Outlet& outlet = m_outlets[channel];
    const auto most = static_cast<std::size_t>(std::max(m_roster.rules.stormMost, 1));
    while (outlet.times.size() > most)
        outlet.times.pop_front();
    const bool storm = outlet.times.size() == most && now - outlet.times.front() < m_roster.rules.stormWithin;
    outlet.times.push_back(now);
    if (outlet.times.size() > most)
        outlet.times.pop_front();
    if (!storm && outlet.held.empty()) {
        out.push_back({Notification::What::Alert, now, level, person, channel, {a}});
        return;
    }
    if (outlet.held.empty())
        outlet.heldSince = now;
    outlet.person = person;
    outlet.held[subject(a)] = a;
}

void NotificationPlanner::sendDigests(const std::vector<Alert>& alerts, TimeNs now,
                                      std::vector<Notification>& out)
{
    const bool any = std::any_of(m_outlets.begin(), m_outlets.end(),
                                 [](const auto& outlet) { return !outlet.second.held.empty(); });
    if (!any)
        return;
    std::map<std::string, const Alert*> present;
    for (const Alert& a : alerts)
        present.emplace(subject(a), &a);
    for (auto& [channel, outlet] : m_outlets) {
        bool critical = false;
        for (auto& [key, held] : outlet.held) { // a digest tells how things are when it is sent
            if (const auto at = present.find(key); at != present.end())
                held = *at->second;
            else if (active(held.state) && !(m_episodes.contains(key) && m_episodes.at(key).resumed))
                held.state = AlertState::Normal, held.clearedAt = now;
            critical |= held.priority == 1;
        }
        std::erase_if(outlet.held, [](const auto& e) { return e.second.state == AlertState::Acknowledged; });
        if (outlet.held.empty())
            continue;
        TimeNs due = outlet.heldSince + kGather;
        if (outlet.lastDigest != kNoTime)
            due = std::max(due, outlet.lastDigest + (critical ? kGather : m_roster.rules.stormWithin));
        if (now < due)
            continue;
        Notification digest{Notification::What::Digest, now, 0, outlet.person, channel, {}};
        for (const auto& [key, held] : outlet.held)
            digest.alerts.push_back(held);
        std::stable_sort(digest.alerts.begin(), digest.alerts.end(), [](const Alert& a, const Alert& b) {
            return std::tuple(!active(a.state), a.priority, a.raisedAt, a.id) <
                   std::tuple(!active(b.state), b.priority, b.raisedAt, b.id);
        });
        out.push_back(std::move(digest));
        outlet.held.clear();
        outlet.lastDigest = now;
    }
}

} // namespace gemba::twin
