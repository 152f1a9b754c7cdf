// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/store/session_writer.h"

#include <thread>

#include "twin/store/session_copy.h"
#include "twin/store/session_schema.h"
#include "twin/store/session_sink.h"

namespace gemba::twin {

struct SessionWriter::Private {
    Private(std::string p, const Options& o) : path(std::move(p)), options(o), queue(o.queueBytes) {}

    void run();
    bool write(WriterBatch& batch);
    Result<void> finish(bool inOrder, const std::optional<IntervalDigest>& digest);
    void report(const std::optional<Error>& error, const WriterBatch* committed);

    const std::string path;
    const Options options;
    WriterQueue queue;
    std::unique_ptr<SessionSink> sink; ///< the writer thread's, until it is joined
    std::thread thread;
    std::vector<std::thread> savers;

    mutable std::mutex mutex; ///< guards what follows
    std::condition_variable committed;
    Status status;
    bool stopping = false;
};

void SessionWriter::Private::report(const std::optional<Error>& error, const WriterBatch* batch)
{
    const std::uint64_t bytes = sink->fileBytes();
    const std::lock_guard lock(mutex);
    status.error = error;
    status.fileBytes = bytes;
    if (batch != nullptr) {
        status.committedSeq = batch->lastSeq;
        status.lastCommit = std::chrono::steady_clock::now();
    }
    committed.notify_all();
}

/// Commits a batch, trying again for as long as the disk refuses. False: told to stop meanwhile.
bool SessionWriter::Private::write(WriterBatch& batch)
{
    for (;;) {
        const Result<void> r = sink->commit(batch.urgent);
        if (r) {
            queue.done();
            const Result<void> trimmed = sink->trim();
            report(trimmed ? std::nullopt : std::optional(trimmed.error()), &batch);
            return true;
        }
        report(r.error(), nullptr);
        std::unique_lock lock(mutex);
        if (committed.wait_for(lock, options.commitEvery, [this] { return stopping; }))
            return false;
    }
}

void SessionWriter::Private::run()
{
    WriterBatch batch;
    auto due = std::chrono::steady_clock::now() + options.commitEvery;
    while (queue.take(batch, due)) {
        due = std::chrono::steady_clock::now() + options.commitEvery;
        if (batch.empty()) {
            report(status.error, &batch);
            continue;
        }
        sink->apply(batch);
        if (!write(batch))
            return;
    }
}

/// After the thread has ended: the rest of the queue, then the file's last facts.
Result<void> SessionWriter::Private::finish(bool inOrder, const std::optional<IntervalDigest>& digest)
{
    {
        const std::lock_guard lock(mutex);
        stopping = true;
        committed.notify_all();
    }
    queue.stop();
    if (thread.joinable())
        thread.join();
    for (std::thread& saver : savers)
        saver.join();
    savers.clear();
    WriterBatch rest; // left when the disk refused to the end
    while (queue.take(rest, std::chrono::steady_clock::now()))
        sink->apply(rest);
    const std::uint64_t waiting = sink->waitingRecords();
    const Result<void> r = sink->close(inOrder, digest);
    const std::uint64_t bytes = sink->fileBytes();
    sink.reset();
    const std::lock_guard lock(mutex);
    status.recording = false;
    status.fileBytes = bytes;
    status.unrecorded = queue.unrecorded() + (r ? 0 : waiting);
    if (r) {
        status.committedSeq = queue.lastSeq();
        status.error.reset();
    } else {
        status.error = r.error();
    }
    return r;
}

SessionWriter::SessionWriter(std::unique_ptr<Private> d) : m_d(std::move(d)) {}

SessionWriter::~SessionWriter()
{
    if (m_d->sink)
        (void)m_d->finish(false, std::nullopt); // nobody is left to tell; the file says it itself
}

Result<std::unique_ptr<SessionWriter>> SessionWriter::create(const std::string& path,
                                                             const PlantPackage& package,
                                                             const SessionFacts& facts)
{
    return create(path, package, facts, Options{});
}

Result<std::unique_ptr<SessionWriter>> SessionWriter::create(const std::string& path,
                                                             const PlantPackage& package,
                                                             const SessionFacts& facts,
                                                             const Options& options)
{
    auto sink = SessionSink::create(path, package, facts, options);
    if (!sink)
        return sink.error();
    auto d = std::make_unique<Private>(path, options);
    d->sink = std::move(*sink);
    d->status.fileBytes = d->sink->fileBytes();
    d->status.lastCommit = std::chrono::steady_clock::now();
    d->thread = std::thread([p = d.get()] { p->run(); });
    return std::unique_ptr<SessionWriter>(new SessionWriter(std::move(d)));
}

void SessionWriter::beginInterval(const IntervalStart& start) { m_d->queue.begin(start); }
void SessionWriter::append(const Record& record) { m_d->queue.record(record); }
void SessionWriter::appendEvent(const Event& event) { m_d->queue.event(event); }
void SessionWriter::endInterval(const IntervalEnd& end) { m_d->queue.end(end); }
void SessionWriter::putBlob(const Blob& blob) { m_d->queue.blob(blob); }

void SessionWriter::appendSample(const Sample& s)
{
    m_d->queue.sample(seriesOf(s.tag), s.arrival, s.source, flagsOf(s), s.value);
}

void SessionWriter::appendCondition(AssetId asset, TimeNs at, MilliPoints score)
{
    m_d->queue.sample(seriesOf(asset), at, kNoTime, 0, std::int64_t{score});
}

Result<void> SessionWriter::close(const std::optional<IntervalDigest>& digest)
{
    if (!m_d->sink)
        return {};
    return m_d->finish(true, digest);
}

SessionWriter::Status SessionWriter::status() const
{
    Status s;
    {
        const std::lock_guard lock(m_d->mutex);
        s = m_d->status;
    }
    s.queuedBytes = m_d->queue.bytesHeld();
    s.lostRows = m_d->queue.lostRows();
    if (s.recording)
        s.unrecorded = m_d->queue.unrecorded();
    return s;
}

bool SessionWriter::waitCommitted(std::uint64_t seq, std::chrono::milliseconds timeout)
{
    m_d->queue.hurry();
    std::unique_lock lock(m_d->mutex);
    return m_d->committed.wait_for(lock, timeout,
                                   [&] { return m_d->status.committedSeq >= seq; });
}

void SessionWriter::saveLast(TimeNs length, const std::string& targetPath,
                             std::function<void(const Result<Saved>&)> done, SaveProgress progress)
{
    const TimeNs from = m_d->queue.lastArrival() - length;
    const std::uint64_t seq = m_d->queue.lastSeq();
    m_d->savers.emplace_back([this, from, seq, targetPath, done = std::move(done),
                             progress = std::move(progress)] {
        // If the disk is stuck, what it has is saved all the same.
        (void)waitCommitted(seq, std::chrono::seconds(5));
        done(copySession(m_d->path, from, targetPath, progress));
    });
}

} // namespace gemba::twin
