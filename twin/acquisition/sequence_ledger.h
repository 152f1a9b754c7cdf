// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "twin/model/bytes.h"

namespace gemba::twin {

/// What one number told about the numbers before it.
struct SequenceStep {
    std::uint64_t lost = 0;  ///< numbers jumped over just now
    bool recovered = false;  ///< this one had been counted as lost: it came late
    bool duplicate = false;  ///< this one had been seen
    bool restarted = false;  ///< the source counts anew; what was lost in between cannot be seen
    bool operator==(const SequenceStep&) const = default;
};

/// Exact account of what one source lost, by the 64-bit counter it sends. One thread; no clock.
/// A number behind the expected one fills a hole if it was missing (the last 32 holes are known),
/// is a restart if it is 0 or 1 and more than 8 behind or if it is more than 1024 behind, and is a
/// duplicate otherwise. A jump of more than 10^9 forward is a restart too.
class SequenceLedger
{
public:
    SequenceStep observe(std::uint64_t number);
    /// For a number in a birth, which repeats the last one sent: that is no duplicate, and a lower
    /// one is a restart.
    SequenceStep observeBirth(std::uint64_t number);

    /// Canonical: the same account always gives the same bytes. Whoever loads checks the reader.
    void save(ByteWriter& out) const;
    void load(ByteReader& in);

private:
    struct Hole {
        std::uint64_t from = 0, to = 0; ///< half open
    };
    SequenceStep begin(std::uint64_t number, bool restarted);
    SequenceStep advance(std::uint64_t number);
    bool fill(std::uint64_t number);
    bool m_begun = false;
    std::uint64_t m_next = 0;
    std::vector<Hole> m_holes; ///< ascending
};

} // namespace gemba::twin
