// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the live side: the always-on ring, recordings, and where they are cut.
#include "twin/runtime/live_runtime.h"

#include "twin/model/roster_change.h"
#include "twin/model/roster_json.h"
#include "twin/runtime/fingerprint.h"

namespace gemba::twin {
namespace {

PlantPackage withRoster(PlantPackage package, const Blob& roster)
{
    std::erase_if(package.blobs, [](const Blob& b) { return b.kind == "roster"; });
    package.blobs.push_back(roster);
    return package;
}

} // namespace

void LiveRuntime::changeRoster(const Roster& roster, const std::string& actor)
{
    Bytes bytes = writeRoster(roster.shiftsOnly());
    std::string hash = sha256Hex(bytes);
    request([this, actor, bytes = std::move(bytes), hash = std::move(hash)] {
        const Blob* before = m_roster ? &*m_roster : m_package.find("roster");
        if (before && before->sha256 == hash)
            return;
        // A name of its own: the same roster may come back later.
        m_roster = Blob{"roster", "roster-" + std::to_string(m_seq + 1) + ".json", hash, bytes};
        for (SessionRecording* file : {m_ringFile.get(), m_recording.get()}) {
            if (file)
                file->writer().putBlob(*m_roster);
        }
        logAct({actor, kRosterVerb, "", m_roster->name});
    });
}

void LiveRuntime::openRing()
{
    if (m_options.ringPath.empty())
        return;
    SessionWriter::Options options;
    options.ring = m_options.ring;
    auto file = createFile(m_options.ringPath, options);
    const std::lock_guard lock(m_mutex);
    m_status.ring.path = m_options.ringPath;
    m_status.ring.since = m_startedAt;
    if (!file) {
        m_status.ring.error = file.error();
        return;
    }
    m_ringFile = std::move(*file);
    m_status.ring.on = true;
    m_newFile = true;
}

Result<std::unique_ptr<SessionRecording>> LiveRuntime::createFile(
    const std::string& path, const SessionWriter::Options& options)
{
    const Plant& plant = *m_pipeline->plant();
    const SessionFacts facts{plant.id, plant.site.in("en"), m_options.appVersion, fingerprint(),
                             m_clock.now()};
    auto writer = m_roster ? SessionWriter::create(path, withRoster(m_package, *m_roster), facts, options)
                           : SessionWriter::create(path, m_package, facts, options);
    if (!writer)
        return writer.error();
    return std::make_unique<SessionRecording>(path, std::move(*writer));
}

void LiveRuntime::startRecording(const std::string& path)
{
    request([this, path] {
        auto file = m_recording ? Result<std::unique_ptr<SessionRecording>>(Error{
                                      ErrorCode::FileNotWritable, {m_recording->path()}, {}})
                                : createFile(path, m_options.recording);
        {
            const std::lock_guard lock(m_mutex);
            FileStatus& status = m_status.recording;
            if (!file) {
                status.error = file.error();
                return;
            }
            status = {};
            status.on = true;
            status.path = path;
            status.since = m_arrival;
        }
        m_recording = std::move(*file);
        m_newFile = true;
        logAct({"", kRecordStart, "", ""});
    });
}

void LiveRuntime::stopRecording(std::function<void(const Result<void>&)> done)
{
    request([this, done = std::move(done)] {
        if (!m_recording) {
            if (done)
                done({});
            return;
        }
        logAct({"", kRecordStop, "", ""});
        // An interval ends for both files at once: the digest is the pipeline's.
        const Sha256 digest = m_pipeline->takeIntervalDigest();
        if (m_ringFile) {
            m_ringFile->endInterval(digest);
            m_newFile = true;
        }
        // Closing waits for the disk; the ingest thread must not.
        std::shared_ptr<SessionRecording> file = std::move(m_recording);
        m_closing.push_back(std::async(std::launch::async, [this, file, digest, done] {
            const Result<void> closed = file->close(digest);
            {
                const std::lock_guard lock(m_mutex);
                FileStatus& status = m_status.recording;
                if (status.path == file->path()) { // the next recording may have begun meanwhile
                    status.on = false;
                    status.writer = file->writer().status();
                    if (!closed)
                        status.error = closed.error();
                }
            }
            if (done)
                done(closed);
        }));
    });
}

void LiveRuntime::saveLast(TimeNs length, const std::string& path,
                           std::function<void(const Result<SessionWriter::Saved>&)> done,
                           SaveProgress progress)
{
    request([this, length, path, done = std::move(done), progress = std::move(progress)] {
        if (!m_ringFile) {
            done(Error{ErrorCode::SessionEmpty, {}, {}});
            return;
        }
        // Ends the interval, so that what happened up to now is in the copy.
        logAct({"", kRecordStart, "save-last", ""});
        m_ringFile->writer().saveLast(length, path, done, progress);
    });
}

void LiveRuntime::cut(const Record& next)
{
    const Sha256 digest = m_pipeline->takeIntervalDigest();
    m_meter.begin(next.arrival);
    m_newFile = false;
    if (!m_ringFile && !m_recording)
        return;
    const PipelineState state = m_pipeline->state();
    if (m_ringFile)
        m_ringFile->cut(digest, state, m_pipeline->derivedHash(), next);
    if (m_recording)
        m_recording->cut(digest, state, m_pipeline->derivedHash(), next);
}

void LiveRuntime::refreshFileStatus()
{
    std::uint64_t logged = 0;
    std::uint64_t dropped = 0;
    const std::lock_guard lock(m_mutex);
    for (const SourceState& s : m_snapshot->sources) {
        logged += s.counters.logged;
        dropped += s.counters.dropped;
    }
    m_status.logged = logged;
    m_status.dropped = dropped;
    if (m_ringFile)
        m_status.ring.writer = m_ringFile->writer().status();
    if (m_recording)
        m_status.recording.writer = m_recording->writer().status();
}

} // namespace gemba::twin
