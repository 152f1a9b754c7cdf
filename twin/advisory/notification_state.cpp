// SPDX-License-Identifier: GPL-3.0-or-later
// What a NotificationPlanner keeps over a restart.
#include "twin/advisory/notification_planner.h"

namespace gemba::twin {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kMostTimes = 1000; ///< as the schema bounds stormMost

void saveHeld(const Alert& a, const Plant& plant, ByteWriter& w)
{
    w.u8(static_cast<std::uint8_t>(a.origin));
    w.bytes(index(a.asset) < plant.assets.size() ? plant.asset(a.asset).id : std::string());
    w.bytes(index(a.tag) < plant.tags.size() ? plant.tag(a.tag).id : std::string());
    w.u8(static_cast<std::uint8_t>(a.side));
    w.boolean(a.trip);
    w.u8(static_cast<std::uint8_t>(a.priority));
    w.u8(static_cast<std::uint8_t>(a.state));
    w.i64(a.raisedAt);
}

Alert loadHeld(const Plant& plant, ByteReader& r)
{
    Alert a;
    a.origin = static_cast<AlertOrigin>(r.u8());
    a.asset = plant.findAsset(r.bytes());
    a.tag = plant.findTag(r.bytes());
    const std::uint8_t side = r.u8();
    a.side = static_cast<Side>(side);
    a.trip = r.boolean();
    a.priority = r.u8();
    const std::uint8_t state = r.u8();
    a.state = static_cast<AlertState>(state);
    a.raisedAt = r.time();
    if (a.origin > AlertOrigin::DataHealth || side > static_cast<std::uint8_t>(Side::High) ||
        a.priority < 1 || a.priority > 3 || a.state > AlertState::OutOfService)
        r.fail();
    return a;
}

} // namespace

void NotificationPlanner::save(ByteWriter& w) const
{
    w.u8(kVersion);
    w.bytes(m_plant->id);
    w.varint(m_episodes.size());
    for (const auto& [key, e] : m_episodes) {
        w.bytes(key);
        w.u8(static_cast<std::uint8_t>(e.priority));
        w.varint(e.nextLevel);
        w.i64(e.base);
        w.boolean(e.acknowledged);
    }
    w.varint(m_outlets.size());
    for (const auto& [channel, o] : m_outlets) {
        w.u8(static_cast<std::uint8_t>(channel.kind));
        w.bytes(channel.address);
        w.boolean(channel.token);
        w.bytes(o.person);
        w.i64(o.heldSince);
        w.i64(o.lastDigest);
        w.varint(o.times.size());
        for (const TimeNs t : o.times)
            w.i64(t);
        w.varint(o.held.size());
        for (const auto& [key, alert] : o.held)
            saveHeld(alert, *m_plant, w);
    }
}

Result<void> NotificationPlanner::load(ByteReader& r)
{
    std::map<std::string, Episode> episodes;
    std::map<Channel, Outlet> outlets;
    if (r.u8() != kVersion || r.bytes() != m_plant->id)
        r.fail();
    for (std::uint64_t n = r.count(12); n > 0 && !r.failed(); --n) {
        Episode& e = episodes[std::string(r.bytes())];
        e.priority = r.u8();
        e.nextLevel = static_cast<std::size_t>(r.varint());
        e.base = r.time();
        e.acknowledged = r.boolean();
        e.resumed = true;
        if (e.priority < 1 || e.priority > 3 || e.base == kNoTime)
            r.fail();
    }
    for (std::uint64_t n = r.count(20); n > 0 && !r.failed(); --n) {
        const auto kind = static_cast<ChannelKind>(r.u8());
        Channel channel{kind, std::string(r.bytes()), false};
        channel.token = r.boolean();
        Outlet& o = outlets[channel];
        o.person = r.bytes();
        o.heldSince = r.time();
        o.lastDigest = r.time();
        for (std::uint64_t i = r.count(8); i > 0 && !r.failed(); --i) {
            o.times.push_back(r.time());
            if (o.times.size() > kMostTimes || o.times.back() == kNoTime)
                r.fail();
        }
        for (std::uint64_t i = r.count(15); i > 0 && !r.failed(); --i) {
            const Alert a = loadHeld(*m_plant, r);
            // What the plant no longer has is not told; the rest is.
            if (index(a.asset) < m_plant->assets.size())
                o.held[subject(a)] = a;
        }
        if (kind > ChannelKind::Webhook || (!o.held.empty() && o.heldSince == kNoTime))
            r.fail();
    }
    if (r.failed() || !r.atEnd())
        return Error{ErrorCode::SessionDamaged, {std::string("what was told of alerts")}, {}};
    m_episodes = std::move(episodes);
    m_outlets = std::move(outlets);
    return {};
}

} // namespace gemba::twin
