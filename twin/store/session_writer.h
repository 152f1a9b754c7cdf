// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "twin/model/assessment.h"
#include "twin/model/event.h"
#include "twin/model/package.h"
#include "twin/model/record.h"
#include "twin/model/sample.h"
#include "twin/store/session_types.h"

namespace gemba::twin {

/// Told the share that is done, 0 .. 1; answers whether to go on. On the thread that saves.
using SaveProgress = std::function<bool(double)>;

/// Writes one session file (*.gmb) on a thread of its own. What is handed over is copied into a
/// bounded queue under a short lock; no call but close(), waitCommitted() and the destructor ever
/// waits. Where the disk cannot keep up or fails, the queue fills; from then on records are
/// counted instead of kept, and a gap with exact counts and times takes their place once there is
/// room again (law 3). Nothing that was queued is lost while the process lives: a commit that
/// fails is tried again.
///
/// Calls come from one thread (the ingest thread), in log order; status() from any.
class SessionWriter
{
public:
    /// A file that forgets its oldest intervals: always-on history.
    struct Ring {
        TimeNs duration = 30 * kMinute;
        std::uint64_t maxBytes = std::uint64_t{2} << 30; ///< of the file, roughly
    };
    struct Options {
        std::size_t queueBytes = std::size_t{64} << 20;
        std::chrono::milliseconds commitEvery{250};
        std::optional<Ring> ring;
        std::uint64_t maxFileBytes = 0; ///< 0: no limit of our own; reached: like a full disk
    };
    struct Status {
        std::uint64_t fileBytes = 0;  ///< on disk, the write-ahead log included
        std::uint64_t queuedBytes = 0;
        std::uint64_t unrecorded = 0; ///< records that will be missing from the file
        std::uint64_t lostRows = 0;   ///< samples and events that found no room; see checkSession
        std::uint64_t committedSeq = 0; ///< the last record that is safe against kill -9
        std::optional<Error> error;   ///< set while the last commit failed
        std::chrono::steady_clock::time_point lastCommit; ///< last one that succeeded
        bool recording = true;        ///< false after close()
    };
    struct Saved {
        std::string path;
        std::uint64_t intervals = 0, records = 0;
        TimeNs from = kNoTime, to = kNoTime;
    };

    /// Creates the file (an existing one is replaced) with the package's blobs in it. Errors:
    /// FileNotWritable, StoreFailed.
    static Result<std::unique_ptr<SessionWriter>> create(const std::string& path,
                                                         const PlantPackage& package,
                                                         const SessionFacts& facts,
                                                         const Options& options);
    static Result<std::unique_ptr<SessionWriter>> create(const std::string& path,
                                                         const PlantPackage& package,
                                                         const SessionFacts& facts);
    /// Without close(): writes what is queued, and the file says that it was not closed.
    ~SessionWriter();

    void beginInterval(const IntervalStart& start); ///< before the first record, and at each cut
    void append(const Record& record); ///< RecordKind::Act is committed at once
    void appendSample(const Sample& sample);
    void appendCondition(AssetId asset, TimeNs at, MilliPoints score);
    void appendEvent(const Event& event);
    void endInterval(const IntervalEnd& end);
    void putBlob(const Blob& blob); ///< a later version of a model or plant; before its record

    /// Writes everything out and leaves one file. digest: over all intervals of this file; none:
    /// not known. Afterwards every other call is ignored. Errors: StoreFailed; the file then holds
    /// what was committed, and says it was not closed.
    Result<void> close(const std::optional<IntervalDigest>& digest);

    [[nodiscard]] Status status() const;
    /// Waits until the record is committed; false after the time is over. Not for the ingest thread.
    bool waitCommitted(std::uint64_t seq, std::chrono::milliseconds timeout);

    /// Copies the intervals from the keyframe at or before now - length up to the last one ended
    /// into a session of its own, while recording goes on; end an interval just before to have
    /// everything up to now. The target appears when it is complete. done runs on a thread of
    /// the writer's, exactly once. Errors: SessionEmpty, FileNotWritable, StoreFailed; the latter
    /// also where `progress` said no.
    void saveLast(TimeNs length, const std::string& targetPath,
                  std::function<void(const Result<Saved>&)> done, SaveProgress progress = {});

private:
    struct Private;
    explicit SessionWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace gemba::twin
