// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "packaging/bench/made_up_plant.h"
#include "twin/model/time.h"

namespace gemba::bench {

struct MadeUpSession {
    std::uint64_t records = 0;
    std::uint64_t packetBytes = 0; ///< topics and payloads
    twin::TimeNs from = 0, to = 0;
};

/// Records the made-up plant as the live runtime does, one value a second of every tag, for so many
/// seconds of log time, as fast as the writer takes it.
[[nodiscard]] twin::Result<MadeUpSession> recordSession(const PlantShape& shape, std::uint64_t seconds,
                                                        const std::string& path);

} // namespace gemba::bench
