// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/transport_faults.h"

#include <algorithm>
#include <charconv>

namespace gemba::plant {

using twin::Error;
using twin::ErrorCode;
using twin::Result;
using twin::TimeNs;

namespace {

Error invalid(std::string_view expected)
{
    return Error{ErrorCode::ArgumentInvalid, {std::string(expected)}, {}};
}

struct Name
{
    std::string_view name;
    double FaultPlan::*probability;
    TimeNs FaultPlan::*length; ///< nullptr: takes none
};
constexpr Name kNames[]{{"drop", &FaultPlan::drop, nullptr},
                        {"duplicate", &FaultPlan::duplicate, nullptr},
                        {"delay", &FaultPlan::delay, &FaultPlan::delayBy},
                        {"reorder", &FaultPlan::reorder, nullptr},
                        {"stall", &FaultPlan::stall, &FaultPlan::stallFor},
                        {"death", &FaultPlan::death, &FaultPlan::deathFor}};

Result<void> parseSkew(std::string_view text, FaultPlan& plan)
{
    const bool behind = text.starts_with('-');
    const auto length = twin::parseDuration(behind ? text.substr(1) : text);
    if (!length)
        return invalid("skew=<length of time>, e.g. skew=-2s");
    plan.skew = behind ? -*length : *length;
    return {};
}

Result<void> parseOne(std::string_view text, FaultPlan& plan)
{
    const std::size_t equals = text.find('=');
    const std::string_view name = text.substr(0, equals);
    std::string_view value = equals == text.npos ? std::string_view() : text.substr(equals + 1);
    if (name == "skew")
        return parseSkew(value, plan);
    const auto* known = std::ranges::find(kNames, name, &Name::name);
    if (known == std::end(kNames))
        return invalid("drop, duplicate, delay, reorder, stall, death or skew");
    if (const std::size_t colon = value.find(':'); colon != value.npos && known->length) {
        const auto length = twin::parseDuration(value.substr(colon + 1));
        if (!length || *length <= 0)
            return invalid("a length of time after the colon, e.g. stall=0.01:5s");
        plan.*known->length = *length;
        value = value.substr(0, colon);
    }
    double p = 0.0;
    const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), p);
    if (problem != std::errc() || end != value.data() + value.size() || !(p >= 0.0 && p <= 1.0))
        return invalid("a probability from 0 to 1, e.g. drop=0.01");
    plan.*known->probability = p;
    return {};
}

} // namespace

Result<FaultPlan> parseFaults(std::string_view text)
{
    FaultPlan plan;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        if (const Result<void> r = parseOne(text.substr(0, comma), plan); !r)
            return r.error();
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return plan;
}

std::string_view nameOf(Fate fate)
{
    switch (fate) {
    case Fate::Sent:
        return "sent";
    case Fate::Dropped:
        return "dropped";
    case Fate::Duplicated:
        return "duplicated";
    case Fate::Delayed:
        return "delayed";
    case Fate::Reordered:
        return "reordered";
    case Fate::Offline:
        break;
    }
    return "offline";
}

FaultyRoad::FaultyRoad(FaultPlan plan, std::uint64_t seed) : m_plan(plan), m_random(seed) {}

/// The standard's distributions differ between libraries; 53 bits of the engine do not. One number
/// is drawn whatever the probability, so one fault does not shift the others.
bool FaultyRoad::happens(double probability)
{
    return static_cast<double>(m_random() >> 11) * 0x1p-53 < probability;
}

bool FaultyRoad::diesNow()
{
    return happens(m_plan.death);
}

void FaultyRoad::maybeStall(TimeNs now)
{
    if (happens(m_plan.stall) && now >= m_stalledUntil)
        m_stalledUntil = now + m_plan.stallFor;
}

void FaultyRoad::enqueue(Message message, TimeNs at)
{
    m_road.emplace(std::max(at, m_stalledUntil), std::move(message));
}

Fate FaultyRoad::submit(Message message, TimeNs now)
{
    if (message.type != Message::Type::Data) {
        enqueue(std::move(message), now);
        return Fate::Sent;
    }
    const bool drop = happens(m_plan.drop), twice = happens(m_plan.duplicate);
    const bool later = happens(m_plan.delay), swap = happens(m_plan.reorder);
    if (drop)
        return Fate::Dropped;
    if (later) {
        enqueue(std::move(message), now + m_plan.delayBy);
        return Fate::Delayed;
    }
    if (swap && m_heldBack.empty()) {
        m_heldBack.push_back(std::move(message));
        return Fate::Reordered;
    }
    if (twice)
        enqueue(message, now);
    enqueue(std::move(message), now);
    for (Message& held : m_heldBack)
        enqueue(std::move(held), now);
    m_heldBack.clear();
    return twice ? Fate::Duplicated : Fate::Sent;
}

std::vector<Message> FaultyRoad::due(TimeNs now)
{
    std::vector<Message> out;
    const auto end = m_road.upper_bound(now);
    for (auto it = m_road.begin(); it != end; ++it)
        out.push_back(std::move(it->second));
    m_road.erase(m_road.begin(), end);
    return out;
}

std::vector<Message> FaultyRoad::flush()
{
    std::vector<Message> out = due(INT64_MAX);
    std::ranges::move(m_heldBack, std::back_inserter(out));
    m_heldBack.clear();
    return out;
}

std::vector<Message> FaultyRoad::cut()
{
    m_stalledUntil = twin::kNoTime;
    return flush();
}

TimeNs FaultyRoad::nextDue() const
{
    return m_road.empty() ? twin::kNoTime : m_road.begin()->first;
}

} // namespace gemba::plant
