// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <random>
#include <string_view>
#include <vector>

#include "app/gemba-plant/node_speaker.h"
#include "twin/model/result.h"

namespace gemba::plant {

/// What goes wrong between plant and broker. Probabilities 0..1; births and deaths are spared.
struct FaultPlan
{
    // Per data message
    double drop = 0.0;      ///< is lost
    double duplicate = 0.0; ///< is sent twice
    double delay = 0.0;     ///< is sent delayBy later, after those behind it
    double reorder = 0.0;   ///< changes places with the next one
    // Per row
    double stall = 0.0; ///< nothing is sent for stallFor, then everything at once
    double death = 0.0; ///< the connection breaks without a word and comes back after deathFor
    twin::TimeNs delayBy = 2 * twin::kSecond;
    twin::TimeNs stallFor = 5 * twin::kSecond;
    twin::TimeNs deathFor = 3 * twin::kSecond;
    twin::TimeNs skew = 0; ///< the plant's clock goes ahead by this; negative: behind
};

/// Reads "drop=0.01,delay=0.1:500ms,skew=-2s": name=probability, with ":how long" for delay, stall
/// and death; skew takes a length of time. Error ArgumentInvalid.
[[nodiscard]] twin::Result<FaultPlan> parseFaults(std::string_view text);

/// What became of a message that the plant meant to send.
enum class Fate : std::uint8_t { Sent, Dropped, Duplicated, Delayed, Reordered, Offline };
[[nodiscard]] std::string_view nameOf(Fate fate);

/// The road from plant to broker, with its faults. Same seed, same messages, same times: same
/// faults. No I/O, no clock; one thread.
class FaultyRoad
{
public:
    FaultyRoad(FaultPlan plan, std::uint64_t seed);

    /// What happens to a row as a whole; ask once per row, before its messages.
    [[nodiscard]] bool diesNow();
    void maybeStall(twin::TimeNs now);

    /// Takes a message; it becomes due at once or later. The fate is for the ledger: a stalled
    /// message counts as sent.
    Fate submit(Message message, twin::TimeNs now);
    /// The messages that are due, in the order they are to be sent.
    [[nodiscard]] std::vector<Message> due(twin::TimeNs now);
    /// Everything still on the road: at the end of a run.
    [[nodiscard]] std::vector<Message> flush();
    /// What was on the road when the connection broke is gone.
    [[nodiscard]] std::vector<Message> cut();
    [[nodiscard]] twin::TimeNs nextDue() const; ///< kNoTime: nothing is on the road

private:
    [[nodiscard]] bool happens(double probability);
    void enqueue(Message message, twin::TimeNs at);

    FaultPlan m_plan;
    std::mt19937_64 m_random;
    std::multimap<twin::TimeNs, Message> m_road; ///< equal times keep their order
    std::vector<Message> m_heldBack;             ///< to be sent after the next one
    twin::TimeNs m_stalledUntil = twin::kNoTime;
};

} // namespace gemba::plant
