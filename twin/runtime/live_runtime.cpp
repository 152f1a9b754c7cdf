// SPDX-License-Identifier: GPL-3.0-or-later
#include "twin/runtime/live_runtime.h"

#include <algorithm>


namespace gemba::twin {
namespace {

constexpr std::chrono::milliseconds kSilence{250};
constexpr std::size_t kMostEvents = 20'000;

} // namespace

/// Passes what the pipeline says on to the files being written and to whoever listens.
class LiveRuntime::Outputs : public PipelineOutput
{
public:
    explicit Outputs(LiveRuntime& runtime) : m_runtime(runtime) {}

    void onSample(const Sample& sample) override
    {
        for (SessionRecording* file : files()) {
            if (file)
                file->writer().appendSample(sample);
        }
    }
    void onAssessment(AssetId asset, const Assessment& a) override
    {
        if (a.withheld != Withheld::No)
            return;
        for (SessionRecording* file : files()) {
            if (file)
                file->writer().appendCondition(asset, a.at, a.score);
        }
    }
    void onEvent(const Event& event) override
    {
        ++m_events;
        for (SessionRecording* file : files()) {
            if (file)
                file->writer().appendEvent(event);
        }
        const std::lock_guard lock(m_runtime.m_mutex);
        auto& events = m_runtime.m_events;
        if (events.size() == kMostEvents) {
            events.erase(events.begin(), events.begin() + kMostEvents / 10);
            m_runtime.m_eventsForgotten += kMostEvents / 10;
        }
        events.push_back(event);
    }
    void onRebirthWanted(SourceId source, const std::string& group, const std::string& node) override
    {
        if (m_runtime.m_rebirthListener)
            m_runtime.m_rebirthListener(source, group, node);
    }

    [[nodiscard]] std::uint64_t eventsSoFar() const { return m_events; }

private:
    [[nodiscard]] std::array<SessionRecording*, 2> files() const
    {
        return {m_runtime.m_ringFile.get(), m_runtime.m_recording.get()};
    }
    LiveRuntime& m_runtime;
    std::uint64_t m_events = 0;
};

Result<std::unique_ptr<LiveRuntime>> LiveRuntime::create(PlantPackage package, Options options)
{
    auto pipeline = Pipeline::create(package);
    if (!pipeline)
        return pipeline.error();
    return std::unique_ptr<LiveRuntime>(
        new LiveRuntime(std::move(package), std::move(options), std::move(*pipeline)));
}

LiveRuntime::LiveRuntime(PlantPackage package, Options options, std::unique_ptr<Pipeline> pipeline)
    : m_package(std::move(package)), m_options(std::move(options)), m_ring(m_options.ingestBytes),
      m_pipeline(std::move(pipeline)), m_outputs(std::make_unique<Outputs>(*this))
{
}

LiveRuntime::~LiveRuntime()
{
    stop();
}

void LiveRuntime::start()
{
    m_started = true;
    m_startedAt = m_clock.now();
    openRing();
    m_thread = std::thread([this] { run(); });
}

void LiveRuntime::stop()
{
    if (!m_started)
        return;
    m_stopping = true;
    m_ring.wake();
    m_thread.join();
    m_started = false;
}

void LiveRuntime::onPacket(SourceId source, const PacketView& packet, TimeNs arrival) noexcept
{
    m_ring.offerPacket(source, arrival, packet, isEssential(packet.topic));
}

void LiveRuntime::onLink(SourceId source, bool up, const LinkView& link, TimeNs arrival) noexcept
{
    Bytes bytes;
    encode(link, bytes);
    m_ring.offerLink(source, arrival, up ? RecordKind::LinkUp : RecordKind::LinkDown, bytes);
}

void LiveRuntime::act(const ActView& act)
{
    Bytes bytes;
    encode(act, bytes);
    request([this, bytes] {
        Record record;
        record.kind = RecordKind::Act;
        record.bytes = bytes;
        handle(record);
    });
}

void LiveRuntime::logAct(const ActView& act)
{
    Bytes bytes;
    encode(act, bytes);
    Record record;
    record.kind = RecordKind::Act;
    record.bytes = bytes;
    handle(record);
}

void LiveRuntime::request(std::function<void()> f)
{
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(std::move(f));
    }
    m_ring.wake();
}

void LiveRuntime::run()
{
    IngestRing::Batch batch;
    for (;;) {
        // Asked first: what was handed over or requested before stop() is then in this round's
        // batch and requests, or in an earlier one's.
        const bool stopping = m_stopping;
        m_ring.take(batch, stopping ? std::chrono::milliseconds(0) : kSilence);
        std::vector<std::function<void()>> requests;
        {
            const std::lock_guard lock(m_mutex);
            requests.swap(m_requests);
        }
        const bool silent = batch.empty() && requests.empty();
        Record record;
        while (batch.next(record))
            handle(record);
        logDrops(batch);
        for (const auto& perform : requests)
            perform();
        if (silent && stopping)
            break;
        if (silent && !m_stopping) {
            record = {};
            record.kind = RecordKind::Tick;
            handle(record);
        }
        logClockStep();
        if (!silent || tellsAnything())
            publish(false);
    }
    m_closing.clear(); // waits for files that are being closed
    if (m_recording || m_ringFile)
        logAct({"", kRecordStop, "", ""});
    const Sha256 digest = m_pipeline->takeIntervalDigest();
    for (auto* file : {&m_recording, &m_ringFile}) {
        if (!*file)
            continue;
        const Result<void> closed = (*file)->close(digest);
        const std::lock_guard lock(m_mutex);
        FileStatus& status = file == &m_recording ? m_status.recording : m_status.ring;
        status.writer = (*file)->writer().status();
        status.on = false;
        if (!closed)
            status.error = closed.error();
    }
    publish(true);
}

/// While nothing comes only time goes by, and it is shown in seconds.
bool LiveRuntime::tellsAnything() const
{
    return m_publishedEvents != m_outputs->eventsSoFar() || m_publishedArrival / kSecond != m_arrival / kSecond;
}

void LiveRuntime::handle(Record& record)
{
    if (record.arrival == 0)
        record.arrival = m_clock.now();
    record.arrival = m_arrival = std::max(record.arrival, m_arrival);
    record.seq = ++m_seq;
    if (m_newFile || m_meter.startsInterval(record))
        cut(record);
    m_meter.count();
    if (m_ringFile)
        m_ringFile->append(record);
    if (m_recording)
        m_recording->append(record);
    m_pipeline->apply(record, *m_outputs);
}

void LiveRuntime::logDrops(const IngestRing::Batch& batch)
{
    for (const auto& [source, drops] : batch.drops()) {
        Bytes bytes;
        encode(DropView{drops.messages, drops.bytes}, bytes);
        Record record;
        record.kind = RecordKind::Drop;
        record.source = SourceId{source};
        record.bytes = bytes;
        handle(record);
    }
}

void LiveRuntime::logClockStep()
{
    const auto step = m_clock.takeStep();
    if (!step)
        return;
    Bytes bytes;
    ByteWriter w(bytes);
    w.i64(step->before);
    w.i64(step->after);
    Record record;
    record.kind = RecordKind::ClockStep;
    record.bytes = bytes;
    handle(record);
}

void LiveRuntime::publish(bool force)
{
    const auto now = std::chrono::steady_clock::now();
    if (!force && (now - m_published < m_options.snapshotEvery || m_seq == m_publishedSeq))
        return;
    m_published = now;
    m_publishedSeq = m_seq;
    m_publishedEvents = m_outputs->eventsSoFar();
    m_publishedArrival = m_arrival;
    SnapshotPtr snapshot = m_pipeline->snapshot(0);
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot = std::move(snapshot);
    }
    refreshFileStatus();
    if (m_snapshotListener)
        m_snapshotListener();
}

SnapshotPtr LiveRuntime::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

LiveRuntime::Status LiveRuntime::status() const
{
    const std::lock_guard lock(m_mutex);
    Status status = m_status;
    status.handedOver = m_ring.offeredPackets();
    status.bytesWaiting = m_ring.bytesHeld();
    return status;
}

LiveRuntime::NewEvents LiveRuntime::eventsFrom(std::uint64_t position) const
{
    const std::lock_guard lock(m_mutex);
    const std::uint64_t end = m_eventsForgotten + m_events.size();
    const std::uint64_t from = std::clamp(position, m_eventsForgotten, end) - m_eventsForgotten;
    return {{m_events.begin() + static_cast<std::ptrdiff_t>(from), m_events.end()}, end};
}

} // namespace gemba::twin
