// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <vector>

#include "app/gemba-plant/broker_link.h"
#include "app/gemba-plant/ledger.h"
#include "app/gemba-plant/playlist.h"
#include "app/gemba-plant/transport_faults.h"
#include "app/gemba-plant/wake_up.h"
#include "twin/acquisition/broker.h"

namespace gemba::plant {

/// Plays a playlist in real time over one connection per node until it ends or a signal comes, then
/// takes its leave. Row k is said at start + k * period / speed and carries that time.
class Player
{
public:
    struct Options
    {
        double speed = 1.0;                 ///< > 0; 1: one row per second
        twin::TimeNs start = twin::kNoTime; ///< source time of the first row; none: now
        twin::TimeNs wait = 0;    ///< how long to try before a first connection is given up
        bool waitForHost = false; ///< no birth before a Sparkplug host is there, or wait is over
        FaultPlan faults;
        std::uint64_t seed = 1;
    };
    static constexpr twin::TimeNs kPeriod = twin::kSecond;

    Player(Playlist playlist, Options options, Ledger ledger, WakeUp& wakeUp);
    ~Player();

    void addNode(std::unique_ptr<NodeSpeaker> speaker, twin::Broker broker);

    /// What to tell a person who watches: called once per row and when a connection comes or goes.
    std::function<void(const Frame&, const Ledger::Counts&)> onRow;
    /// why: what broke, or nullptr where a connection was made or ended in good order.
    std::function<void(const std::string& clientId, bool up, const twin::Error* why)> onLink;

    /// Error: the broker could not be reached within Options::wait.
    [[nodiscard]] twin::Result<void> play();
    [[nodiscard]] const Ledger::Counts& counts() const { return m_ledger.counts; }

private:
    struct Node
    {
        Node(std::unique_ptr<NodeSpeaker> speaker_, std::unique_ptr<BrokerLink> link_,
             FaultyRoad road_)
            : speaker(std::move(speaker_)), link(std::move(link_)), road(std::move(road_))
        {
        }
        std::unique_ptr<NodeSpeaker> speaker;
        std::unique_ptr<BrokerLink> link;
        FaultyRoad road;
        bool up = false; ///< connected
        /// Connecting or dying; until it is done only its thread touches the link.
        std::future<twin::Result<void>> attempt;
        bool dying = false; ///< what the attempt is
        twin::TimeNs retryAt = twin::kNoTime;
        twin::TimeNs pause = 0;             ///< between two tries
        std::optional<twin::Error> problem; ///< of the last try
    };
    [[nodiscard]] twin::TimeNs now() const; ///< by the plant's own clock
    [[nodiscard]] twin::TimeNs dueTime(std::uint64_t row) const;
    [[nodiscard]] twin::TimeNs nextTime(twin::TimeNs nextRow) const;
    [[nodiscard]] twin::TimeNs sourceTime(twin::TimeNs t) const
    {
        return t + m_options.faults.skew;
    }
    void startClock();
    [[nodiscard]] twin::Result<void> connectAll();
    void tend(Node& node);
    void noticeLoss(Node& node);
    void beginAttempt(Node& node);
    void finishAttempt(Node& node);
    void giveBirth(Node& node);
    void answer(Node& node);
    void sayRow(const Frame& frame);
    void sayRow(Node& node);
    void die(Node& node);
    void send(Node& node, const std::vector<Message>& messages);
    void leaveAll();
    void tell(const Node& node, const twin::Error* why) const;

    Playlist m_playlist;
    Options m_options;
    Ledger m_ledger;
    WakeUp& m_wakeUp;
    std::vector<std::unique_ptr<Node>> m_nodes;
    Frame m_frame; ///< the last row said
    twin::TimeNs m_frameTime = 0;
    std::chrono::steady_clock::time_point m_anchor;
    twin::TimeNs m_start = 0;
    bool m_playing = false; ///< all nodes have been up once and are born
    bool m_hostSeen = false;
};

} // namespace gemba::plant
