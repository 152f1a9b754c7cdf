// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/replay_course.h"

#include <algorithm>
#include <cmath>

namespace gemba::twin {
namespace {

/// Notes what a plan may want to stop at.
class Watch final : public PipelineOutput
{
public:
    explicit Watch(const ReplayPlan& plan) : m_plan(plan) {}
    void onEvent(const Event& e) override
    {
        if (m_plan.until == ReplayPlan::Until::Alert && e.kind == EventKind::AlertRaised)
            m_met = true;
    }
    void onAssessment(AssetId id, const Assessment& a) override
    {
        if (m_plan.until == ReplayPlan::Until::ConditionBelow && a.withheld == Withheld::No
            && a.score < m_plan.below && (m_plan.asset == kNoAsset || m_plan.asset == id))
            m_met = true;
    }
    [[nodiscard]] bool met() const { return m_met; }

private:
    const ReplayPlan& m_plan;
    bool m_met = false;
};

/// Notes when samples of a machine arrived.
class SampleWatch final : public PipelineOutput
{
public:
    SampleWatch(const Plant& plant, AssetId of) : m_plant(plant), m_of(of) {}
    void onSample(const Sample& s) override
    {
        if (m_of == kNoAsset || m_plant.tag(s.tag).asset == m_of)
            m_last = s.arrival;
    }
    [[nodiscard]] TimeNs last() const { return m_last; } ///< kNoTime: none

private:
    const Plant& m_plant;
    const AssetId m_of;
    TimeNs m_last = kNoTime;
};

TimeNs scaled(TimeNs life, double rate)
{
    return static_cast<TimeNs>(std::llround(static_cast<double>(life) * rate));
}

} // namespace

ReplayCourse::ReplayCourse(std::unique_ptr<SessionPlayer> player) : m_player(std::move(player)) {}

Result<void> ReplayCourse::seek(TimeNs t)
{
    m_hurryTo = kNoTime;
    m_position = t;
    return m_player->seek(t);
}

SnapshotPtr ReplayCourse::snapshot(std::uint64_t epoch) const
{
    SnapshotPtr s = m_player->snapshot(epoch);
    if (!s || s->at >= m_position)
        return s;
    auto shown = std::make_shared<Snapshot>(*s);
    shown->at = m_position; // between two records nothing changes but the age of what is known
    return shown;
}

Result<void> ReplayCourse::stepEvent(int count)
{
    TimeNs t = m_position;
    for (; count != 0; count += count > 0 ? -1 : 1) {
        const Result<TimeNs> next = count > 0 ? m_player->reader().eventAfter(t)
                                              : m_player->reader().eventBefore(t);
        if (!next)
            return next.error();
        if (*next == kNoTime)
            break;
        t = *next;
    }
    return t == m_position ? Result<void>() : seek(t);
}

Result<void> ReplayCourse::stepSample(int count, AssetId of)
{
    for (; count != 0; count += count > 0 ? -1 : 1) {
        const Result<bool> found = count > 0 ? nextSample(of) : previousSample(of);
        if (!found)
            return found.error();
        if (!*found)
            break;
    }
    return {};
}

Result<bool> ReplayCourse::nextSample(AssetId of)
{
    const TimeNs before = m_position;
    SampleWatch watch(*m_player->pipeline().plant(), of);
    const Result<bool> found
        = m_player->playTo(INT64_MAX, watch, [&] { return watch.last() != kNoTime; });
    if (!found)
        return found.error();
    if (const Result<void> there = seek(*found ? watch.last() : before); !there)
        return there.error();
    return *found;
}

/// Runs the stretches between keyframes before the cursor, nearest first, until one has a sample.
Result<bool> ReplayCourse::previousSample(AssetId of)
{
    const TimeNs before = m_position;
    TimeNs end = before;
    for (TimeNs begin = m_player->keyframeBefore(end); begin != kNoTime;
         end = begin, begin = m_player->keyframeBefore(end)) {
        // Just before its first record, so that this one is among those watched.
        if (const Result<void> there = m_player->seek(begin - 1); !there)
            return there.error();
        SampleWatch watch(*m_player->pipeline().plant(), of);
        if (const Result<void> played = m_player->playTo(end - 1, watch); !played)
            return played.error();
        if (watch.last() == kNoTime)
            continue;
        if (const Result<void> there = seek(watch.last()); !there)
            return there.error();
        return true;
    }
    if (const Result<void> back = seek(before); !back)
        return back.error();
    return false;
}

ReplayCourse::Bounds ReplayCourse::bounds(const ReplayPlan& plan) const
{
    if (plan.loop == ReplayPlan::Loop::Selection && plan.selected())
        return {std::max(plan.selectionFrom, from()), std::min(plan.selectionTo, to())};
    return {from(), to()};
}

Result<ReplayCourse::Moved> ReplayCourse::advance(TimeNs life, const ReplayPlan& plan)
{
    return plan.rate < 0 ? backward(life, plan) : forward(life, plan);
}

/// True: what the plan wants to stop at was met, and the cursor is there.
Result<bool> ReplayCourse::playTo(TimeNs t, const ReplayPlan& plan)
{
    bool instant = false;
    if (plan.until == ReplayPlan::Until::Instant) {
        for (const TimeNs stop : plan.instants) {
            if (stop > m_position && stop <= t) {
                t = stop;
                instant = true;
            }
        }
    }
    Watch watch(plan);
    const Result<bool> met = m_player->playTo(t, watch, [&] { return watch.met(); });
    if (!met)
        return met.error();
    m_position = *met ? m_player->at() : t;
    return *met || instant;
}

Result<ReplayCourse::Moved> ReplayCourse::forward(TimeNs life, const ReplayPlan& plan)
{
    Moved moved;
    if (to() <= m_position + scaled(life, plan.rate)) {
        if (const Result<void> fresh = m_player->reader().refresh(); !fresh) // it may have grown
            return fresh.error();
    }
    const Bounds all = bounds(plan);
    if (plan.loop != ReplayPlan::Loop::Off && (m_position >= all.to || m_position < all.from)) {
        if (const Result<void> again = seek(all.from); !again)
            return again.error();
        return moved;
    }
    if (m_hurryTo != kNoTime && m_position >= m_hurryTo)
        m_hurryTo = kNoTime;
    const bool hurries = m_hurryTo != kNoTime && plan.gaps == ReplayPlan::Gaps::Compress;
    TimeNs target = m_position + scaled(life, hurries ? std::max(m_hurry, plan.rate) : plan.rate);
    if (hurries)
        target = std::min(target, m_hurryTo);
    const Result<bool> met = playTo(std::min(target, std::max(all.to, m_position)), plan);
    if (!met)
        return met.error();
    moved.reached = *met;
    if (*met)
        return moved;
    if (plan.gaps != ReplayPlan::Gaps::Play && m_hurryTo == kNoTime) {
        const Result<TimeNs> silence = silenceUntil();
        if (!silence)
            return silence.error();
        const TimeNs end = *silence == kNoTime ? kNoTime : std::min(*silence, all.to);
        if (end != kNoTime && end > m_position && plan.gaps == ReplayPlan::Gaps::Compress) {
            m_hurryTo = end;
            m_hurry = static_cast<double>(end - m_position) / static_cast<double>(kSecond);
        } else if (end != kNoTime && end > m_position) {
            moved.skippedFrom = m_position;
            moved.skippedTo = end;
            const Result<bool> over = playTo(end, plan);
            if (!over)
                return over.error();
            moved.reached = *over;
            moved.skippedTo = m_position;
        }
    }
    moved.ended = m_position >= all.to && plan.loop == ReplayPlan::Loop::Off && !moved.reached;
    return moved;
}

/// When the silence that the cursor stands in will be over; kNoTime: it is none, or it lasts.
Result<TimeNs> ReplayCourse::silenceUntil()
{
    const std::uint64_t seq = m_player->seq();
    const TimeNs last = m_player->lastPacket() == kNoTime ? m_player->at() : m_player->lastPacket();
    if (last == kNoTime || m_position - last < kSecond)
        return kNoTime;
    if (m_askedSeq == seq && m_askedUntil != kNoTime)
        return m_askedUntil > m_position ? m_askedUntil : kNoTime;
    if (m_askedUntil != kNoTime && m_askedSeq < seq && m_position < m_askedUntil)
        return m_askedUntil;
    const Result<TimeNs> next = m_player->reader().packetAfter(seq);
    if (!next)
        return next.error();
    m_askedSeq = seq;
    m_askedUntil = *next != kNoTime && *next - last >= kGap ? *next : kNoTime;
    return m_askedUntil;
}

Result<ReplayCourse::Moved> ReplayCourse::backward(TimeNs life, const ReplayPlan& plan)
{
    Moved moved;
    const Bounds all = bounds(plan);
    if (plan.loop != ReplayPlan::Loop::Off && (m_position <= all.from || m_position > all.to)) {
        if (const Result<void> again = seek(all.to); !again)
            return again.error();
        return moved;
    }
    TimeNs target = std::max(m_position + scaled(life, plan.rate), std::min(all.from, m_position));
    if (plan.gaps != ReplayPlan::Gaps::Play) { // on the way back a gap is left out either way
        const Result<TimeNs> since = silenceSince();
        if (!since)
            return since.error();
        if (*since != kNoTime && *since < target) {
            moved.skippedFrom = m_position;
            target = std::max(*since, all.from);
            moved.skippedTo = target;
        }
    }
    if (const Result<void> there = seek(target); !there)
        return there.error();
    moved.ended = m_position <= all.from && plan.loop == ReplayPlan::Loop::Off;
    return moved;
}

/// The end of what came before the silence that the cursor stands in; kNoTime: it is none.
Result<TimeNs> ReplayCourse::silenceSince()
{
    if (m_player->lastPacket() != kNoTime && m_position - m_player->lastPacket() < kSecond)
        return kNoTime;
    const Result<TimeNs> before = m_player->reader().packetBefore(m_player->seq() + 1);
    if (!before)
        return before.error();
    return *before != kNoTime && m_position - *before >= kGap ? *before : kNoTime;
}

} // namespace gemba::twin
