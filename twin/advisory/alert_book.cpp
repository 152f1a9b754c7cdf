// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/advisory/alert_book.h"

#include <algorithm>
#include <tuple>

namespace gemba::twin {
namespace {

bool active(AlertState s)
{
    return s == AlertState::Unacknowledged || s == AlertState::Acknowledged;
}

int priorityOf(ConditionWord word)
{
    switch (word) {
    case ConditionWord::Critical:
        return 1;
    case ConditionWord::Act:
        return 2;
    default:
        return 3;
    }
}

} // namespace

void AlertBook::onWord(AssetId asset, ConditionWord word, TagId worstTag, Side side,
                       MilliPoints score, TimeNs at)
{
    const Key key{AlertOrigin::Condition, index(asset), Side::None, false};
    if (word == ConditionWord::Normal) {
        clear(key, at);
        return;
    }
    Alert alert;
    alert.origin = AlertOrigin::Condition;
    alert.asset = asset;
    alert.tag = worstTag;
    alert.side = side;
    alert.priority = priorityOf(word);
    alert.scoreAtRaise = score;
    raise(key, alert, at);
}

void AlertBook::onLimit(AssetId asset, TagId tag, Side side, bool trip, bool beyond, TimeNs at)
{
    const Key key{AlertOrigin::DcsAlarm, index(tag), side, trip};
    if (!beyond) {
        clear(key, at);
        return;
    }
    Alert alert;
    alert.origin = AlertOrigin::DcsAlarm;
    alert.asset = asset;
    alert.tag = tag;
    alert.side = side;
    alert.trip = trip;
    alert.priority = trip ? 1 : 2;
    raise(key, alert, at);
}

void AlertBook::raise(const Key& key, Alert alert, TimeNs at)
{
    const auto found = m_alerts.find(key);
    if (found == m_alerts.end() || !active(found->second.state)) {
        alert.id = m_nextId++;
        alert.state = AlertState::Unacknowledged;
        alert.raisedAt = alert.changedAt = at;
        m_alerts[key] = alert;
        note(AlertTransition::What::Raised, alert);
        return;
    }
    Alert& present = found->second;
    if (alert.priority == present.priority)
        return;
    const bool worse = alert.priority < present.priority;
    present.priority = alert.priority;
    present.changedAt = at;
    if (worse) { // what was acknowledged was a smaller thing
        present.state = AlertState::Unacknowledged;
        present.tag = alert.tag;
        present.side = alert.side;
        present.scoreAtRaise = alert.scoreAtRaise;
    }
    note(worse ? AlertTransition::What::Escalated : AlertTransition::What::Eased, present);
}

void AlertBook::clear(const Key& key, TimeNs at)
{
    const auto found = m_alerts.find(key);
    if (found == m_alerts.end() || !active(found->second.state))
        return;
    Alert& alert = found->second;
    const bool seen = alert.state == AlertState::Acknowledged;
    alert.state = seen ? AlertState::Normal : AlertState::ReturnedUnacknowledged;
    alert.changedAt = alert.clearedAt = at;
    note(AlertTransition::What::Cleared, alert);
    if (seen)
        m_alerts.erase(found);
}

bool AlertBook::acknowledge(std::uint64_t alertId, TimeNs at)
{
    const auto found = std::find_if(m_alerts.begin(), m_alerts.end(),
                                    [&](const auto& e) { return e.second.id == alertId; });
    if (found == m_alerts.end())
        return false;
    Alert& alert = found->second;
    if (alert.state == AlertState::Unacknowledged)
        alert.state = AlertState::Acknowledged;
    else if (alert.state == AlertState::ReturnedUnacknowledged)
        alert.state = AlertState::Normal;
    else
        return false;
    alert.changedAt = at;
    note(AlertTransition::What::Acknowledged, alert);
    if (alert.state == AlertState::Normal)
        m_alerts.erase(found);
    return true;
}

void AlertBook::note(AlertTransition::What what, const Alert& alert)
{
    m_transitions.push_back({what, alert});
}

std::vector<AlertTransition> AlertBook::takeTransitions()
{
    return std::exchange(m_transitions, {});
}

std::vector<Alert> AlertBook::list() const
{
    std::vector<Alert> alerts;
    alerts.reserve(m_alerts.size());
    for (const auto& [key, alert] : m_alerts)
        alerts.push_back(alert);
    const auto rank = [](const Alert& a) {
        return std::tuple(!active(a.state), a.priority, a.state != AlertState::Unacknowledged,
                          a.raisedAt, a.id);
    };
    std::sort(alerts.begin(), alerts.end(),
              [&](const Alert& a, const Alert& b) { return rank(a) < rank(b); });
    return alerts;
}

void save(const Alert& a, ByteWriter& w)
{
    w.varint(a.id);
    w.u8(static_cast<std::uint8_t>(a.origin));
    w.u32(index(a.asset));
    w.u32(index(a.tag));
    w.u8(static_cast<std::uint8_t>(a.side));
    w.boolean(a.trip);
    w.u8(static_cast<std::uint8_t>(a.priority));
    w.u8(static_cast<std::uint8_t>(a.state));
    w.i64(a.raisedAt);
    w.i64(a.changedAt);
    w.i64(a.clearedAt);
    w.i32(a.scoreAtRaise);
}

Alert loadAlert(ByteReader& r)
{
    Alert a;
    a.id = r.varint();
    a.origin = static_cast<AlertOrigin>(r.u8());
    a.asset = AssetId{r.u32()};
    a.tag = TagId{r.u32()};
    a.side = static_cast<Side>(r.u8());
    a.trip = r.boolean();
    a.priority = r.u8();
    a.state = static_cast<AlertState>(r.u8());
    a.raisedAt = r.time();
    a.changedAt = r.time();
    a.clearedAt = r.time();
    a.scoreAtRaise = r.i32();
    return a;
}

void AlertBook::save(ByteWriter& w) const
{
    w.varint(m_nextId);
    w.varint(m_alerts.size());
    for (const auto& [key, alert] : m_alerts)
        twin::save(alert, w);
}

Result<void> AlertBook::load(ByteReader& r)
{
    m_alerts.clear();
    m_transitions.clear();
    m_nextId = r.varint();
    const std::uint64_t n = r.count(40);
    for (std::uint64_t i = 0; i < n && !r.failed(); ++i) {
        const Alert a = loadAlert(r);
        const bool dcs = a.origin == AlertOrigin::DcsAlarm;
        m_alerts[Key{a.origin, dcs ? index(a.tag) : index(a.asset), dcs ? a.side : Side::None,
                     dcs && a.trip}] = a;
    }
    if (r.failed())
        return Error{ErrorCode::SessionDamaged, {std::string("alerts in a keyframe")}, {}};
    return {};
}

} // namespace gemba::twin
