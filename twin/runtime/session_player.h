// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "twin/runtime/pipeline.h"
#include "twin/store/session_reader.h"

namespace gemba::twin {

/// Pulls the records of a session through a pipeline of its own: every view but the live one, and
/// everything headless. No ring, no drops; at any speed the same outputs. One thread.
class SessionPlayer
{
public:
    struct Options {
        /// Take up each stored keyframe on the way instead of carrying the state on. The outputs
        /// must be the same either way; replay checks that they are.
        bool takeKeyframes = false;
        /// Models that replace those of the session, by blob name: what if.
        std::vector<Blob> otherModels;
    };
    /// One interval whose records were all applied here, from its keyframe or its first record on.
    struct Interval {
        std::uint64_t index = 0;
        TimeNs from = 0;
        Sha256 computed{};
        std::optional<IntervalDigest> stored;
        [[nodiscard]] bool differs() const { return stored && *stored != computed; }
    };

    [[nodiscard]] static Result<std::unique_ptr<SessionPlayer>> open(const std::string& path,
                                                                     SessionReader::OpenMode mode,
                                                                     Options options);
    [[nodiscard]] static Result<std::unique_ptr<SessionPlayer>> open(const std::string& path,
                                                                     SessionReader::OpenMode mode);

    /// State after all records with arrival <= t. Before the first record: nothing, snapshot() is
    /// null. Outputs of the records run through on the way go nowhere.
    [[nodiscard]] Result<void> seek(TimeNs t);
    /// Applies every record with arrival <= t, from where it stands.
    [[nodiscard]] Result<void> playTo(TimeNs t, PipelineOutput& output);
    /// The same, but ends earlier once the output has asked for it: behind the last record that
    /// arrived at that instant, so that this is a state which seek() gives too. True: it asked.
    [[nodiscard]] Result<bool> playTo(TimeNs t, PipelineOutput& output,
                                      const std::function<bool()>& wanted);
    /// Applies one record. False: no more for now.
    [[nodiscard]] Result<bool> step(PipelineOutput& output);
    /// Arrival of the record that step() would apply; kNoTime at the end.
    [[nodiscard]] Result<TimeNs> nextArrival();

    [[nodiscard]] TimeNs at() const { return m_at; } ///< of the last record applied; kNoTime: none
    [[nodiscard]] std::uint64_t seq() const { return m_lastSeq; } ///< last record applied or passed
    [[nodiscard]] TimeNs lastPacket() const { return m_lastPacket; } ///< since the last seek; kNoTime
    [[nodiscard]] SnapshotPtr snapshot(std::uint64_t epoch) const;
    /// Arrival of the first record behind the last keyframe that is strictly before t; kNoTime.
    [[nodiscard]] TimeNs keyframeBefore(TimeNs t) const;
    [[nodiscard]] const Pipeline& pipeline() const { return *m_pipeline; }
    [[nodiscard]] SessionReader& reader() { return *m_reader; }
    [[nodiscard]] const PlantPackage& package() const { return m_package; } ///< of the session

    /// Ends the interval it is in (at the end of the log) and gives all that were run whole since
    /// opening or the last call.
    [[nodiscard]] std::vector<Interval> takeIntervals(bool endOfLog);
    /// Damaged segments met on the way; what they held is missing.
    [[nodiscard]] const std::vector<Error>& problems() const { return m_problems; }

private:
    SessionPlayer() = default;
    Result<bool> fetch();
    Result<void> enterIntervals(std::uint64_t seq);
    [[nodiscard]] const IntervalInfo* keyframeAt(TimeNs t) const; ///< the last one up to t
    Result<void> readIntervals();
    Result<void> readNewIntervals();
    void leaveInterval();
    Result<void> restoreKeyframe(std::uint64_t interval);
    Result<void> takeUp(const IntervalInfo& interval);
    Result<void> restart();

    std::unique_ptr<SessionReader> m_reader;
    PlantPackage m_package;
    std::unique_ptr<Pipeline> m_pipeline;
    std::optional<LogCursor> m_cursor;
    Options m_options;
    std::vector<IntervalInfo> m_intervals;
    std::size_t m_nextInterval = 0;  ///< position of the first interval not entered yet
    std::uint64_t m_knownSeq = 0;    ///< m_intervals is complete up to this record
    bool m_whole = false;            ///< the present interval was run from its start
    bool m_torn = false;             ///< records are missing: take up the next keyframe
    std::uint64_t m_lastSeq = 0;
    Record m_next;
    bool m_hasNext = false;
    TimeNs m_at = kNoTime;
    TimeNs m_lastPacket = kNoTime;
    std::vector<Interval> m_done;
    std::vector<Error> m_problems;
};

} // namespace gemba::twin
