// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "twin/acquisition/arrival_clock.h"
#include "twin/acquisition/telemetry_source.h"
#include "twin/model/roster.h"
#include "twin/runtime/ingest_ring.h"
#include "twin/runtime/interval_meter.h"
#include "twin/runtime/pipeline.h"
#include "twin/runtime/session_recording.h"

namespace gemba::twin {

/// The live side: takes what sources hand over, numbers it, writes it and applies it, all on one
/// ingest thread, and publishes snapshots. Nothing that looks can stop, pause or slow it: views
/// take the latest snapshot, and everything else is asked for by a queued request.
class LiveRuntime : public TelemetrySink
{
public:
    struct Options {
        std::string ringPath;     ///< always-on history file; empty: none
        SessionWriter::Ring ring;
        SessionWriter::Options recording; ///< of files made by startRecording()
        std::size_t ingestBytes = IngestRing::kDefaultCapacity;
        std::chrono::milliseconds snapshotEvery{40};
        std::string appVersion;
    };
    struct FileStatus {
        bool on = false;
        std::string path;
        TimeNs since = kNoTime;
        SessionWriter::Status writer;
        std::optional<Error> error; ///< could not be created or closed
    };
    struct Status {
        std::uint64_t handedOver = 0; ///< packets offered by the sources so far
        std::uint64_t logged = 0, dropped = 0; ///< of them, once the ingest thread has seen them
        std::size_t bytesWaiting = 0;
        FileStatus ring, recording;
    };

    [[nodiscard]] static Result<std::unique_ptr<LiveRuntime>> create(PlantPackage package,
                                                                     Options options);
    ~LiveRuntime() override; ///< stop()

    /// Called on the ingest thread; set before start().
    void onSnapshot(std::function<void()> listener) { m_snapshotListener = std::move(listener); }
    void onRebirthWanted(std::function<void(SourceId, const std::string&, const std::string&)> f)
    {
        m_rebirthListener = std::move(f);
    }

    void start();
    /// Applies what waits, closes the files, ends the thread. Sources must be stopped before.
    void stop();

    // TelemetrySink: any thread, never blocks.
    void onPacket(SourceId source, const PacketView& packet, TimeNs arrival) noexcept override;
    void onLink(SourceId source, bool up, const LinkView& link, TimeNs arrival) noexcept override;

    /// Something a person did; it becomes a record. Any thread.
    void act(const ActView& act);

    /// Who works when, from now on: an act, and a blob in every file that is written. The same again
    /// is no change. Any thread.
    void changeRoster(const Roster& roster, const std::string& actor);

    /// The recording begins with an act record of its own. Errors arrive in status(). Any thread.
    void startRecording(const std::string& path);
    /// done: after the file is closed, on a thread of its own or the ingest thread.
    void stopRecording(std::function<void(const Result<void>&)> done = {});
    /// Saves the last stretch of the ring file, up to now.
    void saveLast(TimeNs length, const std::string& path,
                  std::function<void(const Result<SessionWriter::Saved>&)> done,
                  SaveProgress progress = {});

    [[nodiscard]] SnapshotPtr snapshot() const; ///< any thread
    [[nodiscard]] Status status() const;        ///< any thread
    /// Events from a position on, oldest first; at most the last 20,000 are held. Begin with 0 and
    /// go on with next.
    struct NewEvents {
        std::vector<Event> events;
        std::uint64_t next = 0;
    };
    [[nodiscard]] NewEvents eventsFrom(std::uint64_t position) const;
    /// The clock of this log; sources stamp arrivals by it.
    [[nodiscard]] ArrivalClock& clock() { return m_clock; }
    [[nodiscard]] TimeNs startedAt() const { return m_startedAt; }
    [[nodiscard]] const PlantPackage& package() const { return m_package; }
    [[nodiscard]] const Plant& plant() const { return *m_pipeline->plant(); }

private:
    class Outputs;
    LiveRuntime(PlantPackage package, Options options, std::unique_ptr<Pipeline> pipeline);
    void run();
    void handle(Record& record);
    void logDrops(const IngestRing::Batch& batch);
    void logClockStep();
    void cut(const Record& next);
    void request(std::function<void()> f);
    void publish(bool force);
    [[nodiscard]] bool tellsAnything() const;
    void openRing();
    void logAct(const ActView& act);
    [[nodiscard]] Result<std::unique_ptr<SessionRecording>> createFile(
        const std::string& path, const SessionWriter::Options& options);
    void refreshFileStatus();

    const PlantPackage m_package;
    const Options m_options;
    ArrivalClock m_clock;
    IngestRing m_ring;
    std::thread m_thread;
    std::atomic<bool> m_stopping{false};
    bool m_started = false;
    std::function<void()> m_snapshotListener;
    std::function<void(SourceId, const std::string&, const std::string&)> m_rebirthListener;

    // Ingest thread only
    std::unique_ptr<Pipeline> m_pipeline;
    std::unique_ptr<Outputs> m_outputs;
    IntervalMeter m_meter;
    std::unique_ptr<SessionRecording> m_ringFile, m_recording;
    std::vector<std::future<void>> m_closing;
    std::optional<Blob> m_roster; ///< since it was changed: not the one of m_package
    bool m_newFile = false; ///< a file waits for its first interval
    std::uint64_t m_seq = 0;
    TimeNs m_arrival = 0;
    std::chrono::steady_clock::time_point m_published;
    std::uint64_t m_publishedSeq = 0, m_publishedEvents = 0;
    TimeNs m_publishedArrival = 0;
    TimeNs m_startedAt = kNoTime;

    mutable std::mutex m_mutex; ///< guards what follows
    std::vector<std::function<void()>> m_requests;
    SnapshotPtr m_snapshot;
    Status m_status;
    std::vector<Event> m_events;
    std::uint64_t m_eventsForgotten = 0;
};

} // namespace gemba::twin
