// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "twin/model/bytes.h"
#include "twin/model/error.h"
#include "twin/model/time.h"

namespace gemba::twin {

/// SHA-256 of the outputs of one keyframe interval, or of a whole session: then over the digests
/// of its intervals, one after the other in their order, nothing between them.
using IntervalDigest = std::array<std::uint8_t, 32>;

/// What a session says about its own making. No secrets: the file is meant to be passed on.
struct SessionFacts {
    std::string plantId, plantName;
    std::string appVersion;
    std::string fingerprint; ///< what an exact replay depends on besides the log
    TimeNs startedAt = kNoTime;
};

/// A keyframe interval begins before the record firstSeq is applied; the two keyframe parts are
/// the pipeline's state at that point; without an acquisition part there is no keyframe. The writer
/// may thin keyframes out (never that of a file's first interval); the interval itself stays.
struct IntervalStart {
    std::uint64_t index = 0; ///< counts up by one; a file may start at any index
    std::uint64_t firstSeq = 0;
    TimeNs arrival = 0;      ///< log time of the record firstSeq
    Bytes acquisition;
    Bytes derived;
    std::string derivedHash; ///< of plant, models and code the derived part is bound to
};

struct IntervalEnd {
    std::uint64_t index = 0;
    IntervalDigest digest{};
    std::uint64_t records = 0; ///< applied in it, whether they could be written or not
    std::uint64_t lastSeq = 0;
    TimeNs lastArrival = 0;
};

/// An interval as the file has it.
struct IntervalInfo {
    std::uint64_t index = 0;
    std::uint64_t firstSeq = 0, lastSeq = 0; ///< lastSeq 0: not ended
    TimeNs firstArrival = 0, lastArrival = 0;
    std::uint64_t records = 0;
    std::optional<IntervalDigest> digest; ///< none: not ended, or void because records are missing
    bool ended = false;
    bool keyframe = false; ///< a keyframe stands at its start
};

/// Where records are missing from the log, exactly.
struct GapInfo {
    std::uint64_t interval = 0;
    std::uint64_t firstSeq = 0, lastSeq = 0;
    TimeNs from = 0, to = 0; ///< arrival of the first and the last missing record
    std::uint64_t records = 0, bytes = 0;
};

struct Keyframe {
    std::uint64_t interval = 0, firstSeq = 0;
    TimeNs arrival = 0;
    Bytes acquisition, derived;
    std::string derivedHash;
};

struct SessionInfo {
    SessionFacts facts;
    TimeNs from = kNoTime, to = kNoTime; ///< arrival of the first and the last record
    std::uint64_t sources = 0;  ///< links that ever spoke
    std::uint64_t metrics = 0;  ///< tags with at least one sample
    std::uint64_t samples = 0, records = 0, packets = 0;
    std::uint64_t gaps = 0;     ///< sequence gaps noticed in the data, and unrecorded stretches
    std::uint64_t dropped = 0;  ///< messages dropped before they could be logged
    std::uint64_t rejected = 0; ///< packets logged, but not understood
    std::uint64_t events = 0;
    std::uint64_t unrecorded = 0; ///< records logged, but not written
    std::uint64_t fileBytes = 0;
    std::vector<std::string> models; ///< SHA-256 of each model, lower-case hex
    bool complete = false; ///< closed in order, and every record is in it
    std::string digest;    ///< hex; empty where there is none
    std::vector<Error> problems; ///< what is wrong with the file, worst first; usually empty
};

} // namespace gemba::twin
