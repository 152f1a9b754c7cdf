// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace gemba::twin::testing {

/// What the recording child has done, in memory that outlives it.
struct ChildLedger {
    std::atomic<std::uint64_t> handedSeq{0};    ///< last record given to the writer
    std::atomic<std::int64_t> handedArrival{0};
    std::atomic<std::uint64_t> committedSeq{0}; ///< as the writer's status said
    std::atomic<std::uint64_t> safeAct{0};      ///< last act that was said to be committed
};

} // namespace gemba::twin::testing
