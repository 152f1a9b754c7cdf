// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "twin/model/bytes.h"
#include "twin/model/result.h"

namespace gemba::twin {

/// What one number told about the numbers before it.
struct SequenceStep {
    std::uint64_t lost = 0;  ///< numbers jumped over just now
    bool recovered = false;  ///< this one had been counted as lost: it came late
    bool duplicate = false;  ///< this one had been seen
    bool restarted = false;  ///< the source counts anew; what was lost in between cannot be seen
    bool operator==(const SequenceStep&) const = default;
};

/// Exact account of what sources lost, by the 64-bit counters they send. One thread; no clock.
/// A number behind the expected one fills a hole if it was missing (the last 32 holes are known),
/// is a restart if it is 0 or 1 and more than 8 behind or if it is more than 1024 behind, and is a
/// duplicate otherwise. A jump of more than 10^9 forward is a restart too.
class SequenceLedger
{
public:
    SequenceStep observe(std::uint32_t key, std::uint64_t number);
    /// For a number in a birth, which repeats the last one sent: that is no duplicate, and a lower
    /// one is a restart.
    SequenceStep observeBirth(std::uint32_t key, std::uint64_t number);

    /// Canonical: the same account always gives the same bytes.
    void save(ByteWriter& out) const;
    [[nodiscard]] Result<void> load(ByteReader& in);

private:
    struct Hole {
        std::uint64_t from = 0, to = 0; ///< half open
    };
    struct Account {
        std::uint64_t next = 0;
        std::vector<Hole> holes; ///< ascending
    };
    static SequenceStep advance(Account& account, std::uint64_t number);
    static SequenceStep restart(Account& account, std::uint64_t number);
    static bool fill(Account& account, std::uint64_t number);
    std::map<std::uint32_t, Account> m_accounts;
};

} // namespace gemba::twin
