// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gemba-plant/player.h"

#include <algorithm>
#include <utility>

namespace gemba::plant {

using twin::kNoTime;
using twin::kSecond;
using twin::Result;
using twin::TimeNs;

namespace {

constexpr TimeNs kFirstPause = kSecond / 4, kLongestPause = 5 * kSecond;
constexpr TimeNs kPoll = kSecond / 50; ///< how often a running attempt is looked at

TimeNs wallClock()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace

Player::Player(Playlist playlist, Options options, Ledger ledger, WakeUp& wakeUp)
    : m_playlist(std::move(playlist)), m_options(options), m_ledger(std::move(ledger)),
      m_wakeUp(wakeUp), m_frame(m_playlist.beginning())
{
}

Player::~Player() = default;

void Player::addNode(std::unique_ptr<NodeSpeaker> speaker, twin::Broker broker)
{
    const std::uint64_t seed = m_options.seed + m_nodes.size(); // each node its own faults
    m_nodes.push_back(std::make_unique<Node>(
        std::move(speaker),
        std::make_unique<BrokerLink>(std::move(broker), [this] { m_wakeUp.wake(); }),
        FaultyRoad(m_options.faults, seed)));
}

/// The wall clock at the start, then the monotonic one: nobody's clock setting makes a plant jump.
TimeNs Player::now() const
{
    return m_start + std::chrono::nanoseconds(std::chrono::steady_clock::now() - m_anchor).count();
}

TimeNs Player::dueTime(std::uint64_t row) const
{
    const double periods = static_cast<double>(row) / m_options.speed;
    return m_start + static_cast<TimeNs>(periods * static_cast<double>(kPeriod));
}

void Player::tell(const Node& node, const twin::Error* why) const
{
    if (onLink)
        onLink(node.link->clientId(), node.up, why);
}

/// A plant that is not there yet is no plant: the first row waits for all connections.
Result<void> Player::connectAll()
{
    const auto patienceIsOver = [this] { return now() >= m_start + m_options.wait; };
    for (bool ready = false; !ready && !m_wakeUp.interrupted();) {
        ready = !m_options.waitForHost || m_hostSeen || patienceIsOver();
        for (const auto& node : m_nodes) {
            tend(*node);
            if (node->problem && patienceIsOver())
                return *node->problem;
            ready = ready && node->up;
        }
        if (!ready)
            m_wakeUp.wait(std::chrono::nanoseconds(kPoll));
    }
    for (const auto& node : m_nodes)
        giveBirth(*node);
    m_playing = true;
    return {};
}

void Player::tend(Node& node)
{
    noticeLoss(node);
    if (node.attempt.valid() &&
        node.attempt.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
        finishAttempt(node);
    if (!node.up && !node.attempt.valid() && now() >= node.retryAt)
        beginAttempt(node);
    answer(node);
}

void Player::noticeLoss(Node& node)
{
    if (!node.up || node.link->connected())
        return;
    node.up = false;
    for (const Message& lost : node.road.cut())
        m_ledger.note(lost, Fate::Offline);
    node.pause = 0;
    const twin::Error why{
        twin::ErrorCode::BrokerLost, {node.link->address(), std::string("connection closed")}, {}};
    tell(node, &why);
}

void Player::beginAttempt(Node& node)
{
    std::vector<std::string> topics;
    if (!node.speaker->commandTopic().empty())
        topics.push_back(node.speaker->commandTopic());
    if (m_options.waitForHost && !m_playing)
        topics.push_back(kHostStateTopic);
    node.attempt =
        std::async(std::launch::async,
                   [link = node.link.get(), will = node.speaker->connecting(sourceTime(now())),
                    topics] { return link->connect(will, topics); });
}

void Player::finishAttempt(Node& node)
{
    const Result<void> r = node.attempt.get();
    if (std::exchange(node.dying, false))
        return;
    if (!r) {
        node.problem = r.error();
        node.pause = std::clamp(2 * node.pause, kFirstPause, kLongestPause);
        node.retryAt = now() + node.pause;
        if (m_playing || now() < m_start + m_options.wait)
            tell(node, &r.error());
        return;
    }
    node.problem.reset();
    node.up = true;
    tell(node, nullptr);
    if (m_playing)
        giveBirth(node);
}

void Player::giveBirth(Node& node)
{
    const std::vector<Message> births = node.speaker->births(m_frame, sourceTime(m_frameTime));
    for (const Message& m : births)
        m_ledger.note(m, Fate::Sent);
    send(node, births);
}

void Player::answer(Node& node)
{
    bool rebirth = false;
    for (const BrokerLink::Heard& heard : node.link->takeHeard()) {
        m_hostSeen = m_hostSeen || saysHostIsOnline(heard.topic, heard.payload);
        rebirth = rebirth || (heard.topic == node.speaker->commandTopic() &&
                              node.speaker->asksForRebirth(heard.payload));
    }
    m_hostSeen = m_hostSeen || rebirth;
    if (!rebirth || !node.up || !m_playing)
        return;
    for (Message& m : node.speaker->births(m_frame, sourceTime(m_frameTime))) {
        m_ledger.note(m, Fate::Sent);
        node.road.submit(std::move(m), now());
    }
}

void Player::die(Node& node)
{
    for (const Message& lost : node.road.cut())
        m_ledger.note(lost, Fate::Offline);
    node.up = false;
    node.dying = true;
    node.pause = 0;
    node.retryAt = now() + m_options.faults.deathFor;
    node.attempt = std::async(std::launch::async, [link = node.link.get()] {
        link->kill();
        return Result<void>();
    });
    const twin::Error why{twin::ErrorCode::BrokerLost,
                          {node.link->address(), std::string("death was asked for")},
                          {}};
    tell(node, &why);
}

void Player::sayRow(const Frame& frame)
{
    m_frame = frame;
    m_frameTime = dueTime(frame.number);
    for (const auto& node : m_nodes)
        sayRow(*node);
    ++m_ledger.counts.rows;
    m_ledger.flush();
}

void Player::sayRow(Node& node)
{
    const bool dies = node.road.diesNow(); // drawn once per row, up or not
    if (dies && node.up)
        die(node);
    node.road.maybeStall(now());
    for (Message& m : node.speaker->row(m_frame, sourceTime(m_frameTime), node.up)) {
        if (!node.up) {
            m_ledger.note(m, Fate::Offline);
            continue;
        }
        Message copy = m;
        m_ledger.note(copy, node.road.submit(std::move(m), now()));
    }
}

void Player::send(Node& node, const std::vector<Message>& messages)
{
    for (const Message& m : messages) {
        if (node.link->publish(m))
            ++m_ledger.counts.messages;
        else
            m_ledger.note(m, Fate::Offline);
    }
}

void Player::startClock()
{
    m_start = m_options.start == kNoTime ? wallClock() : m_options.start;
    m_anchor = std::chrono::steady_clock::now();
}

Result<void> Player::play()
{
    startClock();
    m_frameTime = m_start;
    if (const Result<void> r = connectAll(); !r)
        return r;
    startClock();
    std::optional<Frame> next = m_playlist.next();
    while (next && !m_wakeUp.interrupted()) {
        for (const auto& node : m_nodes)
            tend(*node);
        const bool rowIsDue = now() >= dueTime(next->number);
        if (rowIsDue) {
            sayRow(*next);
            next = m_playlist.next();
        }
        for (const auto& node : m_nodes) {
            if (!node->up)
                continue;
            send(*node, node->road.due(now()));
            node->link->drain();
        }
        if (rowIsDue && onRow)
            onRow(m_frame, m_ledger.counts);
        if (next)
            m_wakeUp.wait(std::chrono::nanoseconds(nextTime(dueTime(next->number)) - now()));
    }
    leaveAll();
    return {};
}

/// When something has to be done: the next row, a delayed message or another try to connect.
TimeNs Player::nextTime(TimeNs nextRow) const
{
    TimeNs until = nextRow;
    for (const auto& node : m_nodes) {
        if (node->attempt.valid())
            until = std::min(until, now() + kPoll);
        else if (!node->up)
            until = std::min(until, node->retryAt);
        if (const TimeNs due = node->road.nextDue(); due != kNoTime)
            until = std::min(until, due);
    }
    return until;
}

void Player::leaveAll()
{
    for (const auto& node : m_nodes) {
        if (node->attempt.valid())
            node->attempt.wait();
        if (!node->up)
            continue;
        send(*node, node->road.flush());
        const std::vector<Message> farewell = node->speaker->farewell(sourceTime(now()));
        for (const Message& m : farewell)
            m_ledger.note(m, Fate::Sent);
        send(*node, farewell);
        node->link->leave();
        node->up = false;
        tell(*node, nullptr);
    }
    m_ledger.flush();
}

} // namespace gemba::plant
