// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/model/roster.h"

#include <algorithm>

namespace gemba::twin {
namespace {

constexpr TimeNs kDay = 24 * kHour;

TimeNs local(TimeNs t, const ZoneOffset& zone)
{
    return t + zone(t) * kSecond;
}

TimeNs floorDay(TimeNs localTime)
{
    const TimeNs rest = localTime % kDay;
    return localTime - (rest < 0 ? rest + kDay : rest);
}

/// 1970-01-01 was a Thursday; Monday is 0.
int weekday(TimeNs localMidnight)
{
    const TimeNs days = localMidnight / kDay;
    return static_cast<int>(((days + 3) % 7 + 7) % 7);
}

} // namespace

TimeNs instantOf(TimeNs localTime, const ZoneOffset& zone)
{
    const TimeNs before = zone(localTime - kDay) * kSecond, after = zone(localTime + kDay) * kSecond;
    const TimeNs first = localTime - before;
    if (before == after || local(first, zone) == localTime)
        return first; // where the clock was put back: the first of the two
    const TimeNs second = localTime - after;
    if (local(second, zone) == localTime)
        return second;
    // Never shown: the clock is put forward between the two. Find when.
    TimeNs low = std::min(first, second), high = std::max(first, second);
    while (high - low > 1) {
        const TimeNs middle = low + (high - low) / 2;
        (local(middle, zone) >= localTime ? high : low) = middle;
    }
    return high;
}

bool holds(const WeeklyHours& hours, TimeNs t, const ZoneOffset& zone)
{
    const TimeNs today = floorDay(local(t, zone));
    for (const TimeNs midnight : {today - kDay, today}) {
        if ((hours.days >> weekday(midnight) & 1) == 0)
            continue;
        const TimeNs endDay = hours.to <= hours.from ? midnight + kDay : midnight;
        if (t >= instantOf(midnight + hours.from * kMinute, zone) &&
            t < instantOf(endDay + hours.to * kMinute, zone))
            return true;
    }
    return false;
}

const Person* Roster::find(std::string_view personId) const
{
    const auto found = std::find_if(people.begin(), people.end(),
                                    [&](const Person& p) { return p.id == personId; });
    return found == people.end() ? nullptr : &*found;
}

std::vector<const Person*> Roster::onDuty(TimeNs t, const ZoneOffset& zone) const
{
    std::vector<const Person*> there;
    for (const Person& p : people) {
        if (std::any_of(p.shifts.begin(), p.shifts.end(),
                        [&](const WeeklyHours& h) { return holds(h, t, zone); }))
            there.push_back(&p);
    }
    return there;
}

Roster Roster::shiftsOnly() const
{
    Roster out;
    for (const Person& p : people)
        out.people.push_back({p.id, p.name, p.role, {}, p.shifts});
    return out;
}

} // namespace gemba::twin
